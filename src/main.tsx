import { type ReactNode, StrictMode, startTransition, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { App } from './app/App.tsx'
import { loadInterview, wantedAt } from './app/pages.tsx'
import { takeOver } from './app/takeOver.ts'
import { createWords } from './i18n/i18n.ts'
import { isLanguage, preferredLanguage } from './i18n/languages.ts'
import { prepareFormats } from './i18n/useWords.ts'
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
import './ui/styles/sources.css'
import './ui/styles/account.css'
import './ui/styles/inbox.css'
import './ui/styles/notices.css'
import './ui/styles/print.css'

function Drawn({ onDrawn, children }: { onDrawn: () => void; children: ReactNode }) {
  useLayoutEffect(onDrawn, [onDrawn])
  return children
}

/** No top-level await: the lazy parts import this very script. */
async function start() {
  // Without it, only machine-translated text goes stale.
  import('./ui/translated.ts').then(
    ({ keepTranslatedTrue }) => keepTranslatedTrue(),
    () => {},
  )
  const preferences = browserPreferences()
  const chosen = preferences.get('language')
  const language = isLanguage(chosen) ? chosen : preferredLanguage(navigator.languages)
  const address = location.hash.slice(1).split('?')[0] || '/'
  const wanted = wantedAt(address)
  // The pages of a case have dates, and until their parts have come nothing else can be done.
  if (address.startsWith('/case/')) setTimeout(prepareFormats, 0, language)
  const [words, kept] = await Promise.all([
    createWords(language, wanted.words),
    openIndexedDbStorage(),
    // Its page retries, and reports the failure.
    wanted.parts.catch(() => {}),
  ])

  const storage = typeof kept === 'string' ? (await import('./platform/memoryStorage.ts')).memoryStorage(kept) : kept
  const received = () => import('./platform/receivedStore.ts').then(({ openedOnce }) => openedOnce())

  const root = document.getElementById('root')
  if (root === null) throw new Error('main: index.html has no element with the id "root"')
  // Forces a layout, so that the font is requested before a case that takes long to lay out.
  void root.offsetHeight
  const services = { interview: loadInterview, storage, clock, newId, preferences, received }
  takeOver(root, (place, onDrawn) =>
    // Drawn in slices between which the browser does what a person wants.
    startTransition(() =>
      createRoot(place).render(
        <StrictMode>
          <I18nextProvider i18n={words}>
            <Drawn onDrawn={onDrawn}>
              <App services={services} />
            </Drawn>
          </I18nextProvider>
        </StrictMode>,
      ),
    ),
  )
}

start().catch((error) => {
  // `opening.js` listens for it and shows a message.
  document.querySelector('script[type=module]')?.dispatchEvent(new Event('error'))
  throw error
})
