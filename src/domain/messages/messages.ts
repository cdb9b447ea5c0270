import { settings } from '../../settings/settings.ts'
import type { Addition } from '../areas/added/schema.ts'
import { contactsUntil, readLog } from '../areas/partner/contactLog.ts'
import { isAffected } from '../areas/scope/affected.ts'
import type { Assessment } from '../assessment/assess.ts'
import type { OpenActionId } from '../assessment/conclusion.ts'
import { nonBlank } from '../case/answer.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import { addWorkingDays } from '../dates/workingDays.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import type { Message, MessageChoice, MessageKind } from './message.ts'
import { hasContent } from './sentences.ts'
import { lastDayNamed, type NamedRows, WRITERS } from './writers.ts'

/** More than this reads as an accusation (C). */
const EXAMPLES_AT_FIRST = 3

export function rowsFor(kind: MessageKind, { scope, added, examples }: VisibleAnswers): NamedRows {
  const none: NamedRows = { deliverables: [], additions: [], examples: [] }
  if (kind === 'change')
    return {
      ...none,
      deliverables: scope.deliverables.filter(({ inScope }) => inScope === 'no'),
      additions: added.any === 'no' ? [] : added.items,
    }
  const deliverables = scope.deliverables.filter((row) => isAffected(row) && row.inScope !== 'no')
  if (kind === 'first') return { ...none, deliverables, examples: examples.items.filter(hasContent) }
  return { ...none, deliverables }
}

/** One clear request, a fair day, no impact and no threat. */
export function defaultChoice(kind: MessageKind, answers: VisibleAnswers, asOf: PlainDate): MessageChoice {
  const { deliverables, additions, examples } = rowsFor(kind, answers)
  const inFront = examples.filter(({ front }) => front === true)
  const chosen = (inFront.length > 0 ? inFront : examples).slice(0, EXAMPLES_AT_FIRST)
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

/** A reminder keeps a day that was named and has not passed. */
function answerByFor(kind: MessageKind, { partner }: VisibleAnswers, asOf: PlainDate): PlainDate | null {
  if (kind === 'accept') return null
  const named = kind === 'followUp' ? lastDayNamed(readLog(contactsUntil(partner.log, asOf)).unanswered) : null
  return named !== null && named >= asOf ? named : addWorkingDays(asOf, settings.workingDaysToAnswer)
}

/** A change request, or a written agreement with a known effect, need not be asked for again. */
const isNotOrdered = ({ changeRequest, inWriting, effect }: Addition): boolean =>
  nonBlank(changeRequest) === null &&
  effect !== 'asked_partner' &&
  !(inWriting === 'yes' && (effect === 'no_impact' || effect === 'delay'))

/** Says nothing that no answer says. */
export function messageOf(kind: MessageKind, answers: VisibleAnswers, choice: MessageChoice, asOf: PlainDate): Message {
  const { deliverables, additions, examples } = rowsFor(kind, answers)
  const isChosen = ({ id }: { id: string }) => choice.rows.has(id)
  const rows = {
    deliverables: deliverables.filter(isChosen),
    additions: additions.filter(isChosen),
    examples: examples.filter(isChosen),
  }
  return WRITERS[kind]({ answers, rows, choice, asOf })
}

const FOR_ACTION: Readonly<Record<OpenActionId, readonly MessageKind[]>> = {
  REVISIT_SCOPE: [],
  SETTLE_CHANGES: ['change'],
  CONTACT_PARTNER: ['first'],
  AWAIT_PARTNER: ['followUp'],
  FOLLOW_PLAN: ['accept', 'followUp'],
  GATHER_EXAMPLES: [],
}

export const messagesFor = (action: OpenActionId, answers: VisibleAnswers): readonly MessageKind[] =>
  FOR_ACTION[action].filter((kind) => kind !== 'change' || hasChanges(answers))

function hasChanges(answers: VisibleAnswers): boolean {
  const { deliverables, additions } = rowsFor('change', answers)
  return deliverables.length + additions.length > 0
}

/** Telling the partner comes before everything. */
export function nextMessage(
  { states, open }: Pick<Assessment, 'states' | 'open'>,
  answers: VisibleAnswers,
): MessageKind | null {
  const kinds = open.flatMap(({ action }) => messagesFor(action, answers))
  if (kinds.includes('first')) return 'first'
  const [next] = kinds
  if (next !== undefined) return next
  return states.partner === 'SILENT' || states.partner === 'UNCLEAR' || states.partner === 'BROKEN' ? 'followUp' : null
}
