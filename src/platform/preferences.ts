/** Small choices of this browser. Losing one costs nothing, so `localStorage` is good enough; the case never is here. */
export interface Preferences {
  get(name: PreferenceName): string | null
  set(name: PreferenceName, value: string): void
  watch(name: PreferenceName, onChange: (value: string | null) => void): void
}

/** `language`, `theme` and `cases` are read by `opening.js` too, before anything else is there. */
export const PREFERENCES = ['language', 'theme', 'hints', 'keepReceived', 'cases'] as const
type PreferenceName = (typeof PREFERENCES)[number]

/** An entry of `localStorage`, which throws if cookies are blocked. */
export function entry(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Keeps an entry, or takes it away if it is null; false if the browser does not let us, or it is too large. */
export function keepEntry(name: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
    return true
  } catch {
    return false
  }
}

/** A choice that the browser does not keep lasts until the page is closed. */
export function browserPreferences(): Preferences {
  const remembered = new Map<PreferenceName, string>()
  return {
    watch: (name, onChange) =>
      window.addEventListener('storage', ({ key, newValue }) => {
        if (key !== name) return
        remembered.delete(name)
        onChange(newValue)
      }),
    get: (name) => remembered.get(name) ?? entry(name),
    set: (name, value) => {
      if (keepEntry(name, value)) remembered.delete(name)
      else remembered.set(name, value)
    },
  }
}
