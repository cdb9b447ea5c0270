import type { i18n } from 'i18next'
import { type Words, wordsIn } from './useWords.ts'

/** What the readiness sheet says, beside the words of the interview. */
const SHEET_WORDS = ['sheet', 'review', 'assessment', 'evidence', 'reply']

/** The words of a language, whatever the page around speaks: for what is written into files. */
export async function wordsOf(
  words: i18n,
  language: string,
  namespaces: readonly string[] = SHEET_WORDS,
): Promise<Words> {
  const spoken = words.language === language ? words : words.cloneInstance({ lng: language })
  await spoken.loadLanguages(language)
  await spoken.loadNamespaces(namespaces)
  return wordsIn(spoken, spoken.t, language)
}
