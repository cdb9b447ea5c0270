import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Words } from './useWords.ts'
import { wordsOf } from './wordsOf.ts'

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
