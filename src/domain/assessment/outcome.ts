import type { AddedState, ExamplesState, OpenActionId, Outcome, PartnerState, ScopeState } from './conclusion.ts'

export interface PracticeStates {
  scope: ScopeState
  added: AddedState
  partner: PartnerState
  examples: ExamplesState
}

export interface Decision {
  outcome: Outcome
  /** Tried with the partner, without a response or a clear answer: a matter for the account team (S). */
  warranted: boolean
  open: readonly OpenActionId[]
}

/** The first open action in Adobe's order of the practices, or READY. */
export function decide({ scope, added, partner, examples }: PracticeStates): Decision {
  const refusedFairly = partner === 'REFUSED' && (scope === 'NA' || scope === 'IN')
  const warranted =
    partner === 'NA' || partner === 'BROKEN' || partner === 'SILENT' || partner === 'UNCLEAR' || refusedFairly
  if (partner === 'RESOLVED') return { outcome: 'RESOLVED', warranted: false, open: [] }

  const isOpen: Record<OpenActionId, boolean> = {
    REVISIT_SCOPE: scope === 'OPEN',
    SETTLE_CHANGES: added === 'OPEN' || scope === 'OUT' || (partner === 'REFUSED' && scope === 'OUT_CR'),
    CONTACT_PARTNER: partner === 'NOT_CONTACTED',
    AWAIT_PARTNER: partner === 'AWAIT',
    FOLLOW_PLAN: partner === 'PLAN',
    GATHER_EXAMPLES: examples === 'OPEN',
  }
  const open = (Object.keys(isOpen) as OpenActionId[]).filter((action) => isOpen[action])
  return { outcome: open[0] ?? 'READY', warranted, open }
}
