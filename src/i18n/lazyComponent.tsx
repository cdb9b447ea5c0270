import type { i18n } from 'i18next'
import { type ComponentType, lazy, use, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fulfilled } from './fulfilled.ts'
import { hasWords, loadWords, type WordsPart } from './i18n.ts'

export type LazyComponent<Props> = ComponentType<Props> & {
  load(): Promise<unknown>
  /** Whether it and its words are there, so that it draws at once. */
  isFetched(words: i18n): boolean
}

/** By language and part, for each store: the instance may differ at every render. */
const coming = new WeakMap<i18n['store'], Map<string, Promise<void>>>()

/** A failure is final for this page. */
function comingWords(words: i18n, upTo: WordsPart): Promise<void> {
  const ofStore = coming.get(words.store) ?? new Map<string, Promise<void>>()
  coming.set(words.store, ofStore)
  const key = `${words.language}/${upTo}`
  const promise = ofStore.get(key) ?? (hasWords(words, upTo) ? fulfilled(undefined) : loadWords(words, upTo))
  ofStore.set(key, promise)
  return promise
}

/** Renders at once if the component and its words are loaded: after a suspense, React waits for 300 ms. */
export function lazyComponent<Props extends object>(
  fetchIt: () => Promise<ComponentType<Props>>,
  upTo: WordsPart = 'start',
): LazyComponent<Props> {
  let loaded: ComponentType<Props> | null = null
  const load = async () => {
    loaded = await fetchIt()
    return { default: loaded }
  }
  const Later = lazy(load) as unknown as ComponentType<Props>
  const Chosen = (props: Props) => {
    // Must not change while mounted.
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? Later)
    return <Component {...props} />
  }
  const Shown = (props: Props) => {
    const { i18n } = useTranslation()
    // Fetched with the words, not after them; `Later` reports a failure.
    if (!hasWords(i18n, upTo)) load().catch(() => {})
    use(comingWords(i18n, upTo))
    // No hook may follow: React would find more of them than when it waited, and draw the whole page a second time.
    return <Chosen {...props} />
  }
  return Object.assign(Shown, { load, isFetched: (words: i18n) => loaded !== null && hasWords(words, upTo) })
}
