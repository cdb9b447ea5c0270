import type { i18n } from 'i18next'
import en from '../../locales/en/offline.json'
import sv from '../../locales/sv/offline.json'

/** What is said when parts of the app cannot be fetched. Must be there by then, so both languages come at once. */
export function addOfflineWords(words: i18n) {
  if (words.hasResourceBundle('sv', 'offline')) return
  words.addResourceBundle('sv', 'offline', sv)
  words.addResourceBundle('en', 'offline', en)
}
