import type { Address } from '../case/address.ts'
import { nonBlank } from '../case/answer.ts'
import type { PlainDate, PlainMonth } from '../dates/plainDate.ts'

/** The next thing to do (domain model, S and C). RESOLVED and READY are never open actions. */
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

/**
 * Where a rule comes from: S the source text, A another page of Adobe's, T a trusted source, C our own convention.
 * The page says so, and never presents our convention as Adobe's rule.
 */
export type Basis = 'S' | 'A' | 'T' | 'C'

/** Every rule of the assessment, with what it rests on. */
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

/** Rises when a rule changes what it concludes. It goes into the file, so that both readers can tell. */
export const RULES_VERSION = 1

/** What a sentence about a conclusion mentions. Dates and texts stay apart: only dates are written by language. */
export interface Says {
  dates?: Readonly<Record<string, PlainDate | PlainMonth>>
  texts?: Readonly<Record<string, string>>
  /** The number that decides between singular and plural. */
  count?: number
  /** What an example still lacks, as ids. */
  lacks?: readonly string[]
}

/** One thing that the assessment says, with the answers it rests on. */
export interface Conclusion extends Says {
  rule: RuleId
  state: 'met' | 'gap' | 'notApplicable'
  /** The answer that the reader is led to. */
  about: Address
  /** The answers that were looked at, for "why do we say this?". */
  used: readonly Address[]
  /** The open action that a gap belongs to. */
  action?: OpenActionId
}

/** What a conclusion says beside its rule; without `used` it rests on the answer that it is about. */
type More = Says & { used?: readonly Address[] }

export const met = (rule: RuleId, about: Address, more: More = {}): Conclusion => ({
  ...{ rule, state: 'met', about, used: [about] },
  ...more,
})

export const gap = (rule: RuleId, about: Address, action: OpenActionId, more: More = {}): Conclusion => ({
  ...{ rule, state: 'gap', about, used: [about], action },
  ...more,
})

export const notApplicable = (rule: RuleId, about: Address, more: More = {}): Conclusion => ({
  ...{ rule, state: 'notApplicable', about, used: [about] },
  ...more,
})

/** The merchant says that a practice does not apply, and why not. */
export const doesNotApply = (practice: 'scope' | 'added' | 'partner' | 'examples', whyNot: unknown): Conclusion =>
  notApplicable(`${practice}.applies`, `${practice}.applies`, {
    used: [`${practice}.applies`, `${practice}.whyNot`],
    texts: { whyNot: nonBlank(whyNot) ?? '' },
  })

/** What one practice comes to: its state for the outcome, and why. */
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
