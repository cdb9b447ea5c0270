import { answerOrNull } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { compareDays, lastDayOf, type PlainDate, type PlainMonth } from '../../dates/plainDate.ts'
import type { Deliverable } from './schema.ts'

/** Whether what was agreed is asked about at all. */
export const isScopeAsked = ({ scope }: Answers): boolean => scope.applies !== 'no' && scope.concern !== 'none'

/** A deliverable without a status, or with "don't know", is not affected (C). */
export function isAffected({ status }: Pick<Deliverable, 'status'>): boolean {
  const state = answerOrNull(status)
  return state === 'late' || state === 'missing' || state === 'unsatisfactory'
}

export const isOutOfScope = ({ inScope }: Pick<Deliverable, 'inScope'>): boolean => inScope === 'no'

/** In scope, or both have agreed on a day for it: what was never agreed is neither late nor missing (C). */
export const isAgreedOn = ({ inScope, moves }: Deliverable): boolean =>
  !isOutOfScope({ inScope }) ||
  (moves ?? []).some(({ agreed, date }) => agreed === 'yes' && answerOrNull(date) !== null)

/** The first promise, or the latest move that both agreed to; the partner's own moves do not count. */
export function agreedDate({ promised, moves }: Deliverable): PlainDate | PlainMonth | null {
  const agreed = (moves ?? [])
    .filter((move) => move.agreed === 'yes')
    .map((move) => answerOrNull(move.date))
    .filter((date) => date !== null)
  const latest = agreed.sort((a, b) => compareDays(lastDayOf(a), lastDayOf(b))).at(-1)
  if (latest !== undefined) return latest
  const first = answerOrNull(promised)
  return first === 'none' ? null : first
}
