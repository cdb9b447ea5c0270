import { known, written } from '../../case/answer.ts'
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
