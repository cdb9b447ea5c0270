import { type BackendModule, createInstance, type i18n, type ResourceKey } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES, type Language } from './languages.ts'

type Catalogue = Readonly<Record<string, ResourceKey>>

/**
 * Three parts for each language: what the first page and the interview say, what the pages after them say, and what is
 * said between customer and account manager.
 */
const PARTS = {
  first: import.meta.glob<Catalogue>('/locales/*/first.ts'),
  later: import.meta.glob<Catalogue>('/locales/*/later.ts'),
  account: import.meta.glob<Catalogue>('/locales/*/account.ts'),
} as const
export type WordsPart = keyof typeof PARTS

/** Words as a part of the build. */
export const fetchWords = (language: string, part: WordsPart): Promise<Catalogue> | undefined =>
  Object.entries(PARTS[part]).find(([path]) => path.split('/')[2] === language)?.[1]()

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
    const part = FIRST_WORDS.includes(namespace)
      ? 'first'
      : ACCOUNT_WORDS.includes(namespace)
        ? 'account'
        : 'later'
    const coming = fetchWords(language, part)
    if (coming === undefined) return done(new Error(`No words: ${language}/${namespace}`), null)
    coming.then(
      (words) => done(null, words[namespace]),
      (error: Error) => done(error, null),
    )
  },
}

export function addWords(words: i18n, language: string, catalogue: Catalogue) {
  for (const [namespace, text] of Object.entries(catalogue))
    words.addResourceBundle(language, namespace, text)
}

/**
 * The words of the app in one language.
 * @param more what is there from the beginning beside the words of the first page; the rest comes with its pages
 */
export async function createWords(language: Language, more: readonly WordsPart[] = []): Promise<i18n> {
  const words = createInstance()
  // What cannot be fetched is asked for again by whoever says it.
  const fetched = Promise.all(more.map((part) => fetchWords(language, part)?.catch(() => undefined)))
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
  const catalogue: Catalogue = Object.assign({}, ...(await fetched))
  addWords(words, language, catalogue)
  // Counted among those that come along when the language changes.
  await words.loadNamespaces(Object.keys(catalogue))
  if (!words.hasResourceBundle(language, 'common')) throw new Error(`createWords: no words in ${language}`)
  return words
}
