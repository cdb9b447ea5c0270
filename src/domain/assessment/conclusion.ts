import type { Address } from '../case/address.ts'
import { nonBlank } from '../case/answer.ts'
import type { PlainDate, PlainMonth } from '../dates/plainDate.ts'

/** In the order in which they are taken up (C). CONTACT_PARTNER moves up once it is known what it is about. */
export const OPEN_ACTIONS = [
  'NAME_ANSWER',
  'ANSWER_PARTNER',
  'CHECK_DELIVERY',
  'CONFIRM_SOLVED',
  'CHASE_PLAN',
  'REVISIT_SCOPE',
  'SETTLE_CHANGES',
  'CONTACT_PARTNER',
  'AWAIT_PARTNER',
  'FOLLOW_PLAN',
  'GATHER_EXAMPLES',
] as const
export type OpenActionId = (typeof OPEN_ACTIONS)[number]

/** Who moves next. */
export type Turn = 'SUPPORT' | 'ACCOUNT_TEAM' | 'MERCHANT' | 'PARTNER' | 'NOBODY'

/** Steps that are never open actions. */
export const OTHER_STEPS = [
  'GO_TO_SUPPORT',
  'CLOSE',
  'HAND_OVER',
  'SECURE_YOUR_OWN',
  'RAISE_WITH_MANAGEMENT',
  'NOT_DUE',
] as const
export type NextStep = OpenActionId | (typeof OTHER_STEPS)[number]

/** S the source text, A another Adobe page, T a trusted source, C our own convention, never shown as Adobe's rule. */
export type Basis = 'S' | 'A' | 'T' | 'C'

export const RULES = {
  'scope.applies': 'S',
  'scope.concern': 'S',
  'scope.reviewed': 'S',
  'scope.listed': 'C',
  'scope.finding': 'C',
  'scope.change': 'C',
  'added.applies': 'S',
  'added.any': 'S',
  'added.listed': 'C',
  'added.effect': 'S',
  'partner.cannot': 'S',
  'partner.told': 'S',
  'partner.unsorted': 'C',
  'partner.awaited': 'C',
  'partner.done': 'C',
  'partner.asks': 'C',
  'partner.plan': 'C',
  'partner.chase': 'C',
  'partner.silent': 'S',
  'partner.unclear': 'S',
  'partner.broken': 'C',
  'partner.repeated': 'C',
  'partner.refused': 'C',
  'partner.confirm': 'C',
  'partner.solved': 'C',
  'partner.cameBack': 'C',
  'examples.applies': 'S',
  'examples.usable': 'S',
  'examples.lacking': 'C',
} as const satisfies Record<string, Basis>
type RuleId = keyof typeof RULES

/** Raise it when a rule concludes something else than before; files carry it. */
export const RULES_VERSION = 2

/** Dates are apart from texts because they are formatted by language. */
export interface Says {
  dates?: Readonly<Record<string, PlainDate | PlainMonth>>
  texts?: Readonly<Record<string, string>>
  count?: number
  lacks?: readonly string[]
  /** In order. */
  days?: readonly (PlainDate | PlainMonth)[]
}

export interface Conclusion extends Says {
  rule: RuleId
  state: 'met' | 'gap' | 'notApplicable'
  about: Address
  used: readonly Address[]
  action?: OpenActionId
  /** Another sentence than that of the state. */
  variant?: string
  /** The codes of the deliverables that it holds for, unless it holds for all. */
  matters?: readonly string[]
}

/** `used` defaults to the answer that the conclusion is about. */
type More = Says & { used?: readonly Address[]; variant?: string }

export const met = (rule: RuleId, about: Address, more: More = {}): Conclusion => ({
  rule,
  state: 'met',
  about,
  used: [about],
  ...more,
})

export const gap = (rule: RuleId, about: Address, action: OpenActionId, more: More = {}): Conclusion => ({
  rule,
  state: 'gap',
  about,
  used: [about],
  action,
  ...more,
})

export const notApplicable = (rule: RuleId, about: Address, more: More = {}): Conclusion => ({
  rule,
  state: 'notApplicable',
  about,
  used: [about],
  ...more,
})

export const doesNotApply = (practice: 'scope' | 'added' | 'examples', whyNot: unknown): Conclusion =>
  notApplicable(`${practice}.applies`, `${practice}.applies`, {
    used: [`${practice}.applies`, `${practice}.whyNot`],
    texts: { whyNot: nonBlank(whyNot) ?? '' },
  })

export interface Practice<State extends string> {
  state: State
  conclusions: readonly Conclusion[]
}

export type ScopeState = 'NA' | 'OPEN' | 'IN' | 'OUT' | 'OUT_CR'
export type AddedState = 'NA' | 'OPEN' | 'DONE'
export type ExamplesState = 'NA' | 'OPEN' | 'DONE'
