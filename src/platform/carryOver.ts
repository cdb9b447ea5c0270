import { room } from './browserData.ts'
import { completed, result } from './database.ts'
import { ALL_STORES, ofCase, RECEIVED_STORES } from './databaseSchema.ts'
import { readStores } from './readRecords.ts'
import type { EverythingOfCase } from './storedCase.ts'
import type { Head } from './storedRecords.ts'

/** More than this is not held in memory, in bytes: the files of others can be had from them again. */
const MOST = 300_000_000

/** Everything that can be read, before a database is closed that may be empty when it is opened again. */
export async function readEverything(database: IDBDatabase): Promise<EverythingOfCase> {
  const used = (await room())?.used ?? 0
  return readStores(database, used > MOST ? ALL_STORES : [...ALL_STORES, ...RECEIVED_STORES])
}

/** What one has and the other lacks comes from either; what both have, from the second. */
export const merged = (one: EverythingOfCase | null, other: EverythingOfCase): EverythingOfCase =>
  new Map([...other].map(([name, records]) => [name, [...(one?.get(name) ?? []), ...records]]))

const ownerOf = (record: unknown): string => {
  const { id, caseId } = record as { id?: unknown; caseId?: unknown }
  return String(caseId ?? id)
}

/** True if a case was lost. */
export async function putBackLost(database: IDBDatabase, everything: EverythingOfCase): Promise<boolean> {
  const transaction = database.transaction([...everything.keys()], 'readwrite', { durability: 'strict' })
  const cases = transaction.objectStore('cases')
  const heads = new Map((everything.get('cases') ?? []).map((head) => [ownerOf(head), head as Head]))
  const lost = new Set<string>()
  for (const [id, { saveNo }] of heads) {
    const stored = await result<Head | undefined>(cases.get(id))
    if ((stored?.saveNo ?? -1) < saveNo) lost.add(id)
  }
  for (const id of lost) for (const name of ALL_STORES) transaction.objectStore(name).delete(ofCase(name, id))
  for (const [name, records] of everything)
    for (const record of records)
      if (lost.has(ownerOf(record))) transaction.objectStore(name).put(record)
      else if (!heads.has(ownerOf(record))) addIfAbsent(transaction.objectStore(name), record)
  await completed(transaction)
  return lost.size > 0
}

function addIfAbsent(store: IDBObjectStore, record: unknown): void {
  store.add(record).onerror = (event) => {
    // It is there, and may be newer.
    event.preventDefault()
    event.stopPropagation()
  }
}
