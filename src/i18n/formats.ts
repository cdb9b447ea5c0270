import { isPlainMonth, type PlainDate, type PlainMonth } from '../domain/dates/plainDate.ts'
import { localeOf } from './languages.ts'

export interface Formats {
  date(date: PlainDate | PlainMonth): string
  moment(ms: number): string
  number(value: number): string
  /** Without grouping, as typed. */
  typedNumber(value: number): string
  list(items: readonly string[]): string
}

const made = new Map<string, Formats>()

/** Cached: they are slow to make. */
export function formatsOf(language: string): Formats {
  const known = made.get(language)
  if (known !== undefined) return known
  const formats = makeFormats(localeOf(language))
  made.set(language, formats)
  return formats
}

function makeFormats(locale: string): Formats {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 })
  const typedNumber = new Intl.NumberFormat(locale, { maximumFractionDigits: 10, useGrouping: false })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    date: (date) =>
      isPlainMonth(date)
        ? month.format(Date.parse(`${date}-01T00:00:00Z`))
        : day.format(Date.parse(`${date}T00:00:00Z`)),
    moment: (ms) => moment.format(ms),
    // The same grouping in both languages, a no-break space: 12 500 means the same everywhere.
    number: (value) =>
      number
        .format(value)
        .replaceAll(locale === 'en-GB' ? ',' : '\u202f', '\u00a0')
        .replaceAll('\u2212', '−'),
    typedNumber: (value) => typedNumber.format(value),
    list: (items) => list.format(items),
  }
}
