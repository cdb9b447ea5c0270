import { known, written } from '../../case/answer.ts'
import { hasBlank } from '../../specificity/blanks.ts'
import type { Example } from './schema.ts'

export type ExampleLack = 'title' | 'expected' | 'actual' | 'when' | 'where'

/** Written, and with nothing left to fill in: a pattern that was begun with counts once it says something. */
const finished = (text: unknown): boolean => written(text) !== null && !hasBlank(text)

/** What a stranger would still have to ask before the example can be looked up (S: "be specific"; T for the parts). */
export function lacksOf(row: Example): readonly ExampleLack[] {
  const when = known(row.date) !== null || finished(row.period)
  const where = finished(row.where) || finished(row.evidenceText) || (row.evidence ?? []).length > 0
  return [
    ...(finished(row.title) ? [] : ['title' as const]),
    ...(finished(row.expected) ? [] : ['expected' as const]),
    ...(finished(row.actual) ? [] : ['actual' as const]),
    ...(when ? [] : ['when' as const]),
    ...(where ? [] : ['where' as const]),
  ]
}
