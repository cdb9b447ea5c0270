import { room } from './browserData.ts'
import { completed, result } from './database.ts'
import { ALL_STORES, RECEIVED_STORES } from './layout.ts'
import { readAll } from './readAll.ts'
import type { Head } from './storedRecords.ts'

/** The records of a database, by the name of their store. */
type Everything = ReadonlyMap<string, readonly unknown[]>

/** More than this is not held in memory, in bytes: the files of others can be had from them again. */
const MOST = 300_000_000

/** Everything that can be read, before a database is closed that may be empty when it is opened again. */
export async function readEverything(database: IDBDatabase): Promise<Everything> {
  const used = (await room())?.used ?? 0
  const names = used > MOST ? ALL_STORES : [...ALL_STORES, ...RECEIVED_STORES]
  const transaction = database.transaction(names)
  const all = names.map(
    async (name) => [name, (await readAll(transaction.objectStore(name))).records] as const,
  )
  return new Map(await Promise.all(all))
}

/** Puts everything back if a case of it is not there any more, or less of one. True if it was put back. */
export async function putBackLost(database: IDBDatabase, everything: Everything): Promise<boolean> {
  const transaction = database.transaction([...everything.keys()], 'readwrite', { durability: 'strict' })
  const cases = transaction.objectStore('cases')
  const heads = (everything.get('cases') ?? []) as readonly Head[]
  const stored = await Promise.all(heads.map(({ id }) => result<Head | undefined>(cases.get(id))))
  const isLost = heads.some(({ saveNo }, at) => (stored[at]?.saveNo ?? -1) < saveNo)
  if (isLost)
    for (const [name, records] of everything)
      for (const record of records) transaction.objectStore(name).put(record)
  await completed(transaction)
  return isLost
}
