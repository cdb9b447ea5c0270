import type { i18n, ResourceKey } from 'i18next'

const offline = import.meta.glob<ResourceKey>('/locales/*/offline.json', { eager: true, import: 'default' })

/** What is said when parts of the app cannot be fetched. Must be there by then, so all languages come at once. */
export function addOfflineWords(words: i18n) {
  for (const [path, text] of Object.entries(offline)) {
    const language = path.split('/')[2] ?? ''
    if (!words.hasResourceBundle(language, 'offline')) words.addResourceBundle(language, 'offline', text)
  }
}
