import { useCallback, useEffect, useRef, useState } from 'react'
import type { NotePlace } from './inboxNotes.ts'
import { useServices } from './session.tsx'

/** Between two saves of what is being typed, in milliseconds. */
const PAUSE = 400

export interface Note {
  text: string | null
  write: (text: string) => void
  /** False after a save that failed, and where what is kept could not be read and so is left as it is. */
  isKept: boolean
}

/** @param place where it is kept, if not beside the cases of this browser */
export function useNote(caseId: string, kind: string, place?: NotePlace): Note {
  const services = useServices()
  const storage = place ?? services.storage
  const [text, setText] = useState<string | null>(null)
  const [isKept, setKept] = useState(true)
  /** What has been written and is not on its way yet; null where nothing is. */
  const unsent = useRef<string | null>(null)
  /** Until what is kept has been read, and where it cannot be, nothing is written over it. */
  const isRead = useRef(false)
  const resting = useRef<ReturnType<typeof setTimeout> | null>(null)

  const flush = useCallback(() => {
    if (unsent.current === null || !isRead.current) return
    const written = unsent.current
    unsent.current = null
    void storage.keepNote(caseId, kind, written).then(({ ok }) => setKept(ok))
  }, [storage, caseId, kind])

  useEffect(() => {
    let left = false
    isRead.current = false
    void storage.note(caseId, kind).then(
      (kept) => {
        if (left) return
        isRead.current = true
        // What has been written meanwhile goes behind what was there.
        const written = unsent.current
        const whole = written === null || kept === '' ? written : `${kept}\n${written}`
        unsent.current = whole
        setText((before) => whole ?? before ?? kept)
        flush()
      },
      () => {
        if (left) return
        setKept(false)
        setText((before) => before ?? '')
      },
    )
    const whenHidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    document.addEventListener('visibilitychange', whenHidden)
    window.addEventListener('pagehide', flush)
    return () => {
      left = true
      if (resting.current !== null) clearTimeout(resting.current)
      resting.current = null
      document.removeEventListener('visibilitychange', whenHidden)
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [storage, caseId, kind, flush])

  const write = useCallback(
    (next: string) => {
      setText(next)
      unsent.current = next
      if (resting.current !== null) return
      // The first stroke goes at once, what follows at every pause for breath.
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
