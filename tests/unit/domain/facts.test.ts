import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sensitiveIn } from '../../../src/domain/assessment/sensitive.ts'
import { emptyRow } from '../../../src/domain/case/answers.ts'
import { withRow } from '../../../src/domain/case/case.ts'
import { orderKeys } from '../../../src/domain/case/orderKeys.ts'
import { withRowBack, withRowMoved } from '../../../src/domain/case/removedRows.ts'
import { askedOn } from '../../../src/domain/interview/askedQuestions.ts'
import { problemsIn } from '../../../src/domain/interview/commitTypedText.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { findPage } from '../../../src/domain/interview/interviewPages.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { blankChecklist, filledChecklist } from '../../../src/domain/report/checklist.ts'
import { vagueWordIn } from '../../../src/domain/specificity/vagueWords.ts'
import { releaseState } from '../../../src/domain/versions/releaseState.ts'
import { aCase, assessed, request, withoutRow } from '../../support/aCase.ts'
import { caseFileOfCase } from '../../support/aCaseFile.ts'
import { isQuick } from '../../support/isQuick.ts'

describe('release lines', () => {
  it.each([
    ['2.4.9', '2026-11-22', 'standard'],
    ['2.4.8-p5', '2026-11-22', 'standard'],
    ['2.4.7-p3', '2027-05-31', 'standard'],
    ['2.4.7', '2027-06-01', 'extended'],
    ['2.4.6-p15', '2026-11-22', 'extended'],
    ['2.4.5', '2026-11-22', 'securityOnly'],
    ['2.4.4', '2027-05-31', 'securityOnly'],
    ['2.4.4', '2027-06-01', 'unsupported'],
    ['2.4.3-p3', '2026-11-22', 'unsupported'],
    ['2.3.7-p4', '2026-11-22', 'unsupported'],
    ['Adobe Commerce 2.4.8-p5', '2026-11-22', 'standard'],
    ['2.4.9', '2026-05-11', 'notReleased'],
  ])('%s is on %s in the period %s', (version, on, period) => {
    expect(releaseState(version, on)?.period).toBe(period)
  })

  it.each(['', '2.5.0', '24', 'the newest', '2.4.10'])('does not guess at "%s"', (version) => {
    expect(releaseState(version, '2026-11-22')).toBeNull()
  })

  const notices = (version: string, deployment: string, on = '2026-11-22') =>
    assessed(aCase({ 'about.version': version, 'about.deployment': deployment }), on).notices.map(({ id }) => id)

  it('mentions what has ended, what gets security fixes only, and what ends within 180 days', () => {
    expect(notices('2.4.3', 'on_premises')).toContain('releaseEnded')
    expect(notices('2.4.5', 'on_premises')).toContain('releaseSecurityOnly')
    expect(notices('2.4.7', 'on_premises', '2026-12-02')).toContain('releaseNearEnd')
    expect(notices('2.4.7', 'on_premises', '2026-12-01')).not.toContain('releaseNearEnd')
    expect(notices('2.4.8', 'cloud').filter((id) => id.startsWith('release'))).toEqual([])
  })

  it('mentions the deadline on cloud infrastructure alone', () => {
    expect(notices('2.4.6', 'cloud')).toContain('cloudDeadline')
    expect(notices('2.4.6', 'on_premises')).not.toContain('cloudDeadline')
    expect(notices('2.4.8', 'cloud')).not.toContain('cloudDeadline')
  })

  it('says to whom the advice was not written', () => {
    expect(notices('', 'saas')).toContain('outsideAdvice')
    expect(notices('2.4.3', 'open_source')).toEqual(expect.arrayContaining(['openSource']))
    expect(notices('2.4.3', 'open_source')).not.toContain('releaseEnded')
  })
})

describe('notices about the rest', () => {
  const ids = (answers: Record<string, unknown>, rows = {}) =>
    assessed(aCase(answers, rows), '2026-11-23').notices.map(({ id }) => id)

  it.each(['down', 'payments', 'data_loss', 'data_leak'])('sends %s to Adobe Support first of all', (urgent) => {
    const { turn, next } = assessed(aCase({ 'about.urgent': urgent }), '2026-11-23')
    expect({ turn, next }).toEqual({ turn: 'SUPPORT', next: 'GO_TO_SUPPORT' })
  })

  it('asks for what a receiver needs, until it is there', () => {
    expect(ids({})).toEqual(expect.arrayContaining(['noAsk', 'noSummary', 'noContact', 'nearlyEmpty']))
    const there = ids(
      { 'request.ask': 'a', 'request.summary': 'b', 'about.phone': '08-123 45 67' },
      { 'partner.log': [request('2026-11-20')] },
    )
    expect(there.filter((id) => ['noAsk', 'noSummary', 'noContact', 'nearlyEmpty'].includes(id))).toEqual([])
  })

  it('looks again at a contact that is more than 30 days old', () => {
    expect(ids({}, { 'partner.log': [request('2026-10-24')] })).not.toContain('staleContact')
    expect(ids({}, { 'partner.log': [request('2026-10-23')] })).toContain('staleContact')
  })

  it('tells when an example is news to the partner', () => {
    const example = { title: 'Wrong price' }
    expect(ids({}, { 'examples.items': [{ ...example, raised: 'yes' }] })).not.toContain('newsToPartner')
    for (const raised of ['no', null])
      expect(ids({}, { 'examples.items': [{ ...example, raised }] })).toContain('newsToPartner')
  })
})

describe('wording', () => {
  it('points at a vague word only where no figure stands beside it', () => {
    expect(vagueWordIn('Checkout is always slow', 'en')).toBe('always')
    expect(vagueWordIn('Kassan är alltid långsam', 'sv')).toBe('alltid')
    expect(vagueWordIn('Always 6.8 s', 'en')).toBeNull()
    expect(vagueWordIn('Vi bad partnern om en plan', 'sv')).toBeNull()
    expect(vagueWordIn('The slowdown of soonest', 'en')).toBeNull()
    expect(vagueWordIn('alltid', 'fi')).toBeNull()
  })

  it.each([
    ['My card is 4111 1111 1111 1111', 'cardNumber'],
    ['811218-9876', 'personalNumber'],
    ['19811218-9876', 'personalNumber'],
    ['password: hunter22', 'secret'],
    ['lösenordet: x', null],
    ['API key = abcd1234efgh', 'secret'],
    ['orders 000000311-000000322', null],
    ['2026-11-19 10:00 to 2026-11-20 10:00', null],
    ['0000 0000 0000 0000', null],
    ['case E-000881234', null],
    ['we talked about the password policy', null],
  ])('reads "%s" as %s (I-21)', (text, found) => {
    expect(sensitiveIn(text)).toBe(found)
  })

  it.each([
    ['My number is 811218-9876', 'personalNumber'],
    ['My card is 4111 1111 1111 1111', 'cardNumber'],
  ])('notes "%s" beside its field, blocks nothing and keeps it nowhere else (I-21)', (text, sensitive) => {
    const current = aCase({ 'request.ask': text })
    const { notices, next } = assessed(current, '2026-11-24')
    expect(notices.filter(({ id }) => id === 'sensitive')).toEqual([
      { id: 'sensitive', about: 'request.ask', texts: { sensitive } },
    ])
    expect(next).toBe(assessed(aCase({ 'request.ask': 'Help' }), '2026-11-24').next)
    const step = findPage(interview, 'request/ask')?.step
    if (step === undefined) throw new Error('no such page')
    const reader = { language: 'en', today: '2026-11-24' }
    expect(problemsIn(askedOn(step, current.answers), current.answers, reader)).toEqual([])
    expect(JSON.stringify(caseFileOfCase(current, '2026-11-24')).split(text)).toHaveLength(2)
    expect(JSON.stringify(notices)).not.toContain('1111')
    expect(JSON.stringify(notices)).not.toContain('9876')
  })

  it('notes what stands in a part of an answer at its question, and nothing at what it does not ask (I-21)', () => {
    const people = [{ name: 'Anna 811218-9876', role: '' }]
    const current = aCase({ 'about.partnerPeople': people })
    Object.assign(current.answers.about, { mood: [null, '4111 1111 1111 1111'] })
    const found = assessed(current, '2026-11-24').notices.filter(({ id }) => id === 'sensitive')
    expect(found.map(({ about }) => about)).toEqual(['about.partnerPeople'])
  })

  it('is quick on hostile text', async () => {
    for (const hostile of [
      'a'.repeat(100_000),
      '1 '.repeat(50_000),
      '('.repeat(100_000),
      'password '.repeat(10_000),
      '4'.repeat(100_000),
    ]) {
      const look = () => [sensitiveIn(hostile), vagueWordIn(hostile, 'sv')]
      expect(await isQuick(200, look)).toBe(true)
    }
  })
})

describe('rows', () => {
  const three = () => aCase({}, { 'scope.deliverables': [{ title: 'a' }, { title: 'b' }, { title: 'c' }] })
  const titles = (current: ReturnType<typeof three>) =>
    current.answers.scope.deliverables.map(({ title }) => title).join('')
  const codes = (current: ReturnType<typeof three>) => current.answers.scope.deliverables.map(({ code }) => code)

  it('never give a code twice, not even of a row that was removed', () => {
    const fewer = withoutRow(three(), 'scope.deliverables', 'row-3')
    const more = withRow(fewer, 'scope.deliverables', 'row-4', emptyRow('scope.deliverables'))
    expect(codes(more)).toEqual([1, 2, 4])
  })

  it('come back to where they were, once', () => {
    const before = three()
    const row = before.answers.scope.deliverables[1]
    const without = withoutRow(before, 'scope.deliverables', 'row-2')
    // As those of the first releases are kept: with a number alone.
    const gone = {
      list: 'scope.deliverables',
      row: { ...row, id: 'row-2', code: 2 },
      at: 1,
      removedAt: 0,
    } as const
    const { case: back } = withRowBack(without, [gone], gone)
    expect(titles(back)).toBe('abc')
    expect(titles(withRowBack(back, [gone], { ...gone, at: 0 }).case)).toBe('abc')
  })

  it('move one place and stop at the ends', () => {
    const moved = (rowId: string, by: 1 | -1) => withRowMoved(three(), [], { list: 'scope.deliverables', rowId, by })
    expect(titles(moved('row-1', 1)?.case ?? three())).toBe('bac')
    // Nothing moves, so nothing is said to have moved (I-26).
    expect(moved('row-1', -1)).toBeNull()
    expect(moved('row-3', 1)).toBeNull()
  })

  it('keep their keys in storage, so that one change writes one row', () => {
    const before = orderKeys(['a', 'b', 'c', 'd'], new Map())
    const changed = (ids: string[]) =>
      [...orderKeys(ids, before)].filter(([id, key]) => before.get(id) !== key).map(([id]) => id)
    expect(changed(['a', 'b', 'c', 'd', 'e'])).toEqual(['e'])
    expect(changed(['a', 'c', 'd'])).toEqual([])
    expect(changed(['b', 'a', 'c', 'd'])).toHaveLength(1)
    expect(changed(['a', 'x', 'b', 'c', 'd'])).toEqual(['x'])
    expect(changed(['d', 'a', 'b', 'c'])).toEqual(['d'])
    expect(changed(['b', 'c', 'd', 'a'])).toEqual(['a'])
  })

  it('have keys that rise in any order, after any number of changes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map(String), { maxLength: 10 }), {
          maxLength: 40,
        }),
        (orders) => {
          let keys = new Map<string, number>()
          for (const ids of orders) {
            keys = orderKeys(ids, keys)
            const inOrder = ids.map((id) => keys.get(id) ?? Number.NaN)
            expect(inOrder.every((key, at) => at === 0 || key > (inOrder[at - 1] ?? Number.NaN))).toBe(true)
          }
        },
      ),
    )
  })
})

describe('the checklist', () => {
  const filled = () =>
    filledChecklist(
      visibleAnswers(
        interview,
        aCase(
          { 'about.company': 'Nordfjäll', 'added.any': 'yes' },
          {
            'scope.deliverables': [
              { title: 'Prices', status: 'delivered' },
              {
                title: 'Stock',
                status: 'missing',
                promised: '2026-09-30',
                moves: [{ date: '2026-10-14', toldOn: null, agreed: 'yes', changeRequest: null }],
              },
            ],
            'added.items': [{ title: 'Gift cards', effect: 'delay', delayWorkingDays: 10 }],
            'partner.log': [request('2026-11-02', { text: 'Where is it?', answerBy: '2026-11-06' })],
            'examples.items': [{ title: 'Wrong stock', date: '2026-11-20' }],
          },
        ).answers,
      ),
      '2026-11-23',
    )

  it('carries the codes of the screens, affected deliverables first, with the date that counts', () => {
    expect(filled().deliverables.map(({ code, what, date }) => [code, what, date])).toEqual([
      ['S2', 'Stock', '2026-10-14'],
      ['S1', 'Prices', null],
    ])
    expect(filled().added).toMatchObject([{ code: 'A1', workingDays: 10 }])
    expect(filled().unanswered).toMatchObject([{ code: 'P1', what: 'Where is it?' }])
    expect(filled().examples).toMatchObject([{ code: 'E1', when: '2026-11-20' }])
  })

  it('has lines to write on, blank or filled', () => {
    expect(blankChecklist.emptyLines).toEqual({ deliverables: 8, added: 4, unanswered: 8, examples: 3 })
    expect(filled().emptyLines.deliverables).toBeGreaterThan(0)
  })
})
