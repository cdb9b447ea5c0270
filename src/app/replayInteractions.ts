import { flushSync } from 'react-dom'

const sameAs = (root: HTMLElement, element: Element): HTMLElement | null => {
  if (element.id !== '') return document.getElementById(element.id)
  const alike = root.querySelectorAll<HTMLElement>(element.tagName)
  return [...alike].find(({ textContent }) => textContent === element.textContent) ?? null
}

/**
 * Replaces the static start page by the app and repeats what the user has done on it meanwhile (`opening.js` marks what
 * was pressed): colours, then the focus, then presses.
 */
export function replayInteractions(root: HTMLElement, draw: () => void): void {
  const [focused, scrolled] = [document.activeElement, window.scrollY]
  const selected = [...root.querySelectorAll('select')].filter(
    ({ options, selectedIndex }) => options[selectedIndex]?.defaultSelected === false,
  )
  const pressed = [...root.querySelectorAll('[data-pressed]')]

  // If a link was pressed meanwhile, this is another page, which begins at its own heading.
  const isSame = root.dataset.place === location.hash.replace(/^#\/?/, '').split('?')[0]
  delete root.dataset.place
  flushSync(draw)
  // One by one, so that a press meets what was chosen before it.
  const press = (element: Element) => flushSync(() => sameAs(root, element)?.click())
  for (const before of selected) {
    const now = sameAs(root, before)
    if (!(now instanceof HTMLSelectElement)) continue
    now.value = before.value
    flushSync(() => now.dispatchEvent(new Event('change', { bubbles: true })))
  }
  if (isSame && focused !== null && focused !== document.body) sameAs(root, focused)?.focus({ preventScroll: true })
  if (isSame && scrolled > 0) window.scrollTo(0, scrolled)
  for (const button of pressed) press(button)
}
