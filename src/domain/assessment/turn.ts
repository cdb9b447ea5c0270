import type { PartnerStanding } from '../areas/partner/matters.ts'
import type { ThreadState } from '../areas/partner/thread.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import type { AddedState, ExamplesState, NextStep, OpenActionId, ScopeState, Turn } from './conclusion.ts'

/** A thread as the decision sees it. */
interface MatterState {
  state: ThreadState
  date: PlainDate | null
  is: 'wholeCase' | 'inScope' | 'outOfScope'
}

export interface CaseState {
  scope: ScopeState
  added: AddedState
  partner: PartnerStanding['is']
  examples: ExamplesState
  matters: readonly MatterState[]
  /** A deliverable is late, missing or not as agreed. */
  hasAffected: boolean
  /** One of these is not in scope and has no change request. */
  lacksChangeRequest: boolean
  /** The earliest agreed date, if every affected deliverable in scope is due later; null otherwise. */
  dueOn: PlainDate | null
  isAllDelivered: boolean
  /** An emergency for which no support case is named, and for which Adobe has a support. */
  isEmergency: boolean
  isOpenSource: boolean
}

export interface Decision {
  turn: Turn
  next: NextStep
  /** The day of the next step, inclusive, if it has one. */
  until: PlainDate | null
  /** Tried with the partner, without a response, a clear answer or a promise that held: for the account team (S). */
  warranted: boolean
  open: readonly { action: OpenActionId; until: PlainDate | null }[]
}

/** Not the merchant's to do. */
const PARTNERS: readonly OpenActionId[] = ['AWAIT_PARTNER', 'FOLLOW_PLAN']

/** Adobe's order of the practices (S), with what keeps the other side waiting first (C). */
export function decide(state: CaseState): Decision {
  const { partner, isEmergency } = state
  const isSolved = partner === 'solved'
  const open = isSolved ? [] : openActions(state)
  const isWarranted = !isSolved && warranted(state, open)
  const { turn, next } = isEmergency
    ? ({ turn: 'SUPPORT', next: 'GO_TO_SUPPORT' } as const)
    : isSolved
      ? ({ turn: 'NOBODY', next: 'CLOSE' } as const)
      : nextStep(state, open, isWarranted)
  const until = next === 'NOT_DUE' ? state.dueOn : untilOf(next, state.matters)
  return {
    turn,
    next,
    until,
    warranted: isWarranted,
    open: open.map((action) => ({ action, until: untilOf(action, state.matters) })),
  }
}

const anyOf =
  (matters: readonly MatterState[]) =>
  (...states: readonly ThreadState[]) =>
    matters.some((matter) => states.includes(matter.state))

function untilOf(step: NextStep, matters: readonly MatterState[]): PlainDate | null {
  if (step !== 'AWAIT_PARTNER' && step !== 'FOLLOW_PLAN') return null
  const running = matters.filter(({ state }) => state === (step === 'AWAIT_PARTNER' ? 'AWAIT' : 'PLAN'))
  return running.map(({ date }) => date ?? '').sort()[0] ?? null
}

function openActions(state: CaseState): readonly OpenActionId[] {
  const { scope, added, examples, partner, matters, hasAffected, isAllDelivered: confirm } = state
  const any = anyOf(matters)
  const mustTell = any('NOT_TOLD') && !confirm
  const isKnownWhat = hasAffected || scope === 'NA'
  const isRefusedChange = matters.some((matter) => matter.state === 'REFUSED' && matter.is === 'outOfScope')
  const isOpen: readonly (readonly [OpenActionId, boolean])[] = [
    ['NAME_ANSWER', any('UNSORTED')],
    ['ANSWER_PARTNER', any('OURS')],
    ['CHECK_DELIVERY', any('TO_CHECK')],
    ['CONFIRM_SOLVED', confirm],
    ['CHASE_PLAN', any('CHASE') && !confirm],
    ['CONTACT_PARTNER', mustTell && isKnownWhat],
    ['REVISIT_SCOPE', scope === 'OPEN' && !confirm],
    ['SETTLE_CHANGES', added === 'OPEN' || (partner !== 'cannot' && state.lacksChangeRequest) || isRefusedChange],
    ['CONTACT_PARTNER', mustTell && !isKnownWhat],
    ['AWAIT_PARTNER', any('AWAIT') && !confirm],
    ['FOLLOW_PLAN', any('PLAN') && !confirm],
    ['GATHER_EXAMPLES', examples === 'OPEN'],
  ]
  return isOpen.flatMap(([action, is]) => (is ? [action] : []))
}

/** What is asked for is an order, not a fault; what came back and was in scope is one. */
const isChangeOnly = ({ partner, scope, matters }: CaseState): boolean =>
  partner !== 'cannot' &&
  matters.every(({ is }) => is !== 'inScope') &&
  (scope === 'OUT' || (scope === 'OUT_CR' && matters.every(({ state }) => state === 'REFUSED')))

function warranted(state: CaseState, open: readonly OpenActionId[]): boolean {
  if (state.partner === 'cannot') return true
  if (open.includes('CONFIRM_SOLVED') || isChangeOnly(state)) return false
  return state.matters.some((matter) => isWarranted(matter, state))
}

function isWarranted({ state, is }: MatterState, { scope, dueOn }: CaseState): boolean {
  if (state === 'REFUSED')
    return is !== 'outOfScope' && (scope === 'NA' || scope === 'IN' || (scope === 'OUT_CR' && is === 'inScope'))
  if (state === 'BROKEN' || state === 'REPEATED') return true
  // Nobody has to answer early for what is due later.
  return (state === 'SILENT' || state === 'UNCLEAR') && (is !== 'wholeCase' || dueOn === null)
}

function nextStep(
  state: CaseState,
  open: readonly OpenActionId[],
  isWarranted_: boolean,
): { turn: Turn; next: NextStep } {
  const { partner, matters, isOpenSource, dueOn } = state
  const any = anyOf(matters)
  const merchant = (next: NextStep | undefined) => ({ turn: 'MERCHANT', next: next ?? 'SETTLE_CHANGES' }) as const
  if (isChangeOnly(state)) {
    const before: readonly OpenActionId[] = ['NAME_ANSWER', 'ANSWER_PARTNER', 'CHECK_DELIVERY', 'SETTLE_CHANGES']
    return merchant(before.find((action) => open.includes(action)))
  }
  if (isWarranted_ && isOpenSource) return merchant(partner === 'cannot' ? 'SECURE_YOUR_OWN' : 'RAISE_WITH_MANAGEMENT')
  if (isWarranted_) return { turn: 'ACCOUNT_TEAM', next: 'HAND_OVER' }
  if (dueOn !== null && !any('AWAIT', 'PLAN', 'OURS', 'TO_CHECK', 'CHASE', 'UNSORTED', 'REFUSED'))
    return { turn: 'PARTNER', next: 'NOT_DUE' }
  if (any('UNSORTED', 'OURS', 'TO_CHECK', 'CHASE', 'NOT_TOLD', 'REFUSED') || open.includes('CONFIRM_SOLVED'))
    return merchant(open.find((action) => !PARTNERS.includes(action)))
  const awaitUntil = untilOf('AWAIT_PARTNER', matters)
  const planUntil = untilOf('FOLLOW_PLAN', matters)
  const isPlanFirst = awaitUntil === null || (planUntil !== null && planUntil < awaitUntil)
  return { turn: 'PARTNER', next: isPlanFirst ? 'FOLLOW_PLAN' : 'AWAIT_PARTNER' }
}
