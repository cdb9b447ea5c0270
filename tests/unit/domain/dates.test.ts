import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MissingYear } from '../../../src/domain/dates/missingYear.ts'
import {
  addDays,
  daysBetween,
  isPlainDate,
  lastDayOf,
  mondayOfWeek,
  plainDate,
  weekday,
  weekOf,
} from '../../../src/domain/dates/plainDate.ts'
import { addWorkingDays, isWorkingDay } from '../../../src/domain/dates/workingDays.ts'
import { readWrittenDate } from '../../../src/domain/dates/writtenDate.ts'

const anyDay = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays('1950-01-01', days))

/** What is read on a day: a day, a month, the days that may be meant, or null. */
const readOn =
  (today: string, usual: MissingYear) =>
  (text: string, year = usual, language = 'sv') => {
    const read = readWrittenDate(text, { language, today, year })
    if (read.is === 'day') return read.day
    if (read.is === 'month') return read.month
    return read.is === 'ambiguous' ? read.either : null
  }

describe('a date as people write it', () => {
  const on = readOn('2026-11-29', 'nearest')

  it.each([
    ['v. 40', ['2026-09-28', '2026-10-02']],
    ['vecka 36', ['2026-08-31', '2026-09-04']],
    ['v. 2', ['2027-01-11', '2027-01-15']],
    ['i augusti', '2026-08'],
    ['i december', '2026-12'],
    ['aug -26', '2026-08'],
    ['15 sep 26', '2026-09-15'],
    ['5 nov 26', '2026-11-05'],
    ['12-nov-26', '2026-11-12'],
    ['första december', '2026-12-01'],
    ['5 november i år', '2026-11-05'],
    ['december förra året', '2025-12'],
    ['ca 10 nov', '2026-11-10'],
    ['julafton', '2026-12-24'],
    ['mån 5 okt', '2026-10-05'],
    ['fredag 13 november', '2026-11-13'],
    ['1/10-26', '2026-10-01'],
  ])('%s is near', (text, day) => {
    expect(on(text)).toEqual(day)
  })

  it.each([
    ['in august', '2026-08'],
    ['first of december', '2026-12-01'],
    ["aug '26", '2026-08'],
    ['december last year', '2025-12'],
    ['christmas eve', '2026-12-24'],
  ])('%s is near, in English', (text, day) => {
    expect(on(text, 'nearest', 'en')).toEqual(day)
  })

  it.each([
    ['om två veckor', '2026-11-16'],
    ['i morgon', '2026-11-03'],
    ['på fredag', '2026-11-06'],
    ['nästa vecka', ['2026-11-09', '2026-11-13']],
    ['mån 5 okt', '2026-10-05'],
  ])('%s counts from the day of its row', (text, day) => {
    expect(on(text, { from: '2026-11-02' })).toEqual(day)
  })
})

describe('the edges of a date as people write it', () => {
  const on = readOn('2026-11-25', 'past')

  it.each([
    // A Wednesday.
    ['onsdag', 'past', '2026-11-25'],
    ['i onsdags', 'past', '2026-11-18'],
    ['på onsdag', 'coming', '2026-12-02'],
    ['förra onsdagen', 'past', '2026-11-18'],
    ['nästa onsdag', 'coming', '2026-12-02'],
    ['nästa fredag', 'coming', ['2026-11-27', '2026-12-04']],
    ['förra fredagen', 'past', '2026-11-20'],
    ['förra måndagen', 'past', ['2026-11-16', '2026-11-23']],
    ['förra veckan', 'past', ['2026-11-16', '2026-11-20']],
    ['nästa vecka', 'coming', ['2026-11-30', '2026-12-04']],
    ['v. 48', 'past', ['2026-11-23', '2026-11-27']],
    ['v. 48', 'coming', ['2026-11-23', '2026-11-27']],
    ['v. 49', 'past', ['2025-12-01', '2025-12-05']],
    ['v. 47', 'coming', ['2027-11-22', '2027-11-26']],
    ['v. 53 2026', 'past', ['2026-12-28', '2027-01-01']],
    ['v. 0', 'past', null],
    ['v. 54', 'past', null],
    ['2026-w40', 'past', ['2026-09-28', '2026-10-02']],
    ['2026w40', 'past', ['2026-09-28', '2026-10-02']],
    ['x2026w40', 'past', null],
    ['2026w401', 'past', null],
    ['för en månad sedan', 'past', '2026-10-25'],
    ['för noll dagar sedan', 'past', '2026-11-25'],
    ['för 12 månader sedan', 'past', '2025-11-25'],
    ['för 13 månader sedan', 'past', null],
    ['om 3 månader', 'coming', '2027-02-25'],
    ['för 400 dagar sedan', 'past', '2025-10-21'],
    ['för 401 dagar sedan', 'past', null],
    ['om 2 veckor', 'coming', '2026-12-09'],
    ['för många veckor sedan', 'past', null],
    ['den 25', 'past', '2026-11-25'],
    ['den 26', 'past', '2026-10-26'],
    ['26:e', 'past', '2026-10-26'],
    ['26e', 'past', '2026-10-26'],
    ['den 25', 'coming', '2026-11-25'],
    ['den 24', 'coming', '2026-12-24'],
    ['den 24', 'nearest', '2026-11-24'],
    ['den 255', 'past', null],
    ['12-11-26', 'past', '2026-11-12'],
    ['26-11-12', 'past', '2026-11-12'],
    ['261112', 'past', '2026-11-12'],
    ['2611123', 'past', null],
    ['2026-11-123', 'past', null],
    ['12026-11-12', 'past', null],
    ['121126', 'past', '2012-11-26'],
    ['v. 46 2026', 'past', ['2026-11-09', '2026-11-13']],
    ['i vecka 46', 'past', ['2026-11-09', '2026-11-13']],
    ['tisdag v 44', 'past', '2026-10-27'],
    ['fredagen v. 44', 'past', '2026-10-30'],
    ['söndag i v. 44', 'past', '2026-11-01'],
    ['möte den 13:e', 'past', null],
    ['möte den 13', 'past', null],
    ['12-13-26', 'past', null],
    ['2026/11', 'past', '2026-11'],
    ['2026-13', 'past', null],
    ['12026-11', 'past', null],
    ['1.2.2026', 'past', '2026-02-01'],
    ['11/11', 'past', '2026-11-11'],
    ['12 nov 13', 'past', '2013-11-12'],
    ['slutet av oktober', 'past', '2026-10-31'],
    ['slutet av 3 oktober', 'past', null],
    ['november 0000', 'past', null],
    ['', 'past', null],
    ['   ', 'past', null],
    [`${'x'.repeat(61)}`, 'past', null],
    ['12  nov   2026.', 'past', '2026-11-12'],
    ['12\u201311\u20132026', 'past', '2026-11-12'],
    ['12 nov 2026, kl. 14', 'past', '2026-11-12'],
  ] as const)('%j, %s: %j', (text, year, day) => {
    expect(on(text, year)).toEqual(day)
  })

  it('takes the week that begins today or ends today for this one', () => {
    const week = (today: string, year: MissingYear) => readWrittenDate('v. 48', { language: 'sv', today, year })
    const this48 = { is: 'ambiguous', either: ['2026-11-23', '2026-11-27'] }
    expect(week('2026-11-23', 'past')).toEqual(this48)
    expect(week('2026-11-29', 'coming')).toEqual(this48)
    expect(week('2026-11-30', 'coming')).not.toEqual(this48)
  })

  it('counts what is to come from the day of its row, and what has been from today', () => {
    const from = { from: '2026-11-02' }
    expect(on('i dag', from)).toBe('2026-11-25')
    expect(on('i går', from)).toBe('2026-11-24')
    expect(on('i morgon', from)).toBe('2026-11-03')
    expect(on('för en vecka sedan', from)).toBe('2026-11-18')
  })

  it('asks about the order of a slash in English, and never about a dot or the same number twice', () => {
    expect(on('03/04/2026', 'past', 'en')).toEqual(['2026-03-04', '2026-04-03'].sort().reverse())
    expect(on('3.4.2026', 'past', 'en')).toBe('2026-04-03')
    expect(on('4/4/2026', 'past', 'en')).toBe('2026-04-04')
    expect(on('03/04/2026', 'past', 'de')).toBe('2026-04-03')
    expect(on('31/12/2025', 'past', 'en')).toBe('2025-12-31')
  })

  it('knows a month of another length, and the weeks of a year', () => {
    const from = (today: string, text: string) => {
      const read = readWrittenDate(text, { language: 'sv', today, year: 'past' })
      return read.is === 'day' ? read.day : null
    }
    expect(from('2026-03-31', 'för en månad sedan')).toBe('2026-02-28')
    expect(from('2026-01-31', 'för två månader sedan')).toBe('2025-11-30')
    expect(from('2026-12-31', 'för 12 månader sedan')).toBe('2025-12-31')
    expect(mondayOfWeek(2026, 53)).toBe('2026-12-28')
    expect(mondayOfWeek(2027, 53)).toBeNull()
    expect(mondayOfWeek(2026, 0)).toBeNull()
    expect(mondayOfWeek(99999, 1)).toBeNull()
    expect(isPlainDate('x2026-01-01')).toBe(false)
    expect(isPlainDate('2026-01-011')).toBe(false)
  })
})

describe('a date with its weekday', () => {
  const read = (text: string, language = 'sv') =>
    readWrittenDate(text, { language, today: '2026-11-25', year: 'nearest' })
  const day = (text: string, language?: string) => {
    const found = read(text, language)
    return found.is === 'day' ? found.day : found.is
  }
  it.each([
    ['fredag 13 november', '2026-11-13'],
    ['söndag 15 november', '2026-11-15'],
    // In the nearest year in which it is that weekday.
    ['måndag 13 november', '2028-11-13'],
    ['onsdag 11 november', '2026-11-11'],
    ['tisdag 10 november', '2026-11-10'],
    ['lördag 14 november', '2026-11-14'],
    ['torsdag 12 november', '2026-11-12'],
    ['torsdag 13 november', '2025-11-13'],
    ['lördag 13 november', '2027-11-13'],
    ['fredag 29 november', '2024-11-29'],
    ['torsdag 29 november', '2029-11-29'],
    ['Friday, 13 November', '2026-11-13'],
    // A year that is written is the year, whatever weekday stands beside it.
    ['måndag 13 november 2026', '2026-11-13'],
    ['mån 2026-11-13', '2026-11-13'],
  ])('%s is %s', (text, date) => {
    expect(day(text)).toBe(date)
  })

  it('is read in a language that has no words of its own, figures with the day first', () => {
    expect(day('14 november 2026', 'de')).toBe('2026-11-14')
    expect(day('November 14, 2026', 'de')).toBe('2026-11-14')
    expect(day('4/11/2026', 'de')).toBe('2026-11-04')
  })

  it('is not looked for in what is longer than a date, nor in nothing', () => {
    const long = (length: number) => `14 november 2026${' kl 10:00'.padStart(length - 16, ' ')}`
    expect(day(`${' '.repeat(900)}2026-11-14`)).toBe('2026-11-14')
    expect(day(`${' '.repeat(1_000)}2026-11-14`)).toBe('notUnderstood')
    expect(day('x'.repeat(61))).toBe('notUnderstood')
    expect(day('')).toBe('notUnderstood')
    expect(day(long(40))).toBe('2026-11-14')
  })

  it.each(['2026-11-14,', '2026-11-14.', 'den 14 november 2026,', ', 2026-11-14', '2026-11-14 kl. 10.15,'])(
    '%s is read with the mark that a sentence leaves behind, not with one before it',
    (text) => {
      expect(day(text)).toBe(text.startsWith(',') ? 'notUnderstood' : '2026-11-14')
    },
  )

  it.each([
    ['ca 10 nov 2026', '2026-11-10'],
    ['cirka den 10 nov', '2026-11-10'],
    ['första december', '2026-12-01'],
    ['den tredje december', '2026-12-03'],
    ['the fifth of November', '2026-11-05'],
    ['julafton', '2026-12-24'],
    ['christmas eve', '2026-12-24'],
    ['10 nov -26', '2026-11-10'],
    ['10 nov 26', '2026-11-10'],
    ["10 nov '26", '2026-11-10'],
    ['nära julafton', 'notUnderstood'],
    ['strax ca 10 nov', 'notUnderstood'],
    ['x i augusti', 'notUnderstood'],
  ])('%s is %s', (text, date) => {
    expect(day(text)).toBe(date)
  })
})

describe('plain dates', () => {
  it.each([
    '2026-02-30',
    '0000-00-00',
    '20260-01-01',
    '0026-01-01',
    '26-01-01',
    '2026-13-01',
    '2026-1-1',
    '2100-02-29',
    '2026-04-31',
    '2027-02-29',
    'yesterday',
    '',
  ])('knows that %s is no day (D-03, D-06)', (text) => {
    expect(isPlainDate(text)).toBe(false)
  })

  it('knows leap days (D-03)', () => {
    expect(isPlainDate('2028-02-29')).toBe(true)
    expect(plainDate(2027, 2, 29)).toBeNull()
  })

  it('counts whole days over both changes of the clock (D-01)', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(addDays('2026-03-28', 1)).toBe('2026-03-29')
  })

  it('adds and counts the same days, in any time zone of the machine', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
        expect(isPlainDate(addDays(day, days))).toBe(true)
      }),
    )
  })

  it('reads a month as its last day', () => {
    expect(lastDayOf('2026-02')).toBe('2026-02-28')
    expect(lastDayOf('2028-02')).toBe('2028-02-29')
    expect(lastDayOf('2026-12')).toBe('2026-12-31')
    expect(lastDayOf('2026-11-14')).toBe('2026-11-14')
  })

  it('begins the week on Monday', () => {
    expect(weekday('2026-11-23')).toBe(1)
    expect(weekday('2026-11-29')).toBe(7)
  })
})

describe('working days', () => {
  it('do not count the day itself, nor Saturdays and Sundays', () => {
    expect(addWorkingDays('2026-11-23', 1)).toBe('2026-11-24')
    expect(addWorkingDays('2026-11-23', 5)).toBe('2026-11-30')
    expect(addWorkingDays('2026-11-20', 0)).toBe('2026-11-20')
  })

  it('are none on the public holidays of Sweden and three eves, as date-holidays 3.37.0 lists them for 2020 to 2040', () => {
    const table: Record<string, string[]> = JSON.parse(
      readFileSync(new URL('../../cases/tables/swedishHolidays.json', import.meta.url), 'utf8'),
    )
    for (const [year, holidays] of Object.entries(table)) {
      const found: string[] = []
      for (let at = `${year}-01-01`; at <= `${year}-12-31`; at = addDays(at, 1))
        if (weekday(at) <= 5 && !isWorkingDay(at)) found.push(at)
      expect(found, year).toEqual(holidays)
    }
    expect(Object.keys(table)).toHaveLength(21)
  })

  it('always end on a working day, five of them a fortnight and a half later at the latest', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const end = addWorkingDays(day, 5)
        expect(isWorkingDay(end)).toBe(true)
        expect(daysBetween(day, end)).toBeGreaterThanOrEqual(5)
        expect(daysBetween(day, end)).toBeLessThanOrEqual(17)
      }),
    )
  })
})

const today = '2026-11-24'
const read = (text: string, language: string, past = true) =>
  readWrittenDate(text, { language, today, year: past ? 'past' : 'coming' })
const day = (iso: string) => ({ is: 'day', day: iso })
const month = (iso: string) => ({ is: 'month', month: iso })

describe('dates as people write them', () => {
  it.each([
    ['2026-11-14', '2026-11-14'],
    ['20261114', '2026-11-14'],
    ['2026/11/14', '2026-11-14'],
    ['2026-4-7', '2026-04-07'],
    ['14/11', '2026-11-14'],
    ['14.11.2026', '2026-11-14'],
    ['14 nov', '2026-11-14'],
    ['14 november 2026', '2026-11-14'],
    ['den 14 november', '2026-11-14'],
    ['03/04/2026', '2026-04-03'],
    ['i dag', '2026-11-24'],
    ['Igår', '2026-11-23'],
    ['i förrgår', '2026-11-22'],
    ['26 december', '2025-12-26'],
  ])('reads "%s" in Swedish (D-07)', (text, iso) => {
    expect(read(text, 'sv')).toEqual(day(iso))
  })

  it.each([
    ['2026-11-14', '2026-11-14'],
    ['14 Nov 2026', '2026-11-14'],
    ['November 14, 2026', '2026-11-14'],
    ['14th November', '2026-11-14'],
    ['23/04/2026', '2026-04-23'],
    ['04/23/2026', '2026-04-23'],
    ['05/05/2026', '2026-05-05'],
    ['3.4.2026', '2026-04-03'],
    ['yesterday', '2026-11-23'],
    ['the day before yesterday', '2026-11-22'],
  ])('reads "%s" in English (D-07)', (text, iso) => {
    expect(read(text, 'en')).toEqual(day(iso))
  })

  it('asks in English which of two days 03/04/2026 is (D-07)', () => {
    expect(read('03/04/2026', 'en')).toEqual({ is: 'ambiguous', either: ['2026-04-03', '2026-03-04'] })
  })

  it('takes a date without a year as the latest past one, or the next one for a promise', () => {
    expect(read('14/1', 'sv', true)).toEqual(day('2026-01-14'))
    expect(read('14/12', 'sv', false)).toEqual(day('2026-12-14'))
    expect(read('24/11', 'sv', true)).toEqual(day('2026-11-24'))
    expect(read('29/2', 'sv', true)).toEqual(day('2024-02-29'))
  })

  it('asks which year where the past day may be one of the next thirty', () => {
    expect(read('14/12', 'sv')).toEqual({ is: 'ambiguous', either: ['2025-12-14', '2026-12-14'] })
    expect(read('24 december', 'sv')).toEqual({ is: 'ambiguous', either: ['2025-12-24', '2026-12-24'] })
    expect(read('25 december', 'sv')).toEqual(day('2025-12-25'))
    expect(read('24 november', 'sv')).toEqual(day(today))
  })

  const readAs = (text: string, year: MissingYear, language = 'sv') => readWrittenDate(text, { language, today, year })

  it('takes what a row names as the first such day from its own on', () => {
    const from = { from: '2026-11-02' }
    expect(readAs('6 nov', from)).toEqual(day('2026-11-06'))
    expect(readAs('20 nov', from)).toEqual(day('2026-11-20'))
    expect(readAs('2 nov', from)).toEqual(day('2026-11-02'))
    expect(readAs('1 nov', from)).toEqual(day('2027-11-01'))
    expect(readAs('fredag', from)).toEqual(day('2026-11-06'))
    expect(readAs('den 13:e', from)).toEqual(day('2026-11-13'))
    expect(readAs('december', from)).toEqual(month('2026-12'))
    expect(readAs('oktober', from)).toEqual(month('2027-10'))
  })

  it('takes an agreed date as the nearest, past or coming', () => {
    expect(readAs('30 september', 'nearest')).toEqual(day('2026-09-30'))
    expect(readAs('1 mars', 'nearest')).toEqual(day('2027-03-01'))
    expect(readAs('1 juni', 'nearest')).toEqual(day('2026-06-01'))
    expect(readAs('oktober', 'nearest')).toEqual(month('2026-10'))
  })

  it('takes today and this month for themselves, whichever year is looked for', () => {
    for (const year of ['past', 'coming', 'nearest', { from: today }] as const) {
      expect(readAs('24/11', year)).toEqual(day(today))
      expect(readAs('november', year)).toEqual(month('2026-11'))
    }
  })

  it('finds a leap day that is eight years away', () => {
    const leapDay = (from: string, year: MissingYear) => readWrittenDate('29/2', { language: 'sv', today: from, year })
    expect(leapDay('2096-03-01', 'coming')).toEqual(day('2104-02-29'))
    expect(leapDay('2104-02-28', 'past')).toEqual({ is: 'ambiguous', either: ['2096-02-29', '2104-02-29'] })
    expect(leapDay('2104-01-15', 'past')).toEqual(day('2096-02-29'))
  })

  it('reads a month where only the month is known (D-08)', () => {
    expect(read('2026-11', 'sv')).toEqual(month('2026-11'))
    expect(read('november 2026', 'sv')).toEqual(month('2026-11'))
    expect(read('mars', 'sv', true)).toEqual(month('2026-03'))
    expect(read('mars', 'sv', false)).toEqual(month('2027-03'))
  })

  it.each([
    ['sv', 'fredag 13 november', '2026-11-13'],
    ['sv', 'fre 13/11', '2026-11-13'],
    ['sv', 'den 13:e', '2026-11-13'],
    ['sv', '1:a dec 2026', '2026-12-01'],
    ['sv', '26-11-12', '2026-11-12'],
    ['sv', '261112', '2026-11-12'],
    ['sv', '12/11-26', '2026-11-12'],
    ['sv', '3/4 2026', '2026-04-03'],
    ['sv', '2026-11-12 14:30', '2026-11-12'],
    ['sv', '12 november kl. 14', '2026-11-12'],
    ['sv', 'igår kväll', '2026-11-23'],
    ['sv', 'i går morse', '2026-11-23'],
    ['sv', 'i morse', '2026-11-24'],
    ['sv', 'i morgon', '2026-11-25'],
    ['sv', 'i övermorgon', '2026-11-26'],
    ['sv', 'för en månad sedan', '2026-10-24'],
    ['sv', 'slutet av oktober', '2026-10-31'],
    ['sv', 'i slutet av oktober 2026', '2026-10-31'],
    ['sv', '2026‑11‑12', '2026-11-12'],
    ['sv', '2026–11–12', '2026-11-12'],
    ['sv', '\u200e12 november 2026', '2026-11-12'],
    ['sv', '２０２６-１１-１２', '2026-11-12'],
    ['sv', '12 may 2026', '2026-05-12'],
    ['sv', 'yesterday', '2026-11-23'],
    ['sv', 'tors 12 nov', '2026-11-12'],
    ['sv', 'torsdagen den 12 november', '2026-11-12'],
    ['en', '3rd of November', '2026-11-03'],
    ['en', 'the 3rd of November 2026', '2026-11-03'],
    ['en', '12-Nov-2026', '2026-11-12'],
    ['en', '13/11/26', '2026-11-13'],
    ['en', 'Thu, 12 Nov 2026 09:14:03 +0100', '2026-11-12'],
    ['en', 'Thursday, November 12, 2026 10:15 AM', '2026-11-12'],
    ['en', '12 November 2026 at 2 pm', '2026-11-12'],
    ['en', '2026-11-12T09:14:03Z', '2026-11-12'],
    ['en', 'on friday', '2026-11-20'],
    ['en', 'a week ago', '2026-11-17'],
    ['en', 'a month ago', '2026-10-24'],
    ['en', 'two months ago', '2026-09-24'],
    ['en', 'yesterday evening', '2026-11-23'],
    ['en', 'the day after tomorrow', '2026-11-26'],
    ['en', 'end of October', '2026-10-31'],
    ['en', 'idag', '2026-11-24'],
    ['en', '12 maj 2026', '2026-05-12'],
  ])('reads what people write, %s: "%s"', (language, text, iso) => {
    expect(read(text, language)).toEqual(day(iso))
  })

  it('asks in English which of two days 12/11/26 is', () => {
    expect(read('12/11/26', 'en')).toEqual({ is: 'ambiguous', either: ['2026-11-12', '2026-12-11'] })
  })

  it.each([
    '31/4',
    '31 april',
    '29/2 2100',
    '2026-02-30',
    '0026-11-14',
    '20260-11-14',
    '14/11/20260',
    '14 nov 0026',
    'vet inte',
    'x',
    '',
    '99/99',
    '١٤/١١',
  ])('does not guess at "%s" (D-03, D-06)', (text) => {
    expect(read(text, 'sv')).toEqual({ is: 'notUnderstood' })
  })

  it('never throws, is quick, and gives only days that exist', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('sv', 'en', 'xx'),
        (text, language) => {
          const date = read(text, language)
          if (date.is === 'day') expect(isPlainDate(date.day)).toBe(true)
        },
      ),
    )
    for (const hostile of ['1'.repeat(100_000), ' '.repeat(100_000), '1/'.repeat(50_000), 'a '.repeat(50_000)]) {
      expect(read(hostile, 'sv')).toEqual({ is: 'notUnderstood' })
    }
  })
})

describe('a date that is told from today, a Wednesday', () => {
  const read = (text: string, language: 'sv' | 'en', past = true) => {
    const found = readWrittenDate(text, { language, today: '2026-11-25', year: past ? 'past' : 'coming' })
    return found.is === 'day' ? found.day : found.is === 'ambiguous' ? found.either : found.is
  }
  it.each([
    ['i förrgår', '2026-11-23'],
    ['i fredags', '2026-11-20'],
    ['I onsdags', '2026-11-18'],
    ['förra fredagen', '2026-11-20'],
    ['förra måndagen', ['2026-11-16', '2026-11-23']],
    ['på fredag', '2026-11-27'],
    ['fredag', '2026-11-20'],
    ['onsdag', '2026-11-25'],
    ['nästa fredag', ['2026-11-27', '2026-12-04']],
    ['nästa måndag', '2026-11-30'],
    ['v. 46', ['2026-11-09', '2026-11-13']],
    ['v46', ['2026-11-09', '2026-11-13']],
    ['vecka 50', ['2025-12-08', '2025-12-12']],
    ['vecka 1 2026', ['2025-12-29', '2026-01-02']],
    ['förra veckan', ['2026-11-16', '2026-11-20']],
    ['för tre dagar sedan', '2026-11-22'],
    ['för 2 veckor sedan', '2026-11-11'],
    ['om en vecka', '2026-12-02'],
    ['v. 54', 'notUnderstood'],
    ['förra julen', 'notUnderstood'],
    ['om många dagar', 'notUnderstood'],
  ])('reads %s', (text, meant) => {
    expect(read(text, 'sv')).toEqual(meant)
  })

  it.each([
    ['last Friday', '2026-11-20'],
    ['last Monday', ['2026-11-16', '2026-11-23']],
    ['next Friday', ['2026-11-27', '2026-12-04']],
    ['this Friday', '2026-11-27'],
    ['Friday', '2026-11-20'],
    ['week 46', ['2026-11-09', '2026-11-13']],
    ['2026-W46', ['2026-11-09', '2026-11-13']],
    ['three days ago', '2026-11-22'],
    ['2 weeks ago', '2026-11-11'],
    ['in 10 days', '2026-12-05'],
    ['last week', ['2026-11-16', '2026-11-20']],
    ['week 0', 'notUnderstood'],
    ['many days ago', 'notUnderstood'],
  ])('reads %s in English', (text, meant) => {
    expect(read(text, 'en')).toEqual(meant)
  })

  it('looks forward where the question does', () => {
    expect(read('fredag', 'sv', false)).toBe('2026-11-27')
    expect(read('v. 46', 'sv', false)).toEqual(['2027-11-15', '2027-11-19'])
    expect(read('vecka 48', 'sv', false)).toEqual(['2026-11-23', '2026-11-27'])
    expect(read('week 53', 'en', false)).toEqual(['2026-12-28', '2027-01-01'])
  })

  it('never throws and gives days that exist, whatever stands around the words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('i fredags', 'v. 46', 'för 3 dagar sedan', 'last friday', 'week 9 2026', 'in 999 days'),
        fc.string({ maxLength: 6 }),
        fc.constantFrom('sv' as const, 'en' as const),
        fc.boolean(),
        (words, noise, language, past) => {
          for (const text of [words, words + noise, noise + words]) {
            const found = readWrittenDate(text, { language, today: '2026-11-25', year: past ? 'past' : 'coming' })
            if (found.is === 'day') expect(isPlainDate(found.day)).toBe(true)
            if (found.is === 'ambiguous') expect(found.either.every(isPlainDate)).toBe(true)
          }
        },
      ),
    )
  })

  it('knows the weeks of every year, there and back', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const thursday = addDays(day, 4 - weekday(day))
        expect(mondayOfWeek(Number(thursday.slice(0, 4)), weekOf(day))).toBe(addDays(day, 1 - weekday(day)))
      }),
    )
  })
})
