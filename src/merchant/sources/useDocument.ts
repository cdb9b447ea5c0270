import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { Passage } from '../../domain/sources/documentDeliverables.ts'
import type { ReadingHabits } from '../../domain/sources/mailEntries.ts'
import type { SourceDocument } from '../../domain/sources/sourceDocument.ts'
import documentScript from '../../exchange/sources/document/document.worker.ts?worker&url'
import type { DocumentProblem, ReadDocument } from '../../exchange/sources/document/readDocument.ts'
import { bytesOf } from '../../platform/files.ts'
import { limitFor, runInWorker } from '../../platform/workers.ts'
import type { OpenCaseStore } from '../../store/openCase.ts'
import { useOpened } from '../../store/openCaseContext.tsx'
import { useNewest } from '../../ui/useNewest.ts'

interface DocumentState {
  name: string | null
  file: Blob | null
  document: SourceDocument | null
  problem: DocumentProblem | null
  /** What has been pressed, by the place of its block and sentence. */
  taken: ReadonlyMap<string, Passage>
}

const NOTHING: DocumentState = { name: null, file: null, document: null, problem: null, taken: new Map() }

/** While the case is open, so that another page may be looked at meanwhile; the file itself is kept nowhere. */
const kept = new WeakMap<OpenCaseStore, DocumentState>()

/** The document that is open on this page, and what of it has been pressed. */
export function useDocument(habits: ReadingHabits) {
  const { store } = useOpened()
  const [state, setState] = useState(() => kept.get(store) ?? NOTHING)
  const [isReading, setReading] = useState(false)
  const { begin } = useNewest()
  const change = (next: (before: DocumentState) => Partial<DocumentState>) =>
    setState((before) => {
      const changed = { ...before, ...next(before) }
      kept.set(store, changed)
      return changed
    })

  const read = async (file: Blob, name: string | null, password: string | null = null): Promise<ReadDocument> => {
    const signal = begin()
    setReading(true)
    const result = await readInWorker(file, password, habits)
    if (signal.aborted) return result
    const document = result.ok ? result.document : null
    const problem = result.ok ? null : result.reason
    // Drawn before whoever waits goes on: the focus goes to what is there now.
    flushSync(() => {
      setReading(false)
      change(() => ({ name, file, document, problem, taken: new Map() }))
    })
    return result
  }
  return {
    ...state,
    isReading,
    read,
    toggle: (key: string, passage: Passage) =>
      change(({ taken }) => {
        const next = new Map(taken)
        if (!next.delete(key)) next.set(key, passage)
        return { taken: next }
      }),
    takeAll: (all: ReadonlyMap<string, Passage>) => change(({ taken }) => ({ taken: new Map([...taken, ...all]) })),
    takeNothing: () => change(() => ({ taken: new Map() })),
  }
}

async function readInWorker(file: Blob, password: string | null, habits: ReadingHabits): Promise<ReadDocument> {
  const bytes = await bytesOf(file)
  if (bytes === null) return { ok: false, reason: 'unreadable' }
  const message = { bytes, password, habits }
  const worked = await runInWorker<ReadDocument>({ script: documentScript, message, limit: limitFor(bytes.length) })
  if (worked.ok) return worked.answer
  const { reason } = worked
  return { ok: false, reason: reason === 'tooLong' || reason === 'notStarted' ? reason : 'broken' }
}
