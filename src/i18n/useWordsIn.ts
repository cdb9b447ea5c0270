import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Words } from './useWords.ts'
import { wordsOf } from './wordsOf.ts'

/** The words of a language that may be another than the page speaks; null until they have come. */
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
        // Said by the page, and not waited for.
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
