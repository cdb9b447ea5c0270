import { addedPractice } from '../areas/added/rules.ts'
import { examplesPractice } from '../areas/examples/rules.ts'
import { partnerPractice } from '../areas/partner/rules.ts'
import { scopePractice } from '../areas/scope/rules.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { type Conclusion, type OpenActionId, RULES_VERSION } from './conclusion.ts'
import type { Notice } from './notice.ts'
import { noticesOf } from './notices.ts'
import { type Decision, decide, type PracticeStates } from './outcome.ts'

export interface OpenAction {
  action: OpenActionId
  until: PlainDate | null
  reasons: readonly Conclusion[]
}

/** Derived from the answers on one day; never stored. */
export interface Assessment extends Omit<Decision, 'open'> {
  rules: number
  asOf: PlainDate
  states: PracticeStates
  /** The date of AWAIT_PARTNER or FOLLOW_PLAN, inclusive, whatever the outcome. */
  until: PlainDate | null
  settled: readonly Conclusion[]
  open: readonly OpenAction[]
  notices: readonly Notice[]
}

/** Advice, never a gate. `asOf` is a calendar day, dates are inclusive; `language` is the merchant's. */
export function assess(answers: VisibleAnswers, asOf: PlainDate, language: string): Assessment {
  const scope = scopePractice(answers, asOf)
  const added = addedPractice(answers)
  const partner = partnerPractice(answers, asOf, scope.state)
  const examples = examplesPractice(answers)
  const states = { scope: scope.state, added: added.state, partner: partner.state, examples: examples.state }
  const { outcome, warranted, open } = decide(states)

  const conclusions = [scope, added, partner, examples].flatMap((practice) => practice.conclusions)
  return {
    rules: RULES_VERSION,
    asOf,
    states,
    outcome,
    warranted,
    until: partner.until,
    settled: conclusions.filter(({ state }) => state !== 'gap'),
    open: open.map((action) => ({
      action,
      until: action === 'AWAIT_PARTNER' || action === 'FOLLOW_PLAN' ? partner.until : null,
      reasons: conclusions.filter((conclusion) => conclusion.action === action),
    })),
    notices: noticesOf(answers, { asOf, language, states }),
  }
}
