import { flushSync } from 'react-dom'

const sameAs = (root: HTMLElement, element: Element): HTMLElement | null => {
  if (element.id !== '') return document.getElementById(element.id)
  const alike = root.querySelectorAll<HTMLElement>(element.tagName)
  return [...alike].find(({ textContent }) => textContent === element.textContent) ?? null
}

/**
 * Has the app drawn beside the static start page, which can be used meanwhile, puts it in its place and repeats what the
 * user has done (`opening.js` marks what was pressed): colours, then the focus, then presses.
 * @param draw draws into an element that is not on the page, and calls back before it is shown
 */
export function takeOver(before: HTMLElement, draw: (root: HTMLElement, onDrawn: () => void) => void): void {
  const root = before.cloneNode() as HTMLElement
  delete root.dataset.place
  const drawnAt = location.href
  draw(root, () => {
    const [focused, scrolled] = [document.activeElement, window.scrollY]
    const selected = [...before.querySelectorAll('select')].filter(
      ({ options, selectedIndex }) => options[selectedIndex]?.defaultSelected === false,
    )
    const pressed = [...before.querySelectorAll('[data-pressed]')]
    // If a link was pressed meanwhile, this is another page, which begins at its own heading.
    const isSame = before.dataset.place === location.hash.replace(/^#\/?/, '').split('?')[0]
    const hadFocus = focused !== null && focused !== document.body
    before.replaceWith(root)
    // The heading could not take the focus where it was drawn.
    const place = (isSame && hadFocus && sameAs(root, focused)) || document.getElementById('page-heading')
    place?.focus({ preventScroll: true })
    if (isSame && scrolled > 0) window.scrollTo(0, scrolled)
    // React takes no presses while it draws. One by one, so that a press meets what was chosen before it.
    queueMicrotask(() => {
      // The router hears of addresses from here on.
      if (location.href !== drawnAt) window.dispatchEvent(new PopStateEvent('popstate'))
      for (const select of selected) {
        const now = sameAs(root, select)
        if (!(now instanceof HTMLSelectElement)) continue
        now.value = select.value
        flushSync(() => now.dispatchEvent(new Event('change', { bubbles: true })))
      }
      for (const button of pressed) flushSync(() => sameAs(root, button)?.click())
    })
  })
}
