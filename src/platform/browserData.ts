import { markClosed } from './caseLock.ts'
import { ALL_STORES, completed, DATABASE, DOUBT, ofCase, openDatabase, RECEIVED_STORES, result } from './database.ts'
import { PREFERENCES } from './preferences.ts'
import { putRecords, readStores } from './readRecords.ts'
import { forgetAllCopies } from './spareCopies.ts'
import type { EverythingOfCase } from './storedCase.ts'

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
  const database = await openDatabase()
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

/** In bytes, about. */
export async function sizesOf(database: IDBDatabase, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>()
  for (const id of ids) {
    const found = await readStores(database, ALL_STORES, (name) => ofCase(name, id))
    const records = [...found.values()].flat()
    sizes.set(
      id,
      records.reduce<number>((sum, record) => sum + sizeOf(record), 0),
    )
  }
  return sizes
}

function sizeOf(record: unknown): number {
  const bytes = (record as { bytes?: unknown }).bytes
  if (bytes instanceof Uint8Array) return bytes.length
  return new Blob([JSON.stringify(record)]).size
}

export interface Everything {
  records: EverythingOfCase
  caseIds: readonly string[]
  choices: readonly (readonly [string, string])[]
}

export async function takeEverything(): Promise<Everything> {
  const [caseIds, records] = await withDatabase(async (database) => {
    const ids = await result(database.transaction('cases').objectStore('cases').getAllKeys())
    const all = await readStores(database, EVERY_STORE)
    const transaction = database.transaction(EVERY_STORE, 'readwrite', { durability: 'strict' })
    for (const name of EVERY_STORE) transaction.objectStore(name).clear()
    await completed(transaction)
    return [ids.map(String), all] as const
  })
  await forgetAllCopies()
  return { records, caseIds, choices: takeChoices() }
}

/** Whether an entry of the browser's small stores is ours: another app may be at the same origin. */
const isOurs = (name: string) =>
  [...PREFERENCES, DOUBT].some((ours) => ours === name) || /^(?:unsaved|unsaved-note|copy) /.test(name)

function takeChoices(): readonly (readonly [string, string])[] {
  const choices = Object.entries({ ...localStorage }).filter(([name]) => isOurs(name))
  for (const [name] of choices) localStorage.removeItem(name)
  return choices
}

export async function putBack({ records, choices }: Everything): Promise<void> {
  await withDatabase((database) => putRecords(database, records))
  for (const [name, value] of choices) localStorage.setItem(name, value)
}

/** Deletes the database, the choices, and the copy of the app itself. */
export async function deleteForGood(): Promise<void> {
  // Before any await: the page may be gone in a moment.
  const deleted = new Promise<void>((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(DATABASE)
    deleting.onsuccess = () => resolve()
    deleting.onerror = () => reject(deleting.error)
  })
  const copiesDeleted = forgetAllCopies()
  takeChoices()
  markClosed()
  await copiesDeleted
  const names = (await globalThis.caches?.keys().catch(() => [])) ?? []
  await Promise.all(names.filter((name) => name.startsWith('guide-')).map((name) => caches.delete(name)))
  // Of this address alone: another path of the same host may be somebody else's.
  const worker = await navigator.serviceWorker?.getRegistration().catch(() => undefined)
  await worker?.unregister()
  await deleted
}
