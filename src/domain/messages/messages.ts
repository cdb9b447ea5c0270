import { settings } from '../../settings/settings.ts'
import type { Addition } from '../areas/added/schema.ts'
import { lacksOf } from '../areas/examples/missingFields.ts'
import type { Example } from '../areas/examples/schema.ts'
import { lastDayNamed } from '../areas/partner/contactLog.ts'
import { DAYS_AT_LEAST } from '../areas/partner/thread.ts'
import { isAffected, isOutOfScope } from '../areas/scope/affected.ts'
import type { Assessment } from '../assessment/assess.ts'
import type { NextStep } from '../assessment/conclusion.ts'
import { answerOrNull, nonBlank } from '../case/answer.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import { addWorkingDays, workingDayBefore } from '../dates/workingDays.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { isTooLate } from './followUp.ts'
import type { Message, MessageChoice, MessageKind } from './message.ts'
import { hasContent } from './sentences.ts'
import { talkFor } from './talk.ts'
import { type NamedRows, WRITERS } from './writers.ts'

/** More than this reads as an accusation (C). */
const EXAMPLES_AT_FIRST = 3

/** The rows that a draft may name. */
export function rowsFor(kind: MessageKind, answers: VisibleAnswers, asOf: PlainDate): NamedRows {
  const { scope, added, examples } = answers
  const none: NamedRows = { deliverables: [], additions: [], examples: [] }
  if (kind === 'change')
    return {
      ...none,
      deliverables: scope.deliverables.filter(({ inScope }) => inScope === 'no'),
      additions: added.any === 'no' ? [] : added.items,
    }
  const affected = scope.deliverables.filter((row) => isAffected(row) && !isOutOfScope(row))
  const deliverables = talkFor(kind, answers, asOf)?.deliverables ?? affected
  const told = kind === 'first' || kind === 'notAccepted' ? examples.items.filter(hasContent) : []
  return { ...none, deliverables, examples: told }
}

/** One clear request, a fair day, no impact and no threat. */
export function defaultChoice(kind: MessageKind, answers: VisibleAnswers, asOf: PlainDate): MessageChoice {
  const { deliverables, additions, examples } = rowsFor(kind, answers, asOf)
  const inFront = examples.filter(({ front }) => front === true)
  const chosen = (inFront.length > 0 ? inFront : examples.filter((row) => !isVague(row))).slice(0, EXAMPLES_AT_FIRST)
  return {
    answerBy: answerByFor(kind, answers, asOf),
    rows: new Set(
      [
        ...deliverables.filter((row) => kind !== 'change' || nonBlank(row.changeRequest) === null),
        ...additions.filter(isNotOrdered),
        ...chosen,
      ].map(({ id }) => id),
    ),
    withImpact: false,
    withAdobe: false,
  }
}

/** Something is written, and says too little to be told. */
const isVague = (row: Example): boolean =>
  lacksOf(row).some((lack) => (lack === 'expected' || lack === 'actual') && nonBlank(row[lack]) !== null)

function answerByFor(kind: MessageKind, answers: VisibleAnswers, asOf: PlainDate): PlainDate | null {
  if (kind === 'accept') return null
  const thread = kind === 'followUp' ? (talkFor(kind, answers, asOf)?.thread ?? null) : null
  const named = lastDayNamed(thread?.requests ?? [])
  // A reminder says the day that was named, and no other.
  if (named !== null && named >= asOf) return named
  // After a promised day that did not hold, two working days are enough.
  const isMissed = thread !== null && (thread.state === 'CHASE' || thread.missed.length > 0)
  const usual = addWorkingDays(asOf, isMissed ? DAYS_AT_LEAST : settings.workingDaysToAnswer)
  const isRunning = thread !== null && (thread.state === 'AWAIT' || thread.state === 'PLAN')
  const hard = answerOrNull(answers.request.hardDate)
  // No draft gives more time than they have, or a day too late to be of use (C).
  const limits = [
    usual,
    ...(isRunning && thread.date !== null ? [thread.date] : []),
    ...(hard !== null && hard > asOf ? [workingDayBefore(hard)] : []),
  ]
  return [limits.sort()[0] ?? usual, addWorkingDays(asOf, 1)].sort()[1] ?? usual
}

/** A change request, or a written agreement with a known effect, need not be asked for again. */
const isNotOrdered = ({ changeRequest, inWriting, effect }: Addition): boolean =>
  nonBlank(changeRequest) === null &&
  effect !== 'asked_partner' &&
  !(inWriting === 'yes' && (effect === 'no_impact' || effect === 'delay'))

/** Says nothing that no answer says. */
export function messageOf(kind: MessageKind, answers: VisibleAnswers, choice: MessageChoice, asOf: PlainDate): Message {
  const { deliverables, additions, examples } = rowsFor(kind, answers, asOf)
  const isChosen = ({ id }: { id: string }) => choice.rows.has(id)
  const rows = {
    deliverables: deliverables.filter(isChosen),
    additions: additions.filter(isChosen),
    examples: examples.filter(isChosen),
  }
  return WRITERS[kind]({ answers, rows, choice, asOf })
}

const FOR_STEP: Readonly<Partial<Record<NextStep, readonly MessageKind[]>>> = {
  ANSWER_PARTNER: ['answer'],
  CHECK_DELIVERY: ['notAccepted'],
  CHASE_PLAN: ['followUp'],
  SETTLE_CHANGES: ['change', 'followUp'],
  CONTACT_PARTNER: ['first'],
  AWAIT_PARTNER: ['followUp'],
  FOLLOW_PLAN: ['accept', 'followUp'],
  HAND_OVER: ['followUp'],
  RAISE_WITH_MANAGEMENT: ['followUp'],
}

/** The drafts that help with a step. */
export const messagesFor = (step: NextStep, answers: VisibleAnswers, asOf: PlainDate): readonly MessageKind[] =>
  (FOR_STEP[step] ?? []).filter((kind) => fits(kind, step, answers, asOf))

/** A change is followed up once it was refused, and a plan that comes too late is not accepted. */
function fits(kind: MessageKind, step: NextStep, answers: VisibleAnswers, asOf: PlainDate): boolean {
  if (kind === 'change') return hasChanges(answers, asOf)
  const talk = talkFor(kind, answers, asOf)
  if (talk === null) return false
  if (kind === 'accept') return !isTooLate(talk.thread, answers, asOf)
  return step !== 'SETTLE_CHANGES' || talk.thread.state === 'REFUSED'
}

function hasChanges(answers: VisibleAnswers, asOf: PlainDate): boolean {
  const { deliverables, additions } = rowsFor('change', answers, asOf)
  return deliverables.some(({ changeRequest }) => nonBlank(changeRequest) === null) || additions.some(isNotOrdered)
}

/** The draft that fits now: for the next step, else for what else is open. */
export const nextMessage = (
  { next, open, asOf }: Pick<Assessment, 'next' | 'open' | 'asOf'>,
  answers: VisibleAnswers,
): MessageKind | null =>
  [next, ...open.map(({ action }) => action)].flatMap((step) => messagesFor(step, answers, asOf))[0] ?? null
