import type { Addition } from '../areas/added/schema.ts'
import type { Example } from '../areas/examples/schema.ts'
import {
  type ContactStatus,
  contactsUntil,
  type DatedContact,
  plannedFor,
  readLog,
} from '../areas/partner/contactLog.ts'
import type { Deliverable } from '../areas/scope/schema.ts'
import { answerOrNull, nonBlank } from '../case/answer.ts'
import { isPlainMonth, type PlainDate, type PlainMonth } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import {
  bulletList,
  type Message,
  type MessageChoice,
  type MessageKind,
  messageParagraph,
  type Sentence,
} from './message.ts'
import {
  aboutTitles,
  additionSentences,
  agreedSentences,
  askedBy,
  closing,
  exampleSentences,
  greeting,
  titlesOf,
} from './sentences.ts'

export interface NamedRows {
  deliverables: readonly Deliverable[]
  additions: readonly Addition[]
  examples: readonly Example[]
}

interface Writing {
  answers: VisibleAnswers
  rows: NamedRows
  choice: MessageChoice
  asOf: PlainDate
}

type Writer = (from: Writing) => Message

const firstMessage: Writer = ({ answers, rows: { deliverables, examples }, choice }) => ({
  subject: aboutTitles('first.subject', deliverables),
  blocks: [
    ...greeting(answers),
    ...messageParagraph({ id: 'first.opening' }),
    ...agreedBlocks(deliverables),
    ...messageParagraph(examples.length > 0 && { id: 'first.happened', count: examples.length }),
    ...bulletList(examples.map((row) => exampleSentences(row, choice))),
    ...messageParagraph(askedBy(choice, 'first.request'), { id: 'first.offer' }),
    ...closing(answers),
  ],
})

const followUpMessage: Writer = ({ answers, rows: { deliverables }, choice, asOf }) => {
  const log = readLog(contactsUntil(answers.partner.log, asOf))
  return {
    subject: aboutTitles('followUp.subject', deliverables),
    blocks: [
      ...greeting(answers),
      ...messageParagraph(...statusSentences(log, asOf)),
      ...agreedBlocks(deliverables),
      ...messageParagraph(
        requestOf(log, choice, asOf),
        choice.withAdobe && { id: choice.answerBy === null ? 'followUp.adobe' : 'followUp.adobeBy' },
      ),
      ...closing(answers),
    ],
  }
}

/** What both lists have is asked for once. */
const changeMessage: Writer = ({ answers, rows: { deliverables, additions: all }, choice }) => {
  const document = nonBlank(answers.scope.documentTitle)
  const named = new Set(titlesOf(deliverables))
  const additions = all.filter(({ title }) => !named.has(nonBlank(title) ?? ''))
  const count = deliverables.length + additions.length
  const notAgreed =
    document === null ? { id: 'change.notInScope' } : { id: 'change.notInDocument', texts: { document } }
  return {
    subject: aboutTitles('change.subject', [...deliverables, ...additions]),
    blocks: [
      ...greeting(answers),
      ...messageParagraph(deliverables.length > 0 && notAgreed),
      // The title alone: what was never ordered can be neither late nor wrong.
      ...bulletList(deliverables.map((row) => agreedSentences(row).slice(0, 1))),
      ...messageParagraph(additions.length > 0 && { id: 'change.added' }),
      ...bulletList(additions.map(additionSentences)),
      ...messageParagraph(
        count === 0 ? { id: 'change.openingPlain' } : { id: 'change.request', count },
        askedBy(choice, 'change.answer', Math.max(count, 1)),
      ),
      ...closing(answers),
    ],
  }
}

const acceptMessage: Writer = ({ answers, rows: { deliverables }, asOf }) => {
  const plan = planToAccept(answers, asOf)
  const names = titlesOf(deliverables)
  // Without a plan there is nothing to accept, and the page says so.
  if (plan === null) return { subject: { id: 'first.subjectPlain' }, blocks: [] }
  return {
    subject: promisedBy(plan, 'accept.subject'),
    blocks: [
      ...greeting(answers),
      ...messageParagraph({ id: 'accept.thanks', dates: { date: plan.date } }, promisedBy(plan, 'accept.date')),
      ...messageParagraph(names.length > 0 && { id: 'accept.what', names }),
      ...messageParagraph({ id: 'accept.tell' }),
      ...closing(answers),
    ],
  }
}

export const WRITERS: Readonly<Record<MessageKind, Writer>> = {
  first: firstMessage,
  followUp: followUpMessage,
  change: changeMessage,
  accept: acceptMessage,
}

const agreedBlocks = (deliverables: readonly Deliverable[]) => [
  ...messageParagraph(deliverables.length > 0 && { id: 'first.agreed', count: deliverables.length }),
  ...bulletList(deliverables.map(agreedSentences)),
]

/** The latest answer is a plan, nothing was asked since, and its day has not passed. */
export function planToAccept({ partner }: VisibleAnswers, asOf: PlainDate): DatedContact | null {
  const { unanswered, latest } = readLog(contactsUntil(partner.log, asOf))
  const planned = latest === null ? null : plannedFor(latest)
  return unanswered.length === 0 && planned !== null && planned >= asOf ? latest : null
}

/** A month has a sentence of its own. */
function promisedBy(row: DatedContact, id: string): Sentence {
  const promised: PlainDate | PlainMonth = answerOrNull(row.promised) ?? row.date
  return { id: isPlainMonth(promised) ? `${id}Month` : id, dates: { date: row.date, promised } }
}

/** The latest day by which an outstanding answer was asked for. */
export const lastDayNamed = (unanswered: readonly DatedContact[]): PlainDate | null =>
  unanswered
    .map(({ answerBy }) => answerOrNull(answerBy))
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null

/** One question that fits the latest answer: after a refusal, before a named day, or after silence. */
function requestOf({ unanswered, latest }: ContactStatus, choice: MessageChoice, asOf: PlainDate): Sentence {
  const by = lastDayNamed(unanswered)
  if (by !== null && by >= asOf) return { id: 'followUp.request' }
  if (unanswered.length > 0 || latest === null) return askedBy(choice, 'followUp.request')
  if (latest.answer === 'refused') return askedBy(choice, 'followUp.refusedRequest')
  const planned = plannedFor(latest)
  return planned !== null && planned >= asOf ? { id: 'followUp.holds' } : askedBy(choice, 'followUp.request')
}

function statusSentences({ unanswered, latest }: ContactStatus, asOf: PlainDate): readonly (Sentence | null)[] {
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
  return [latest === null ? { id: 'followUp.openingPlain' } : answeredSentence(latest, asOf)]
}

function answeredSentence(latest: DatedContact, asOf: PlainDate): Sentence {
  const planned = plannedFor(latest)
  const dates = { date: latest.date }
  if (latest.answer === 'refused') return { id: 'followUp.refused', dates }
  if (planned === null) return { id: 'followUp.unclear', dates }
  return promisedBy(latest, planned < asOf ? 'followUp.passed' : 'followUp.planned')
}
