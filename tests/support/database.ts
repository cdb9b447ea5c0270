import { IDBFactory } from 'fake-indexeddb'
import forceCloseDatabase from 'fake-indexeddb/lib/forceCloseDatabase'
import { openIndexedDbStorage } from '../../src/platform/indexedDbStorage.ts'
import type { CaseStorage, KeptCase, LoadedCase } from '../../src/platform/storedCase.ts'

const connections: IDBDatabase[] = []

/** An empty database of its own, as a fresh browser has it. */
export function freshDatabase(): void {
  const factory = new IDBFactory()
  const open = factory.open.bind(factory)
  factory.open = (...given) => {
    const opening = open(...given)
    opening.addEventListener('success', () => connections.push(opening.result as unknown as IDBDatabase))
    return opening
  }
  globalThis.indexedDB = factory
}

/** Closes every connection as a browser does that is tidying up, or has thrown the data away. */
export async function closeAll(): Promise<void> {
  for (const database of connections.splice(0)) forceCloseDatabase(database)
  await new Promise((resolve) => setImmediate(resolve))
}

/** Closes every connection as a page does that goes: nobody hears of it. */
export function letGo(): void {
  for (const database of connections.splice(0)) database.close()
}

/** Throws everything away and closes what was open, as a browser does when somebody clears its data. */
export async function clearAll(): Promise<void> {
  freshDatabase()
  await closeAll()
}

export async function opened(): Promise<CaseStorage> {
  // A database in memory is let go of at once.
  const storage = await openIndexedDbStorage(1)
  if (typeof storage === 'string') throw new Error(`storage was refused: ${storage}`)
  return storage
}

export const keptOf = (current: KeptCase['case']): KeptCase => ({
  case: current,
  place: null,
  lastCopyAt: null,
  removed: [],
})

export async function loaded(storage: CaseStorage, id = 'case-1'): Promise<LoadedCase> {
  const result = await storage.load(id)
  if (!result.ok) throw new Error(`not loaded: ${result.reason}`)
  return result.loaded
}

type AnyRecord = Record<string, unknown>

/** Works on the database beside the product. */
const beside = <T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('case-v1')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const { result } = opening
      work(result)
        .then(resolve, reject)
        .finally(() => result.close())
    }
  })

export const records = (store: string): Promise<AnyRecord[]> =>
  beside(
    (database) =>
      new Promise((resolve, reject) => {
        const all = database.transaction(store).objectStore(store).getAll()
        all.onsuccess = () => resolve(all.result)
        all.onerror = () => reject(all.error)
      }),
  )

/** Puts a record over whatever is there, as a fault of the disk would. */
export const overwrite = (store: string, ...all: readonly unknown[]): Promise<void> =>
  beside(
    (database) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(store, 'readwrite')
        for (const record of all) transaction.objectStore(store).put(record)
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error)
      }),
  )

const STORES = ['cases', 'rows', 'removed', 'changes', 'snapshots', 'quarantine', 'blobs', 'private']

/** Everything that is stored, as text: equal before and after where nothing was written. */
export const everything = async (): Promise<string> =>
  JSON.stringify(await Promise.all(STORES.map(async (store) => [store, await records(store)])))
