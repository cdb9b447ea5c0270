/** A place rests when it has not moved by itself for so many frames; after the most it is left where it is. */
const AT_REST = 3
const MOST = 30

/** Moves focus to an element of this page and brings it into view. A plain `#id` link would change the route. */
export function focusOn(id: string): void {
  const element = document.getElementById(id)
  if (element === null) return
  // Measured first: what has only just come takes the focus in every browser once it is laid out.
  const isLong = element.getBoundingClientRect().height > window.innerHeight / 2
  element.focus({ preventScroll: true })
  bringIntoView(element, isLong ? 'start' : 'center')
}

/** What comes near the window is laid out only then (`content-visibility`) and moves what is below it: so, until it rests. */
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
    if (still < AT_REST && frames < MOST && document.activeElement === element) requestAnimationFrame(look)
  }
  look()
}
