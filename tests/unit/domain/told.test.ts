import { describe, expect, it } from 'vitest'
import { isToldInLog } from '../../../src/domain/areas/examples/isToldInLog.ts'
import type { Example } from '../../../src/domain/areas/examples/schema.ts'
import { isToldByLog, toDraft } from '../../../src/domain/areas/partner/toDraft.ts'
import { requestIn } from '../../../src/domain/areas/request/requestIn.ts'
import { emptyRow } from '../../../src/domain/case/answers.ts'
import { aCase } from '../../support/aCase.ts'

const REQUEST = { from: 'merchant', concernStated: 'yes', date: '2026-11-10', text: 'Kassan saknas.' }
const of = (answers: Record<string, unknown>, rows: Record<string, Record<string, unknown>[]> = {}) =>
  aCase(answers, rows).answers

describe('whoever has not told the partner', () => {
  it.each([
    [
      'is led to the draft when it is said what it is about',
      { 'request.summary': 'Kassan saknas' },
      {},
      'message/first',
    ],
    ['or when a deliverable is named', {}, { 'scope.deliverables': [{ title: 'Kassa' }] }, 'message/first'],
    ['and not before', { 'request.summary': ' ' }, { 'scope.deliverables': [{ title: null }] }, null],
    ['nor where the log says that they have been told', { 'request.summary': 'x' }, { 'partner.log': [REQUEST] }, null],
    [
      'a row that says nothing of what is wrong tells nothing',
      { 'request.summary': 'x' },
      { 'partner.log': [{ ...REQUEST, concernStated: 'no' }] },
      'message/first',
    ],
    [
      'nor does one of theirs',
      { 'request.summary': 'x' },
      { 'partner.log': [{ ...REQUEST, from: 'partner' }] },
      'message/first',
    ],
  ] as const)('%s', (_, answers, rows, page) => {
    const told = of({ ...answers, 'partner.told': 'no' }, rows as never)
    expect(toDraft(told)).toBe(page)
  })

  it('is led nowhere after saying that they have been told, or that nobody can be reached', () => {
    for (const told of ['yes', 'cannot', null])
      expect(toDraft(of({ 'partner.told': told, 'request.summary': 'Kassan saknas' }))).toBeNull()
  })

  it('has told them where the log says so, and only then', () => {
    expect(isToldByLog(of({ 'partner.told': 'no' }, { 'partner.log': [REQUEST] }))).toBe(true)
    expect(isToldByLog(of({ 'partner.told': 'no' }))).toBe(false)
    expect(isToldByLog(of({ 'partner.told': 'yes' }, { 'partner.log': [REQUEST] }))).toBe(false)
    expect(isToldByLog(of({ 'partner.told': 'no' }, { 'partner.log': [{ ...REQUEST, concernStated: null }] }))).toBe(
      false,
    )
  })
})

describe('what an example shows has been told to the partner', () => {
  const told = (deliverable: string | null, ...log: Record<string, unknown>[]) =>
    isToldInLog(of({}, { 'partner.log': log }), { ...emptyRow('examples.items'), deliverable } as unknown as Example)
  it.each([
    ['about its deliverable', 'row-1', [{ ...REQUEST, about: ['row-1'] }], true],
    ['about the whole matter', 'row-1', [REQUEST], true],
    ['about another deliverable', 'row-1', [{ ...REQUEST, about: ['row-2'] }], false],
    ['of none, about the whole matter', null, [REQUEST], true],
    ['of none, about one of them', null, [{ ...REQUEST, about: ['row-1'] }], false],
    ['by them', 'row-1', [{ ...REQUEST, from: 'partner' }], false],
    ['without saying what is wrong', 'row-1', [{ ...REQUEST, concernStated: 'no' }], false],
    ['not at all', 'row-1', [], false],
    ['by one row of several', 'row-1', [{ ...REQUEST, concernStated: 'no' }, REQUEST], true],
  ] as const)('%s: %s %j is %s', (_, deliverable, log, is) => {
    expect(told(deliverable, ...log)).toBe(is)
  })
})

describe('what is asked for', () => {
  const request = of({
    'request.summary': 'Kassan saknas',
    'request.ask': 'Ett möte',
    'request.summaryEnglish': 'The checkout is missing',
    'request.askEnglish': ' ',
  }).request
  it('is in the customer’s English for an English reader, where it is there', () => {
    expect(requestIn(request, 'en')).toEqual({ summary: 'The checkout is missing', ask: 'Ett möte' })
    expect(requestIn(request, 'sv')).toEqual({ summary: 'Kassan saknas', ask: 'Ett möte' })
    expect(requestIn({ ...request, askEnglish: 'A meeting', summaryEnglish: null }, 'en')).toEqual({
      summary: 'Kassan saknas',
      ask: 'A meeting',
    })
  })
})
