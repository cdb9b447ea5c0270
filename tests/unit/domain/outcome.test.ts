import { describe, expect, it } from 'vitest'
import type { AddedState, ExamplesState, PartnerState, ScopeState } from '../../../src/domain/assessment/conclusion.ts'
import { type Decision, decide } from '../../../src/domain/assessment/outcome.ts'

const SCOPES: ScopeState[] = ['NA', 'OPEN', 'IN', 'OUT', 'OUT_CR']
const ADDED: AddedState[] = ['NA', 'OPEN', 'DONE']
const EXAMPLES: ExamplesState[] = ['NA', 'OPEN', 'DONE']
const PARTNERS: PartnerState[] = [
  'NA',
  'NOT_CONTACTED',
  'AWAIT',
  'PLAN',
  'BROKEN',
  'SILENT',
  'UNCLEAR',
  'REFUSED',
  'RESOLVED',
]

const all = SCOPES.flatMap((scope) =>
  ADDED.flatMap((added) =>
    PARTNERS.flatMap((partner) =>
      EXAMPLES.map((examples) => ({
        scope,
        added,
        partner,
        examples,
        ...decide({ scope, added, partner, examples }),
      })),
    ),
  ),
)

/** The table as it was studied: outcome by partner (row) and scope (column), a star where it is warranted. */
const TABLE: Record<PartnerState, readonly string[]> = {
  NA: ['READY*', 'REVISIT_SCOPE*', 'READY*', 'SETTLE_CHANGES*', 'READY*'],
  NOT_CONTACTED: ['CONTACT_PARTNER', 'REVISIT_SCOPE', 'CONTACT_PARTNER', 'SETTLE_CHANGES', 'CONTACT_PARTNER'],
  AWAIT: ['AWAIT_PARTNER', 'REVISIT_SCOPE', 'AWAIT_PARTNER', 'SETTLE_CHANGES', 'AWAIT_PARTNER'],
  PLAN: ['FOLLOW_PLAN', 'REVISIT_SCOPE', 'FOLLOW_PLAN', 'SETTLE_CHANGES', 'FOLLOW_PLAN'],
  BROKEN: ['READY*', 'REVISIT_SCOPE*', 'READY*', 'SETTLE_CHANGES*', 'READY*'],
  SILENT: ['READY*', 'REVISIT_SCOPE*', 'READY*', 'SETTLE_CHANGES*', 'READY*'],
  UNCLEAR: ['READY*', 'REVISIT_SCOPE*', 'READY*', 'SETTLE_CHANGES*', 'READY*'],
  REFUSED: ['READY*', 'REVISIT_SCOPE', 'READY*', 'SETTLE_CHANGES', 'SETTLE_CHANGES'],
  RESOLVED: ['RESOLVED', 'RESOLVED', 'RESOLVED', 'RESOLVED', 'RESOLVED'],
}

const starred = ({ outcome, warranted }: Decision) => `${outcome}${warranted ? '*' : ''}`

describe('the decision table', () => {
  it.each(PARTNERS)('gives the studied outcome for a partner that is %s, additions and examples settled', (partner) => {
    for (const added of ['NA', 'DONE'] as const)
      for (const examples of ['NA', 'DONE'] as const)
        expect(SCOPES.map((scope) => starred(decide({ scope, added, partner, examples })))).toEqual(TABLE[partner])
  })

  it('turns every outcome but RESOLVED and REVISIT_SCOPE into SETTLE_CHANGES while additions are open', () => {
    for (const { added, outcome, ...states } of all.filter((row) => row.added === 'OPEN')) {
      const settled = decide({ ...states, added: 'DONE' }).outcome
      const stays = settled === 'RESOLVED' || settled === 'REVISIT_SCOPE'
      expect(outcome).toBe(stays ? settled : 'SETTLE_CHANGES')
    }
  })

  it('turns what would be READY into GATHER_EXAMPLES while no example can be used', () => {
    for (const { examples, outcome, ...states } of all.filter((row) => row.examples === 'OPEN')) {
      const settled = decide({ ...states, examples: 'DONE' }).outcome
      expect(outcome).toBe(settled === 'READY' ? 'GATHER_EXAMPLES' : settled)
    }
  })

  it('has 405 rows with the counted outcomes', () => {
    const counts: Record<string, number> = {}
    for (const { outcome } of all) counts[outcome] = (counts[outcome] ?? 0) + 1
    expect(all).toHaveLength(405)
    expect(counts).toEqual({
      SETTLE_CHANGES: 150,
      REVISIT_SCOPE: 72,
      READY: 56,
      RESOLVED: 45,
      GATHER_EXAMPLES: 28,
      CONTACT_PARTNER: 18,
      AWAIT_PARTNER: 18,
      FOLLOW_PLAN: 18,
    })
  })

  it('is warranted and without open actions wherever it is READY', () => {
    for (const row of all.filter(({ outcome }) => outcome === 'READY')) {
      expect(row.warranted).toBe(true)
      expect(row.open).toEqual([])
    }
  })

  it('names the first open action as the outcome, wherever there is one', () => {
    for (const { outcome, open } of all.filter((row) => row.open.length > 0)) expect(outcome).toBe(open[0])
  })

  it('has nothing open once the partner has put it right', () => {
    for (const { open, warranted } of all.filter(({ partner }) => partner === 'RESOLVED')) {
      expect(open).toEqual([])
      expect(warranted).toBe(false)
    }
  })
})
