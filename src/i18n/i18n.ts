import { type BackendModule, createInstance, type i18n, type ResourceKey } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES, type Language } from './languages.ts'

const files = import.meta.glob<ResourceKey>('/locales/*/*.json', { import: 'default' })

/** Words come as parts of the build, a file at a time and only in the language that is read. */
const localeFiles: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, namespace, done) => {
    const load = files[`/locales/${language}/${namespace}.json`]
    if (load === undefined) return done(new Error(`No words: ${language}/${namespace}`), null)
    load().then(
      (words) => done(null, words),
      (error: Error) => done(error, null),
    )
  },
}

/** What every page speaks of: loaded before the first page, so that nothing is fetched on the way of typing. */
export const FIRST_WORDS = [
  'common',
  'start',
  'about',
  'scope',
  'added',
  'partner',
  'examples',
  'request',
  'assessment',
] as const

export async function createWords(language: Language): Promise<i18n> {
  const words = createInstance()
  await words
    .use(localeFiles)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: LANGUAGES.map(({ id }) => id),
      fallbackLng: false,
      ns: FIRST_WORDS,
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    })
  return words
}
