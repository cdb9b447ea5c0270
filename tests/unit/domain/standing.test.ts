import { describe, expect, it } from 'vitest'
import { missedDays, partnerStanding, requestsIn } from '../../../src/domain/areas/partner/matters.ts'
import type { Lists } from '../../../src/domain/case/answers.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { aCase, allButThePartner, assessed, reply, request } from '../../support/aCase.ts'

const AS_OF = '2026-11-24'
type Deliverable = Lists['scope.deliverables']
type Contact = Partial<Lists['partner.log']>

const missing = (more: Partial<Deliverable> = {}) =>
  ({ title: 'Search', status: 'missing', inScope: 'yes', ...more }) as const
const move = (date: string | null, agreed: 'yes' | 'no') => ({ date, toldOn: null, agreed, changeRequest: null })
const plan = (date: string, promised: string, ...about: string[]) => reply(date, { answer: 'plan', promised, about })

/** S1, S2 and S3 are `row-1`, `row-2` and `row-3`. */
const given = (
  deliverables: readonly Partial<Deliverable>[],
  log: readonly Contact[],
  answers: Readonly<Record<string, unknown>> = {},
) => aCase({ ...allButThePartner, ...answers }, { 'scope.deliverables': deliverables, 'partner.log': log })

const standing = (...of: Parameters<typeof given>) =>
  partnerStanding(visibleAnswers(interview, given(...of).answers), AS_OF)

describe('what is not due yet', () => {
  const isNotDue = (more: Partial<Deliverable>, ...log: readonly Contact[]) =>
    standing([missing({ promised: '2026-12-10', ...more }), missing({ title: 'Other' })], log).notDue.some(
      ({ id }) => id === 'row-1',
    )

  it('is late or missing, and agreed for a day that lies ahead', () => {
    expect(isNotDue({})).toBe(true)
    expect(isNotDue({ status: 'late' })).toBe(true)
    expect(isNotDue({ status: 'unsatisfactory' })).toBe(false)
    expect(isNotDue({ promised: AS_OF })).toBe(false)
    expect(isNotDue({ promised: '2026-11-25' })).toBe(true)
    expect(isNotDue({ promised: '2026-11' })).toBe(true)
    expect(isNotDue({ promised: null })).toBe(false)
  })

  it('is due once the partner has moved it to a later day on their own', () => {
    expect(isNotDue({ moves: [move('2026-12-11', 'no')] })).toBe(false)
    expect(isNotDue({ moves: [move('2026-12-10', 'no')] })).toBe(true)
    expect(isNotDue({ moves: [move('2026-12-01', 'no')] })).toBe(true)
    expect(isNotDue({ moves: [move(null, 'no')] })).toBe(true)
    expect(isNotDue({ moves: [move('2026-12-20', 'yes')] })).toBe(true)
    expect(isNotDue({ moves: [move(null, 'no'), move('2026-12-11', 'no')] })).toBe(false)
  })

  it('is due once they have a plan for a later day, for it or for everything', () => {
    expect(isNotDue({}, plan('2026-11-20', '2026-12-11', 'row-1'))).toBe(false)
    expect(isNotDue({}, plan('2026-11-20', '2026-12-11'))).toBe(false)
    expect(isNotDue({}, plan('2026-11-20', '2026-12-10', 'row-1'))).toBe(true)
    expect(isNotDue({}, plan('2026-11-20', '2026-12-01', 'row-1'))).toBe(true)
    expect(isNotDue({}, plan('2026-11-20', '2026-12-11', 'row-2'))).toBe(true)
    expect(isNotDue({}, reply('2026-11-20', { answer: 'unclear', about: ['row-1'] }))).toBe(true)
    expect(isNotDue({}, { ...plan('2026-11-20', '2026-12-11', 'row-1'), from: 'other' })).toBe(true)
  })
})

describe('what was solved and is raised again', () => {
  const raised = (deliverables: readonly Partial<Deliverable>[], log: readonly Contact[], solvedOn = '2026-11-10') =>
    standing(deliverables, log, { 'partner.solvedOn': solvedOn }).matters.map(
      ({ deliverable }) => deliverable?.id ?? null,
    )
  const again = request('2026-11-20', { about: ['row-2'] })
  const other = missing({ title: 'Other', status: 'delivered' })

  it('is what a message of ours names', () => {
    expect(raised([missing({ promised: '2026-11-01' }), other], [again])).toEqual(['row-2'])
  })

  it('and what has become due since then, up to today', () => {
    const with1 = (promised: string | null) => raised([missing({ promised }), other], [again])
    expect(with1('2026-11-10')).toEqual(['row-2'])
    expect(with1('2026-11-11')).toEqual(['row-1', 'row-2'])
    expect(with1(AS_OF)).toEqual(['row-1', 'row-2'])
    expect(with1('2026-11-25')).toEqual(['row-2'])
    expect(with1(null)).toEqual(['row-2'])
  })

  it('is not what was never agreed, unless it was ordered', () => {
    const notAgreed = { promised: '2026-11-11', inScope: 'no' } as const
    const all = request('2026-11-20')
    expect(raised([missing(notAgreed), missing({ title: 'Other' })], [all])).toEqual(['row-2'])
    expect(raised([missing({ ...notAgreed, changeRequest: 'CR-4' }), missing({ title: 'Other' })], [all])).toEqual([
      'row-1',
      'row-2',
    ])
  })
})

describe('where nothing is late yet', () => {
  const open = { title: 'Search', status: { unknown: true }, inScope: 'yes' } as const
  const asked = request('2026-11-02')
  const namedIn = (...log: readonly Contact[]) =>
    standing([open, open, open], [asked, ...log]).matters.map(({ deliverable }) => deliverable?.id ?? null)
  const clear = (...about: string[]) => reply('2026-11-05', { answer: 'asks', about })

  it('the whole case is one matter, until the partner answers about some of it apart', () => {
    expect(namedIn(clear('row-1'))).toEqual([null])
    expect(namedIn(clear('row-1'), clear('row-1', 'row-2'))).toEqual([null])
    expect(namedIn(clear('row-1', 'row-2'), clear('row-2', 'row-3'))).toEqual([null])
    expect(namedIn(clear('row-1'), clear())).toEqual([null])
    expect(namedIn(clear('row-1'), clear('row-2'))).toEqual(['row-1', 'row-2'])
    expect(namedIn(clear('row-1'), clear('row-1', 'row-2'), clear('row-3'))).toEqual(['row-1', 'row-2', 'row-3'])
  })

  it('and no answer is none apart: an automatic one, one of no kind, and ours', () => {
    expect(namedIn(clear('row-1'), reply('2026-11-06', { answer: 'auto', about: ['row-2'] }))).toEqual([null])
    expect(namedIn(clear('row-1'), reply('2026-11-06', { about: ['row-2'] }))).toEqual([null])
    expect(namedIn(clear('row-1'), request('2026-11-06', { about: ['row-2'] }))).toEqual([null])
    expect(namedIn(clear('row-1'), { ...clear('row-2'), from: 'other' })).toEqual([null])
  })
})

describe('a promised day that both have moved', () => {
  const planned = (deliverables: readonly Partial<Deliverable>[], ...about: string[]) =>
    standing(deliverables, [request('2026-11-02'), plan('2026-11-05', '2026-12-01', ...about)]).matters.map(
      ({ thread }) => thread.plan,
    )

  it('is the later one, of what the plan is about', () => {
    expect(planned([missing({ moves: [move('2026-12-15', 'yes')] })])).toEqual(['2026-12-15'])
    expect(planned([missing({ moves: [move('2026-11-25', 'yes')] })])).toEqual(['2026-12-01'])
    expect(planned([missing({ moves: [move('2026-12-15', 'no')] })])).toEqual(['2026-12-01'])
    expect(planned([missing({ moves: [move(null, 'yes')] })])).toEqual(['2026-12-01'])
    const moves = [move('2026-12-20', 'yes'), move('2026-12-15', 'yes')]
    expect(planned([missing({ moves })])).toEqual(['2026-12-20'])
  })

  it('is the earliest of several that the whole case is about', () => {
    const later = (date: string) => missing({ promised: '2027-01-31', moves: [move(date, 'yes')] })
    const log = [request('2026-11-02'), plan('2026-11-05', '2026-12-01')]
    const { matters } = standing([later('2027-02-20'), later('2027-02-15')], log)
    expect(matters.map(({ deliverable, thread }) => [deliverable, thread.plan])).toEqual([[null, '2027-02-15']])
  })
})

describe('of all matters together', () => {
  const two = [missing(), missing({ title: 'Menu' })]

  it('what waits for an answer stands once, by day', () => {
    const log = [
      request('2026-11-20', { about: ['row-1'] }),
      request('2026-11-18', { about: ['row-2'] }),
      request('2026-11-19'),
    ]
    expect(requestsIn(standing(two, log).matters).map(({ day }) => day)).toEqual([
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
    ])
  })

  it('what was promised and did not hold stands once, by day', () => {
    const log = [
      request('2026-11-02'),
      plan('2026-11-03', '2026-11-13', 'row-1'),
      plan('2026-11-03', '2026-11-10', 'row-2'),
      plan('2026-11-16', '2026-11-18'),
    ]
    expect(missedDays(standing(two, log).matters)).toEqual(['2026-11-10', '2026-11-13', '2026-11-18'])
  })
})

describe('whether a matter is one of what was agreed, of a change, or of the whole case', () => {
  const kinds = (...of: Parameters<typeof given>) => assessed(given(...of), AS_OF).state.matters.map(({ is }) => is)
  const asked = request('2026-11-02')
  const asks = (...about: string[]) => reply('2026-11-05', { answer: 'asks', about })
  const fine = missing({ status: { unknown: true } })
  const change = missing({ inScope: 'no', changeRequest: 'CR-4' })

  it('what is late, missing or wrong is what was agreed, or a change that was asked for', () => {
    expect(kinds([missing(), change], [asked])).toEqual(['inScope', 'outOfScope'])
    expect(kinds([], [asked])).toEqual(['wholeCase'])
  })

  it('what is answered apart before it is late, or not due, is of the whole case', () => {
    const unordered = { ...change, status: { unknown: true } } as const
    expect(kinds([fine, missing({ promised: '2026-12-10' })], [asked, asks('row-1'), asks('row-2')])).toEqual([
      'wholeCase',
      'wholeCase',
    ])
    expect(kinds([fine, unordered], [asked, asks('row-1'), asks('row-2')])).toEqual(['wholeCase', 'outOfScope'])
  })

  it('what came back is what was agreed, whatever its state was on the day on which it was solved', () => {
    const solved = { 'partner.solvedOn': '2026-11-10' }
    const named = request('2026-11-20', { about: ['row-1'] })
    expect(kinds([missing({ status: 'delivered' })], [named], solved)).toEqual(['inScope'])
    expect(kinds([{ ...change, status: 'late' }], [named], solved)).toEqual(['outOfScope'])
    expect(kinds([missing({ promised: '2026-12-10' })], [named], solved)).toEqual(['wholeCase'])
  })
})
