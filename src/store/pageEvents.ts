/** What a page hears of its own coming and going. */
export interface PageEvents {
  /** It may be gone in a moment, or sleep for days. */
  hidden(): void
  seen(): void
  /** It is gone, or laid aside for the way back. */
  left(): void
  /** It is there again, as it was laid aside. */
  back(): void
  /** True where the browser is to ask before it leaves. */
  asks(): boolean
}

/** Listens until what it gives is called. Never to `unload`: that would keep pages from being laid aside. */
export function watchPage({ hidden, seen, left, back, asks }: PageEvents): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const look = () => (document.visibilityState === 'hidden' ? hidden() : seen())
  document.addEventListener('visibilitychange', look, { signal })
  document.addEventListener('freeze', hidden, { signal })
  window.addEventListener('pagehide', left, { signal })
  window.addEventListener('pageshow', ({ persisted }) => persisted && back(), { signal })
  window.addEventListener('beforeunload', (event) => asks() && event.preventDefault(), { signal })
  return () => listening.abort()
}
