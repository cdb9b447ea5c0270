import { settings } from '../settings/settings.ts'

/** One line here and one folder under `locales` each. Names are in their own language. */
const ALL = [
  { id: 'en', name: 'English', locale: 'en-GB', quotes: '“”' },
  { id: 'sv', name: 'Svenska', locale: 'sv-SE', quotes: '””' },
] as const

export type Language = (typeof ALL)[number]['id']

export const LANGUAGES = ALL.filter(({ id }) => settings.languages.includes(id))

export const isLanguage = (id: unknown): id is Language => LANGUAGES.some((language) => language.id === id)

/** Falls back to the host's first language. */
export function preferredLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const id = wish.toLowerCase().split('-')[0]
    if (isLanguage(id)) return id
  }
  return settings.languages[0] ?? 'sv'
}

export const localeOf = (language: string): string => ALL.find(({ id }) => id === language)?.locale ?? 'sv-SE'

export function quoted(language: string, text: string): string {
  const [opening, closing] = ALL.find(({ id }) => id === language)?.quotes ?? '””'
  return `${opening}${text}${closing}`
}
