import { type BackendModule, createInstance, type i18n, type ResourceKey } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { LANGUAGES, type Language } from './languages.ts'

type Catalogue = Readonly<Record<string, ResourceKey>>

/** Loaded in this order: the start page, the interview, the later pages, the account manager's and what is read from files. */
const PARTS = ['start', 'interview', 'later', 'account'] as const
export type WordsPart = (typeof PARTS)[number]

const FILES = import.meta.glob<Catalogue>('/locales/*/{start,interview,later,account}.ts')

/** The namespaces of each part that has loaded; the same in every language. */
const namespaces = new Map<WordsPart, readonly string[]>()

async function fetchPart(language: string, part: WordsPart): Promise<Catalogue> {
  const words = await FILES[`/locales/${language}/${part}.ts`]?.()
  if (words === undefined) throw new Error(`i18n: no words in ${language}`)
  namespaces.set(part, Object.keys(words))
  return words
}

export const partsUpTo = (part: WordsPart) => PARTS.slice(0, PARTS.indexOf(part) + 1)

async function fetchWords(language: string, upTo: WordsPart): Promise<Catalogue> {
  return Object.assign({}, ...(await Promise.all(partsUpTo(upTo).map((part) => fetchPart(language, part)))))
}

const catalogues: BackendModule = {
  type: 'backend',
  init: () => {},
  read: (language, namespace, done) => {
    const part = PARTS.find((each) => namespaces.get(each)?.includes(namespace))
    if (part === undefined) return done(new Error(`i18n: no words ${namespace}`), null)
    fetchPart(language, part).then(
      (words) => done(null, words[namespace]),
      (error: Error) => done(error, null),
    )
  },
}

export async function addWords(words: i18n, language: string, upTo: WordsPart): Promise<Catalogue> {
  const catalogue = await fetchWords(language, upTo)
  for (const [namespace, text] of Object.entries(catalogue))
    if (!words.hasResourceBundle(language, namespace)) words.addResourceBundle(language, namespace, text)
  return catalogue
}

export async function loadWords(words: i18n, upTo: WordsPart): Promise<void> {
  await words.loadNamespaces(Object.keys(await addWords(words, words.language, upTo)))
}

export const hasWords = (words: i18n, upTo: WordsPart): boolean =>
  namespaces.get(upTo)?.every((namespace) => words.hasResourceBundle(words.language, namespace)) ?? false

let switches = 0

/**
 * False if its words do not come, and then nothing is changed: i18next by itself would show their keys. False also if
 * another language is chosen before they come.
 */
export async function switchTo(words: i18n, language: Language): Promise<boolean> {
  switches += 1
  const own = switches
  try {
    await addWords(words, language, PARTS.findLast((part) => hasWords(words, part)) ?? 'start')
    if (own !== switches) return false
    await words.changeLanguage(language)
    return true
  } catch {
    return false
  }
}

/** `upTo`: what is loaded first; the rest comes with its pages. */
export async function createWords(language: Language, upTo: WordsPart = 'start'): Promise<i18n> {
  const words = createInstance()
  // If they fail to load, their page asks again.
  const later = upTo === 'start' ? null : fetchWords(language, upTo).catch(() => null)
  const first = await fetchWords(language, 'start')
  await words
    .use(catalogues)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: LANGUAGES.map(({ id }) => id),
      fallbackLng: false,
      resources: { [language]: first },
      partialBundledLanguages: true,
      ns: Object.keys(first),
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    })
  if ((await later) !== null) await loadWords(words, upTo)
  return words
}
