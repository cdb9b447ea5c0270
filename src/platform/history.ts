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

/** A version is kept after this many saves, too, which bounds the changes needed for a recovery. */
const SAVES = 500

/** How many versions by day are kept. By number, not by age: clocks go wrong. */
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

const versionsIn = async (store: IDBObjectStore, caseId: string): Promise<Version[]> =>
  (await result(store.getAllKeys(allOf(caseId)))).map(keyed)

const dayOf = (at: number) => new Date(at).toDateString()

/** Earlier releases kept one an hour. */
const daily = (versions: readonly Version[]) => versions.filter(({ why }) => why === 'day' || why === 'hour')

/** The versions by day that are not the last of their day. */
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
 * Keeps what is stored now as a version, and deletes versions by day beyond the last `DAYS`, all but the last of each day,
 * and changes older than the last two versions.
 * @param why `day`: only on another day than the version before, or after `SAVES` saves
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
  // A damaged version must not push out a whole one.
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

/** The versions to delete when a new one is added; the newest of them stays for a recovery. */
const outdated = (versions: readonly Version[]): readonly Version[] =>
  [...notLastOfDay(versions), ...daily(versions).slice(0, -DAYS)].filter((version) => version !== versions.at(-1))
