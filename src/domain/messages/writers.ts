import type { Addition } from '../areas/added/schema.ts'
import type { Example } from '../areas/examples/schema.ts'
import type { DatedContact } from '../areas/partner/contactLog.ts'
import type { Thread } from '../areas/partner/thread.ts'
import type { Deliverable } from '../areas/scope/schema.ts'
import { nonBlank } from '../case/answer.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { promisedBy, requestOf, statusSentences } from './followUp.ts'
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
  saying,
  titleOf,
  titlesOf,
} from './sentences.ts'
import { talkFor } from './talk.ts'

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
    ...messageParagraph(
      { id: 'first.opening' },
      titlesOf(deliverables).length > 0 ? null : saying('first.summary', 'summary', answers.request.summary),
    ),
    ...agreedBlocks(deliverables),
    ...messageParagraph(examples.length > 0 && { id: 'first.happened', count: examples.length }),
    ...bulletList(examples.map((row) => exampleSentences(row, choice))),
    ...messageParagraph(askedBy(choice, 'first.request'), { id: 'first.offer' }),
    ...closing(answers),
  ],
})

/** Room for what they asked for. */
const answerMessage: Writer = ({ answers, rows: { deliverables }, choice, asOf }) => {
  const thread = talkFor('answer', answers, asOf)?.thread ?? null
  return {
    subject: aboutTitles('answer.subject', deliverables),
    blocks: [
      ...greeting(answers),
      ...messageParagraph(thanksFor(thread), { id: 'answer.given' }),
      ...messageParagraph(askedBy(choice, 'answer.request')),
      ...closing(answers),
    ],
  }
}

const followUpMessage: Writer = ({ answers, rows: { deliverables }, choice, asOf }) => {
  const thread = talkFor('followUp', answers, asOf)?.thread ?? null
  return {
    subject: aboutTitles('followUp.subject', deliverables),
    blocks: [
      ...greeting(answers),
      ...messageParagraph(...statusSentences(thread, asOf)),
      ...agreedBlocks(deliverables),
      ...messageParagraph(...requestOf(thread, choice, answers, asOf)),
      ...closing(answers),
    ],
  }
}

/** What they say is done was checked, and does not work. */
const notAcceptedMessage: Writer = ({ answers, rows: { deliverables, examples }, choice, asOf }) => {
  const thread = talkFor('notAccepted', answers, asOf)?.thread ?? null
  return {
    subject: aboutTitles('notAccepted.subject', deliverables),
    blocks: [
      ...greeting(answers),
      ...messageParagraph(thanksFor(thread), { id: 'notAccepted.opening' }),
      ...bulletList(deliverables.map((row) => agreedSentences(row, 'notFound'))),
      ...messageParagraph(examples.length > 0 && { id: 'first.happened', count: examples.length }),
      ...bulletList(examples.map((row) => exampleSentences(row, choice))),
      ...messageParagraph(askedBy(choice, 'notAccepted.request')),
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
      ...bulletList(deliverables.map((row) => [titleOf(row, 'deliverable')])),
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
  const { word, plan } = talkFor('accept', answers, asOf)?.thread ?? {}
  const names = titlesOf(deliverables)
  // Without a plan there is nothing to accept, and the page says so.
  if (!word || !plan) return { subject: { id: 'first.subjectPlain' }, blocks: [] }
  return {
    subject: promisedBy(word, plan, 'accept.subject'),
    blocks: [
      ...greeting(answers),
      ...messageParagraph({ id: 'accept.thanks', dates: { date: word.date } }, promisedBy(word, plan, 'accept.date')),
      ...messageParagraph(names.length > 0 && { id: 'accept.what', names }),
      ...messageParagraph({ id: 'accept.tell' }),
      ...closing(answers),
    ],
  }
}

export const WRITERS: Readonly<Record<MessageKind, Writer>> = {
  first: firstMessage,
  answer: answerMessage,
  followUp: followUpMessage,
  notAccepted: notAcceptedMessage,
  change: changeMessage,
  accept: acceptMessage,
}

const agreedBlocks = (deliverables: readonly Deliverable[]) => [
  ...messageParagraph(deliverables.length > 0 && { id: 'first.agreed', count: deliverables.length }),
  ...bulletList(deliverables.map((row) => agreedSentences(row))),
]

/** What came before anything was asked of them is no answer. */
const thanksFor = (thread: Thread | null): Sentence | null =>
  thread?.word && thread.answered.length > 0 ? { id: 'accept.thanks', dates: { date: thread.word.date } } : null

/** The partner's plan, if nothing was asked since and its day has not passed. */
export const planToAccept = (answers: VisibleAnswers, asOf: PlainDate): DatedContact | null =>
  talkFor('accept', answers, asOf)?.thread.word ?? null
