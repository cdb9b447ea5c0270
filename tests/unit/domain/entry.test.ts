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
    ['1.2345', 1.2345],
    ['1234,567', 1234.567],
    ['1.234,567', 1234.567],
    ['12.34.567', null],
    ['1234.567,8', null],
    ['12x34,5', null],
    ['5.', null],
    ['.5', null],
    ['0', 0],
    ['9'.repeat(30), 1e30],
    ['9'.repeat(31), null],
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
    expect(takenDown({ ...date, offers: ['month'] }, '2026-11')).toBe('2026-11')
    expect(takenDown(date, '2026-11')).toEqual({ typed: '2026-11' })
    expect(takenDown({ ...date, offers: ['month'] }, 'nov')).toEqual({ typed: 'nov' })
    for (const [text, value] of [
      ['0', 0],
      ['123456789', 123456789],
      ['1234567890', { typed: '1234567890' }],
      ['0012', { typed: '0012' }],
    ])
      expect(takenDown(number, String(text))).toEqual(value)
    expect(takenDown({ path: 'x', kind: 'text', need: 'O' }, ' as it is ')).toBe(' as it is ')
  })

  it('shows nothing where nothing is said in words, and numbers as they are written', () => {
    for (const nothing of [null, 'none', { unknown: true }]) expect(textOf(nothing, String)).toBe('')
    expect(textOf(1234, (value) => `${value} digits`)).toBe('1234 digits')
    expect(textOf('2026-11-14', () => 'digits')).toBe('2026-11-14')
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
    for (const nothing of [
      null,
      undefined,
      '',
      '  ',
      false,
      [],
      [{ date: null, agreed: null }],
      { low: null, currency: '' },
    ])
      expect(isBlankRow(row(nothing))).toBe(true)
    for (const something of [
      { low: 1, currency: '' },
      'x',
      { typed: 'in the spring' },
      { unknown: true },
      true,
      0,
      [{ date: { typed: '?' } }],
    ])
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

  const moves: Question = { path: 'x', kind: 'moves', need: 'O' }

  it('reads the dates within moved dates, and leaves alone what are none', () => {
    const move = { date: { typed: '14/12' }, toldOn: { typed: '?' }, agreed: 'yes', changeRequest: null }
    expect(settled(moves, [move], reader)).toEqual([{ ...move, date: '2026-12-14' }])
    expect(settled(moves, [{ ...move, toldOn: { typed: '1 nov' } }], reader)).toMatchObject([{ toldOn: '2026-11-01' }])
    for (const none of [null, { unknown: true }]) expect(settled(moves, none, reader)).toEqual(none)
    const list: Question = { path: 'x', kind: 'people', need: 'O' }
    expect(settled(list, ['Anna'], reader)).toEqual(['Anna'])
  })

  it('takes spaces for nothing, and what is around an answer for no part of it', () => {
    expect(settled(date, { typed: '   ' }, reader)).toBeNull()
    expect(settled(date, { typed: ' 14 nov ' }, reader)).toBe('2026-11-14')
    expect(settled(number, { typed: ' 12 ' }, reader)).toBe(12)
    const phone: Question = { path: 'x', kind: 'phone', need: 'O' }
    expect(settled(phone, { typed: ' 070-123 45 67 ' }, reader)).toBe('070-123 45 67')
    expect(settled(phone, { typed: ' 12 ' }, reader)).toEqual({ typed: ' 12 ' })
    expect(settled(email, { typed: 'anna@' }, reader)).toEqual({ typed: 'anna@' })
    expect(settled(email, { typed: '\u00a0anna@example.com' }, reader)).toBe('\u00a0anna@example.com')
  })

  it.each(['vet inte', ' Vet ej. ', "I don't know", 'i don’t know', 'I do not know'])(
    'takes "%s" for the answer where it is one, and for text elsewhere',
    (said) => {
      const text: Question = { path: 'x', kind: 'text', need: 'O', offers: ['unknown'] }
      expect(settled(text, said, reader)).toEqual({ unknown: true })
      expect(settled({ path: 'x', kind: 'text', need: 'O' }, said, reader)).toBe(said)
      expect(settled(text, `${said}, ask Anna`, reader)).toBe(`${said}, ask Anna`)
    },
  )

  it.each([
    ['a day of the row', '2025-12-20', '5 jan', '2026-01-05'],
    ['a month of the row', '2025-12', '5 jan', '2026-01-05'],
    ['a day that waits to be read', { typed: '22 nov' }, '21 nov', '2027-11-21'],
    ['a month that waits to be read', { typed: 'november' }, '25 okt', '2027-10-25'],
    ['a day that cannot be read', { typed: 'in winter' }, '21 nov', '2026-11-21'],
    ['no day', null, '21 nov', '2026-11-21'],
  ])('reads a day that a message names as the first one after %s, else as the nearest', (_, rowDay, typed, read) => {
    const answerBy: Question = { path: 'x', kind: 'date', need: 'R', year: 'fromRow' }
    const [row] = aCase({}, { 'partner.log': [{ date: rowDay }] }).answers.partner.log
    expect(settled(answerBy, { typed }, reader, row)).toBe(read)
  })

  it('reads a day without a year as the next one, and as the latest where it has passed', () => {
    const plain: Question = { path: 'x', kind: 'date', need: 'R' }
    const [row] = aCase({}, { 'scope.deliverables': [{ title: 'Order export' }] }).answers.scope.deliverables
    expect(settled(plain, { typed: '1 nov' }, reader, row)).toBe('2027-11-01')
    const hasPassed = { ...plain, hasPassed: () => true }
    expect(settled(hasPassed, { typed: '1 nov' }, reader, row)).toBe('2026-11-01')
    expect(settled(hasPassed, { typed: '1 nov' }, reader)).toBe('2027-11-01')
    expect(settled({ ...plain, hasPassed: () => false }, { typed: '1 nov' }, reader, row)).toBe('2027-11-01')
    expect(settled({ ...plain, year: 'nearest' }, { typed: '1 nov' }, reader, row)).toBe('2026-11-01')
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

  it.each([
    [[true, true, true, true], ['tooManyInFront']],
    [[true, true, false, true], []],
    [[true, null, true, true], []],
    [[true, true, true, false], []],
    [[false, false, false, false], []],
  ])('shows at most three examples on the overview: %j', (front, kinds) => {
    const rows = front.map((each, at) => ({ title: `Example ${at}`, front: each }))
    const current = aCase({}, { 'examples.items': rows })
    const list = findList(interview, 'examples.items')?.list
    const row = current.answers.examples.items[3]
    if (list === undefined || row === undefined) throw new Error('no such row')
    const problems = problemsIn(askedInRow(list, current.answers, { ...row }), current.answers, reader)
    expect(problems.map(({ kind }) => kind)).toEqual(kinds)
    for (const { at } of problems) expect(at).toBe('examples.items.row-4.front')
  })

  it('points at each date within moved dates that could not be read, and at no other', () => {
    const moves: Question = { path: 'x', kind: 'moves', need: 'O' }
    const value = [
      { date: '2026-12-14', toldOn: { typed: 'soon' }, agreed: { typed: '?' } },
      { date: { typed: '03/04/2026' }, toldOn: null },
    ]
    const english = { ...reader, language: 'en' }
    const problems = problemsIn([{ question: moves, address: 'x', value }], aCase().answers, english)
    expect(problems.map(({ at, kind }) => [at, kind])).toEqual([
      ['x:0.toldOn', 'notADate'],
      ['x:1.date', 'ambiguousDate'],
    ])
    for (const none of [null, { unknown: true }])
      expect(problemsIn([{ question: moves, address: 'x', value: none }], aCase().answers, reader)).toEqual([])
  })

  it('names both days of a date that may be either, and none for a number', () => {
    const either = { typed: '03/04/2026' }
    const [problem] = problemsIn([{ question: date, address: 'x', value: either }], aCase().answers, {
      ...reader,
      language: 'en',
    })
    expect(problem).toMatchObject({ at: 'x', kind: 'ambiguousDate', either: ['2026-04-03', '2026-03-04'] })
    expect(problemsIn([{ question: number, address: 'x', value: either }], aCase().answers, reader)).toEqual([
      { at: 'x', kind: 'notANumber' },
    ])
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
