import { startTransition, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/**
 * How many of many things are drawn: a few at once, then some more whenever there is time, and all of them before the
 * page is printed. What is seen first is never held up by what is below it.
 * @param atFirst so many are there from the beginning
 * @param by so many more at a time
 */
export function useGrowing(total: number, atFirst: number, by = 1): number {
  const [count, setCount] = useState(atFirst)
  const shown = Math.max(count, atFirst)
  useEffect(() => {
    if (shown >= total) return
    const more = () => startTransition(() => setCount(shown + by))
    const handle = window.setTimeout(more)
    return () => window.clearTimeout(handle)
  }, [shown, total, by])
  useEffect(() => {
    const all = () => flushSync(() => setCount(Number.POSITIVE_INFINITY))
    window.addEventListener('beforeprint', all)
    return () => window.removeEventListener('beforeprint', all)
  }, [])
  return Math.min(shown, total)
}
