/** Moves focus to an element of this page and brings it into view. A plain `#id` link would change the route. */
export function focusOn(id: string): void {
  const element = document.getElementById(id)
  if (element === null) return
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'center' })
}
