import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { settings } from '../settings/settings.ts'
import { wholeWords } from './wholeWords.ts'

/** Where a language lacks a word, the build takes it from the other. The tests do not let it come to that. */
export const wholeLanguages: Plugin = {
  name: 'whole-languages',
  enforce: 'pre',
  transform(code, id) {
    const [, language, file] = /\/locales\/(sv|en)\/(\w+\.json)$/.exec(id) ?? []
    if (language === undefined) return null
    const other = new URL(`../../locales/${language === 'en' ? 'sv' : 'en'}/${file}`, import.meta.url)
    const whole = wholeWords(JSON.parse(code), JSON.parse(readFileSync(other, 'utf8')))
    // The name that the host has given the service stands in many texts.
    const name = JSON.stringify(settings.service[language as 'en' | 'sv']).slice(1, -1)
    return { code: JSON.stringify(whole).replaceAll('{{service}}', name), map: null }
  },
}
