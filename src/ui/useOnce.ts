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
    // If the user goes elsewhere before the next page renders, and that is this page, it stays mounted.
    const reset = () => {
      isDone.current = false
    }
    const resetByLink = ({ target, ctrlKey, metaKey, shiftKey }: MouseEvent) => {
      const isHere = !ctrlKey && !metaKey && !shiftKey
      if (isHere && target instanceof Element && target.closest('a[href^="#/"]') !== null) reset()
    }
    addEventListener('popstate', reset)
    addEventListener('click', resetByLink)
    return () => {
      removeEventListener('popstate', reset)
      removeEventListener('click', resetByLink)
    }
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
