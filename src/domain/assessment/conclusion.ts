import type { Address } from '../case/address.ts'
import { nonBlank } from '../case/answer.ts'
import type { PlainDate, PlainMonth } from '../dates/plainDate.ts'

/** Domain model, S and C. RESOLVED and READY are never open actions. */
export const OPEN_ACTIONS = [
  'REVISIT_SCOPE',
  'SETTLE_CHANGES',
  'CONTACT_PARTNER',
  'AWAIT_PARTNER',
  'FOLLOW_PLAN',
  'GATHER_EXAMPLES',
] as const
export type OpenActionId = (typeof OPEN_ACTIONS)[number]
export type Outcome = OpenActionId | 'RESOLVED' | 'READY'

/** S the source text, A another Adobe page, T a trusted source, C our own convention, never shown as Adobe's rule. */
export type Basis = 'S' | 'A' | 'T' | 'C'

export const RULES = {
  'scope.applies': 'S',
  'scope.concern': 'S',
  'scope.reviewed': 'S',
  'scope.listed': 'C',
  'scope.finding': 'S',
  'scope.change': 'C',
  'added.applies': 'S',
  'added.any': 'S',
  'added.listed': 'C',
  'added.effect': 'S',
  'partner.applies': 'S',
  'partner.told': 'S',
  'partner.awaited': 'C',
  'partner.plan': 'S',
  'partner.silent': 'S',
  'partner.unclear': 'S',
  'partner.broken': 'S',
  'partner.refused': 'C',
  'partner.solved': 'S',
  'examples.applies': 'S',
  'examples.usable': 'S',
  'examples.lacking': 'C',
} as const satisfies Record<string, Basis>
type RuleId = keyof typeof RULES

/** Raise it when a rule changes what it concludes; files carry it. */
export const RULES_VERSION = 1

/** Dates are apart from texts because they are formatted by language. */
export interface Says {
  dates?: Readonly<Record<string, PlainDate | PlainMonth>>
  texts?: Readonly<Record<string, string>>
  count?: number
  lacks?: readonly string[]
}

export interface Conclusion extends Says {
  rule: RuleId
  state: 'met' | 'gap' | 'notApplicable'
  about: Address
  used: readonly Address[]
  action?: OpenActionId
}

/** `used` defaults to the answer that the conclusion is about. */
type More = Says & { used?: readonly Address[] }

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

export const doesNotApply = (practice: 'scope' | 'added' | 'partner' | 'examples', whyNot: unknown): Conclusion =>
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
export type PartnerState =
  | 'RESOLVED'
  | 'NA'
  | 'NOT_CONTACTED'
  | 'AWAIT'
  | 'SILENT'
  | 'UNCLEAR'
  | 'PLAN'
  | 'BROKEN'
  | 'REFUSED'
export type ExamplesState = 'NA' | 'OPEN' | 'DONE'
