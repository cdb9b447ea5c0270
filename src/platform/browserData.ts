import { completed, result } from './database.ts'
import { ALL_STORES, allOf, DATABASE, openLayout, RECEIVED_STORES } from './layout.ts'

/** What the browser says about its storage; null where it says nothing. Sizes in bytes. */
export interface Room {
  used: number
  left: number
}

export async function room(): Promise<Room | null> {
  try {
    const { usage = 0, quota } = await navigator.storage.estimate()
    return quota === undefined ? null : { used: usage, left: Math.max(0, quota - usage) }
  } catch {
    return null
  }
}

/** Whether the browser has promised not to delete anything by itself. */
export const isPromised = async (): Promise<boolean> =>
  (await navigator.storage?.persisted?.().catch(() => false)) ?? false

/** Asks for that promise; true where it is given. Most browsers decide without asking anybody. */
export const askToKeep = async (): Promise<boolean> =>
  (await navigator.storage?.persist?.().catch(() => false)) ?? false

/** Safari deletes what a page has stored when nobody has opened it for seven days. */
export const mayForgetInAWeek = (): boolean =>
  /safari/i.test(navigator.userAgent) && !/chrom|android|edg|firefox|fxios/i.test(navigator.userAgent)

const EVERY_STORE = [...ALL_STORES, ...RECEIVED_STORES] as const

async function withDatabase<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
  const database = await openLayout()
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

/** How much each case takes, about, in bytes: its records as text, and its files. */
export const sizesOf = (ids: readonly string[]): Promise<ReadonlyMap<string, number>> =>
  withDatabase(async (database) => {
    const transaction = database.transaction(ALL_STORES)
    const sizes = new Map<string, number>()
    for (const id of ids) {
      const records = await Promise.all([
        result<unknown[]>(transaction.objectStore('cases').getAll(id)),
        ...ALL_STORES.slice(1).map((store) =>
          result<unknown[]>(transaction.objectStore(store).getAll(allOf(id))),
        ),
      ])
      sizes.set(
        id,
        records.flat().reduce<number>((sum, record) => sum + sizeOf(record), 0),
      )
    }
    return sizes
  })

function sizeOf(record: unknown): number {
  const bytes = (record as { bytes?: unknown }).bytes
  if (bytes instanceof Uint8Array) return bytes.length
  return new Blob([JSON.stringify(record)]).size
}

/** Everything that was taken out of the browser, to be put back. */
export interface Everything {
  /** By the name of their store. */
  records: ReadonlyMap<string, readonly unknown[]>
  /** The cases among them. */
  caseIds: readonly string[]
  choices: readonly (readonly [string, string])[]
}

/** Takes every record and every choice out of the browser, in one transaction. */
export async function takeEverything(): Promise<Everything> {
  const records = await withDatabase(async (database) => {
    const transaction = database.transaction(EVERY_STORE, 'readwrite', { durability: 'strict' })
    const done = completed(transaction)
    const all = await Promise.all(
      EVERY_STORE.map(async (name) => {
        const store = transaction.objectStore(name)
        const found = await result<unknown[]>(store.getAll())
        store.clear()
        return [name, found] as const
      }),
    )
    await done
    return new Map(all)
  })
  const choices = Object.entries({ ...localStorage })
  localStorage.clear()
  const caseIds = (records.get('cases') ?? []).map((head) => String((head as { id: unknown }).id))
  return { records, caseIds, choices }
}

/** Puts back what was taken out, in one transaction. */
export async function putBack({ records, choices }: Everything): Promise<void> {
  await withDatabase(async (database) => {
    const transaction = database.transaction(EVERY_STORE, 'readwrite', { durability: 'strict' })
    for (const [name, all] of records) for (const record of all) transaction.objectStore(name).put(record)
    await completed(transaction)
  })
  for (const [name, value] of choices) localStorage.setItem(name, value)
}

/** Leaves nothing of the product in the browser: no database, no choices, no copy of the app itself. */
export async function deleteForGood(): Promise<void> {
  // Asked for before anything is waited for: the page may be gone in a moment.
  const deleted = new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(DATABASE)
    deleting.onsuccess = () => resolve()
    deleting.onerror = () => reject(deleting.error)
  })
  localStorage.clear()
  sessionStorage.clear()
  const names = (await globalThis.caches?.keys().catch(() => [])) ?? []
  await Promise.all(names.map((name) => caches.delete(name)))
  const workers = (await navigator.serviceWorker?.getRegistrations().catch(() => [])) ?? []
  await Promise.all(workers.map((worker) => worker.unregister()))
  await deleted
}
