import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { App } from './app/App.tsx'
import { wantedAt } from './app/pages.tsx'
import { replayInteractions } from './app/replayInteractions.ts'
import { interview } from './domain/interview/interview.ts'
import { createWords } from './i18n/i18n.ts'
import { isLanguage, preferredLanguage } from './i18n/languages.ts'
import { clock } from './platform/clock.ts'
import { openIndexedDbStorage } from './platform/indexedDbStorage.ts'
import { newId } from './platform/newId.ts'
import { browserPreferences } from './platform/preferences.ts'
import './ui/styles/fonts.css'
import './ui/styles/tokens.css'
import './ui/styles/base.css'
import './ui/styles/layout.css'
import './ui/styles/controls.css'
import './ui/styles/files.css'
import './ui/styles/paper.css'
import './ui/styles/promiseLine.css'
import './ui/styles/sheet.css'
import './ui/styles/account.css'
import './ui/styles/notices.css'
import './ui/styles/print.css'

/** A function, not the module itself: the parts that it waits for import this very script. */
async function start() {
  // Nobody waits for it, and without it only the words of translators grow old.
  import('./ui/translated.ts').then(
    ({ keepTranslatedTrue }) => keepTranslatedTrue(),
    () => {},
  )
  const preferences = browserPreferences()
  const chosen = preferences.get('language')
  const language = isLanguage(chosen) ? chosen : preferredLanguage(navigator.languages)
  const wanted = wantedAt(location.hash.slice(1).split('?')[0] || '/')
  const [words, kept] = await Promise.all([
    createWords(language, wanted.words),
    openIndexedDbStorage(),
    // What cannot be fetched is asked for again by its page, which says so.
    wanted.parts.catch(() => {}),
  ])

  // Only a browser that keeps nothing needs it.
  const storage = typeof kept === 'string' ? (await import('./platform/memoryStorage.ts')).memoryStorage(kept) : kept

  // Only an account manager who keeps what is read needs it.
  const received = () => import('./platform/receivedStore.ts').then(({ receivedFiles }) => receivedFiles())

  const root = document.getElementById('root')
  if (root === null) throw new Error('main: index.html has no element with the id "root"')
  // Laid out once with what stands there until now: its font is wanted before a case that takes long to lay out.
  void root.offsetHeight
  replayInteractions(root, () =>
    createRoot(root).render(
      <StrictMode>
        <I18nextProvider i18n={words}>
          <App services={{ interview, storage, clock, newId, preferences, received }} />
        </I18nextProvider>
      </StrictMode>,
    ),
  )
}

start().catch((error) => {
  // Said by `opening.js`, which hears of a script that does not come.
  document.querySelector('script[type=module]')?.dispatchEvent(new Event('error'))
  throw error
})
