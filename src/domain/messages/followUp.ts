import { asPromised, type DatedContact, lastDayNamed } from '../areas/partner/contactLog.ts'
import type { Thread } from '../areas/partner/thread.ts'
import { answerOrNull } from '../case/answer.ts'
import { isPlainMonth, lastDayOf, type PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import type { MessageChoice, Sentence } from './message.ts'
import { askedBy } from './sentences.ts'

/** A month has a sentence of its own; a day that was moved by agreement is the later one. */
export function promisedBy(row: DatedContact, plan: PlainDate, id: string): Sentence {
  const promised = asPromised(row, plan)
  return { id: isPlainMonth(promised) ? `${id}Month` : id, dates: { date: row.date, promised } }
}

/** The plan ends on the date that must not be missed, or after it, and that date lies ahead (C). */
export function isTooLate({ plan }: Thread, { request }: VisibleAnswers, asOf: PlainDate): boolean {
  const hard = answerOrNull(request.hardDate)
  return plan !== null && hard !== null && asOf <= hard && hard <= plan
}

/** One question that fits what was said last, and what comes if there is no answer to it. No day is named twice. */
export function requestOf(
  thread: Thread | null,
  choice: MessageChoice,
  answers: VisibleAnswers,
  asOf: PlainDate,
): readonly (Sentence | null)[] {
  const adobe = (id: string) => (choice.withAdobe ? { id } : null)
  const [adobeBy, noDay] = [adobe('followUp.adobeBy'), adobe('followUp.adobe')]
  const by = lastDayNamed(thread?.requests ?? [])
  const isNamed = by !== null && by >= asOf
  if (isNamed && (choice.answerBy === null || choice.answerBy === by)) return [{ id: 'followUp.request' }, adobeBy]
  const after = choice.answerBy === null ? noDay : adobeBy
  // Whoever has objected to the day does not ask for it again.
  if (thread?.requests.length === 0 && (thread.plan ?? '') >= asOf) {
    if (!isTooLate(thread, answers, asOf)) return [askedBy(choice, 'followUp.holds'), after]
    // The date itself is their own, as on the checklist.
    return [{ id: 'followUp.tooLate' }, askedBy(choice, 'followUp.instead'), after]
  }
  const id = thread?.state === 'REFUSED' ? 'followUp.instead' : 'followUp.request'
  return [askedBy(choice, id), after]
}

export function statusSentences(thread: Thread | null, asOf: PlainDate): readonly (Sentence | null)[] {
  if (thread === null) return [{ id: 'followUp.openingPlain' }]
  const { requests, word, missed, plan, first: told } = thread
  const [first] = requests
  const broken = (days: Thread['missed']) => (missed.length > 1 ? { id: 'followUp.missed', days } : null)
  if (first !== undefined) return [broken(missed), ...askedSentences(thread, told ?? first, asOf)]
  if (word === null) return [{ id: 'followUp.openingPlain' }]
  // The sentence about their last word names its day itself.
  return [broken(missed.filter((day) => lastDayOf(day) !== plan)), answeredSentence(word, thread, asOf)]
}

/** What was asked and not answered; an answer that came between is not denied. */
function askedSentences({ requests, word }: Thread, told: DatedContact, asOf: PlainDate): readonly (Sentence | null)[] {
  const latest = requests.at(-1) ?? told
  const by = lastDayNamed(requests)
  const again = latest.gave === 'yes' ? 'gave' : word === null ? 'askedAgain' : 'wroteAgain'
  const waiting = by === null ? 'noAnswer' : by < asOf ? 'noAnswerBy' : 'waitingUntil'
  const isSince = word !== null && waiting !== 'waitingUntil'
  return [
    word === null
      ? { id: 'followUp.asked', dates: { date: told.date } }
      : { id: `followUp.${WORDS[word.answer ?? ''] ?? 'answered'}`, dates: { date: word.date } },
    latest.id === told.id ? null : { id: `followUp.${again}`, dates: { date: latest.date } },
    { id: `followUp.${waiting}${isSince ? 'Since' : ''}`, ...(by !== null && { dates: { date: by } }) },
  ]
}

const WORDS: Readonly<Record<string, string>> = { done: 'saidDone', asks: 'askedUs' }

function answeredSentence(word: DatedContact, { state, plan }: Thread, asOf: PlainDate): Sentence {
  const dates = { date: word.date }
  if (state === 'REFUSED') return { id: 'followUp.refused', dates }
  if (plan === null) return { id: 'followUp.unclear', dates }
  return promisedBy(word, plan, plan < asOf ? 'followUp.passed' : 'followUp.planned')
}
