/** Small choices of this browser. Losing one costs nothing, so `localStorage` is good enough; the case never is here. */
export interface Preferences {
  get(name: PreferenceName): string | null
  set(name: PreferenceName, value: string): void
  watch(name: PreferenceName, onChange: (value: string | null) => void): void
}

/** `language`, `theme` and `cases` are read by `opening.js` too, before anything else is there. */
export const PREFERENCES = ['language', 'theme', 'hints', 'keepReceived', 'cases'] as const
type PreferenceName = (typeof PREFERENCES)[number]

/** Touching `localStorage` throws where cookies are blocked; the choice then lasts until the page is closed. */
export function browserPreferences(): Preferences {
  const remembered = new Map<PreferenceName, string>()
  return {
    watch: (name, onChange) =>
      window.addEventListener('storage', ({ key, newValue }) => {
        if (key !== name) return
        remembered.delete(name)
        onChange(newValue)
      }),
    get: (name) => {
      try {
        return remembered.get(name) ?? localStorage.getItem(name)
      } catch {
        return remembered.get(name) ?? null
      }
    },
    set: (name, value) => {
      try {
        localStorage.setItem(name, value)
        remembered.delete(name)
      } catch {
        // For this visit.
        remembered.set(name, value)
      }
    },
  }
}
