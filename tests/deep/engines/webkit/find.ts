type Words = string | { source: string; flags: string } | null

/** One step towards an element: what Playwright's locators of the guide say. */
export type Step =
  | { by: 'css'; css: string }
  | { by: 'role'; role: string; name: Words; exact: boolean; level: number | null }
  | { by: 'label' | 'text'; name: Words; exact: boolean }
  | { by: 'nth'; at: number }

/** Runs in the page, so it stands by itself. */
export function find(steps: readonly Step[]): Element[] {
  const ROLES: Record<string, string> = {
    heading: 'h1, h2, h3, h4',
    button: 'button',
    link: 'a[href]',
    group: 'fieldset',
  }
  const tidy = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const fits = (text: string, name: Words, exact: boolean) => {
    if (name === null) return true
    if (typeof name !== 'string') return new RegExp(name.source, name.flags).test(text)
    return exact ? text === tidy(name) : text.toLowerCase().includes(tidy(name).toLowerCase())
  }
  const textOf = (id: string) => tidy(document.getElementById(id)?.textContent)
  const labelsOf = (element: Element) => {
    const by = element.getAttribute('aria-labelledby')
    if (by !== null) return [tidy(by.split(' ').map(textOf).join(' '))]
    const own = element.getAttribute('aria-label')
    if (own !== null) return [tidy(own)]
    const labels = 'labels' in element ? (element as HTMLInputElement).labels : null
    return [...(labels ?? [])].map(({ textContent }) => tidy(textContent))
  }
  const nameOf = (element: Element) =>
    element.tagName === 'FIELDSET'
      ? tidy(element.querySelector('legend')?.textContent)
      : (labelsOf(element)[0] ?? tidy(element.textContent))
  let found: Element[] = [document.documentElement]
  for (const step of steps) {
    const inside = (css: string) => [...new Set(found.flatMap((each) => [...each.querySelectorAll(css)]))]
    if (step.by === 'css') found = inside(step.css)
    else if (step.by === 'nth') found = found.slice(step.at, step.at + 1)
    else if (step.by === 'role') {
      const css = step.level === null ? (ROLES[step.role] ?? `[role=${step.role}]`) : `h${step.level}`
      found = inside(css).filter((each) => fits(nameOf(each), step.name, step.exact))
    } else if (step.by === 'label')
      found = inside('input, textarea, select, [aria-labelledby], [aria-label]').filter((each) =>
        labelsOf(each).some((label) => fits(label, step.name, step.exact)),
      )
    else
      found = inside('*').filter(
        (each) =>
          fits(tidy(each.textContent), step.name, step.exact) &&
          ![...each.children].some((child) => fits(tidy(child.textContent), step.name, step.exact)),
      )
  }
  return found
}
