import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { createPath, type Navigator, Router } from 'react-router-dom'
import { createWords, partsUpTo } from '../i18n/i18n.ts'
import { LANGUAGES, type Language } from '../i18n/languages.ts'
import { StartPage } from '../merchant/start/StartPage.tsx'
import { clock } from '../platform/clock.ts'
import { memoryStorage } from '../platform/memoryStorage.ts'
import { newId } from '../platform/newId.ts'
import { type Services, ServicesProvider } from '../store/session.tsx'
import { AROUND, CASE_PAGES, loadInterview, PAGES, type Page } from './pages.tsx'

const nowhere = () => {}

const untouched: Services = {
  interview: loadInterview,
  storage: { ...memoryStorage(), keeps: true },
  clock,
  newId,
  preferences: { get: () => null, set: () => {}, watch: () => nowhere },
  received: () => Promise.reject(new Error('prerenderStartPage: nothing is kept while the page is built')),
}

const addresses: Navigator = {
  createHref: (to) => `#${typeof to === 'string' ? to : createPath(to)}`,
  push: nowhere,
  replace: nowhere,
  go: nowhere,
}

const pageIn = (language: Language, words: Awaited<ReturnType<typeof createWords>>) => {
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={words}>
      <ServicesProvider services={untouched}>
        <Router location="/" navigator={addresses}>
          <StartPage />
        </Router>
      </ServicesProvider>
    </I18nextProvider>,
  )
  return { language, html, notLoaded: words.t('start:notLoaded') }
}

const allWords = await Promise.all(LANGUAGES.map(async ({ id }) => ({ id, words: await createWords(id) })))

/**
 * The start page as static HTML for `index.html`, in each language. `notLoaded` is shown if the scripts do not load.
 * Drawn in one go: what comes later may have come between two languages, and would stand in the second.
 */
export const firstPages = allWords.map(({ id, words }) => pageIn(id, words))

/** What `opening.js` fetches for each page: files, by what they export. */
const fetchedFor = (pages: Readonly<Record<string, Page>>) =>
  Object.entries(pages).map(([path, { name, words, wordsBeside = words }]) => ({
    path,
    words: partsUpTo(wordsBeside),
    names: [...(name === undefined ? [] : [name]), ...(words === 'start' ? [] : ['interview'])],
  }))
export const pages = fetchedFor({ ...PAGES, ...CASE_PAGES })
/** And for every page whose address begins so. */
export const around = fetchedFor(AROUND)
