import type { i18n, TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type Formats, formatsOf } from './formats.ts'
import type { Translate } from './keys.ts'

export interface Words {
  language: string
  formats: Formats
  /** For keys made of ids. */
  translate: Translate
}

export function useWords(): Words {
  const { t, i18n } = useTranslation()
  return useMemo(() => wordsIn(i18n, t, i18n.language), [t, i18n, i18n.language])
}

/** For use outside React. */
export function wordsIn(words: i18n, t: TFunction, language: string): Words {
  const textAt = (key: string): string | undefined => {
    const colon = key.indexOf(':')
    let found: unknown = words.store.data[language]?.[colon < 0 ? 'common' : key.slice(0, colon)]
    for (const name of key.slice(colon + 1).split('.')) found = (found as Catalogue | undefined)?.[name]
    return typeof found === 'string' ? found : undefined
  }
  const translate = (key: string, values?: Readonly<Record<string, unknown>>): string => {
    // Most texts have no placeholders, and a page has hundreds: no need to look for plural forms.
    const text = values === undefined ? textAt(key) : undefined
    if (text !== undefined && !text.includes('{{')) return text
    // Keys made of ids have no type; the locale tests look up each one.
    return (t as unknown as (key: string, values: unknown) => string)(key, values ?? {})
  }
  const has = (key: string) => textAt(key) !== undefined
  return { language, formats: formatsOf(language), translate: Object.assign(translate, { has }) }
}

type Catalogue = Readonly<Record<string, unknown>>
