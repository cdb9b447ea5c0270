/** The languages of the product: one line here and one folder under `locales` each. Names are in their own language. */
export const LANGUAGES = [
  { id: 'en', name: 'English', locale: 'en-GB' },
  { id: 'sv', name: 'Svenska', locale: 'sv-SE' },
] as const

export type Language = (typeof LANGUAGES)[number]['id']

export const isLanguage = (id: unknown): id is Language => LANGUAGES.some((language) => language.id === id)

/** The first of the reader's wishes that we speak, Swedish where there is none (the product was made for Sweden). */
export function preferredLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const id = wish.toLowerCase().split('-')[0]
    if (isLanguage(id)) return id
  }
  return 'sv'
}

export const localeOf = (language: string): string =>
  LANGUAGES.find(({ id }) => id === language)?.locale ?? 'sv-SE'
