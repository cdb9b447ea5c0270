import { useCallback, useEffect, useRef } from 'react'

/** A handler that stays the same, for what is drawn once, and does what that of the last render does. */
export function useLatest<Given extends unknown[]>(handler: (...given: Given) => void): (...given: Given) => void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  return useCallback((...given) => latest.current(...given), [])
}
