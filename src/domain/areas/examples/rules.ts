import {
  type Conclusion,
  doesNotApply,
  type ExamplesState,
  gap,
  met,
  type Practice,
} from '../../assessment/conclusion.ts'
import { nonBlank } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { type ExampleLack, lacksOf } from './missingFields.ts'
import type { Example } from './schema.ts'

const LACK_FIELDS: Record<ExampleLack, keyof Example & string> = {
  title: 'title',
  expected: 'expected',
  actual: 'actual',
  when: 'date',
  where: 'where',
}

const field = (row: Example, name: keyof Example & string) => `examples.items.${row.id}.${name}`

/** Three examples are a good number, one is enough (C). */
export function examplesPractice({ examples }: Answers): Practice<ExamplesState> {
  if (examples.applies === 'no') return { state: 'NA', conclusions: [doesNotApply('examples', examples.whyNot)] }
  const usable = examples.items.filter((row) => lacksOf(row).length === 0)
  if (usable.length > 0) {
    const used = usable.map((row) => field(row, 'title'))
    return { state: 'DONE', conclusions: [met('examples.usable', 'examples.items', { used, count: usable.length })] }
  }
  const none = gap('examples.usable', 'examples.items', 'GATHER_EXAMPLES', { used: [] })
  return { state: 'OPEN', conclusions: [none, ...examples.items.map(lacking)] }
}

function lacking(row: Example): Conclusion {
  const lacks = lacksOf(row)
  return gap('examples.lacking', field(row, LACK_FIELDS[lacks[0] ?? 'title']), 'GATHER_EXAMPLES', {
    used: lacks.map((lack) => field(row, LACK_FIELDS[lack])),
    texts: { code: `E${row.code}`, title: nonBlank(row.title) ?? '' },
    lacks,
  })
}
