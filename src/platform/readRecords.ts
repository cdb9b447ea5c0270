import { completed, result } from './database.ts'
import type { EverythingOfCase } from './storedCase.ts'

/** The result of a request, or undefined if it fails; the transaction goes on either way. */
const resultIfReadable = <T>(request: IDBRequest<T>): Promise<T | undefined> =>
  new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = (event) => {
      event.preventDefault()
      event.stopPropagation()
      resolve(undefined)
    }
  })

/** What a range of a store holds, and the keys of what the browser cannot read: a file of it is gone from the disk. */
export interface Readable<T> {
  records: readonly T[]
  unreadable: readonly IDBValidKey[]
}

/** One by one if all at once fails. Only to read: Chromium 153 gives up a writing transaction at a fault. */
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

/** What can be read of these stores, by their names: all of it, or a range of each. */
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

/** Puts it back, in one transaction. */
export function putRecords(database: IDBDatabase, everything: EverythingOfCase): Promise<void> {
  const transaction = database.transaction([...everything.keys()], 'readwrite', { durability: 'strict' })
  for (const [name, records] of everything) for (const record of records) transaction.objectStore(name).put(record)
  return completed(transaction)
}
