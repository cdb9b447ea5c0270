import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EFFECTS } from '../../../src/domain/areas/examples/schema.ts'
import { assess } from '../../../src/domain/assessment/assess.ts'
import { setAnswer } from '../../../src/domain/case/address.ts'
import type { Case } from '../../../src/domain/case/case.ts'
import { folded } from '../../../src/domain/case/folded.ts'
import { caseFileOf, handedOver, handOverContent } from '../../../src/domain/case/writeCaseFile.ts'
import { companyKey } from '../../../src/domain/inbox/companyKey.ts'
import { inboxOf } from '../../../src/domain/inbox/inbox.ts'
import { beginsDescending, filtered, NO_FILTER, SORTS, sortedBy } from '../../../src/domain/inbox/inboxView.ts'
import { partnersIn, returningPartners } from '../../../src/domain/inbox/partners.ts'
import {
  type ReceivedCase,
  type ReplySummary,
  readReplySummary,
  readSummaries,
  receivedCase,
  replySummary,
} from '../../../src/domain/inbox/receivedCase.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { withReply } from '../../../src/domain/reply/received.ts'
import { sha256 } from '../../../src/exchange/sha256.ts'
import { aCase } from '../../support/aCase.ts'
import { aReceived } from '../../support/aReceived.ts'
import { aQuestion, aReply } from '../../support/aReply.ts'
import { runs } from '../../support/runs.ts'

const today = '2026-11-25'
const received = (more: Partial<ReceivedCase> = {}) =>
  aReceived({
    company: 'Nordfjäll',
    partner: 'Kvistbro Digital AB',
    effect: 'stops_sales',
    impact: '40 orders a day',
    ...more,
  })
const reply = (more: Partial<ReplySummary> = {}): ReplySummary => ({
  replyId: 'r1',
  caseId: 'c1',
  revision: 1,
  writtenOn: '2026-11-21',
  verdict: 'needMore',
  nextWordBy: null,
  questions: 2,
  ...more,
})
const one = (cases: readonly ReceivedCase[], replies: readonly ReplySummary[] = []) => {
  const [entry, ...others] = inboxOf(cases, replies, today)
  if (entry === undefined || others.length > 0) throw new Error('one entry expected')
  return entry
}
const compare = new Intl.Collator('sv').compare

describe('the list of received cases', () => {
  it('has one entry for a case, the newest revision on top, in whichever order they come', () => {
    const revisions = [1, 2, 3].map((revision) => received({ revision, digest: `d${revision}` }))
    fc.assert(
      fc.property(fc.shuffledSubarray(revisions, { minLength: 3 }), (cases) => {
        const { newest, older } = one([...cases, ...cases])
        expect([newest, ...older].map(({ revision }) => revision)).toEqual([3, 2, 1])
      }),
      runs(20),
    )
  })

  it.each([
    [null, 'adobe'],
    [reply({ verdict: 'needMore' }), 'customer'],
    [reply({ verdict: 'toPartner' }), 'partner'],
    [reply({ verdict: 'notOurs' }), 'nobody'],
    [reply({ verdict: 'takeOn' }), 'adobe'],
    [reply({ verdict: 'urgent' }), 'adobe'],
    [reply({ verdict: null }), 'customer'],
    [reply({ verdict: null, questions: 0 }), 'adobe'],
    [reply({ verdict: 'unheardOf', questions: 0 }), 'adobe'],
  ])('knows whose turn it is after %j', (said, waiting) => {
    expect(one([received()], said === null ? [] : [said]).waiting).toBe(waiting)
  })

  it.each([
    [null, false],
    ['2026-11-24', true],
    ['2026-11-25', false],
  ])('is past the day that the summary waits for from the day after it: %s', (until, isOver) => {
    expect(one([received({ until })]).isOver).toBe(isOver)
  })

  it.each([
    [{ by: '2026-11-26', hardDate: '2026-11-27' }, null, { date: '2026-11-26', is: 'by', isOver: false }],
    [{ by: '2026-11-27', hardDate: '2026-11-27' }, null, { date: '2026-11-27', is: 'by', isOver: false }],
    [{ by: '2026-11-28', hardDate: '2026-11-24' }, null, { date: '2026-11-24', is: 'hardDate', isOver: true }],
    [{ by: '2026-11-28', hardDate: null }, null, { date: '2026-11-28', is: 'by', isOver: false }],
    [{ by: null, hardDate: null }, null, null],
    [{ by: '2026-11-26', hardDate: null }, '2026-11-30', { date: '2026-11-30', is: 'word', isOver: false }],
  ])('has the next day of %j and the word of %s', (days, nextWordBy, next) => {
    expect(one([received(days)], nextWordBy === null ? [] : [reply({ nextWordBy })]).next).toEqual(next)
  })

  it('takes of several replies the one to the later revision, and of one revision the later day', () => {
    const replies = [
      reply({ replyId: 'old', revision: 1, writtenOn: '2026-11-24', verdict: 'toPartner' }),
      reply({ replyId: 'new', revision: 2, writtenOn: '2026-11-21', verdict: 'notOurs' }),
      reply({ replyId: 'newer', revision: 2, writtenOn: '2026-11-22', verdict: 'takeOn' }),
    ]
    for (const given of [replies, replies.toReversed()])
      expect(one([received({ revision: 2 })], given).reply?.replyId).toBe('newer')
  })

  it('waits for nobody where the customer says that it is solved', () => {
    expect(one([received({ turn: 'NOBODY', next: 'CLOSE' })]).waiting).toBe('nobody')
  })

  it('is the turn of Adobe again when a revision comes after the reply', () => {
    const cases = [received(), received({ revision: 2, digest: 'd2', replies: [reply()] })]
    expect(one(cases)).toMatchObject({ waiting: 'adobe', verdict: 'needMore' })
  })

  it('goes by what was decided last where there are two replies of one day', () => {
    const both = [reply(), reply({ replyId: 'r2', verdict: 'takeOn' })]
    expect(one([received()], both)).toMatchObject({ verdict: 'takeOn', waiting: 'adobe' })
  })

  it('counts age in calendar days, and never below none', () => {
    expect(one([received()]).age).toBe(5)
    expect(one([received({ asOf: '2026-12-01' })]).age).toBe(0)
  })

  it('has the promised word as the next date, else the customer’s own', () => {
    const cases = [received({ hardDate: '2027-01-01' })]
    expect(one(cases).next).toEqual({ date: '2027-01-01', is: 'hardDate', isOver: false })
    expect(one(cases, [reply({ nextWordBy: '2026-12-04' })]).next).toMatchObject({ date: '2026-12-04', is: 'word' })
    expect(one(cases, [reply({ verdict: 'notOurs', nextWordBy: '2026-12-04' })]).next?.is).toBe('hardDate')
  })

  it('takes the first of the customer’s own dates, and says when the next date has passed', () => {
    expect(one([received({ by: '2026-12-01', hardDate: '2027-01-01' })]).next?.is).toBe('by')
    expect(one([received({ by: '2027-02-01', hardDate: '2027-01-01' })]).next?.is).toBe('hardDate')
    expect(one([received({ by: today })]).next?.isOver).toBe(false)
    expect(one([received()], [reply({ nextWordBy: '2026-11-24' })]).next).toMatchObject({ is: 'word', isOver: true })
  })

  it('is sorted by any column both ways, and what has no value comes last', () => {
    const cases = [
      received({ caseId: 'a', company: 'Öland', effect: 'nuisance', hardDate: '2026-12-01' }),
      received({ caseId: 'b', company: 'Ahlby', effect: 'stops_sales' }),
      received({ caseId: 'c', company: null, effect: null }),
    ]
    const ids = (sort: (typeof SORTS)[number], descending: boolean) =>
      sortedBy(inboxOf(cases, [], today), sort, descending, compare).map(({ newest }) => newest.caseId)
    expect(ids('company', false)).toEqual(['b', 'a', 'c'])
    expect(ids('company', true)).toEqual(['a', 'b', 'c'])
    expect(ids('effect', true)).toEqual(['b', 'a', 'c'])
    expect(ids('next', false)[0]).toBe('a')
    for (const sort of SORTS) expect(ids(sort, true)).toHaveLength(3)
  })

  it('begins with the worst impact, and what has none last', () => {
    const cases = [...EFFECTS].reverse().map((effect) => received({ caseId: effect, effect }))
    const entries = inboxOf([received({ caseId: 'unknown', effect: null }), ...cases], [], today)
    const first = sortedBy(entries, 'effect', beginsDescending('effect'), compare)
    expect(first.map(({ newest }) => newest.caseId)).toEqual([...EFFECTS, 'unknown'])
    expect(SORTS.filter(beginsDescending)).toEqual(['age', 'effect'])
  })

  it('has emergencies first, then what has waited longest; one that is solved is none any more', () => {
    const cases = [
      received({ caseId: 'new', asOf: '2026-11-24' }),
      received({ caseId: 'old', asOf: '2026-11-01' }),
      received({ caseId: 'down', asOf: '2026-11-25', urgent: 'down' }),
      received({ caseId: 'leak', asOf: '2026-11-20', urgent: 'data_leak' }),
      received({ caseId: 'solved', asOf: '2026-11-10', urgent: 'down', turn: 'NOBODY', next: 'CLOSE' }),
    ]
    const ids = (sort: (typeof SORTS)[number], descending: boolean) =>
      sortedBy(inboxOf(cases, [], today), sort, descending, compare).map(({ newest }) => newest.caseId)
    expect(ids('age', true)).toEqual(['leak', 'down', 'old', 'solved', 'new'])
    expect(ids('age', false).slice(0, 2)).toEqual(['down', 'leak'])
    // What is equal in another order has the longest wait first.
    expect(ids('company', false)).toEqual(['old', 'solved', 'leak', 'new', 'down'])
  })

  it('is searched by customer, partner, impact, ask and IDs, word by word, and filtered', () => {
    const given = { ask: 'Ett möte', customerNumber: '10442', project: 'prj-7', adobeContact: 'Karin Ek' }
    const cases = [
      received(),
      received({ caseId: 'c2', company: 'Vadtorp', impact: null, partner: 'Sjöbacka', ...given }),
    ]
    const entries = inboxOf(cases, [reply()], today)
    const found = (filter: Partial<typeof NO_FILTER>) =>
      filtered(entries, { ...NO_FILTER, ...filter }).map(({ newest }) => newest.caseId)
    expect(found({ search: 'KVISTBRO nordfjäll' })).toEqual(['c1'])
    expect(found({ search: 'orders' })).toEqual(['c1'])
    for (const search of ['mote', '10442', 'PRJ-7', 'karin']) expect(found({ search })).toEqual(['c2'])
    expect(found({ waiting: 'adobe' })).toEqual(['c2'])
    expect(found({ verdict: 'none' })).toEqual(['c2'])
    expect(found({ verdict: 'needMore' })).toEqual(['c1'])
    expect(found({ partner: 'kvistbro digital' })).toEqual(['c1'])
    expect(partnersIn(entries).map(({ key, name }) => [key, name])).toEqual([
      ['kvistbro digital', 'Kvistbro Digital AB'],
      ['sjobacka', 'Sjöbacka'],
    ])
    expect(found({ search: '  ' })).toEqual(['c1', 'c2'])
    expect(found({ search: '  kvistbro   orders ' })).toEqual(['c1'])
  })

  it.each(['ange', 'ÅNGE', 'a\u030ange', 'Ånge'])('finds Ånge by %j, however it was written', (search) => {
    for (const company of ['Ånge Bruk', 'A\u030ange Bruk', 'ÅNGE BRUK']) {
      const entries = inboxOf([received({ company })], [], today)
      expect(filtered(entries, { ...NO_FILTER, search })).toHaveLength(1)
    }
  })

  it('is sorted by what a column says: days, whose turn, the decision, the step; nothing said comes last', () => {
    const cases = [
      received({ caseId: 'a', hardDate: '2026-12-01', next: 'HAND_OVER' }),
      received({ caseId: 'b', hardDate: null, next: 'CLOSE', turn: 'NOBODY' }),
      received({ caseId: 'c', hardDate: '2026-11-26', next: 'AWAIT_PARTNER' }),
    ]
    const said = [reply({ caseId: 'c', verdict: 'toPartner' }), reply({ caseId: 'b', verdict: 'notOurs' })]
    const ids = (sort: (typeof SORTS)[number], descending = false) =>
      sortedBy(inboxOf(cases, said, today), sort, descending, compare).map(({ newest }) => newest.caseId)
    expect([ids('next'), ids('next', true)]).toEqual([
      ['c', 'a', 'b'],
      ['a', 'c', 'b'],
    ])
    expect([ids('verdict'), ids('verdict', true)]).toEqual([
      ['b', 'c', 'a'],
      ['c', 'b', 'a'],
    ])
    expect(ids('step')).toEqual(['c', 'b', 'a'])
    expect(ids('waiting')).toEqual(ids('waiting', true).toReversed())
    expect(ids('waiting')[0]).toBe('a')
  })

  it('tells which partners return, whatever the blanks, accents and company forms in their names', () => {
    const cases = [
      received({ caseId: 'a' }),
      received({ caseId: 'b', partner: 'kvistbro  digital AB.', warranted: false }),
      received({ caseId: 'c', partner: 'Sjöbacka' }),
      received({ caseId: 'd', partner: 'Kvistbro Digital' }),
    ]
    expect(returningPartners(inboxOf(cases, [], today))).toEqual([
      { name: 'Kvistbro Digital AB', cases: 3, open: 3, warranted: 2 },
    ])
  })

  it('has those with most cases first, then by name, and counts apart what is over', () => {
    const of = (partner: string | null, ...caseIds: string[]) =>
      caseIds.map((caseId) => received({ caseId, partner, ...(caseId === 'z' && { turn: 'NOBODY', next: 'CLOSE' }) }))
    const cases = [
      ...of('Beta', 'a', 'b'),
      ...of('Gamma', 'c', 'd', 'z'),
      ...of('Alfa', 'e', 'f'),
      ...of(null, 'g', 'h'),
    ]
    const returning = (given: readonly ReceivedCase[]) =>
      returningPartners(inboxOf(given, [], today)).map(({ name, cases, open }) => [name, cases, open])
    const expected = [
      ['Gamma', 3, 2],
      ['Alfa', 2, 2],
      ['Beta', 2, 2],
    ]
    expect(returning(cases)).toEqual(expected)
    expect(returning(cases.toReversed())).toEqual(expected)
  })
})

describe('a case that comes in', () => {
  const open = (current: Case, more: Partial<Parameters<typeof receivedCase>[1]> = {}) => {
    const visible = visibleAnswers(interview, current.answers)
    const content = handOverContent(current, visible, [])
    const conclusion = { assessment: assess(visible, '2026-11-20', 'en'), leftOut: [] }
    const file = caseFileOf(handedOver(current, content, sha256), 'handover', content, conclusion, sha256)
    return receivedCase(interview, { file, digest: 'd', unchanged: true, rescued: false, ...more }, 'case.pdf')
  }

  it('is kept as what the list shows: names, ids, what is asked and by when', () => {
    const about = {
      'about.company': 'Nordfjäll',
      'about.partnerCompany': 'Kvistbro',
      'about.customerNumber': '10442',
      'about.adobeProject': 'PRJ-7',
      'about.adobeContact': 'Karin',
      'about.urgent': 'down',
    }
    const request = {
      'request.ask': 'En plan',
      'request.askEnglish': 'A plan',
      'request.hardDate': '2026-11-27',
      'request.by': '2026-11-26',
      'request.wants': ['meeting'],
    }
    expect(open(aCase({ ...about, ...request }))).toMatchObject({
      caseId: 'case-1',
      digest: 'd',
      revision: 1,
      purpose: 'handover',
      asOf: '2026-11-20',
      company: 'Nordfjäll',
      partner: 'Kvistbro',
      customerNumber: '10442',
      project: 'PRJ-7',
      adobeContact: 'Karin',
      urgent: 'down',
      ask: 'En plan',
      askEnglish: 'A plan',
      hardDate: '2026-11-27',
      by: '2026-11-26',
      wants: ['meeting'],
      changed: false,
      rescued: false,
      fileName: 'case.pdf',
      isOpen: true,
    })
    expect(open(aCase())).toMatchObject({
      urgent: null,
      wants: [],
      effect: null,
      impact: null,
      openQuestions: 0,
      replies: [],
    })
    expect(open(aCase(), { unchanged: false, rescued: true })).toMatchObject({ changed: true, rescued: true })
  })

  it('has the worst effect, and what it costs: of an example in front, else of the first that says it', () => {
    const rows = [
      { effect: 'nuisance', impact: null },
      { effect: 'stops_sales', impact: 'a' },
      { effect: null, impact: 'b' },
    ] as const
    const inFront = (at: number | null) =>
      open(aCase({}, { 'examples.items': rows.map((row, index) => ({ ...row, front: index === at })) }))
    expect(inFront(null)).toMatchObject({ effect: 'stops_sales', impact: 'a' })
    expect(inFront(2)).toMatchObject({ effect: 'stops_sales', impact: 'b' })
    expect(inFront(0)).toMatchObject({ impact: 'a' })
  })

  it('brings its replies along, and how many of their questions wait for an answer', () => {
    const current = aCase({ 'scope.concern': 'unmet', 'request.ask': 'A plan' })
    const questions = [
      aQuestion(current, 'q1', 'request.ask'),
      aQuestion(current, 'q2', null),
      aQuestion(current, 'q3', 'scope.deliverables.gone.title'),
    ]
    const sent = aReply(current, { questions, verdict: 'needMore', nextWordBy: '2026-11-30' })
    const placed = withReply(current, { reply: sent, raw: sent }, today, sha256)
    if (!placed.ok) throw new Error(placed.reason)
    const summary = { ...replySummary(sent) }
    expect(summary).toEqual({
      replyId: 'reply-1',
      caseId: 'case-1',
      revision: 1,
      writtenOn: '2026-11-24',
      verdict: 'needMore',
      nextWordBy: '2026-11-30',
      questions: 3,
    })
    expect(open(placed.next)).toMatchObject({ openQuestions: 2, replies: [summary] })
    const answered = { ...placed.next, answers: setAnswer(placed.next.answers, 'request.ask', 'Two plans') }
    expect(open(answered)).toMatchObject({ openQuestions: 1 })
  })
})

describe('names that are compared', () => {
  it.each([
    ['Ångström', 'angstrom'],
    ['A\u030angstro\u0308m', 'angstrom'],
    ['Søren Łódź Straße', 'soren lodz strasse'],
    ['ÆØÅ', 'aeoa'],
    ['İstanbul IŞIK ılık', 'istanbul isik ilik'],
    ['ＡＢＣ ﬁn', 'abc fin'],
    ['ΟΔΌΣ', 'οδοσ'],
    ['Zażółć Gęślą', 'zazolc gesla'],
  ])('%j is folded to %j', (text, plain) => {
    expect(folded(text)).toBe(plain)
  })

  it('folds scripts without case to something that is equal to itself alone', () => {
    const names = ['東京商店', '株式会社みどり', 'متجر الشمال', 'חנות הצפון', 'Βόρεια', '🛒 店']
    expect(new Set(names.map(folded)).size).toBe(names.length)
    for (const name of names) {
      expect(folded(name)).toBe(folded(name.normalize('NFD')))
      expect(companyKey(name)).not.toBe('')
    }
  })

  it('folds what is folded to itself, in whichever Unicode form it comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(folded(text.normalize('NFC'))).toBe(folded(text.normalize('NFD')))
        expect(folded(folded(text))).toBe(folded(text))
      }),
      runs(200),
    )
  })

  it.each([
    ['Kvistbro Digital', 'Kvistbro Digital AB', 'KVISTBRO DIGITAL AB (publ)', 'kvistbro  digital, ab.'],
    ['Müller', 'Muller GmbH', 'Müller GmbH & Co. KG', 'MÜLLER AG'],
    ['Nørd', 'Nord A/S', 'Nørd ApS', 'Nørd AS'],
    ['Zorza', 'Zorza Sp. z o.o.', 'ZORZA sp. z o. o.', 'Zorza S.A.'],
    ['Acme', 'Acme Inc.', 'ACME, Ltd', 'Acme L.L.C.', 'Acme Limited'],
    ['Pohjola', 'Pohjola Oy', 'Pohjola Oyj'],
  ])('%s is one company, with and without its form', (...names) => {
    expect(new Set(names.map(companyKey)).size).toBe(1)
  })

  it('keeps apart what is more than a form, and a name that is nothing but one', () => {
    const names = ['Kvistbro Digital', 'Kvistbro', 'Digital Kvistbro', 'AB', 'Oy', 'Abacus', 'AB Kvistbro']
    expect(new Set(names.map(companyKey)).size).toBe(names.length)
  })
})

/** As this browser kept it before it had the fields that are named. */
const without = (names: readonly string[]) =>
  Object.fromEntries(Object.entries(received()).filter(([name]) => !names.includes(name)))

describe('what this browser keeps of the list', () => {
  it('reads what was kept before a case had an emergency, an ask, IDs and a file that was rescued', () => {
    const added = ['urgent', 'ask', 'askEnglish', 'wants', 'by', 'customerNumber', 'project', 'adobeContact', 'rescued']
    expect(readSummaries([without([...added, 'changed'])])).toEqual([received()])
    expect(readSummaries([received({ urgent: 'down' })])).toEqual([received({ urgent: 'down' })])
  })

  it.each([
    ['READY', { turn: 'ACCOUNT_TEAM', next: 'HAND_OVER' }],
    ['RESOLVED', { turn: 'NOBODY', next: 'CLOSE' }],
    ['AWAIT_PARTNER', { turn: 'PARTNER', next: 'AWAIT_PARTNER' }],
    ['TALK_FIRST', { turn: 'MERCHANT', next: 'TALK_FIRST' }],
  ])('reads what was kept before there were turns: %s', (outcome, read) => {
    const before = { ...without(['turn', 'next', 'until', 'isOpen']), outcome }
    expect(readSummaries([before])).toEqual([{ ...received(), until: null, isOpen: false, ...read }])
    expect(readSummaries([{ ...received({ turn: 'PARTNER' }), outcome }])).toMatchObject([{ turn: 'PARTNER' }])
    expect(readSummaries([{ ...without(['turn']), next: 'CLOSE' }, { ...without(['next']) }])).toEqual([])
  })

  it('is read back, and what is broken of it is left out', () => {
    expect(readSummaries([received(), { caseId: 7 }, null, received({ digest: 'd2' })])).toHaveLength(2)
    expect(readSummaries([received({ asOf: '2026-13-45' })])).toEqual([])
    expect(readReplySummary(JSON.stringify(reply()))).toEqual(reply())
    for (const broken of ['', '7', '{', '{}']) expect(readReplySummary(broken)).toBeNull()
  })
})
