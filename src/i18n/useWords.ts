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

const formats = new Map<string, Formats>()

function formatsOf(language: string): Formats {
  const known = formats.get(language) ?? makeFormats(localeOf(language))
  formats.set(language, known)
  return known
}

/** For a time when the browser waits: its first format of any kind takes a tenth of a second on a slow phone. */
export const prepareFormats = (language: string) => void formatsOf(language).date('2000-01-01')

/** Made when first used: each takes a few milliseconds on a phone, and the start page needs none. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

function makeFormats(locale: string): Formats {
  const dates = (options: Intl.DateTimeFormatOptions) => lazily(() => new Intl.DateTimeFormat(locale, options))
  const numbers = (options: Intl.NumberFormatOptions) => lazily(() => new Intl.NumberFormat(locale, options))
  const day = dates({ dateStyle: 'long', timeZone: 'UTC' })
  const month = dates({ month: 'long', year: 'numeric', timeZone: 'UTC' })
  const shortDay = dates({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const dayAlone = dates({ day: 'numeric', month: 'short', timeZone: 'UTC' })
  const shortMonth = dates({ month: 'short', year: 'numeric', timeZone: 'UTC' })
  const moment = dates({ dateStyle: 'medium', timeStyle: 'short' })
  const number = numbers({ maximumFractionDigits: 10 })
  const typedNumber = numbers({ maximumFractionDigits: 10, useGrouping: false })
  const list = lazily(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const written = (date: PlainDate | PlainMonth, ofMonth: typeof month, ofDay: typeof day) =>
    isPlainMonth(date)
      ? ofMonth().format(Date.parse(`${date}-01T00:00:00Z`))
      : ofDay().format(Date.parse(`${date}T00:00:00Z`))
  return {
    date: (date) => written(date, month, day),
    shortDate: (date, near) => {
      const isNear = near?.slice(0, 4) === date.slice(0, 4)
      return written(date, shortMonth, isNear ? dayAlone : shortDay).replace('.', '')
    },
    moment: (ms) => moment().format(ms),
    // The same grouping in both languages, a no-break space: 12 500 means the same everywhere.
    number: (value) =>
      number()
        .format(value)
        .replaceAll(locale === 'en-GB' ? ',' : '\u202f', '\u00a0')
        .replaceAll('\u2212', '−'),
    typedNumber: (value) => typedNumber().format(value),
    list: (items) => list().format(items),
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
