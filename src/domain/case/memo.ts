/** Remembers what was found for an object: rows and lists are never changed in place, and few of many are new. */
export function memoByObject<Key extends object, Found>(find: (key: Key) => Found): (key: Key) => Found {
  const known = new WeakMap<Key, { found: Found }>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before.found
    const found = find(key)
    known.set(key, { found })
    return found
  }
}
