import { completed, result } from './database.ts'
import { allOf, SAVED_STORES } from './layout.ts'
import { loadedFrom } from './loadedFrom.ts'
import type { LoadedCase, Version, VersionReason } from './storedCase.ts'
import type { CaseRecords, Change, Head, StoredRemoved, StoredRow } from './storedRecords.ts'

const HOUR = 60 * 60 * 1000

/** A version is kept after this many saves, too: what is needed to mend a damaged case stays small. */
const SAVES = 500

/** Hourly versions stay this long, in milliseconds, and the last thirty of a case always: clocks go wrong. */
const KEPT_FOR = 7 * 24 * HOUR
const ALWAYS = 30

/** The whole case as it was. */
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

export async function versionsOf(database: IDBDatabase, caseId: string): Promise<readonly Version[]> {
  const store = database.transaction('snapshots').objectStore('snapshots')
  return (await versionsIn(store, caseId)).reverse()
}

export async function versionOf(
  database: IDBDatabase,
  caseId: string,
  version: Version,
): Promise<LoadedCase | null> {
  const store = database.transaction('snapshots').objectStore('snapshots')
  const snapshot = await result<Snapshot | undefined>(store.get(keyOf(caseId, version)))
  return snapshot === undefined ? null : loadedFrom(snapshot)
}

/**
 * Keeps what is stored now as a version, in one transaction, and lets go what is not needed any more: hourly versions by
 * their age, the versions between two hours, and changes that two versions are newer than.
 * @param why of the hour: only when an hour or five hundred saves have passed
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
  if (why === 'hour' && Math.abs(now - sinceWhen) < HOUR && since < SAVES) return done
  if (last?.saveNo === head.saveNo && why !== 'handOver') return done
  const all = <T>(store: 'rows' | 'removed') =>
    result<T[]>(transaction.objectStore(store).getAll(allOf(caseId)))
  const rows = await all<StoredRow>('rows')
  const removed = await all<StoredRemoved>('removed')
  const records = { head, rows, removed }
  // What is damaged is not worth keeping, and must not push out what is not.
  if (loadedFrom(records) === null) return done
  snapshots.put({ caseId, saveNo: head.saveNo, at: now, why, ...records } satisfies Snapshot)
  for (const old of outdated(versions, now)) snapshots.delete(keyOf(caseId, old))
  if (last !== undefined) changes.delete(before(caseId, last.saveNo))
  return done
}

async function firstChange(database: IDBDatabase, caseId: string): Promise<Change | undefined> {
  const changes = database.transaction('changes').objectStore('changes')
  return result<Change | undefined>(changes.get(allOf(caseId))).catch(() => undefined)
}

/** The versions that need not be kept beside a new one, of all that there are, oldest first. */
function outdated(versions: readonly Version[], now: number): readonly Version[] {
  const hourly = versions.filter(({ why }) => why === 'hour')
  const last = versions.at(-1)
  // One that came before its hour was over makes room for the next; the newest but one stays to mend from.
  const early = hourly.filter(
    ({ at }, index) =>
      index > 0 && hourly.length - index > 1 && Math.abs(at - (hourly[index - 1]?.at ?? 0)) < HOUR,
  )
  const old = hourly.slice(0, -ALWAYS).filter(({ at }) => now - at > KEPT_FOR)
  return [...new Set([...early, ...old])].filter((version) => version !== last)
}
