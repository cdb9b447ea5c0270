import type { Conclusion, ExamplesState, Practice } from '../../assessment/conclusion.ts'
import { written } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { type ExampleLack, lacksOf } from './lacks.ts'
import type { Example } from './schema.ts'

const LACK_FIELDS: Record<ExampleLack, keyof Example & string> = {
  title: 'title',
  expected: 'expected',
  actual: 'actual',
  when: 'date',
  where: 'where',
}

const field = (row: Example, name: keyof Example & string) => `examples.items.${row.id}.${name}`

/** Is there at least one example that can be used? Three are a good number, one is enough (C). */
export function examplesPractice({ examples }: Answers): Practice<ExamplesState> {
  if (examples.applies === 'no') {
    const notApplicable: Conclusion = {
      rule: 'examples.applies',
      state: 'notApplicable',
      about: 'examples.applies',
      used: ['examples.applies', 'examples.whyNot'],
      texts: { whyNot: written(examples.whyNot) ?? '' },
    }
    return { state: 'NA', conclusions: [notApplicable] }
  }
  const usable = examples.items.filter((row) => lacksOf(row).length === 0)
  if (usable.length > 0) {
    const used = usable.map((row) => field(row, 'title'))
    return {
      state: 'DONE',
      conclusions: [
        { rule: 'examples.usable', state: 'met', about: 'examples.items', used, count: usable.length },
      ],
    }
  }
  const none: Conclusion = {
    rule: 'examples.usable',
    state: 'gap',
    about: 'examples.items',
    used: [],
    action: 'GATHER_EXAMPLES',
  }
  return { state: 'OPEN', conclusions: [none, ...examples.items.map(lacking)] }
}

function lacking(row: Example): Conclusion {
  const lacks = lacksOf(row)
  return {
    rule: 'examples.lacking',
    state: 'gap',
    about: field(row, LACK_FIELDS[lacks[0] ?? 'title']),
    used: lacks.map((lack) => field(row, LACK_FIELDS[lack])),
    texts: { code: `E${row.code}`, title: written(row.title) ?? '' },
    lacks,
    action: 'GATHER_EXAMPLES',
  }
}
