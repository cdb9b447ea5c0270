import { type DatedContact, plannedFor, type Standing } from '../areas/partner/contactLog.ts'
import { known } from '../case/answer.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import { list, paragraph, type Sentence } from './message.ts'
import { agreedSentences, askedBy, closing, greeting } from './parts.ts'
import { aboutTitles, type Writer } from './writing.ts'

/** How the merchant has made contact, and what came of it: the reminder says so, and no more. */
export const followUpMessage: Writer = ({ answers, rows: { deliverables }, choice, log, asOf }) => {
  return {
    kind: 'followUp',
    subject: aboutTitles('followUp.subject', deliverables),
    blocks: [
      ...greeting(answers),
      ...paragraph(...standingSentences(log, asOf)),
      ...list(deliverables.map(agreedSentences)),
      ...paragraph(askedBy(choice, 'followUp.request'), choice.withAdobe && { id: 'followUp.adobe' }),
      ...closing(answers),
    ],
  }
}

function standingSentences({ unanswered, latest }: Standing, asOf: PlainDate): readonly (Sentence | null)[] {
  const [first] = unanswered
  if (first !== undefined) {
    const latestAsked = unanswered.at(-1) ?? first
    const by = unanswered
      .map(({ answerBy }) => known(answerBy))
      .filter((day) => day !== null)
      .sort()
      .at(-1)
    return [
      { id: 'followUp.asked', dates: { date: first.date } },
      unanswered.length > 1 ? { id: 'followUp.askedAgain', dates: { date: latestAsked.date } } : null,
      by === undefined
        ? { id: 'followUp.noAnswer' }
        : { id: by < asOf ? 'followUp.noAnswerBy' : 'followUp.waitingUntil', dates: { date: by } },
    ]
  }
  if (latest === null) return [{ id: 'followUp.openingPlain' }]
  return [answeredSentence(latest, asOf)]
}

function answeredSentence(latest: DatedContact, asOf: PlainDate): Sentence {
  const planned = plannedFor(latest)
  const dates = { date: latest.date }
  if (latest.answer === 'refused') return { id: 'followUp.refused', dates }
  if (planned === null) return { id: 'followUp.unclear', dates }
  return {
    id: planned < asOf ? 'followUp.passed' : 'followUp.planned',
    dates: { ...dates, promised: planned },
  }
}
