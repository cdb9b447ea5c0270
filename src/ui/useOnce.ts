import { useEffect, useRef } from 'react'

/**
 * For actions that lead to another page: ignores presses while the first one is running or its next page is loading.
 * @param work resolves to false if it failed and may be tried again
 */
export function useOnce<Given extends unknown[]>(
  work: (...given: Given) => Promise<boolean>,
): (...given: Given) => void {
  const isDone = useRef(false)
  useEffect(() => {
    // If the user goes back before the next page renders, this page stays mounted.
    const reset = () => {
      isDone.current = false
    }
    addEventListener('popstate', reset)
    return () => removeEventListener('popstate', reset)
  }, [])
  return (...given) => {
    if (isDone.current) return
    isDone.current = true
    void work(...given)
      .catch((error) => {
        reportError(error)
        return false
      })
      .then((done) => {
        isDone.current = done
      })
  }
}
