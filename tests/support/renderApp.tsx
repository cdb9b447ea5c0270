import { act, render } from '@testing-library/react'
import type { i18n } from 'i18next'
import { I18nextProvider } from 'react-i18next'
import { App } from '../../src/app/App.tsx'
import type { Case } from '../../src/domain/case/case.ts'
import { interview as ours } from '../../src/domain/interview/interview.ts'
import type { Interview } from '../../src/domain/interview/question.ts'
import { fulfilled } from '../../src/i18n/fulfilled.ts'
import { createWords } from '../../src/i18n/i18n.ts'
import type { Language } from '../../src/i18n/languages.ts'
import { memoryStorage } from '../../src/platform/memoryStorage.ts'
import { newId } from '../../src/platform/newId.ts'
import { browserPreferences } from '../../src/platform/preferences.ts'
import { receivedFiles } from '../../src/platform/receivedStore.ts'
import type { CaseStorage } from '../../src/platform/storedCase.ts'

interface Given {
  at: string
  language?: Language
  interview?: Interview
  current?: Case
  /** A calendar day. */
  today?: string
  /** What the storage does otherwise than it should. */
  faults?: Partial<CaseStorage>
  /** Adds to the words before anything is shown. */
  say?: (words: i18n) => void
}

/** The whole app in a page without a browser: memory for storage, a day of one's own, everything else real. */
export async function renderApp({
  at,
  language = 'en',
  interview = ours,
  current,
  today = '2026-11-23',
  faults = {},
  say,
}: Given) {
  const storage: CaseStorage = { ...memoryStorage(), keeps: true, ...faults }
  if (current !== undefined) await storage.save({ case: current, place: null, lastCopyAt: null, removed: [] }, 0, 1)
  const words = await createWords(language, 'later')
  say?.(words)
  window.location.hash = at
  window.scrollTo = () => {}
  window.matchMedia = () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }) as never
  // Nothing is laid out, and so nothing comes near.
  window.IntersectionObserver ??= class {
    observe = () => {}
    disconnect = () => {}
  } as never
  Element.prototype.scrollIntoView = () => {}
  const known = fulfilled(interview)
  const services = {
    interview: () => known,
    storage,
    clock: { today: () => today, now: () => Date.parse(`${today}T10:00:00Z`) },
    newId,
    preferences: browserPreferences(),
    received: async () => receivedFiles(),
  }
  const rendered = await act(async () =>
    render(
      <I18nextProvider i18n={words}>
        <App services={services} />
      </I18nextProvider>,
    ),
  )
  return { ...rendered, storage, words }
}
