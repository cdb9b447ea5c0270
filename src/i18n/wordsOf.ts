import type { i18n } from 'i18next'
import { addWords } from './i18n.ts'
import { type Words, wordsIn } from './useWords.ts'

/**
 * The words of a language, whatever the page around speaks: for what is written into files, mail and messages. All of
 * them are there before the first is said, and where they cannot be had it fails: nobody is given keys.
 */
export async function wordsOf(words: i18n, language: string): Promise<Words> {
  await addWords(words, language, 'account')
  // Bound to the language and not to an instance that may not have come to it yet.
  return wordsIn(words, words.getFixedT(language), language)
}
