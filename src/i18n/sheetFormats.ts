import type { PlainDate } from '../domain/dates/plainDate.ts'
import { localeOf } from './languages.ts'

const NAMES = {
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
} as const

/** `3 nov`, `nov 2026` or `2026`. */
export const tickName = (language: string, date: PlainDate, names: keyof typeof NAMES): string =>
  new Intl.DateTimeFormat(localeOf(language), { ...NAMES[names], timeZone: 'UTC' })
    .format(Date.parse(`${date}T00:00:00Z`))
    .replace('.', '')

/** Browsers name languages differently. */
export function ownWordsKey(tag: string): 'sv' | 'en' | 'other' {
  const [language] = tag.toLowerCase().split('-')
  return language === 'sv' || language === 'en' ? language : 'other'
}
