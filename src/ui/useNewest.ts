import { useCallback, useRef } from 'react'

/** Only what was begun last is wanted: beginning anew, or stopping, aborts what was begun before. */
export function useNewest(): { begin: () => AbortSignal; stop: () => void } {
  const newest = useRef<AbortController | null>(null)
  const stop = useCallback(() => newest.current?.abort(), [])
  const begin = useCallback(() => {
    stop()
    newest.current = new AbortController()
    return newest.current.signal
  }, [stop])
  return { begin, stop }
}
