import { type BackendModule, createInstance, type i18n, type ResourceKey } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES, type Language } from './languages.ts'

type Catalogue = Readonly<Record<string, ResourceKey>>

/**
 * Three parts for each language: what the first page and the interview say, what the pages after them say, and what is
 * said between customer and account manager.
 */
const first = import.meta.glob<Catalogue>('/locales/*/first.ts')
const later = import.meta.glob<Catalogue>('/locales/*/later.ts')
const account = import.meta.glob<Catalogue>('/locales/*/account.ts')

/** Loaded before the first page, so that nothing is fetched on the way of typing. */
const FIRST_WORDS: readonly string[] = [
  'common',
  'start',
  'about',
  'scope',
  'added',
  'partner',
  'examples',
  'request',
]

const ACCOUNT_WORDS: readonly string[] = ['changes', 'inbox', 'reply']

/** Words come as parts of the build, and only in the language that is read. */
const catalogues: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, namespace, done) => {
    const part = FIRST_WORDS.includes(namespace) ? first : ACCOUNT_WORDS.includes(namespace) ? account : later
    const load = Object.entries(part).find(([path]) => path.split('/')[2] === language)?.[1]
    if (load === undefined) return done(new Error(`No words: ${language}/${namespace}`), null)
    load().then(
      (words) => done(null, words[namespace]),
      (error: Error) => done(error, null),
    )
  },
}

export async function createWords(language: Language): Promise<i18n> {
  const words = createInstance()
  await words
    .use(catalogues)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: LANGUAGES.map(({ id }) => id),
      fallbackLng: false,
      // A list of its own: i18next adds to it whatever is loaded later.
      ns: [...FIRST_WORDS],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    })
  return words
}
