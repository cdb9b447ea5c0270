import type { i18n, ResourceKey } from 'i18next'

const offline = import.meta.glob<ResourceKey>('/locales/*/offline.json', { eager: true, import: 'default' })

/** Needed when parts of the app cannot be loaded, so all languages are in the bundle. */
export function addOfflineWords(words: i18n) {
  for (const [path, text] of Object.entries(offline)) {
    const language = path.split('/')[2] ?? ''
    if (!words.hasResourceBundle(language, 'offline')) words.addResourceBundle(language, 'offline', text)
  }
}
