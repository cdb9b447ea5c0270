import { useCallback, useEffect, useRef } from 'react'

/** Only what was begun last is wanted: beginning anew, stopping or leaving the page aborts what was begun before. */
export function useNewest(): { begin: () => AbortSignal; stop: () => void } {
  const newest = useRef<AbortController | null>(null)
  const isLeft = useRef(false)
  const stop = useCallback(() => newest.current?.abort(), [])
  const begin = useCallback(() => {
    stop()
    newest.current = new AbortController()
    return newest.current.signal
  }, [stop])
  useEffect(() => {
    isLeft.current = false
    return () => {
      isLeft.current = true
      // Effects run twice in development: what was begun by the first is still wanted.
      queueMicrotask(() => isLeft.current && stop())
    }
  }, [stop])
  return { begin, stop }
}
