import type { i18n } from 'i18next'
import { type ComponentType, lazy, use, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasWords, loadWords, type WordsPart } from './i18n.ts'

/** A component that comes later. */
export type LazyComponent<Props> = ComponentType<Props> & { load(): Promise<unknown> }

/** By language and part, for each store: the instance itself may be another at every render. */
const coming = new WeakMap<i18n['store'], Map<string, Promise<void>>>()

/** What has failed stays failed for as long as the page. */
function comingWords(words: i18n, upTo: WordsPart): Promise<void> {
  const ofStore = coming.get(words.store) ?? new Map<string, Promise<void>>()
  coming.set(words.store, ofStore)
  const key = `${words.language}/${upTo}`
  const promise = ofStore.get(key) ?? loadWords(words, upTo)
  ofStore.set(key, promise)
  return promise
}

/**
 * A component that comes later, with its words. It is drawn at once if both are there: a component that first draws
 * nothing is kept back by React for 300 ms after whatever was drawn before it.
 */
export function lazyComponent<Props extends object>(
  fetchIt: () => Promise<ComponentType<Props>>,
  upTo: WordsPart = 'first',
): LazyComponent<Props> {
  let loaded: ComponentType<Props> | null = null
  const load = async () => {
    loaded = await fetchIt()
    return { default: loaded }
  }
  const Later = lazy(load) as unknown as ComponentType<Props>
  const Shown = (props: Props) => {
    const { i18n } = useTranslation()
    if (!hasWords(i18n, upTo)) {
      // Fetched with the words, not after them; a failure is told by `Later`.
      load().catch(() => {})
      use(comingWords(i18n, upTo))
    }
    // Which of the two it is does not change while it is mounted.
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? Later)
    return <Component {...props} />
  }
  return Object.assign(Shown, { load })
}
