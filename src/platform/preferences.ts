/** Choices that cost nothing if they are lost. */
export interface Preferences {
  get(name: PreferenceName): string | null
  set(name: PreferenceName, value: string): void
  /** Tells of changes made in other tabs. Returns what stops it. */
  watch(name: PreferenceName, onChange: (value: string | null) => void): () => void
}

/** `opening.js` reads `language`, `theme` and `cases`, too. */
export const PREFERENCES = ['language', 'theme', 'hints', 'keepReceived', 'cases'] as const
type PreferenceName = (typeof PREFERENCES)[number]

/** `localStorage` throws if cookies are blocked. */
export function entry(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

/** Sets an entry, or removes it if it is null; false if it is too large, or blocked. */
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
    watch: (name, onChange) => {
      const changed = ({ key, newValue }: StorageEvent) => {
        if (key !== name) return
        remembered.delete(name)
        onChange(newValue)
      }
      window.addEventListener('storage', changed)
      return () => window.removeEventListener('storage', changed)
    },
    get: (name) => remembered.get(name) ?? entry(name),
    set: (name, value) => {
      if (keepEntry(name, value)) remembered.delete(name)
      else remembered.set(name, value)
    },
  }
}
