import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Formats, formatsOf } from './formats.ts'
import type { Translate } from './keys.ts'

export interface Words {
  language: string
  formats: Formats
  /** Finds words by keys that are put together from ids. */
  translate: Translate
}

/** The words that every page has. Words of one page alone are loaded by that page, through `useTranslation`. */
export function useWords(): Words {
  const { t, i18n } = useTranslation('common')
  return useMemo(() => wordsIn(i18n.language, t, (key) => i18n.exists(key)), [t, i18n, i18n.language])
}

/** The words of an instance, outside React. */
export const wordsIn = (language: string, t: TFunction, has: (key: string) => boolean): Words => ({
  language,
  formats: formatsOf(language),
  // Typed keys cannot express keys made of ids; the locale tests look every one of them up.
  translate: Object.assign(t as unknown as (key: string) => string, { has }),
})
