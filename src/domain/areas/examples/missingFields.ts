import { answerOrNull, nonBlank } from '../../case/answer.ts'
import type { Example } from './schema.ts'

export type ExampleLack = 'title' | 'expected' | 'actual' | 'when' | 'where'

/** A blank to fill in, from the pattern that an example started with. */
const BLANK = /_{3,}/

const finished = (value: unknown): boolean => {
  const text = nonBlank(value)
  return text !== null && !BLANK.test(text)
}

/** What a stranger would still ask before the example can be looked up (S: "be specific"; T for the parts). */
export function lacksOf(row: Example): readonly ExampleLack[] {
  const when = answerOrNull(row.date) !== null || finished(row.period)
  const where = finished(row.where) || finished(row.evidenceText) || (row.evidence ?? []).length > 0
  return [
    ...(finished(row.title) ? [] : ['title' as const]),
    ...(finished(row.expected) ? [] : ['expected' as const]),
    ...(finished(row.actual) ? [] : ['actual' as const]),
    ...(when ? [] : ['when' as const]),
    ...(where ? [] : ['where' as const]),
  ]
}
