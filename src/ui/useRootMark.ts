import { useLayoutEffect } from 'react'

/** Sets a class on the root element; with `:root:has()` the browser would search the whole page at every change. */
export function useRootMark(name: string | null): void {
  useLayoutEffect(() => {
    if (name === null) return
    document.documentElement.classList.add(name)
    return () => document.documentElement.classList.remove(name)
  }, [name])
}
