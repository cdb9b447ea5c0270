import type { Keeper } from './autosave.ts'
import type { OpenCaseStore } from './openCase.ts'

/** A case as far as it can be opened. */
export type Session =
  | { state: 'opening' }
  | { state: 'open'; store: OpenCaseStore; keeper: Keeper }
  | { state: 'missing' }
  /** It could not be read this time; nothing is known about it. */
  | { state: 'failed' }
  | { state: 'newer' }
  | { state: 'unreadable'; stored: unknown }
