import { useCallback, useEffect, useRef, useState } from 'react'
import { useServices } from './session.tsx'

/** Typing is saved when it pauses this long, in milliseconds. */
const PAUSE = 400

export interface Note {
  /** Null until it has been read. */
  text: string | null
  write: (text: string) => void
  /** False after a save that failed. */
  isKept: boolean
}

/**
 * A text of one's own that is kept in this browser beside a case, and is in none of its files. Saved while it is
 * written, when the page is left and when it is hidden.
 */
export function useNote(caseId: string, kind: string): Note {
  const { storage } = useServices()
  const [text, setText] = useState<string | null>(null)
  const [isKept, setKept] = useState(true)
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null)

  const flush = useCallback(() => {
    if (waiting.current === null) return
    clearTimeout(waiting.current.timer)
    const { text: written } = waiting.current
    waiting.current = null
    void storage.keepNote(caseId, kind, written).then(({ ok }) => setKept(ok))
  }, [storage, caseId, kind])

  useEffect(() => {
    let left = false
    void storage
      .note(caseId, kind)
      .catch(() => '')
      .then((found) => {
        // What has been written meanwhile stays.
        if (!left) setText((before) => before ?? found)
      })
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    document.addEventListener('visibilitychange', whenHidden)
    window.addEventListener('pagehide', flush)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', whenHidden)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [storage, caseId, kind, flush])

  const write = useCallback(
    (next: string) => {
      setText(next)
      if (waiting.current !== null) clearTimeout(waiting.current.timer)
      waiting.current = { text: next, timer: setTimeout(flush, PAUSE) }
    },
    [flush],
  )
  return { text, write, isKept }
}
