import type { i18n } from 'i18next'
import { addWords } from './i18n.ts'
import { type Words, wordsIn } from './useWords.ts'

/** For files, mail and messages. Rejects if the words cannot be loaded, so that no key is ever written. */
export async function wordsOf(words: i18n, language: string): Promise<Words> {
  await addWords(words, language, 'account')
  // Bound to the language: the instance may not have switched to it yet.
  return wordsIn(words, words.getFixedT(language), language)
}
