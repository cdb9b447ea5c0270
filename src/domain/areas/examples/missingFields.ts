import { answerOrNull, nonBlank } from '../../case/answer.ts'
import { saysNothing } from '../../specificity/vagueWords.ts'
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
  // "It should work" and "it does not work" say nothing that could be looked up (C).
  const isEmptyTalk = saysNothing(`${row.expected ?? ''} ${row.actual ?? ''}`)
  return [
    ...(finished(row.title) ? [] : ['title' as const]),
    ...(finished(row.expected) && !isEmptyTalk ? [] : ['expected' as const]),
    ...(finished(row.actual) && !isEmptyTalk ? [] : ['actual' as const]),
    ...(when ? [] : ['when' as const]),
    ...(where ? [] : ['where' as const]),
  ]
}
