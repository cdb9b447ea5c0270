import { useCallback, useEffect, useRef, useState } from 'react'
import type { NotePlace } from './inboxNotes.ts'
import { useServices } from './session.tsx'

/** Between two saves of what is being typed, in milliseconds. */
const PAUSE = 400

export interface Note {
  text: string | null
  write: (text: string) => void
  /** False after a failed save, and if the stored text could not be read, and so is never overwritten. */
  isKept: boolean
}

/** @param place where it is kept, if not in the storage of the cases */
export function useNote(caseId: string, kind: string, place?: NotePlace): Note {
  const services = useServices()
  const storage = place ?? services.storage
  const [text, setText] = useState<string | null>(null)
  const [isKept, setKept] = useState(true)
  const unsent = useRef<string | null>(null)
  /** Nothing is overwritten before it has been read. */
  const isRead = useRef(false)
  const resting = useRef<ReturnType<typeof setTimeout> | null>(null)

  const flush = useCallback(() => {
    if (unsent.current === null || !isRead.current) return
    const written = unsent.current
    unsent.current = null
    void storage.keepNote(caseId, kind, written).then(({ ok }) => setKept(ok))
  }, [storage, caseId, kind])

  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    isRead.current = false
    void storage.note(caseId, kind).then(
      (kept) => {
        if (signal.aborted) return
        isRead.current = true
        // What has been written meanwhile goes after what was there.
        const written = unsent.current
        const whole = written === null || kept === '' ? written : `${kept}\n${written}`
        unsent.current = whole
        setText((before) => whole ?? before ?? kept)
        flush()
      },
      () => {
        if (signal.aborted) return
        setKept(false)
        setText((before) => before ?? '')
      },
    )
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    document.addEventListener('visibilitychange', whenHidden, { signal })
    window.addEventListener('pagehide', flush, { signal })
    return () => {
      listening.abort()
      if (resting.current !== null) clearTimeout(resting.current)
      resting.current = null
      flush()
    }
  }, [storage, caseId, kind, flush])

  const write = useCallback(
    (next: string) => {
      setText(next)
      unsent.current = next
      if (resting.current !== null) return
      // Saves the first keystroke at once, then at most once every `PAUSE`.
      flush()
      resting.current = setTimeout(() => {
        resting.current = null
        flush()
      }, PAUSE)
    },
    [flush],
  )
  return { text, write, isKept }
}
