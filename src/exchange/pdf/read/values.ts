/** A PDF value. Operators and what cannot be read are null. */
export type Value =
  | { is: 'number'; number: number }
  | { is: 'name'; name: string }
  | { is: 'string'; bytes: Uint8Array }
  | { is: 'array'; items: readonly Value[] }
  | { is: 'dictionary'; entries: Dictionary }
  | { is: 'reference'; number: number }
  | null
export type Dictionary = ReadonlyMap<string, Value>

export type Resolve = (value: Value | undefined) => Value

export const isNamed = (value: Value | undefined, name: string) => value?.is === 'name' && value.name === name

/** Entries of a dictionary as the type they should have. */
export function entriesOf(dictionary: Dictionary, resolve: Resolve) {
  const at = (key: string) => resolve(dictionary.get(key))
  return {
    number: (key: string, fallback = 0) => {
      const value = at(key)
      return value?.is === 'number' ? value.number : fallback
    },
    name: (key: string) => {
      const value = at(key)
      return value?.is === 'name' ? value.name : null
    },
    bytes: (key: string, length: number) => {
      const value = at(key)
      return value?.is === 'string' && value.bytes.length >= length ? value.bytes.slice(0, length) : null
    },
    within: (key: string) => {
      const value = at(key)
      return value?.is === 'dictionary' ? entriesOf(value.entries, resolve) : null
    },
  }
}
