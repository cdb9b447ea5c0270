import { useLayoutEffect } from 'react'

/**
 * Marks the root of the page with a class while something is on it. A style that asks `:has` of the root makes the
 * browser search the whole page whenever anything is added to it.
 * @param name the class, or null while there is nothing to mark
 */
export function useRootMark(name: string | null): void {
  useLayoutEffect(() => {
    if (name === null) return
    document.documentElement.classList.add(name)
    return () => document.documentElement.classList.remove(name)
  }, [name])
}
