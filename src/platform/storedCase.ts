import type { AnyRow, ListPath } from '../domain/case/answers.ts'
import type { Case } from '../domain/case/case.ts'

/** Something removed from a list, kept so that it can be put back. */
export interface RemovedRow {
  list: ListPath
  row: AnyRow
  /** Where it stood, counted from 0. */
  at: number
  /** Milliseconds since 1970. */
  removedAt: number
}

/** What this browser keeps of a case beside the case itself. None of it leaves in a file. */
export interface KeptCase {
  case: Case
  /** The page that was open last, as an address within the case; null before the first. */
  place: string | null
  /** When a copy was last known to have been downloaded, in milliseconds; null for never. */
  lastCopyAt: number | null
  removed: readonly RemovedRow[]
}

/** A case that was read without a fault. Only this can be written over: a failed read must never arm saving. */
export interface LoadedCase extends KeptCase {
  /** Rises by one with every save; checked inside the transaction that raises it. */
  saveNo: number
  /** Milliseconds since 1970; null before the first save. */
  savedAt: number | null
}

/** A line of the list of cases. */
export interface CaseSummary {
  id: string
  company: string | null
  savedAt: number | null
  place: string | null
  readable: boolean
}

export type LoadResult =
  | { ok: true; loaded: LoadedCase }
  | { ok: false; reason: 'missing' }
  /** The records are there but damaged, or of a kind this version cannot read. Nothing was written. */
  | { ok: false; reason: 'unreadable'; stored: unknown }

export type SaveResult =
  | { ok: true; saveNo: number; savedAt: number }
  | { ok: false; reason: 'quota' | 'conflict' | 'error' }

export type KeepResult = { ok: true } | { ok: false; reason: 'quota' | 'error' }

/** Where cases are kept. Implemented over IndexedDB, and in memory where the browser keeps nothing. */
export interface CaseStorage {
  /** False where everything is gone when the page is closed. */
  keeps: boolean
  list(): Promise<readonly CaseSummary[]>
  load(id: string): Promise<LoadResult>
  /**
   * Writes what differs from what is stored, in one transaction; resolves only when it is complete.
   * @param saveNo of what is stored now, checked inside the transaction
   * @param now milliseconds since 1970
   * @param urgent the page may be gone in a moment: everything is sent at once and committed without an answer
   */
  save(kept: KeptCase, saveNo: number, now: number, urgent?: 'urgent'): Promise<SaveResult>
  /** Takes a case away with everything of it, its files too. */
  remove(id: string): Promise<void>
  /**
   * Keeps the bytes of a file of a case; resolves only when they are there. They go with the first save in which the case
   * no longer names them. Never throws.
   * @param now milliseconds since 1970
   */
  keepFile(caseId: string, sha256: string, bytes: Uint8Array<ArrayBuffer>, now: number): Promise<KeepResult>
  /** The bytes of a file, or null where they are not there or cannot be read. Never throws. */
  file(caseId: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Takes away bytes that no case has named for a day. Never throws. */
  sweep(now: number): Promise<void>
  /** A text that is in no file, print or draft; empty where there is none. */
  note(caseId: string, kind: string): Promise<string>
  /** All of them, by kind: only for putting back what was deleted with its case. */
  notes(caseId: string): Promise<ReadonlyMap<string, string>>
  /** Keeps such a text, or forgets it where it is empty. Never throws. */
  keepNote(caseId: string, kind: string, text: string): Promise<KeepResult>
}
