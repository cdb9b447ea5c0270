import type { Case } from '../domain/case/case.ts'
import type { RemovedRow } from '../domain/case/removedRows.ts'
import type { OpenRefusal } from './database.ts'

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

export interface CaseSummary {
  id: string
  company: string | null
  savedAt: number | null
  lastCopyAt: number | null
  place: string | null
  readable: boolean
}

export interface Unsaved {
  kept: KeptCase
  /** Milliseconds since 1970. */
  at: number
}

export type LoadResult =
  /**
   * `recoveredTo`: something was damaged, and the case is as it was at that time, in milliseconds since 1970. `unsaved`:
   * what an earlier visit could not save, if the case has been changed since and so was left as it is.
   */
  | { ok: true; loaded: LoadedCase; recoveredTo?: number; unsaved?: Unsaved }
  | { ok: false; reason: 'missing' }
  /** A newer version of the product has written it. Nothing is written. */
  | { ok: false; reason: 'newer' }
  /** The records are there but damaged beyond what is kept to mend them. Nothing was written. */
  | { ok: false; reason: 'unreadable'; stored: unknown }

/** `conflict`: another tab has saved since; `updated`: a newer version of the product has the storage. */
export type SaveFault = 'quota' | 'conflict' | 'deleted' | 'updated' | 'error'

export type SaveResult =
  /** `recreated`: the browser had thrown everything away, and the case was written anew. */
  { ok: true; saveNo: number; savedAt: number; recreated?: boolean } | { ok: false; reason: SaveFault }

export type KeepResult = { ok: true } | { ok: false; reason: 'quota' | 'error' }

/** `hour`: of earlier releases; `before`: another version took its place; `mended`: after a repair. */
export type VersionReason = 'day' | 'hour' | 'handOver' | 'before' | 'mended'

export interface Version {
  saveNo: number
  /** Milliseconds since 1970. */
  at: number
  why: VersionReason
}

/**
 * What happens to the storage from outside: `updating`, a newer version waits for us to let go; `emptied`, the browser has
 * thrown everything away; `deleted`, somebody has deleted everything in another tab.
 */
export type StorageEvent = 'updating' | 'emptied' | 'deleted'

/** Everything that a browser keeps, of one case or of all, as it lies there, by the name of its store. */
export type EverythingOfCase = ReadonlyMap<string, readonly unknown[]>

/** A case that the browser has lost, as the copy of it that was kept elsewhere has it. Files are not in it. */
export interface LostCase {
  kept: KeptCase
  /** When that was saved, in milliseconds since 1970. */
  savedAt: number
}

/** Where cases are kept. Implemented over IndexedDB, and in memory where the browser keeps nothing. */
export interface CaseStorage {
  /** False where everything is gone when the page is closed. */
  keeps: boolean
  /** Null if it keeps cases. */
  refusal: OpenRefusal | null
  /** Calls back when something happens to the storage from outside; gives the way to stop listening. */
  watch(listener: (event: StorageEvent) => void): () => void
  list(): Promise<readonly CaseSummary[]>
  /** Cases of which there is only a copy elsewhere in the browser, without those in `here`. Never throws. */
  lost(here: readonly string[]): Promise<readonly LostCase[]>
  /**
   * Reads a case, and mends it if it is damaged or something newer of it is kept elsewhere.
   * @param reading for looking only: nothing is written, and nothing newer is looked for
   */
  load(id: string, reading?: 'reading'): Promise<LoadResult>
  /**
   * Writes what differs from what is stored, in one transaction; resolves only when it is complete.
   * @param saveNo of what is stored now, checked inside the transaction
   * @param now milliseconds since 1970
   * @param urgent the page may be gone in a moment: everything is sent at once and committed without an answer
   */
  save(kept: KeptCase, saveNo: number, now: number, urgent?: 'urgent'): Promise<SaveResult>
  /**
   * Keeps what is not saved yet elsewhere, within this very call: the page may be gone before a save is through. It is
   * taken in by the next `load`, unless a save has come through after all. Never throws.
   * @param saveNo that a save of it would have; null if it is saved, so that only a copy of it may be due
   * @param now milliseconds since 1970
   */
  keepLastWords(kept: KeptCase, saveNo: number | null, now: number): void
  /** Forgets them: `load` has given them as `unsaved`, and they are kept as a case of their own. Never throws. */
  forgetLastWords(id: string, at: number): void
  /** The number of the save that is stored now; null where the case is not there. Throws where it cannot be read. */
  saveNo(id: string): Promise<number | null>
  /** The earlier versions of a case, newest first: of those by day the last of each. */
  versions(id: string): Promise<readonly Version[]>
  /** A case as it was; null where that version cannot be read. */
  version(id: string, version: Version): Promise<LoadedCase | null>
  /**
   * Keeps what is stored now as a version; one by day only on another day than the one before, or after five hundred
   * saves. Old ones go by the rules of `history.ts`. Never throws.
   * @param now milliseconds since 1970
   */
  keepVersion(id: string, why: VersionReason, now: number): Promise<void>
  /** It has been deleted by another tab: nothing of it is written any more that is not asked for. */
  forget(id: string): void
  /** Takes a case away with everything of it, also one that cannot be opened, and gives what could be read of it. */
  remove(id: string): Promise<EverythingOfCase>
  putBack(everything: EverythingOfCase): Promise<void>
  /**
   * Keeps the bytes of a file of a case; resolves only when they are there. They go with the first save in which the case
   * no longer names them. Never throws.
   * @param now milliseconds since 1970
   */
  keepFile(caseId: string, sha256: string, bytes: Uint8Array<ArrayBuffer>, now: number): Promise<KeepResult>
  /** The bytes of a file, or null where they are not there or cannot be read. Never throws. */
  file(caseId: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | null>
  /** How many bytes there is room for, as far as the browser says; null where it does not. Never throws. */
  room(): Promise<number | null>
  /** About how many bytes each case takes, with its files. */
  sizes(ids: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Takes away bytes that no case has named for a day. Never throws. */
  sweep(now: number): Promise<void>
  /** A text that is in no file, print or draft; empty where there is none. */
  note(caseId: string, kind: string): Promise<string>
  notes(caseId: string): Promise<ReadonlyMap<string, string>>
  /** Keeps such a text, or forgets it if it is empty, also if the page goes within this very call. Never throws. */
  keepNote(caseId: string, kind: string, text: string): Promise<KeepResult>
  /** Keeps a text that `keepNote` will be called with a moment later elsewhere, within this very call. Never throws. */
  keepLastNote(caseId: string, kind: string, text: string): void
}
