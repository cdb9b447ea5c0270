import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { RULE_NUMBERS } from '../domain/ruleNumbers.ts'
import { serviceNameOf } from '../settings/settings.ts'
import { hostSettings } from './hostSettings.ts'

type WordTree = { readonly [key: string]: string | WordTree }

/** Fills missing texts from another language, so that no key is ever shown. */
function wholeWords(own: WordTree, other: WordTree): WordTree {
  const whole: Record<string, string | WordTree> = { ...own }
  for (const [key, theirs] of Object.entries(other)) {
    const ours = own[key]
    if (typeof theirs === 'string') whole[key] = typeof ours === 'string' && ours !== '' ? ours : theirs
    else whole[key] = wholeWords(typeof ours === 'object' ? ours : {}, theirs)
  }
  return whole
}

/** A fallback only: a test requires that both languages are complete. */
export const wholeLanguages: Plugin = {
  name: 'whole-languages',
  enforce: 'pre',
  transform(code, id) {
    const [, language, file] = /\/locales\/([\w-]+)\/(\w+\.json)$/.exec(id) ?? []
    if (language === undefined) return null
    const other = new URL(`../../locales/${language === 'en' ? 'sv' : 'en'}/${file}`, import.meta.url)
    const whole = wholeWords(JSON.parse(code), JSON.parse(readFileSync(other, 'utf8')))
    const settings = hostSettings()
    const names: Readonly<Record<string, string>> = settings.service
    const name = JSON.stringify(names[language] ?? serviceNameOf(settings)).slice(1, -1)
    const filled = Object.entries({ service: name, ...RULE_NUMBERS }).reduce(
      (text, [key, value]) => text.replaceAll(`{{${key}}}`, () => String(value)),
      JSON.stringify(whole),
    )
    return { code: filled, map: null }
  },
}
