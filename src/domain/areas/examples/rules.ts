import type { Conclusion, ExamplesState, Practice } from '../../assessment/conclusion.ts'
import { known, written } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import type { Example } from './schema.ts'

export type ExampleLack = 'title' | 'expected' | 'actual' | 'when' | 'where'

/** What a stranger would still have to ask before the example can be looked up (S: "be specific"; T for the parts). */
export function lacksOf(row: Example): readonly ExampleLack[] {
  const when = known(row.date) !== null || written(row.period) !== null
  const where =
    written(row.where) !== null || written(row.evidenceText) !== null || (row.evidence ?? []).length > 0
  return [
    ...(written(row.title) === null ? ['title' as const] : []),
    ...(written(row.expected) === null ? ['expected' as const] : []),
    ...(written(row.actual) === null ? ['actual' as const] : []),
    ...(when ? [] : ['when' as const]),
    ...(where ? [] : ['where' as const]),
  ]
}

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
