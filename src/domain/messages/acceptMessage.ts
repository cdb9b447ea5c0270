import { plannedFor } from '../areas/partner/contactLog.ts'
import { known } from '../case/answer.ts'
import { paragraph } from './message.ts'
import { closing, greeting, titlesOf } from './parts.ts'
import type { Writer } from './writing.ts'

/** Takes a plan at its word: the date in writing, and what is expected of whom. */
export const acceptMessage: Writer = ({ answers, rows: { deliverables }, log: { latest } }) => {
  const planned = latest === null ? null : plannedFor(latest)
  const followUp = known(answers.request.followUpOn)
  return {
    kind: 'accept',
    subject:
      planned === null
        ? { id: 'accept.subjectPlain' }
        : { id: 'accept.subject', dates: { promised: planned } },
    blocks: [
      ...greeting(answers),
      ...paragraph(
        latest === null
          ? { id: 'accept.thanksPlain' }
          : { id: 'accept.thanks', dates: { date: latest.date } },
        planned === null ? { id: 'accept.noDate' } : { id: 'accept.date', dates: { promised: planned } },
      ),
      ...(titlesOf(deliverables).length === 0
        ? []
        : paragraph({ id: 'accept.what', names: titlesOf(deliverables) })),
      ...paragraph(
        { id: 'accept.tell' },
        followUp === null ? null : { id: 'accept.followUp', dates: { date: followUp } },
      ),
      ...closing(answers),
    ],
  }
}
