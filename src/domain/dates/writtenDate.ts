import { isPlainMonth, type PlainDate, type PlainMonth, plainDate } from './plainDate.ts'
import { RELATIVE, relativeDate } from './relativeDate.ts'

export type WrittenDate =
  | { is: 'day'; day: PlainDate }
  | { is: 'month'; month: PlainMonth }
  | { is: 'ambiguous'; either: readonly [PlainDate, PlainDate] }
  | { is: 'notUnderstood' }

/** Languages without an entry understand dates in digits. */
interface DateWords {
  months: readonly string[]
  /** Otherwise `03/04` may be either order, and the user is asked. */
  dayFirst: boolean
}

const MONTHS_SV = 'januari februari mars april maj juni juli augusti september oktober november december'
const MONTHS_EN = 'january february march april may june july august september october november december'

const WORDS: Record<string, DateWords> = {
  sv: { months: MONTHS_SV.split(' '), dayFirst: true },
  en: { months: MONTHS_EN.split(' '), dayFirst: false },
}

const NO_WORDS: DateWords = { months: [], dayFirst: true }

export interface WritingHabits {
  language: string
  today: PlainDate
  /** A date without a year is then the latest past one. */
  past: boolean
}

const NOT_UNDERSTOOD: WrittenDate = { is: 'notUnderstood' }

const day = (date: PlainDate | null): WrittenDate => (date === null ? NOT_UNDERSTOOD : { is: 'day', day: date })

/** No date is longer; it also bounds every pattern below. */
const LONGEST = 40
const LONGEST_TYPED = 1_000

/** `2026-11-14`, `20261114`, `14/11`, `14.11.2026`, `14 nov 2026`, `november 2026`, `i går`, `v. 46`. Never throws. */
export function readWrittenDate(written: string, habits: WritingHabits): WrittenDate {
  if (written.length > LONGEST_TYPED) return NOT_UNDERSTOOD
  const text = written.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ').replace(/[.,]$/, '')
  if (text === '' || text.length > LONGEST) return NOT_UNDERSTOOD
  const words = WORDS[habits.language] ?? NO_WORDS
  return fromToday(text, habits) ?? inDigits(text, words, habits) ?? inWords(text, words, habits) ?? NOT_UNDERSTOOD
}

function fromToday(text: string, habits: WritingHabits): WrittenDate | null {
  const words = RELATIVE[habits.language]
  const found = words === undefined ? null : relativeDate(text, words, habits)
  if (found === null) return null
  const [first, second] = found
  return second === undefined ? day(first) : { is: 'ambiguous', either: [first, second] }
}

function inDigits(text: string, words: DateWords, habits: WritingHabits): WrittenDate | null {
  const yearFirst = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/.exec(text)
  if (yearFirst) return day(plainDate(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4])))

  const month = /^(\d{4})[-/](\d{1,2})$/.exec(text)
  if (month) {
    const iso = `${month[1]}-${String(month[2]).padStart(2, '0')}`
    return isPlainMonth(iso) ? { is: 'month', month: iso } : NOT_UNDERSTOOD
  }

  const parts = /^(\d{1,2})([-/. ])(\d{1,2})(?:\2(\d{4}))?$/.exec(text)
  if (!parts) return null
  const [first, second] = [Number(parts[1]), Number(parts[3])]
  const dated = (d: number, m: number) =>
    parts[4] === undefined ? withoutYear(d, m, habits) : plainDate(Number(parts[4]), m, d)
  const dayFirst = dated(first, second)
  // A dot means day first; a slash may be either order in English.
  const oneOrder = words.dayFirst || parts[2] === '.' || first === second
  if (oneOrder) return day(dayFirst)
  const monthFirst = dated(second, first)
  if (dayFirst !== null && monthFirst !== null) return { is: 'ambiguous', either: [dayFirst, monthFirst] }
  return day(dayFirst ?? monthFirst)
}

function inWords(text: string, words: DateWords, habits: WritingHabits): WrittenDate | null {
  const parts =
    /^(?:den )?(?:(\d{1,2})(?:st|nd|rd|th|:e|e)? )?(\p{L}{3,})\.?(?: (\d{1,2})(?:st|nd|rd|th)?,?)?(?: (\d{4}))?$/u.exec(
      text,
    )
  if (!parts) return null
  const [, before, name, after, year] = parts
  const month = words.months.findIndex((full) => full === name || (name !== undefined && full.startsWith(name))) + 1
  if (month === 0 || (before !== undefined && after !== undefined)) return null
  const dayOfMonth = before ?? after
  if (dayOfMonth !== undefined) {
    const d = Number(dayOfMonth)
    return day(year === undefined ? withoutYear(d, month, habits) : plainDate(Number(year), month, d))
  }
  const inYear = year === undefined ? yearOf(month, habits) : Number(year)
  const iso = `${inYear}-${String(month).padStart(2, '0')}`
  return isPlainMonth(iso) ? { is: 'month', month: iso } : null
}

function withoutYear(d: number, m: number, { today, past }: WritingHabits): PlainDate | null {
  const thisYear = Number(today.slice(0, 4))
  // 29 February may be eight years away.
  for (let step = 0; step <= 8; step += 1) {
    const date = plainDate(past ? thisYear - step : thisYear + step, m, d)
    if (date !== null && (past ? date <= today : date >= today)) return date
  }
  return null
}

function yearOf(month: number, { today, past }: WritingHabits): number {
  const [thisYear, thisMonth] = today.split('-').map(Number) as [number, number]
  if (past) return month <= thisMonth ? thisYear : thisYear - 1
  return month >= thisMonth ? thisYear : thisYear + 1
}
