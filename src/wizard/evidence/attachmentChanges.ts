import { useSyncExternalStore } from 'react'
import type { Address } from '../../domain/case/address.ts'
import type { OpenCaseStore } from '../../store/openCase.ts'
import type { NotAdded, Redrawn } from './attach.ts'

/** What is known of added files beside the case, for as long as it is open: also when a page is left and come back to. */
interface Beside {
  /** By the id of the file. */
  redrawn: ReadonlyMap<string, Redrawn>
  /** By the address of the answer at which they were chosen. */
  notAdded: ReadonlyMap<Address, readonly NotAdded[]>
  /** How many are being read. */
  reading: number
  /** Rises when files have been added: what lacked its content may have it now. */
  turn: number
}

const NOTHING: Beside = { redrawn: new Map(), notAdded: new Map(), reading: 0, turn: 0 }

const known = new WeakMap<OpenCaseStore, Beside>()
const listeners = new Set<() => void>()

const besideOf = (store: OpenCaseStore): Beside => known.get(store) ?? NOTHING

export function changeBeside(store: OpenCaseStore, change: (before: Beside) => Partial<Beside>): void {
  const before = besideOf(store)
  known.set(store, { ...before, ...change(before) })
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useBeside = (store: OpenCaseStore): Beside => useSyncExternalStore(subscribe, () => besideOf(store))
