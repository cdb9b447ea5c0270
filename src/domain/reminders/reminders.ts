import { partnerStanding } from '../areas/partner/matters.ts'
import { agreedDate } from '../areas/scope/affected.ts'
import { answerOrNull, nonBlank } from '../case/answer.ts'
import { compareDays, lastDayOf, type PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'

export interface Reminder {
  kind: 'answerBy' | 'promised' | 'followUp' | 'hardDate'
  /** The row or the question: unique within its kind for the life of the case. */
  of: string
  date: PlainDate
  text: string | null
}

/** What several matters wait for by one message is one day, the first; and so is what they wait for on the same day. */
const once = (reminders: readonly Reminder[], keyOf: (reminder: Reminder) => string): readonly Reminder[] => [
  ...new Map(reminders.map((reminder) => [keyOf(reminder), reminder])).values(),
]

/** Soonest first. `asOf` is a calendar day; days before it are over. */
export function remindersOf(answers: VisibleAnswers, asOf: PlainDate): readonly Reminder[] {
  const { request } = answers
  const { matters, notDue } = partnerStanding(answers, asOf)
  const threads = matters.flatMap(({ thread }): readonly Reminder[] => {
    const { state, date, requests, answered, word } = thread
    if (date === null) return []
    if (state === 'AWAIT') return [{ kind: 'answerBy', of: (requests[0] ?? answered[0])?.id ?? '', date, text: null }]
    return state === 'PLAN' ? [{ kind: 'promised', of: word?.id ?? '', date, text: null }] : []
  })
  threads.sort((a, b) => compareDays(b.date, a.date))
  const ofEachMessage = once(threads, ({ kind, of }) => `${kind} ${of}`)
  const followUp = answerOrNull(request.followUpOn)
  const hard = answerOrNull(request.hardDate)
  const found: readonly (Reminder | null)[] = [
    ...once(ofEachMessage, ({ kind, date }) => `${kind} ${date}`),
    ...notDue.map(
      (row): Reminder => ({ kind: 'promised', of: row.id, date: lastDayOf(agreedDate(row) ?? asOf), text: row.title }),
    ),
    followUp === null ? null : { kind: 'followUp', of: 'followUpOn', date: followUp, text: null },
    hard === null ? null : { kind: 'hardDate', of: 'hardDate', date: hard, text: nonBlank(request.hardReason) },
  ]
  return found
    .filter((reminder) => reminder !== null)
    .filter(({ date }) => date >= asOf)
    .sort((a, b) => compareDays(a.date, b.date))
}
