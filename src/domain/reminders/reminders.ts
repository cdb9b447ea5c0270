import { contactsUntil, isNotEmpty, lastDayToAnswer, plannedFor, readLog } from '../areas/partner/contactLog.ts'
import { answerOrNull, nonBlank } from '../case/answer.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'

export interface Reminder {
  kind: 'answerBy' | 'promised' | 'followUp' | 'hardDate'
  /** What tells it from another of its kind, for as long as the case lives: the row, or the question. */
  of: string
  date: PlainDate
  /** The merchant's own words about it, where there are some. */
  text: string | null
}

/**
 * The days to remember, soonest first: until when the partner can answer, what it has promised, when the merchant wants
 * to follow up, and the date that must not be missed.
 * @param asOf a calendar day; days before it are over
 */
export function remindersOf(answers: VisibleAnswers, asOf: PlainDate): readonly Reminder[] {
  const { partner, request } = answers
  const solved = answerOrNull(partner.solvedOn)
  const isOver = solved !== null && solved <= asOf
  const { unanswered, latest } = readLog(contactsUntil(partner.log, asOf))
  const planned = latest === null ? null : plannedFor(latest)
  const followUp = answerOrNull(request.followUpOn)
  const hard = answerOrNull(request.hardDate)
  const found: readonly (Reminder | null)[] = [
    !isOver && isNotEmpty(unanswered)
      ? {
          kind: 'answerBy',
          of: unanswered[0].id,
          date: lastDayToAnswer(unanswered),
          text: null,
        }
      : null,
    !isOver && latest !== null && planned !== null && unanswered.length === 0
      ? { kind: 'promised', of: latest.id, date: planned, text: null }
      : null,
    followUp === null ? null : { kind: 'followUp', of: 'followUpOn', date: followUp, text: null },
    hard === null ? null : { kind: 'hardDate', of: 'hardDate', date: hard, text: nonBlank(request.hardReason) },
  ]
  return found
    .filter((reminder) => reminder !== null)
    .filter(({ date }) => date >= asOf)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}
