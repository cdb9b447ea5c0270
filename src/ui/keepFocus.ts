const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

/** How long something that was pressed may take until it goes, in frames. */
const MAX_FRAMES = 60

/**
 * A press that takes its own button away would leave a keyboard at the top of the page: the focus goes to what took its
 * place, unless whatever was done has moved it. Returns what stops this.
 */
export function keepFocus(): () => void {
  const listening = new AbortController()
  window.addEventListener('click', follow, { capture: true, signal: listening.signal })
  return () => listening.abort()
}

function follow({ target }: Event): void {
  const pressed = target instanceof Element ? target.closest('button, input') : null
  if (pressed === null) return
  const { hash } = location
  const around: { element: Element; before: Element | null }[] = []
  for (let element: Element | null = pressed; element !== null; element = element.parentElement)
    around.push({ element, before: element.previousElementSibling })
  let frames = 0
  const look = () => {
    frames += 1
    if (pressed.isConnected) {
      if (frames < MAX_FRAMES) requestAnimationFrame(look)
      return
    }
    // Another page brings its own focus.
    if (document.activeElement !== document.body || location.hash !== hash) return
    const at = around.findIndex(({ element }) => element.isConnected)
    const place = around[at]?.element
    if (place instanceof HTMLElement) focusIn(place, around[at - 1]?.before ?? null)
  }
  // A frame later than whatever was done may move the focus itself.
  requestAnimationFrame(() => requestAnimationFrame(look))
}

/** The first thing after `before` that takes the focus, else the last one before it, else the place itself. */
function focusIn(place: HTMLElement, before: Element | null): void {
  const all = [...place.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((each) => each.getClientRects().length > 0)
  const isAfter = (element: Element) =>
    before?.isConnected !== true || (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const next = all.find((element) => isAfter(element) && before?.contains(element) !== true) ?? all.at(-1)
  if (next === undefined) place.setAttribute('tabindex', '-1')
  ;(next ?? place).focus({ preventScroll: true })
}
