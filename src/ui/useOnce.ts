import { useEffect, useRef } from 'react'

/**
 * For what creates something: a second press while it is under way, or while the page that it leads to is awaited, is
 * the same press.
 * @param work false where nothing came of it, and it may be tried again
 */
export function useOnce<Given extends unknown[]>(
  work: (...given: Given) => Promise<boolean>,
): (...given: Given) => void {
  const isDone = useRef(false)
  useEffect(() => {
    // Whoever turns back before the next page has come is on this one again.
    const again = () => {
      isDone.current = false
    }
    addEventListener('popstate', again)
    return () => removeEventListener('popstate', again)
  }, [])
  return (...given) => {
    if (isDone.current) return
    isDone.current = true
    void work(...given)
      .catch(() => false)
      .then((done) => {
        isDone.current = done
      })
  }
}
