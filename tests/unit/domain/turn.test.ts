import { describe, expect, it } from 'vitest'
import { THREAD_STATES, type ThreadState } from '../../../src/domain/areas/partner/thread.ts'
import type { AddedState, ExamplesState, ScopeState } from '../../../src/domain/assessment/conclusion.ts'
import { type CaseState, decide } from '../../../src/domain/assessment/turn.ts'

const SCOPES: ScopeState[] = ['NA', 'OPEN', 'IN', 'OUT', 'OUT_CR']
const ADDED: AddedState[] = ['NA', 'OPEN', 'DONE']
const EXAMPLES: ExamplesState[] = ['NA', 'OPEN', 'DONE']
const PARTNERS = ['solved', 'cannot', ...THREAD_STATES] as const
type Partner = (typeof PARTNERS)[number]

const LAST_DAY = '2026-12-01'

/** A case of one matter, which fits what is known of the scope. */
function aState(scope: ScopeState, partner: Partner, more: Partial<CaseState> = {}): CaseState {
  const isThread = (name: Partner): name is ThreadState => name !== 'solved' && name !== 'cannot'
  const is = scope === 'OUT_CR' ? 'outOfScope' : scope === 'IN' || scope === 'OPEN' ? 'inScope' : 'wholeCase'
  return {
    scope,
    added: 'DONE',
    examples: 'DONE',
    partner: isThread(partner) ? 'talking' : partner,
    matters: isThread(partner) ? [{ state: partner, date: LAST_DAY, is }] : [],
    hasAffected: scope !== 'NA',
    lacksChangeRequest: scope === 'OUT',
    dueOn: null,
    isAllDelivered: false,
    isEmergency: false,
    isOpenSource: false,
    ...more,
  }
}

const brief = (state: CaseState) => {
  const { next, warranted } = decide(state)
  return `${next}${warranted ? '*' : ''}`
}

/** The next step by what the partner has said (row) and the scope (column), a star where it is for the account team. */
const TABLE: Record<Partner, readonly string[]> = {
  solved: ['CLOSE', 'CLOSE', 'CLOSE', 'CLOSE', 'CLOSE'],
  cannot: ['HAND_OVER*', 'HAND_OVER*', 'HAND_OVER*', 'HAND_OVER*', 'HAND_OVER*'],
  NOT_TOLD: ['CONTACT_PARTNER', 'CONTACT_PARTNER', 'CONTACT_PARTNER', 'SETTLE_CHANGES', 'CONTACT_PARTNER'],
  UNSORTED: ['NAME_ANSWER', 'NAME_ANSWER', 'NAME_ANSWER', 'NAME_ANSWER', 'NAME_ANSWER'],
  AWAIT: ['AWAIT_PARTNER', 'AWAIT_PARTNER', 'AWAIT_PARTNER', 'SETTLE_CHANGES', 'AWAIT_PARTNER'],
  SILENT: ['HAND_OVER*', 'HAND_OVER*', 'HAND_OVER*', 'SETTLE_CHANGES', 'HAND_OVER*'],
  TO_CHECK: ['CHECK_DELIVERY', 'CHECK_DELIVERY', 'CHECK_DELIVERY', 'CHECK_DELIVERY', 'CHECK_DELIVERY'],
  OURS: ['ANSWER_PARTNER', 'ANSWER_PARTNER', 'ANSWER_PARTNER', 'ANSWER_PARTNER', 'ANSWER_PARTNER'],
  REFUSED: ['HAND_OVER*', 'REVISIT_SCOPE', 'HAND_OVER*', 'SETTLE_CHANGES', 'SETTLE_CHANGES'],
  UNCLEAR: ['HAND_OVER*', 'HAND_OVER*', 'HAND_OVER*', 'SETTLE_CHANGES', 'HAND_OVER*'],
  PLAN: ['FOLLOW_PLAN', 'FOLLOW_PLAN', 'FOLLOW_PLAN', 'SETTLE_CHANGES', 'FOLLOW_PLAN'],
  CHASE: ['CHASE_PLAN', 'CHASE_PLAN', 'CHASE_PLAN', 'SETTLE_CHANGES', 'CHASE_PLAN'],
  BROKEN: ['HAND_OVER*', 'HAND_OVER*', 'HAND_OVER*', 'SETTLE_CHANGES', 'HAND_OVER*'],
  REPEATED: ['HAND_OVER*', 'HAND_OVER*', 'HAND_OVER*', 'SETTLE_CHANGES', 'HAND_OVER*'],
}

const all = SCOPES.flatMap((scope) =>
  ADDED.flatMap((added) =>
    PARTNERS.flatMap((partner) =>
      EXAMPLES.map((examples) => ({
        scope,
        added,
        partner,
        examples,
        state: aState(scope, partner, { added, examples }),
      })),
    ),
  ),
)

describe('whose turn it is, in a table', () => {
  it.each(PARTNERS)('is as studied for a partner that is %s, whatever is open of additions and examples', (partner) => {
    for (const added of ADDED)
      for (const examples of EXAMPLES) {
        const row = SCOPES.map((scope) => brief(aState(scope, partner, { added, examples })))
        expect(row, `${added} ${examples}`).toEqual(TABLE[partner])
      }
  })

  it('has 630 rows with the counted steps', () => {
    const counts: Record<string, number> = {}
    for (const { state } of all) {
      const { turn, next } = decide(state)
      counts[`${turn} ${next}`] = (counts[`${turn} ${next}`] ?? 0) + 1
    }
    expect(all).toHaveLength(630)
    expect(counts).toEqual({
      'ACCOUNT_TEAM HAND_OVER': 207,
      'MERCHANT SETTLE_CHANGES': 90,
      'MERCHANT NAME_ANSWER': 45,
      'MERCHANT CHECK_DELIVERY': 45,
      'MERCHANT ANSWER_PARTNER': 45,
      'NOBODY CLOSE': 45,
      'MERCHANT CONTACT_PARTNER': 36,
      'MERCHANT CHASE_PLAN': 36,
      'PARTNER AWAIT_PARTNER': 36,
      'PARTNER FOLLOW_PLAN': 36,
      'MERCHANT REVISIT_SCOPE': 9,
    })
  })

  it('is the account team’s exactly where it is warranted, and what is missing never takes it away', () => {
    for (const { state } of all) expect(decide(state).turn === 'ACCOUNT_TEAM').toBe(decide(state).warranted)
  })

  it('names a next step of the merchant’s that is open', () => {
    for (const { state } of all) {
      const { turn, next, open } = decide(state)
      if (turn === 'MERCHANT') expect(open.map(({ action }) => action)).toContain(next)
    }
  })

  it('has nothing open, and nothing for the account team, once the partner has put it right', () => {
    for (const { state } of all.filter(({ partner }) => partner === 'solved'))
      expect(decide(state)).toMatchObject({ turn: 'NOBODY', open: [], warranted: false, until: null })
  })

  it('has a day of its own while the partner’s time runs, and none otherwise', () => {
    for (const { state } of all) {
      const { turn, until } = decide(state)
      expect(until).toBe(turn === 'PARTNER' ? LAST_DAY : null)
    }
  })

  it('is Adobe Support’s in an emergency, whatever else there is, and the list of the rest stays', () => {
    for (const { state } of all) {
      const { turn, next, open, warranted } = decide({ ...state, isEmergency: true })
      expect({ turn, next }).toEqual({ turn: 'SUPPORT', next: 'GO_TO_SUPPORT' })
      expect({ open, warranted }).toEqual({ open: decide(state).open, warranted: decide(state).warranted })
    }
  })

  it('is never the account team’s with Open Source, which has none', () => {
    for (const { partner, state } of all) {
      const { turn, next, warranted } = decide({ ...state, isOpenSource: true })
      expect(turn).not.toBe('ACCOUNT_TEAM')
      if (warranted) expect(next).toBe(partner === 'cannot' ? 'SECURE_YOUR_OWN' : 'RAISE_WITH_MANAGEMENT')
    }
  })
})

describe('what is due later', () => {
  const later = (partner: ThreadState) =>
    decide({
      ...aState('IN', partner),
      matters: [{ state: partner, date: LAST_DAY, is: 'wholeCase' }],
      dueOn: '2027-03-01',
    })

  it('waits for its day where the partner need not answer', () => {
    for (const partner of ['NOT_TOLD', 'SILENT', 'UNCLEAR'] as const)
      expect(later(partner)).toMatchObject({ turn: 'PARTNER', next: 'NOT_DUE', until: '2027-03-01', warranted: false })
  })

  it('does not wait for promises that did not hold, or a clear no', () => {
    for (const partner of ['BROKEN', 'REPEATED', 'REFUSED'] as const)
      expect(later(partner)).toMatchObject({ turn: 'ACCOUNT_TEAM', warranted: true })
  })
})

describe('what is delivered, all of it', () => {
  it('is asked about before anything else but the partner’s words, and is not for the account team', () => {
    const steps = THREAD_STATES.map((partner) => {
      const { next, warranted } = decide(aState('OPEN', partner, { hasAffected: false, isAllDelivered: true }))
      expect(warranted).toBe(false)
      return next
    })
    expect(new Set(steps)).toEqual(new Set(['CONFIRM_SOLVED', 'NAME_ANSWER', 'ANSWER_PARTNER', 'CHECK_DELIVERY']))
  })
})

describe('several matters', () => {
  const decided = (...states: readonly (readonly [ThreadState, string])[]) => {
    const { next, until } = decide({
      ...aState('IN', 'PLAN'),
      matters: states.map(([state, date]) => ({ state, date, is: 'inScope' })),
    })
    return [next, until]
  }

  it('wait until the earlier day, for an answer first where it is the same', () => {
    expect(decided(['AWAIT', '2026-12-03'], ['PLAN', '2026-12-01'])).toEqual(['FOLLOW_PLAN', '2026-12-01'])
    expect(decided(['AWAIT', '2026-12-01'], ['PLAN', '2026-12-01'])).toEqual(['AWAIT_PARTNER', '2026-12-01'])
    expect(decided(['AWAIT', '2026-12-09'], ['AWAIT', '2026-12-02'])).toEqual(['AWAIT_PARTNER', '2026-12-02'])
    expect(decided(['PLAN', '2026-12-09'], ['PLAN', '2026-12-02'])).toEqual(['FOLLOW_PLAN', '2026-12-02'])
  })

  it('are for the account team as soon as one of them is, and list the rest', () => {
    const { next, open } = decide({
      ...aState('IN', 'PLAN'),
      matters: [
        { state: 'OURS', date: LAST_DAY, is: 'inScope' },
        { state: 'SILENT', date: LAST_DAY, is: 'inScope' },
        { state: 'PLAN', date: LAST_DAY, is: 'inScope' },
      ],
    })
    expect(next).toBe('HAND_OVER')
    expect(open.map(({ action }) => action)).toEqual(['ANSWER_PARTNER', 'FOLLOW_PLAN'])
  })
})
