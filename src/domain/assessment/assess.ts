import { isEmergency } from '../areas/about/urgent.ts'
import { addedPractice } from '../areas/added/rules.ts'
import { examplesPractice } from '../areas/examples/rules.ts'
import { type PartnerStanding, partnerStanding } from '../areas/partner/matters.ts'
import { partnerConclusions } from '../areas/partner/rules.ts'
import { agreedDate, isAffected, isOutOfScope } from '../areas/scope/affected.ts'
import { scopePractice } from '../areas/scope/rules.ts'
import type { Deliverable } from '../areas/scope/schema.ts'
import { nonBlank } from '../case/answer.ts'
import { lastDayOf, type PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { type Conclusion, type OpenActionId, RULES_VERSION } from './conclusion.ts'
import type { Notice } from './notice.ts'
import { noticesOf } from './notices.ts'
import { type CaseState, type Decision, decide } from './turn.ts'

export interface OpenAction {
  action: OpenActionId
  until: PlainDate | null
  reasons: readonly Conclusion[]
}

/** Why it is open, if the partner has been told and only the day is missing. */
export const reasonWithoutDay = ({ reasons }: OpenAction): Conclusion | undefined =>
  reasons.find(({ rule, variant }) => rule === 'partner.told' && (variant === 'undated' || variant === 'notLogged'))

/** Derived from the answers on one day; never stored. */
export interface Assessment extends Omit<Decision, 'open'> {
  rules: number
  asOf: PlainDate
  state: CaseState
  standing: PartnerStanding
  settled: readonly Conclusion[]
  open: readonly OpenAction[]
  notices: readonly Notice[]
}

/** Advice, never a gate. `asOf` is a calendar day, dates are inclusive; `language` is the merchant's. */
export function assess(answers: VisibleAnswers, asOf: PlainDate, language: string): Assessment {
  const scope = scopePractice(answers, asOf)
  const added = addedPractice(answers)
  const examples = examplesPractice(answers)
  const standing = partnerStanding(answers, asOf)
  const partner = partnerConclusions(answers, standing, scope.state)
  const state: CaseState = {
    scope: scope.state,
    added: added.state,
    examples: examples.state,
    ...stateOf(answers, standing),
  }
  const decision = decide(state)
  const conclusions = [...scope.conclusions, ...added.conclusions, ...partner, ...examples.conclusions]
  return {
    ...decision,
    rules: RULES_VERSION,
    asOf,
    state,
    standing,
    settled: conclusions.filter((conclusion) => conclusion.state !== 'gap'),
    open: decision.open.map((action) => ({
      ...action,
      reasons: conclusions.filter((conclusion) => conclusion.action === action.action),
    })),
    notices: noticesOf(answers, { asOf, language, decision, standing }),
  }
}

function stateOf(
  { about, scope }: VisibleAnswers,
  { is, cameBack, matters, notDue, isAllDelivered }: PartnerStanding,
): Omit<CaseState, 'scope' | 'added' | 'examples'> {
  const affected = scope.deliverables.filter(isAffected)
  const inScope = affected.filter((row) => !isOutOfScope(row))
  const later = inScope.filter((row) => notDue.includes(row))
  const dueDays = later.map((row) => lastDayOf(agreedDate(row) ?? '')).sort()
  const isOpenSource = about.deployment === 'open_source'
  const isOfWholeCase = (row: Deliverable | null): row is null =>
    row === null || (!isOutOfScope(row) && ((cameBack === null && !isAffected(row)) || notDue.includes(row)))
  return {
    partner: is,
    matters: matters.map(({ deliverable, thread: { state, date } }) => ({
      state,
      date,
      is: isOfWholeCase(deliverable) ? 'wholeCase' : isOutOfScope(deliverable) ? 'outOfScope' : 'inScope',
    })),
    hasAffected: affected.length > 0,
    lacksChangeRequest: affected.some((row) => isOutOfScope(row) && nonBlank(row.changeRequest) === null),
    dueOn: later.length === inScope.length ? (dueDays[0] ?? null) : null,
    isAllDelivered,
    isEmergency: isEmergency(about.urgent) && !isOpenSource && nonBlank(about.urgentCase) === null,
    isOpenSource,
  }
}
