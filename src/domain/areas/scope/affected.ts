import { answerOrNull } from '../../case/answer.ts'
import type { Deliverable } from './schema.ts'

/** A deliverable without a status, or with "don't know", is not affected (C). */
export function isAffected({ status }: Pick<Deliverable, 'status'>): boolean {
  const state = answerOrNull(status)
  return state === 'late' || state === 'missing' || state === 'unsatisfactory'
}
