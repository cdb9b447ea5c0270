import type { PlainDate } from '../domain/dates/plainDate.ts'
import { localeOf } from './languages.ts'

const NAMES = {
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
} as const

/** The name of a line in a drawing: `3 nov`, `nov 2026` or `2026`. */
export const tickName = (language: string, date: PlainDate, names: keyof typeof NAMES): string =>
  new Intl.DateTimeFormat(localeOf(language), { ...NAMES[names], timeZone: 'UTC' })
    .format(Date.parse(`${date}T00:00:00Z`))
    .replace('.', '')

/** The name of a language, by its tag; null where the tag says nothing. */
export function languageName(language: string, tag: string): string | null {
  try {
    return new Intl.DisplayNames(localeOf(language), { type: 'language', fallback: 'none' }).of(tag) ?? null
  } catch {
    // A tag out of a file may be anything.
    return null
  }
}
