/** In milliseconds. Whoever only looks at a page pays for nothing more until then (C). */
const LEFT_ALONE = 2_000

/** What somebody does who is about to use the page. */
const SIGNS = ['pointerdown', 'touchstart', 'wheel', 'keydown', 'dragenter'] as const

let resting: Promise<void> | null = null

/** Kept when the page has been left alone for a while, or somebody begins to use it. The same promise each time. */
export function atRest(): Promise<void> {
  resting ??= new Promise((resolve) => {
    const listening = new AbortController()
    const rested = () => {
      listening.abort()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(rested, LEFT_ALONE)
    for (const sign of SIGNS)
      window.addEventListener(sign, rested, { signal: listening.signal, capture: true, passive: true })
  })
  return resting
}
