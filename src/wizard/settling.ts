import { useEffect, useState } from 'react'

type Settling = typeof import('../domain/interview/settling.ts')

let loaded: Settling | null = null

/**
 * What reads typed text when a page is left: dates in words, numbers. Nobody needs it to write an answer, so it comes
 * after the page.
 */
export const loadSettling = async (): Promise<Settling> => {
  loaded ??= await import('../domain/interview/settling.ts')
  return loaded
}

/** The same, where it has come already. */
export const settlingNow = (): Settling | null => loaded

/** The same for what is drawn: it is drawn anew when it has come. */
export function useSettling(): Settling | null {
  const [settling, setSettling] = useState(settlingNow)
  useEffect(() => {
    if (settling === null)
      void loadSettling().then(
        () => setSettling(settlingNow),
        () => {},
      )
  }, [settling])
  return settling
}
