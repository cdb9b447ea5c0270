import { contactsUntil, type DatedContact, plannedFor, readLog } from '../areas/partner/contactLog.ts'
import { answerOrNull } from '../case/answer.ts'
import { isPlainMonth, type PlainDate, type PlainMonth } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { messageParagraph } from './message.ts'
import { closing, greeting, titlesOf } from './parts.ts'
import type { Writer } from './writing.ts'

/** A month has a sentence of its own. */
export function promisedBy(row: DatedContact, id: string) {
  const promised: PlainDate | PlainMonth = answerOrNull(row.promised) ?? row.date
  return { id: isPlainMonth(promised) ? `${id}Month` : id, dates: { date: row.date, promised } }
}

/** The latest answer is a plan, nothing was asked since, and its day has not passed. */
export function planToAccept({ partner }: VisibleAnswers, asOf: PlainDate): DatedContact | null {
  const { unanswered, latest } = readLog(contactsUntil(partner.log, asOf))
  const planned = latest === null ? null : plannedFor(latest)
  return unanswered.length === 0 && planned !== null && planned >= asOf ? latest : null
}

export const acceptMessage: Writer = ({ answers, rows: { deliverables }, asOf }) => {
  const plan = planToAccept(answers, asOf)
  const names = titlesOf(deliverables)
  // Without a plan there is nothing to accept, and the page says so.
  if (plan === null) return { kind: 'accept', subject: { id: 'first.subjectPlain' }, blocks: [] }
  return {
    kind: 'accept',
    subject: promisedBy(plan, 'accept.subject'),
    blocks: [
      ...greeting(answers),
      ...messageParagraph({ id: 'accept.thanks', dates: { date: plan.date } }, promisedBy(plan, 'accept.date')),
      ...(names.length === 0 ? [] : messageParagraph({ id: 'accept.what', names })),
      ...messageParagraph({ id: 'accept.tell' }),
      ...closing(answers),
    ],
  }
}
