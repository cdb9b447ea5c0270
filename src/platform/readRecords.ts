import { ALL_STORES, completed, ofCase, result } from './database.ts'
import type { EverythingOfCase } from './storedCase.ts'

/** Undefined if the request fails; the transaction goes on either way. */
const resultIfReadable = <T>(request: IDBRequest<T>): Promise<T | undefined> =>
  new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = (event) => {
      event.preventDefault()
      event.stopPropagation()
      resolve(undefined)
    }
  })

interface Readable<T> {
  records: readonly T[]
  /** The keys of what the browser cannot read: a file of its database is gone from the disk. */
  unreadable: readonly IDBValidKey[]
}

/** One by one if all at once fails. For reading transactions only: Chromium 153 aborts a writing one at a fault. */
export async function readAll<T>(store: IDBObjectStore, range?: IDBKeyRange | IDBValidKey): Promise<Readable<T>> {
  const all = await resultIfReadable<T[]>(store.getAll(range))
  if (all !== undefined) return { records: all, unreadable: [] }
  const keys = await result(store.getAllKeys(range))
  const each = await Promise.all(keys.map((key) => resultIfReadable<T | undefined>(store.get(key))))
  return {
    records: each.filter((record) => record !== undefined),
    unreadable: keys.filter((_, at) => each[at] === undefined),
  }
}

export async function readStores<Name extends string>(
  database: IDBDatabase,
  names: readonly Name[],
  rangeIn?: (name: Name) => IDBKeyRange | IDBValidKey,
): Promise<EverythingOfCase> {
  const transaction = database.transaction(names)
  const all = names.map(
    async (name) => [name, (await readAll(transaction.objectStore(name), rangeIn?.(name))).records] as const,
  )
  return new Map(await Promise.all(all))
}

export function putRecords(database: IDBDatabase, everything: EverythingOfCase): Promise<void> {
  const transaction = database.transaction([...everything.keys()], 'readwrite', { durability: 'strict' })
  for (const [name, records] of everything) for (const record of records) transaction.objectStore(name).put(record)
  return completed(transaction)
}

export async function removeRecords(database: IDBDatabase, id: string): Promise<EverythingOfCase> {
  const everything = await readStores(database, ALL_STORES, (name) => ofCase(name, id))
  const transaction = database.transaction(ALL_STORES, 'readwrite', { durability: 'strict' })
  for (const name of ALL_STORES) transaction.objectStore(name).delete(ofCase(name, id))
  await completed(transaction)
  return everything
}
