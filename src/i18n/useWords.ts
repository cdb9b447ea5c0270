import type { i18n, TFunction } from 'i18next'
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
  const { t, i18n } = useTranslation()
  return useMemo(() => wordsIn(i18n, t, i18n.language), [t, i18n, i18n.language])
}

/** The words of an instance, outside React. */
export function wordsIn(words: i18n, t: TFunction, language: string): Words {
  /** The text of a key, where there is one. */
  const textAt = (key: string): string | undefined => {
    const colon = key.indexOf(':')
    let found: unknown = words.store.data[language]?.[colon < 0 ? 'common' : key.slice(0, colon)]
    for (const name of key.slice(colon + 1).split('.')) found = (found as Catalogue | undefined)?.[name]
    return typeof found === 'string' ? found : undefined
  }
  const translate = (key: string, values?: Readonly<Record<string, unknown>>): string => {
    // Most texts are said as they stand, and a page has hundreds: no reason to ask for other forms of each.
    const text = values === undefined ? textAt(key) : undefined
    if (text !== undefined && !text.includes('{{')) return text
    // Typed keys cannot express keys made of ids; the locale tests look every one of them up.
    return (t as unknown as (key: string, values: unknown) => string)(key, values ?? {})
  }
  const has = (key: string) => textAt(key) !== undefined
  return { language, formats: formatsOf(language), translate: Object.assign(translate, { has }) }
}

type Catalogue = Readonly<Record<string, unknown>>
