import { useSyncExternalStore } from 'react'
import type { Address } from '../../domain/case/address.ts'
import type { OpenCaseStore } from '../../store/openCase.ts'
import type { NotAdded, Redrawn } from './attach.ts'

/** What is said of added files but is no part of the case; kept while the case is open, on other pages too. */
interface AttachmentNotes {
  /** By the id of the file. */
  redrawn: ReadonlyMap<string, Redrawn>
  /** By the address of the answer at which they were chosen. */
  notAdded: ReadonlyMap<Address, readonly NotAdded[]>
  reading: number
  /** Rises when files were added, which may restore missing bytes of others. */
  turn: number
}

const NOTHING: AttachmentNotes = { redrawn: new Map(), notAdded: new Map(), reading: 0, turn: 0 }

const known = new WeakMap<OpenCaseStore, AttachmentNotes>()
const listeners = new Set<() => void>()

const notesOf = (store: OpenCaseStore): AttachmentNotes => known.get(store) ?? NOTHING

export function changeAttachmentNotes(
  store: OpenCaseStore,
  change: (before: AttachmentNotes) => Partial<AttachmentNotes>,
): void {
  const before = notesOf(store)
  known.set(store, { ...before, ...change(before) })
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useAttachmentNotes = (store: OpenCaseStore): AttachmentNotes =>
  useSyncExternalStore(subscribe, () => notesOf(store))
