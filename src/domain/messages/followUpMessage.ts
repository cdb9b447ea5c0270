import { type ContactStatus, type DatedContact, plannedFor } from '../areas/partner/contactLog.ts'
import { answerOrNull } from '../case/answer.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import { promisedBy } from './acceptMessage.ts'
import { bulletList, type MessageChoice, messageParagraph, type Sentence } from './message.ts'
import { agreedSentences, askedBy, closing, greeting } from './parts.ts'
import { aboutTitles, type Writer } from './writing.ts'

export const followUpMessage: Writer = ({ answers, rows: { deliverables }, choice, log, asOf }) => {
  return {
    kind: 'followUp',
    subject: aboutTitles('followUp.subject', deliverables),
    blocks: [
      ...greeting(answers),
      ...messageParagraph(...standingSentences(log, asOf)),
      ...(deliverables.length === 0 ? [] : messageParagraph({ id: 'first.agreed', count: deliverables.length })),
      ...bulletList(deliverables.map(agreedSentences)),
      ...messageParagraph(
        requestOf(log, choice, asOf),
        choice.withAdobe && { id: choice.answerBy === null ? 'followUp.adobe' : 'followUp.adobeBy' },
      ),
      ...closing(answers),
    ],
  }
}

/** One question that fits the latest answer: after a refusal, before a named day, or after silence. */
function requestOf({ unanswered, latest }: ContactStatus, choice: MessageChoice, asOf: PlainDate): Sentence {
  const by = lastDayNamed(unanswered)
  if (by !== null && by >= asOf) return { id: 'followUp.request' }
  if (unanswered.length > 0 || latest === null) return askedBy(choice, 'followUp.request')
  if (latest.answer === 'refused') return askedBy(choice, 'followUp.refusedRequest')
  const planned = plannedFor(latest)
  if (planned !== null && planned >= asOf) return { id: 'followUp.holds' }
  return askedBy(choice, 'followUp.request')
}

/** The latest day by which an outstanding answer was asked for. */
export const lastDayNamed = (unanswered: readonly DatedContact[]): PlainDate | null =>
  unanswered
    .map(({ answerBy }) => answerOrNull(answerBy))
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null

function standingSentences({ unanswered, latest }: ContactStatus, asOf: PlainDate): readonly (Sentence | null)[] {
  const [first] = unanswered
  if (first !== undefined) {
    const latestAsked = unanswered.at(-1) ?? first
    const by = lastDayNamed(unanswered)
    return [
      { id: 'followUp.asked', dates: { date: first.date } },
      unanswered.length > 1 ? { id: 'followUp.askedAgain', dates: { date: latestAsked.date } } : null,
      by === null
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
  return promisedBy(latest, planned < asOf ? 'followUp.passed' : 'followUp.planned')
}
