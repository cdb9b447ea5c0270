import type { i18n, TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isPlainMonth, type PlainDate, type PlainMonth } from '../domain/dates/plainDate.ts'
import type { Translate } from './keys.ts'
import { localeOf } from './languages.ts'

interface Formats {
  date(date: PlainDate | PlainMonth): string
  /** `15 okt 2026`, for rows of figures; without the year if it is that of `near`. */
  shortDate(date: PlainDate | PlainMonth, near?: PlainDate): string
  moment(ms: number): string
  number(value: number): string
  /** Without grouping, as typed. */
  typedNumber(value: number): string
  list(items: readonly string[]): string
}

const made = new Map<string, Formats>()

/** Cached: they are slow to make. */
function formatsOf(language: string): Formats {
  const known = made.get(language)
  if (known !== undefined) return known
  const formats = makeFormats(localeOf(language))
  made.set(language, formats)
  return formats
}

function makeFormats(locale: string): Formats {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const dayAlone = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const shortMonth = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 })
  const typedNumber = new Intl.NumberFormat(locale, { maximumFractionDigits: 10, useGrouping: false })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const written = (date: PlainDate | PlainMonth, ofMonth: Intl.DateTimeFormat, ofDay: Intl.DateTimeFormat) =>
    isPlainMonth(date)
      ? ofMonth.format(Date.parse(`${date}-01T00:00:00Z`))
      : ofDay.format(Date.parse(`${date}T00:00:00Z`))
  return {
    date: (date) => written(date, month, day),
    shortDate: (date, near) => {
      const isNear = near?.slice(0, 4) === date.slice(0, 4)
      return written(date, shortMonth, isNear ? dayAlone : shortDay).replace('.', '')
    },
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

export interface Words {
  language: string
  formats: Formats
  /** For keys made of ids. */
  translate: Translate
}

export function useWords(): Words {
  const { t, i18n } = useTranslation()
  return useMemo(() => wordsIn(i18n, t, i18n.language), [t, i18n, i18n.language])
}

/** For use outside React. */
export function wordsIn(words: i18n, t: TFunction, language: string): Words {
  const textAt = (key: string): string | undefined => {
    const colon = key.indexOf(':')
    let found: unknown = words.store.data[language]?.[colon < 0 ? 'common' : key.slice(0, colon)]
    for (const name of key.slice(colon + 1).split('.')) found = (found as Catalogue | undefined)?.[name]
    return typeof found === 'string' ? found : undefined
  }
  const translate = (key: string, values?: Readonly<Record<string, unknown>>): string => {
    // Most texts have no placeholders, and a page has hundreds: no need to look for plural forms.
    const text = values === undefined ? textAt(key) : undefined
    if (text !== undefined && !text.includes('{{')) return text
    // Keys made of ids have no type; the locale tests look up each one.
    return (t as unknown as (key: string, values: unknown) => string)(key, values ?? {})
  }
  const has = (key: string) => textAt(key) !== undefined
  return { language, formats: formatsOf(language), translate: Object.assign(translate, { has }) }
}

type Catalogue = Readonly<Record<string, unknown>>
