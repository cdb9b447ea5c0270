import type { Case } from '../domain/case/case.ts'
import type { RemovedRow } from '../domain/case/removedRows.ts'
import type { OpenRefusal } from './database.ts'

/** A case with what only this browser knows of it, which leaves in no file. All times are milliseconds since 1970. */
export interface KeptCase {
  case: Case
  /** The page that was open last, as an address within the case; null before the first. */
  place: string | null
  /** When a copy was last known to have been downloaded. */
  lastCopyAt: number | null
  removed: readonly RemovedRow[]
}

/** Only a case that loaded cleanly may be overwritten; a failed read must not enable autosave. */
export interface LoadedCase extends KeptCase {
  /** Rises by one with every save; checked inside the transaction that raises it. */
  saveNo: number
  savedAt: number | null
}

export interface CaseSummary extends Pick<LoadedCase, 'savedAt' | 'lastCopyAt' | 'place'> {
  id: string
  company: string | null
  partner: string | null
  readable: boolean
}

export interface Unsaved {
  kept: KeptCase
  at: number
}

export type LoadResult =
  /**
   * `recoveredTo`: something was damaged, and the case is as of that time. `unsaved`: what an earlier visit could not save,
   * if the case has been changed since and so was left unchanged.
   */
  | { ok: true; loaded: LoadedCase; recoveredTo?: number; unsaved?: Unsaved }
  | { ok: false; reason: 'missing' }
  | { ok: false; reason: 'newer' }
  /** It could not be read this time; nothing is known about it. */
  | { ok: false; reason: 'failed' }
  /** Damaged beyond recovery. Nothing is written. */
  | { ok: false; reason: 'unreadable'; stored: unknown }

/** `conflict`: another tab has saved since; `updated`: a newer version of the product has the storage. */
export type SaveFault = 'quota' | 'conflict' | 'deleted' | 'updated' | 'error'

export type SaveResult =
  /** `recreated`: the browser had thrown everything away, and the case was written again. */
  { ok: true; saveNo: number; savedAt: number; recreated?: boolean } | { ok: false; reason: SaveFault }

export type KeepResult = { ok: true } | { ok: false; reason: 'quota' | 'error' }

/** `hour`: of earlier releases; `before`: replaced by another version; `mended`: after a recovery. */
export type VersionReason = 'day' | 'hour' | 'handOver' | 'before' | 'mended'

export interface Version {
  saveNo: number
  at: number
  why: VersionReason
}

/**
 * `updating`: a newer version is blocked on our open connection; `emptied`: the browser has thrown everything away;
 * `deleted`: another tab has deleted everything.
 */
export type StorageEvent = 'updating' | 'emptied' | 'deleted'

/** The records of one case, or of all, by store name. */
export type EverythingOfCase = ReadonlyMap<string, readonly unknown[]>

export interface LostCase {
  kept: KeptCase
  savedAt: number
}

/** Where cases are kept: in IndexedDB, or in memory if the browser refuses that. `now` is in milliseconds since 1970. */
export interface CaseStorage {
  /** False if everything is gone when the page is closed. */
  keeps: boolean
  refusal: OpenRefusal | null
  watch(listener: (event: StorageEvent) => void): () => void
  list(): Promise<readonly CaseSummary[]>
  /** Cases of which there is only a spare copy, without those in `here`. Never throws. */
  lost(here: readonly string[]): Promise<readonly LostCase[]>
  /**
   * Reads a case, and recovers it if it is damaged or a spare copy is newer. Never throws.
   * @param reading for looking only: nothing is written, and no newer copy is looked for
   */
  load(id: string, reading?: 'reading'): Promise<LoadResult>
  /**
   * Writes what differs from what is stored, in one transaction; resolves only when it is complete.
   * @param saveNo of what is stored now, checked inside the transaction
   * @param urgent the page may be gone in a moment: everything is sent at once and committed without an answer
   */
  save(kept: KeptCase, saveNo: number, now: number, urgent?: 'urgent'): Promise<SaveResult>
  /**
   * Keeps what is not saved yet outside the database, synchronously: the page may be gone before a save is complete. The
   * next `load` takes it in, unless a save has completed after all. Never throws.
   * @param saveNo that a save of it would have; null if it is saved, so that only a spare copy may be due
   */
  keepLastWords(kept: KeptCase, saveNo: number | null, now: number): void
  /** After `load` has returned them as `unsaved`, and they are kept as a case of their own. Never throws. */
  forgetLastWords(id: string, at: number): void
  /** The number of the stored save; null if the case is not there. Throws if it cannot be read. */
  saveNo(id: string): Promise<number | null>
  /** Newest first; of those by day the last of each day. */
  versions(id: string): Promise<readonly Version[]>
  version(id: string, version: Version): Promise<LoadedCase | null>
  /** Keeps what is stored now as a version, by the rules of `history.ts`. Never throws. */
  keepVersion(id: string, why: VersionReason, now: number): Promise<void>
  /** Another tab has deleted it: from now on only an explicit save writes it again. */
  forget(id: string): void
  /** Deletes a case, even one that cannot be opened, and returns what could be read of it. */
  remove(id: string): Promise<EverythingOfCase>
  putBack(everything: EverythingOfCase): Promise<void>
  /** Resolves when the bytes are stored. The first save of the case without this file deletes them. Never throws. */
  keepFile(caseId: string, sha256: string, bytes: Uint8Array<ArrayBuffer>, now: number): Promise<KeepResult>
  /** Null if it is not there or cannot be read. Never throws. */
  file(caseId: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** Free space in bytes; null if the browser does not say. Never throws. */
  room(): Promise<number | null>
  /** About how many bytes each case takes, with its files. */
  sizes(ids: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Deletes bytes that no case has named for a day. Never throws. */
  sweep(now: number): Promise<void>
  /** A text that is in no file, print or draft; empty if there is none. */
  note(caseId: string, kind: string): Promise<string>
  notes(caseId: string): Promise<ReadonlyMap<string, string>>
  /** Keeps such a text, or deletes it if it is empty, even if the page goes within this very call. Never throws. */
  keepNote(caseId: string, kind: string, text: string): Promise<KeepResult>
  /** Keeps a text outside the database, synchronously, until `keepNote` is called with it. Never throws. */
  keepLastNote(caseId: string, kind: string, text: string): void
}
