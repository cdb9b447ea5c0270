import { allOf, completed, result, SAVED_STORES } from './database.ts'
import type { LoadedCase, Version, VersionReason } from './storedCase.ts'
import {
  type CaseRecords,
  type Change,
  type Head,
  loadedFrom,
  type StoredRemoved,
  type StoredRow,
} from './storedRecords.ts'

/** A version is kept after this many saves, too: what is needed to mend a damaged case stays small. */
const SAVES = 500

/** So many versions of a day stay. By number, not by age: clocks go wrong. */
const DAYS = 30

export interface Snapshot extends CaseRecords, Version {
  caseId: string
}

const keyOf = (caseId: string, { saveNo, at, why }: Version) => [caseId, saveNo, at, why]
const keyed = (key: IDBValidKey): Version => {
  const [, saveNo, at, why] = key as [string, number, number, VersionReason]
  return { saveNo, at, why }
}
const before = (caseId: string, saveNo: number) => IDBKeyRange.bound([caseId], [caseId, saveNo])
const from = (caseId: string, saveNo: number) => IDBKeyRange.bound([caseId, saveNo], [caseId, []])

/** The versions that are kept of a case, oldest first; read from their keys alone. */
const versionsIn = async (store: IDBObjectStore, caseId: string): Promise<Version[]> =>
  (await result(store.getAllKeys(allOf(caseId)))).map(keyed)

const dayOf = (at: number) => new Date(at).toDateString()

/** The versions by day, oldest first; earlier releases kept one an hour. */
const daily = (versions: readonly Version[]) => versions.filter(({ why }) => why === 'day' || why === 'hour')

/** The versions by day that are not the last of theirs. */
const notLastOfDay = (versions: readonly Version[]) =>
  daily(versions).filter((version, at, all) => {
    const next = all[at + 1]
    return next !== undefined && dayOf(next.at) === dayOf(version.at)
  })

export async function versionsOf(database: IDBDatabase, caseId: string): Promise<readonly Version[]> {
  const store = database.transaction('snapshots').objectStore('snapshots')
  const versions = await versionsIn(store, caseId)
  const hidden = notLastOfDay(versions)
  return versions.filter((version) => !hidden.includes(version)).reverse()
}

export async function versionOf(database: IDBDatabase, caseId: string, version: Version): Promise<LoadedCase | null> {
  const store = database.transaction('snapshots').objectStore('snapshots')
  const snapshot = await result<Snapshot | undefined>(store.get(keyOf(caseId, version)))
  return snapshot === undefined ? null : loadedFrom(snapshot)
}

/**
 * Keeps what is stored now as a version, in one transaction, and deletes what is not needed any more: versions by day
 * beyond the last thirty, all but the last of each day, and changes that two versions are newer than.
 * @param why of the day: only on another day than the version before, or after five hundred saves
 */
export async function keepVersion(
  database: IDBDatabase,
  caseId: string,
  why: VersionReason,
  now: number,
): Promise<void> {
  const first = await firstChange(database, caseId)
  const transaction = database.transaction([...SAVED_STORES, 'snapshots'], 'readwrite', {
    durability: 'strict',
  })
  const snapshots = transaction.objectStore('snapshots')
  const changes = transaction.objectStore('changes')
  const done = completed(transaction)
  const versions = await versionsIn(snapshots, caseId)
  const last = versions.at(-1)
  const head = await result<Head | undefined>(transaction.objectStore('cases').get(caseId))
  if (head === undefined) return done
  const since = await result(changes.count(from(caseId, (last?.saveNo ?? 0) + 1)))
  const sinceWhen = last?.at ?? first?.savedAt ?? now
  if (why === 'day' && dayOf(sinceWhen) === dayOf(now) && since < SAVES) return done
  if (last?.saveNo === head.saveNo && why !== 'handOver') return done
  const all = <T>(store: 'rows' | 'removed') => result<T[]>(transaction.objectStore(store).getAll(allOf(caseId)))
  const rows = await all<StoredRow>('rows')
  const removed = await all<StoredRemoved>('removed')
  const records = { head, rows, removed }
  // What is damaged is not worth keeping, and must not push out what is not.
  if (loadedFrom(records) === null) return done
  snapshots.put({ caseId, saveNo: head.saveNo, at: now, why, ...records } satisfies Snapshot)
  for (const old of outdated(versions)) snapshots.delete(keyOf(caseId, old))
  if (last !== undefined) changes.delete(before(caseId, last.saveNo))
  return done
}

async function firstChange(database: IDBDatabase, caseId: string): Promise<Change | undefined> {
  const changes = database.transaction('changes').objectStore('changes')
  return result<Change | undefined>(changes.get(allOf(caseId))).catch(() => undefined)
}

/** The versions that need not be kept beside a new one. The newest of them stays to mend from. */
const outdated = (versions: readonly Version[]): readonly Version[] =>
  [...notLastOfDay(versions), ...daily(versions).slice(0, -DAYS)].filter((version) => version !== versions.at(-1))
