import fc from 'fast-check'
import ICAL from 'ical.js'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/domain/dates/plainDate.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { remindersOf } from '../../../src/domain/reminders/reminders.ts'
import { type CalendarDay, calendarFile } from '../../../src/exchange/calendar/calendarFile.ts'
import { aCase } from '../../support/aCase.ts'
import { runs } from '../../support/runs.ts'

const MADE = Date.UTC(2026, 10, 24, 12, 34, 56)
const aDay = (change: Partial<CalendarDay> = {}): CalendarDay => ({
  uid: 'answerBy-P1-case@partnerguiden',
  date: '2026-12-01',
  title: 'Sista dagen för svar från Kvistbro Digital AB (v. 49)',
  description: 'Påminnelse från Partnerguiden.',
  ...change,
})

interface Read {
  uid: string
  date: string
  end: string
  title: string
}

/** One independent reader of calendar files. */
const byIcalJs = (text: string): Read[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    expect(event.startDate.isDate).toBe(true)
    return {
      uid: event.uid,
      date: event.startDate.toString(),
      end: event.endDate.toString(),
      title: event.summary,
    }
  })

/** And another. */
const byTsIcs = (text: string): Read[] =>
  (convertIcsCalendar(undefined, text).events ?? []).map(({ uid, start, end, summary }) => {
    expect(start.type).toBe('DATE')
    return {
      uid,
      date: start.date.toISOString().slice(0, 10),
      end: end?.date.toISOString().slice(0, 10) ?? '',
      title: summary,
    }
  })

describe('a calendar file', () => {
  it.each([
    ['an ordinary day', '2026-12-01'],
    ['the day on which summer time begins', '2027-03-28'],
    ['the day on which it ends', '2026-10-25'],
    ['the last day of a year', '2026-12-31'],
    ['a day that few years have', '2028-02-29'],
  ])('says %s as a whole day, to two readers', (_, date) => {
    const text = calendarFile([aDay({ date })], MADE)
    const meant = { uid: aDay().uid, date, end: addDays(date, 1), title: aDay().title }
    expect(byIcalJs(text)).toEqual([meant])
    expect(byTsIcs(text)).toEqual([meant])
  })

  it('has lines of at most 75 bytes, each ended as the standard asks, and no letter cut in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const text = calendarFile([aDay({ title })], MADE)
        expect(text.endsWith('\r\n')).toBe(true)
        for (const line of text.split('\r\n')) {
          expect(line).not.toMatch(/[\r\n]/)
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          // Half a letter at either end. U+FFFD itself may stand in a title.
          expect(/\p{Surrogate}/u.test(line)).toBe(false)
        }
      }),
      runs(200),
    )
  })

  it.each([
    ['two lines', 'a\r\nATTENDEE:mailto:x@example.com'],
    ['a bare carriage return', 'a\rDTSTART:20200101'],
    ['a separator of lines', 'a\u2028SUMMARY:b'],
    ['NUL', 'a\0b'],
    ['commas, semicolons and backslashes', 'a, b; c\\n d'],
  ])('keeps %s in a title a title (X-09)', (_, title) => {
    const text = calendarFile([aDay({ title })], MADE)
    const properties = text.split('\r\n').filter((line) => /^[A-Z]/.test(line)).length
    expect(properties).toBe(
      calendarFile([aDay()], MADE)
        .split('\r\n')
        .filter((line) => /^[A-Z]/.test(line)).length,
    )
    const [event] = byIcalJs(text)
    expect(event?.title).toBe(title.replace(/\r\n|\r|\u2028/g, '\n').replace(/\0/g, ''))
  })

  it('made later moves the day that a calendar already has: the same name, a higher number', () => {
    const numberOf = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1])
    const [before, after] = [calendarFile([aDay()], MADE), calendarFile([aDay({ date: '2026-12-08' })], MADE + 60_000)]
    expect(numberOf(after)).toBeGreaterThan(numberOf(before))
    expect(byIcalJs(after)[0]?.uid).toBe(byIcalJs(before)[0]?.uid)
  })
})

describe('the days to remember', () => {
  const daysOf = (...given: Parameters<typeof aCase>) =>
    remindersOf(visibleAnswers(interview, aCase(...given).answers), '2026-11-24').map(({ kind, date }) => [kind, date])

  it('are the day for an answer, the follow-up and the date that must not be missed, soonest first', () => {
    expect(
      daysOf(
        {
          'request.followUpOn': '2026-12-05',
          'request.hardDate': '2026-11-27',
          'request.hardReason': 'Black Friday',
        },
        {
          'partner.log': [{ date: '2026-11-20', from: 'merchant', concernStated: 'yes', answerBy: '2026-12-01' }],
        },
      ),
    ).toEqual([
      ['hardDate', '2026-11-27'],
      ['answerBy', '2026-12-01'],
      ['followUp', '2026-12-05'],
    ])
  })

  it('are five working days where no day was named, and the day that was promised once there is a plan', () => {
    const asked = { date: '2026-11-20', from: 'merchant', concernStated: 'yes' } as const
    expect(daysOf({}, { 'partner.log': [asked] })).toEqual([['answerBy', '2026-11-27']])
    const plan = { date: '2026-11-23', from: 'partner', answer: 'plan', promised: '2026-12' } as const
    expect(daysOf({}, { 'partner.log': [asked, plan] })).toEqual([['promised', '2026-12-31']])
  })

  it('have the first day of several that are waited for by one message', () => {
    const late = { status: 'late', promised: '2026-11-01', inScope: 'yes' } as const
    const asked = { from: 'merchant', concernStated: 'yes' } as const
    const log = [
      { ...asked, date: '2026-11-20', about: [] },
      { ...asked, date: '2026-11-23', answerBy: '2026-12-08', about: ['row-2'] },
    ]
    const lists = { 'scope.deliverables': [late, late], 'partner.log': log }
    expect(daysOf({ 'scope.concern': 'unmet' }, lists)).toEqual([['answerBy', '2026-11-27']])
  })

  it('are named after what they are about, with the reason or the name of it', () => {
    const reminders = remindersOf(
      visibleAnswers(
        interview,
        aCase(
          {
            'scope.concern': 'unmet',
            'request.followUpOn': '2026-11-24',
            'request.hardDate': '2026-11-25',
            'request.hardReason': 'Black Friday',
          },
          {
            'scope.deliverables': [{ title: 'Order export', status: 'missing', promised: '2026-12-04' }],
            'partner.log': [{ date: '2026-11-20', from: 'merchant', concernStated: 'yes', answerBy: '2026-12-01' }],
          },
        ).answers,
      ),
      '2026-11-24',
    )
    expect(reminders).toEqual([
      { kind: 'followUp', of: 'followUpOn', date: '2026-11-24', text: null },
      { kind: 'hardDate', of: 'hardDate', date: '2026-11-25', text: 'Black Friday' },
      { kind: 'answerBy', of: 'row-1', date: '2026-12-01', text: null },
      { kind: 'promised', of: 'row-1', date: '2026-12-04', text: 'Order export' },
    ])
  })

  it('are one for several matters that wait for the same answer', () => {
    const asked = { date: '2026-11-20', from: 'merchant', concernStated: 'yes', answerBy: '2026-12-01' } as const
    const late = { status: 'late', promised: '2026-11-01' } as const
    const deliverables = [
      { title: 'A', ...late },
      { title: 'B', ...late },
    ]
    const wholeLog = { 'scope.deliverables': deliverables, 'partner.log': [{ ...asked, about: ['row-1', 'row-2'] }] }
    expect(daysOf({ 'scope.concern': 'unmet' }, wholeLog)).toEqual([['answerBy', '2026-12-01']])
    const apart = [
      { ...asked, about: ['row-1'] },
      { ...asked, answerBy: '2026-12-02', about: ['row-2'] },
    ]
    expect(daysOf({ 'scope.concern': 'unmet' }, { 'scope.deliverables': deliverables, 'partner.log': apart })).toEqual([
      ['answerBy', '2026-12-01'],
      ['answerBy', '2026-12-02'],
    ])
    const sameDay = apart.map((row) => ({ ...row, answerBy: '2026-12-01' }))
    expect(
      daysOf({ 'scope.concern': 'unmet' }, { 'scope.deliverables': deliverables, 'partner.log': sameDay }),
    ).toEqual([['answerBy', '2026-12-01']])
  })

  it('are none that have passed, and none about the partner once it is solved', () => {
    expect(daysOf({ 'request.followUpOn': '2026-11-23' })).toEqual([])
    expect(
      daysOf(
        { 'partner.solvedOn': '2026-11-22' },
        {
          'partner.log': [{ date: '2026-11-20', from: 'merchant', concernStated: 'yes', answerBy: '2026-12-01' }],
        },
      ),
    ).toEqual([])
  })
})
