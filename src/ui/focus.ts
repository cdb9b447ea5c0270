import { flushSync } from 'react-dom'

/** In frames: an element that has not moved for so long has settled, and the longest wait for that. */
const SETTLED = 3
const MAX_FRAMES = 30

/**
 * Focuses an element and scrolls it into view. A plain `#id` link would change the route.
 * @param isAtTop of the window; by default in its middle, unless it is long
 */
export function focusOn(id: string, isAtTop = false): void {
  const element = document.getElementById(id)
  if (element === null) return
  // Measured first: forces a layout, before which a new element takes no focus in some browsers.
  const isLong = element.getBoundingClientRect().height > window.innerHeight / 2
  element.focus({ preventScroll: true })
  bringIntoView(element, isAtTop || isLong ? 'start' : 'center')
}

/** Draws what may move the page under the focus: what has the focus stays in sight, if it was. */
export function keepFocusInView(draw: () => void): void {
  const focused = document.activeElement
  const isInView = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > 0 && top < window.innerHeight
  }
  const wasInView = focused !== null && focused !== document.body && isInView(focused)
  flushSync(draw)
  if (wasInView && focused === document.activeElement) focused.scrollIntoView({ block: 'nearest' })
}

/** Repeated until the place has settled: elements that come near the window are laid out late (`content-visibility`). */
function bringIntoView(element: Element, block: ScrollLogicalPosition): void {
  let [still, frames, place] = [0, 0, Number.NaN]
  const look = () => {
    const { top } = element.getBoundingClientRect()
    still = top === place ? still + 1 : 0
    if (still === 0) {
      element.scrollIntoView({ block })
      place = element.getBoundingClientRect().top
    }
    frames += 1
    if (still < SETTLED && frames < MAX_FRAMES && document.activeElement === element) requestAnimationFrame(look)
  }
  look()
}
