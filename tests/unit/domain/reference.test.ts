import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyRow, type Lists } from '../../../src/domain/case/answers.ts'
import { type Case, withRow } from '../../../src/domain/case/case.ts'
import { assessed } from '../../support/aCase.ts'
import { anyCase } from '../../support/anyCase.ts'
import { limitOf, runs } from '../../support/runs.ts'

/**
 * The decision model written a second time, from its description alone and in another way, so that a slip in one is
 * seen by the other. Days are counted as numbers here.
 */
const AS_OF = '2026-11-23'
const number = (day: string) => Math.round(Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8, 10)) / 864e5)
const text = (day: number) => new Date(day * 864e5).toISOString().slice(0, 10)
const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d(-\d\d)?$/.test(value)
const end = (value: string) =>
  value.length === 7 ? number(text(Date.UTC(+value.slice(0, 4), +value.slice(5, 7), 0) / 864e5)) : number(value)
const filled = (value: unknown) => typeof value === 'string' && /\S/.test(value)

function fiveWorkingDaysAfter(day: number): number {
  let [at, left] = [day, 5]
  while (left > 0) {
    at += 1
    // The first of January 1970 was a Thursday.
    const weekday = (at + 3) % 7
    if (weekday < 5) left -= 1
  }
  return at
}

function partnerState({ partner }: Case['answers'], asOf: number): { state: string; until: number | null } {
  if (isDay(partner.solvedOn) && number(partner.solvedOn) <= asOf) return { state: 'RESOLVED', until: null }
  if (partner.applies === 'no') return { state: 'NA', until: null }
  type Row = Lists['partner.log'] & { at: number }
  const rows = partner.log
    .flatMap((row, index) =>
      isDay(row.date) && number(row.date) <= asOf ? [{ ...row, at: number(row.date), index }] : [],
    )
    .sort((a, b) => a.at - b.at || a.index - b.index)
  let requests: Row[] = []
  let answered: Row[] = []
  let last: Row | null = null
  const dated = (row: Row) => row.answer === 'plan' && isDay(row.promised)
  for (const row of rows) {
    if (row.from === 'merchant' && row.concernStated === 'yes') requests.push(row)
    if (row.from !== 'partner' || row.answer === null || (requests.length === 0 && last === null)) continue
    const vague = row.answer === 'unclear' || (row.answer === 'plan' && !dated(row))
    if (vague && requests.length === 0 && last !== null && (dated(last) || last.answer === 'refused')) continue
    if (requests.length > 0) answered = requests
    last = row
    requests = []
  }
  const lastDay = (asked: Row[]) => {
    const named = asked.flatMap(({ answerBy }) => (isDay(answerBy) ? [number(answerBy)] : []))
    return named.length > 0 ? Math.max(...named) : fiveWorkingDaysAfter(asked[0]?.at ?? 0)
  }
  if (requests.length > 0) {
    const until = lastDay(requests)
    return asOf <= until ? { state: 'AWAIT', until } : { state: 'SILENT', until: null }
  }
  if (last === null) return { state: 'NOT_CONTACTED', until: null }
  if (last.answer === 'refused') return { state: 'REFUSED', until: null }
  if (dated(last)) {
    const until = end(last.promised as string)
    return asOf <= until ? { state: 'PLAN', until } : { state: 'BROKEN', until: null }
  }
  const until = lastDay(answered)
  return asOf <= until ? { state: 'AWAIT', until } : { state: 'UNCLEAR', until: null }
}

function scopeState({ scope }: Case['answers'], asOf: number): string {
  if (scope.applies === 'no' || scope.concern === 'none') return 'NA'
  const affected = scope.deliverables.filter(({ status }) =>
    ['late', 'missing', 'unsatisfactory'].includes(status as string),
  )
  const reviewed = isDay(scope.reviewedOn) && number(scope.reviewedOn) <= asOf
  if (scope.concern === null || !reviewed || affected.length === 0) return 'OPEN'
  if (affected.some(({ inScope }) => inScope === null)) return 'OPEN'
  if (affected.some(({ inScope }) => inScope !== 'no')) return 'IN'
  return affected.every(({ changeRequest }) => filled(changeRequest)) ? 'OUT_CR' : 'OUT'
}

function addedState({ added }: Case['answers']): string {
  if (added.applies === 'no' || added.any === 'no') return 'NA'
  if (added.any === null || added.items.length === 0) return 'OPEN'
  const considered = added.items.every(({ effect, delayWorkingDays }) =>
    effect === 'delay'
      ? typeof delayWorkingDays === 'number' && delayWorkingDays >= 1
      : effect === 'no_impact' || effect === 'asked_partner',
  )
  return considered ? 'DONE' : 'OPEN'
}

function examplesState({ examples }: Case['answers']): string {
  if (examples.applies === 'no') return 'NA'
  const usable = examples.items.some(
    (row) =>
      filled(row.title) &&
      filled(row.expected) &&
      filled(row.actual) &&
      (isDay(row.date) || filled(row.period)) &&
      (filled(row.where) || filled(row.evidenceText) || (row.evidence ?? []).length > 0),
  )
  return usable ? 'DONE' : 'OPEN'
}

function decided({ answers }: Case) {
  const asOf = number(AS_OF)
  const [S, T, E] = [scopeState(answers, asOf), addedState(answers), examplesState(answers)]
  const { state: P, until } = partnerState(answers, asOf)
  if (P === 'RESOLVED') return { outcome: 'RESOLVED', warranted: false, open: [] as string[], until: null }
  const open = [
    ...(S === 'OPEN' ? ['REVISIT_SCOPE'] : []),
    ...(T === 'OPEN' || S === 'OUT' || (P === 'REFUSED' && S === 'OUT_CR') ? ['SETTLE_CHANGES'] : []),
    ...(P === 'NOT_CONTACTED' ? ['CONTACT_PARTNER'] : []),
    ...(P === 'AWAIT' ? ['AWAIT_PARTNER'] : []),
    ...(P === 'PLAN' ? ['FOLLOW_PLAN'] : []),
    ...(E === 'OPEN' ? ['GATHER_EXAMPLES'] : []),
  ]
  const warranted = ['NA', 'BROKEN', 'SILENT', 'UNCLEAR'].includes(P) || (P === 'REFUSED' && ['NA', 'IN'].includes(S))
  return { outcome: open[0] ?? 'READY', warranted, open, until: until === null ? null : text(until) }
}

/** Logs as they become when people write for weeks: many rows, few days, every kind of answer. */
const day = fc.integer({ min: -12, max: 6 }).map((days) => text(number(AS_OF) + days))
const orNot = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
const contact = fc.record({
  date: fc.oneof({ weight: 9, arbitrary: day }, { weight: 1, arbitrary: fc.constantFrom(null, { typed: 'soon' }) }),
  from: fc.constantFrom('merchant', 'partner', null),
  concernStated: fc.constantFrom('yes', 'yes', 'no', null),
  answerBy: fc.oneof(day, fc.constantFrom(null, { typed: 'x' })),
  answer: fc.constantFrom('plan', 'plan', 'unclear', 'refused', null),
  promised: orNot(fc.oneof(day, fc.constantFrom('2026-10', '2026-11', '2026-12'))),
})
const denseCase = fc
  .tuple(anyCase, fc.array(contact, { maxLength: 8 }), fc.boolean())
  .map(([current, log, settled]) => {
    const { answers } = current
    const calm = settled
      ? {
          ...answers,
          scope: { ...answers.scope, applies: 'no' as const },
          added: { ...answers.added, applies: 'no' as const },
          examples: { ...answers.examples, applies: 'no' as const },
          partner: { ...answers.partner, applies: null, solvedOn: null, log: [] },
        }
      : { ...answers, partner: { ...answers.partner, log: [] } }
    return log.reduce<Case>(
      (made, row, at) => withRow(made, 'partner.log', `p${at}`, { ...emptyRow('partner.log'), ...row }),
      { ...current, answers: calm },
    )
  })

describe('the decision model, written twice', () => {
  it(
    'agrees on any case, and every outcome and state of the partner occurs',
    () => {
      const outcomes = new Set<string>()
      const states = new Set<string>()
      fc.assert(
        fc.property(denseCase, (current) => {
          const { outcome, warranted, open, until, states: ours } = assessed(current, AS_OF)
          expect({ outcome, warranted, open: open.map(({ action }) => action), until }).toEqual(decided(current))
          outcomes.add(outcome)
          states.add(ours.partner)
        }),
        runs(3_000),
      )
      expect(outcomes.size).toBe(8)
      expect(states.size).toBe(9)
      // Three thousand cases judged twice; the limit ends what hangs.
    },
    limitOf(30_000),
  )
})
