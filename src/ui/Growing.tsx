import { createElement, Fragment, type ReactNode, startTransition, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Items that never change their order: the place of each is its key. */
export const inPlace = <T,>(all: readonly T[], draw: (each: T) => ReactNode): ReactNode =>
  createElement(Fragment, null, ...all.map((each) => draw(each)))

/** About as many as a screen shows; a large case has thousands. */
const AT_FIRST = 10
const AT_A_TIME = 40

interface GrowingProps<T> {
  all: readonly T[]
  draw: (each: T) => ReactNode
  atFirst?: number
  by?: number
}

export function Growing<T>({ all, draw, atFirst = AT_FIRST, by = AT_A_TIME }: GrowingProps<T>) {
  return all.length <= atFirst ? inPlace(all, draw) : <StillGrowing {...{ all, draw, atFirst, by }} />
}

function StillGrowing<T>({ all, draw, atFirst, by }: Required<GrowingProps<T>>) {
  return inPlace(all.slice(0, useGrowing(all.length, atFirst, by)), draw)
}

/** How many items of a list are rendered: `atFirst`, then `by` more at a time, and all before printing. */
export function useGrowing(total: number, atFirst: number, by: number): number {
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
