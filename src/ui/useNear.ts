import { type RefObject, startTransition, useEffect, useState } from 'react'

const NOTHING: ReadonlySet<string> = new Set()

/**
 * Which items of a long list have come within a screen of the window, and stay so: what is only for pressing is drawn for
 * them alone. An item that is to be watched has the id of its row in `data-far`.
 * @param drawn anything that changes when items are drawn
 */
export function useNear(list: RefObject<HTMLElement | null>, drawn: unknown): ReadonlySet<string> {
  const [near, setNear] = useState(NOTHING)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn is looked for on the page
  useEffect(() => {
    const far = list.current?.querySelectorAll<HTMLElement>(':scope > [data-far]') ?? []
    if (far.length === 0) return
    const observer = new IntersectionObserver(
      (entries) => {
        const come = entries.flatMap(({ isIntersecting, target }) =>
          isIntersecting ? ((target as HTMLElement).dataset.far ?? []) : [],
        )
        if (come.length > 0) startTransition(() => setNear((before) => new Set([...before, ...come])))
      },
      { rootMargin: '100% 0px' },
    )
    for (const item of far) observer.observe(item)
    return () => observer.disconnect()
  }, [list, drawn])
  return near
}
