import { contactsUntil, isNotEmpty, lastDayToAnswer, plannedFor, readLog } from '../areas/partner/contactLog.ts'
import { answerOrNull, nonBlank } from '../case/answer.ts'
import { compareDays, type PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'

export interface Reminder {
  kind: 'answerBy' | 'promised' | 'followUp' | 'hardDate'
  /** The row or the question: unique within its kind for the life of the case. */
  of: string
  date: PlainDate
  text: string | null
}

/** Soonest first. `asOf` is a calendar day; days before it are over. */
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
      ? { kind: 'answerBy', of: unanswered[0].id, date: lastDayToAnswer(unanswered), text: null }
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
    .sort((a, b) => compareDays(a.date, b.date))
}
