import { type ReactNode, useRef, useState } from 'react'

interface Attempts {
  /** Stands where it is placed: what failed last, or nothing. */
  failure: ReactNode
  attempt: (work: () => Promise<void>, failed: string) => void
}

/** For what may fail and can be tried again: one at a time, and what has failed is said on the page. */
export function useAttempt(): Attempts {
  const isRunning = useRef(false)
  const [said, say] = useState<string | null>(null)
  const attempt = (work: () => Promise<void>, failed: string) => {
    if (isRunning.current) return
    isRunning.current = true
    say(null)
    void work()
      .catch(() => say(failed))
      .then(() => {
        isRunning.current = false
      })
  }
  return { failure: <div role="alert">{said !== null && <p className="note">{said}</p>}</div>, attempt }
}
