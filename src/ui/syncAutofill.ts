const FIELDS = 'input:not([type]), input[type=text], textarea'

/**
 * Some programs fill fields in without telling the page. Says it for them: React hears of each field whose text has
 * changed, and passes over the others.
 */
export function dispatchAutofill(form: HTMLElement): void {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS)]
  for (const [field, text] of fields.map((each) => [each, each.value] as const)) {
    // Hearing of one field draws the page anew, and empties those that were not heard of yet.
    if (field.value !== text)
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** Before whatever leads away: a press, the ways of the browser, another tab in front, the end of the tab. */
const LEAVINGS = ['click', 'popstate', 'visibilitychange', 'pagehide']
const forms = new Set<HTMLElement>()

// Asked for with the first script: what leads to the next page asks later, and so hears later.
if (typeof window !== 'undefined')
  for (const leaving of LEAVINGS) window.addEventListener(leaving, () => forms.forEach(dispatchAutofill), true)

/** Hears a form before it is left, by whichever way. Gives the way to stop. */
export function hearBeforeLeaving(form: HTMLElement | null): () => void {
  if (form !== null) forms.add(form)
  return () => {
    if (form !== null) forms.delete(form)
  }
}
