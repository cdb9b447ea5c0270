import { domainToASCII, domainToUnicode } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedInRow, askedOn } from '../../../src/domain/interview/askedQuestions.ts'
import { asSettled, problemsIn, readNumber, settled } from '../../../src/domain/interview/commitTypedText.ts'
import { isBlankRow, takenDown, textOf } from '../../../src/domain/interview/entry.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { findList, findPage } from '../../../src/domain/interview/interviewPages.ts'
import type { Question } from '../../../src/domain/interview/question.ts'
import { readableMail } from '../../../src/domain/interview/readableMail.ts'
import { contactOf } from '../../../src/domain/report/sheet.ts'
import { aCase } from '../../support/aCase.ts'
import { runs } from '../../support/runs.ts'

const reader = { language: 'sv', today: '2026-11-24' }
const date: Question = { path: 'x', kind: 'date', need: 'R', past: 'required' }
const number: Question = { path: 'x', kind: 'number', need: 'R' }
const email: Question = { path: 'x', kind: 'email', need: 'P' }

describe('numbers as people write them', () => {
  it.each([
    ['12500', 12500],
    ['12 500', 12500],
    ['12\u00a0500', 12500],
    ['12.500', 12500],
    ['12,500', 12500],
    ['1.234.567', 1234567],
    ['1 234,5', 1234.5],
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['−5', -5],
    ['－５', -5],
    ['１２', 12],
    ['0,5', 0.5],
    ['1e9', null],
    ['∞', null],
    ['12 st', null],
    ['', null],
    ['1,2,3', null],
    ['9'.repeat(40), null],
  ])('reads "%s" as %s (I-11)', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })
})

describe('while somebody types', () => {
  it('keeps what does not say one thing yet as it was typed', () => {
    expect(takenDown(date, '14 no')).toEqual({ typed: '14 no' })
    expect(takenDown(number, '12 5')).toEqual({ typed: '12 5' })
    expect(takenDown(email, 'anna@')).toEqual({ typed: 'anna@' })
  })

  it('takes what is exact at once, and nothing as no answer', () => {
    expect(takenDown(date, '2026-11-14')).toBe('2026-11-14')
    expect(takenDown(number, '12')).toBe(12)
    expect(takenDown(email, 'anna@example.com')).toBe('anna@example.com')
    expect(takenDown(date, '')).toBeNull()
  })

  it('shows the very text that was typed, whatever became of it', () => {
    for (const text of ['14 no', '2026-11-14', '0012', 'x']) expect(textOf(takenDown(date, text), String)).toBe(text)
    for (const text of ['12', '012', '12,', '1 2']) expect(textOf(takenDown(number, text), String)).toBe(text)
  })
})

describe('a row that was begun', () => {
  const row = (value: unknown) => ({
    id: 'x',
    code: 1,
    title: null,
    date: null,
    moves: null,
    front: null,
    value,
  })

  it('is blank only where nothing was written, understood or not', () => {
    for (const nothing of [null, '', '  ', false, [], [{ date: null, agreed: null }], { low: null, currency: '' }])
      expect(isBlankRow(row(nothing))).toBe(true)
    for (const something of ['x', { typed: 'in the spring' }, { unknown: true }, true, 0, [{ date: { typed: '?' } }]])
      expect(isBlankRow(row(something))).toBe(false)
  })
})

describe('when the page is left', () => {
  it('turns what can be understood into an answer', () => {
    expect(settled(date, { typed: '14 nov' }, reader)).toBe('2026-11-14')
    expect(settled(number, { typed: '12 500' }, reader)).toBe(12500)
  })

  it('keeps what cannot be understood, and a month where none is offered', () => {
    expect(settled(date, { typed: 'in the spring' }, reader)).toEqual({ typed: 'in the spring' })
    expect(settled(date, { typed: 'november' }, reader)).toEqual({ typed: 'november' })
    expect(settled({ ...date, offers: ['month'] }, { typed: 'november' }, reader)).toBe('2026-11')
  })

  it.each(['1e9', '∞', '12 st', '1,2,3', '10 000 000 000 000 000 000 000 000 000 000'])(
    'keeps "%s" as it was typed, and asks for digits (I-11)',
    (text) => {
      const typed = takenDown(number, text)
      expect(settled(number, typed, reader)).toEqual({ typed: text })
      const asked = [{ question: number, address: 'x', value: settled(number, typed, reader) }]
      expect(problemsIn(asked, aCase().answers, reader)).toEqual([{ at: 'x', kind: 'notANumber' }])
      expect(textOf(settled(number, typed, reader), String)).toBe(text)
    },
  )

  it('reads the dates within moved dates', () => {
    const moves: Question = { path: 'x', kind: 'moves', need: 'O' }
    const move = { date: { typed: '14/12' }, toldOn: { typed: '?' }, agreed: 'yes', changeRequest: null }
    expect(settled(moves, [move], reader)).toEqual([{ ...move, date: '2026-12-14' }])
  })
})

describe('what is pointed out on Continue', () => {
  const problemsOn = (page: string, answers: Record<string, unknown>) => {
    const current = aCase(answers)
    const step = findPage(interview, page)?.step
    if (step === undefined) throw new Error(`no page ${page}`)
    return problemsIn(askedOn(step, current.answers), current.answers, reader)
  }

  it('never points at an empty field', () => {
    for (const part of interview.parts)
      for (const step of part.steps) if (!('path' in step)) expect(problemsOn(step.id, {})).toEqual([])
  })

  it('points at what could not be read, and at a day that has not come', () => {
    expect(problemsOn('scope/document', { 'scope.reviewedOn': { typed: 'soon' } })).toMatchObject([
      { at: 'scope.reviewedOn', kind: 'notADate' },
    ])
    expect(problemsOn('scope/document', { 'scope.reviewedOn': '2026-11-25' })).toMatchObject([{ kind: 'future' }])
    expect(problemsOn('scope/document', { 'scope.reviewedOn': '2026-11-24' })).toEqual([])
    expect(problemsOn('about/company', { 'about.email': { typed: 'anna' } })).toMatchObject([{ kind: 'notAnEmail' }])
  })

  it('X-21 keeps a mail address as it was typed or pasted, and uses the address alone', () => {
    const kept: string[] = [' anna@example.com ', 'Anna Ek <anna@example.com>', '<anna@example.com>']
    for (const text of kept) {
      expect(takenDown(email, text)).toBe(text)
      expect(settled(email, { typed: text }, reader)).toBe(text)
      expect(problemsOn('about/company', { 'about.email': text })).toEqual([])
      const { about } = aCase({ 'about.name': 'Anna', 'about.email': text }).answers
      expect(contactOf(about)).toEqual(['Anna', 'anna@example.com'])
    }
    expect(takenDown(email, 'info@företag.se')).toBe('info@företag.se')
    for (const text of ['Anna <anna>', '<a@b.se> c', 'a@b.se, c@d.se', '<a@b.se', 'a b@c.se'])
      expect(takenDown(email, text)).toEqual({ typed: text })
  })

  it('points out a mail address and a number of a file that no field would have taken', () => {
    const of = (email: string, phone: string) =>
      problemsOn('about/company', { 'about.email': email, 'about.phone': phone }).map(({ at, kind }) => [at, kind])
    expect(of('anna', 'call me')).toEqual([
      ['about.email', 'notAnEmail'],
      ['about.phone', 'notAPhone'],
    ])
    expect(of('anna@kund.example', '070-123 45 67')).toEqual([])
  })

  it('shows at most three examples on the overview', () => {
    const rows = [1, 2, 3, 4].map((n) => ({ title: `Example ${n}`, front: true }))
    const current = aCase({}, { 'examples.items': rows })
    const list = findList(interview, 'examples.items')?.list
    const row = current.answers.examples.items[3]
    if (list === undefined || row === undefined) throw new Error('no such row')
    const asked = askedInRow(list, current.answers, { ...row })
    expect(problemsIn(asked, current.answers, reader)).toMatchObject([{ kind: 'tooManyInFront' }])
  })
})

describe('a mail address that a browser has rewritten', () => {
  it.each([
    ['info@xn--fretag-wxa.se', 'info@företag.se'],
    ['Anna <a@post.xn--fretag-wxa.xn--fiqs8s>', 'Anna <a@post.företag.中国>'],
    ['a@XN--FRETAG-WXA.SE', 'a@företag.SE'],
    ['info@example.com', null],
    ['xn--fretag-wxa@example.com', null],
    ['info@grosse.de', null],
    ['info@xn--.se', null],
    ['info@xn--99999999999.se', null],
    ['info@xn--a-0.se', null],
  ])('X-22 is read back: %s', (kept, typed) => {
    expect(readableMail(kept)).toBe(typed)
  })

  it('X-22 is what it was, whatever letters it had', () => {
    const label = fc.string({
      unit: fc.constantFrom(...'abcxyz019-åäöéüłşœđαжяיעم中日本한กあ'),
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(label, (text) => {
        const ascii = domainToASCII(`${text}.se`)
        fc.pre(ascii.startsWith('xn--'))
        expect(readableMail(`info@${ascii}`)).toBe(`info@${domainToUnicode(ascii)}`)
      }),
      runs(500),
    )
  })

  it('X-22 is never in the way, whatever stands in the field', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'@.xn--abz019>< å'), maxLength: 80 }), (text) => {
        expect(() => readableMail(text)).not.toThrow()
      }),
      runs(500),
    )
  })
})

describe('what is seen beside a page while somebody types', () => {
  it('counts what is typed as it will be read, in rows too, and leaves the answers as they are', () => {
    const { answers } = aCase(
      { 'scope.documentDate': { typed: '18 mars 2026' }, 'scope.documentTitle': 'v1.3' },
      {
        'partner.log': [
          { from: 'merchant', date: { typed: '12 nov' } },
          { from: 'merchant', date: { typed: 'i våras' } },
        ],
      },
    )
    const before = structuredClone(answers)
    const read = asSettled(interview, answers, reader)
    expect([read.scope.documentDate, read.scope.documentTitle]).toEqual(['2026-03-18', 'v1.3'])
    expect(read.partner.log.map((row) => row.date)).toEqual(['2026-11-12', { typed: 'i våras' }])
    expect(answers).toEqual(before)
  })

  it('is the same answers where nothing waits to be read', () => {
    const { answers } = aCase({ 'scope.documentDate': '2026-03-18' }, { 'partner.log': [{ date: '2026-11-12' }] })
    expect(asSettled(interview, answers, reader)).toBe(answers)
  })
})
