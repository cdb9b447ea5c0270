const FIELDS = 'input:not([type]), input[type=text], textarea'

const ours = new WeakSet<Event>()

/** An `input` event that nobody has written. */
export const isFromSync = (event: Event): boolean => ours.has(event)

/** Autofill may set values without events. Dispatches `input` for every field; React ignores those that have not changed. */
export function dispatchAutofill(form: HTMLElement): void {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS)]
  for (const [field, text] of fields.map((each) => [each, each.value] as const)) {
    // Handling one field re-renders the form, which clears the other autofilled ones.
    if (field.value !== text)
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text)
    const event = new Event('input', { bubbles: true })
    ours.add(event)
    field.dispatchEvent(event)
  }
}

const LEAVING_EVENTS = ['click', 'popstate', 'visibilitychange', 'pagehide']
const forms = new Set<HTMLElement>()

// Registered with the first script, so that it runs before the listeners that change the page.
if (typeof window !== 'undefined')
  for (const leaving of LEAVING_EVENTS) window.addEventListener(leaving, () => forms.forEach(dispatchAutofill), true)

/** Syncs a form before the user leaves it in any way. Returns a function that stops this. */
export function syncBeforeLeaving(form: HTMLElement | null): () => void {
  if (form === null) return () => {}
  forms.add(form)
  return () => void forms.delete(form)
}
