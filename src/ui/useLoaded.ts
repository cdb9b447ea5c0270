import { useEffect, useState } from 'react'

/**
 * What `load` resolves with; undefined until then.
 * @param load memoized, and never rejects: another function loads again
 */
export function useLoaded<T>(load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<T>()
  useEffect(() => {
    let isCurrent = true
    void load().then((value) => {
      if (isCurrent) setLoaded(() => value)
    })
    return () => {
      isCurrent = false
    }
  }, [load])
  return loaded
}
