import type { i18n } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addWords } from './i18n.ts'
import { type Words, wordsIn } from './useWords.ts'

/** For files, mail and messages. Rejects if the words cannot be loaded, so that no key is ever written. */
export async function wordsOf(words: i18n, language: string): Promise<Words> {
  await addWords(words, language, 'account')
  // Bound to the language: the instance may not have switched to it yet.
  return wordsIn(words, words.getFixedT(language), language)
}

/** Null until they have loaded; the language may be another than the page's. */
export function useWordsIn(language: string): Words | null {
  const { i18n } = useTranslation()
  const [words, setWords] = useState<Words | null>(null)
  useEffect(() => {
    let left = false
    wordsOf(i18n, language).then(
      (found) => {
        if (!left) setWords(found)
      },
      (error) => {
        if (!left)
          setWords(() => {
            throw error
          })
      },
    )
    return () => {
      left = true
    }
  }, [i18n, language])
  return words
}
