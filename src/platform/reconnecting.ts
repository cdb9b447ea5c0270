import { room } from './browserData.ts'
import { ALL_STORES, completed, ofCase, openDatabase, RECEIVED_STORES, result, Updated } from './database.ts'
import { readStores } from './readRecords.ts'
import type { EverythingOfCase, StorageEvent } from './storedCase.ts'
import type { Head } from './storedRecords.ts'

/** What reopening needs of a `Connection`. */
export interface Reopenable {
  readonly isUpdated: boolean
  /** What was read before the database was closed, until it is known to be there. */
  carried: EverythingOfCase | null
  /** The database is left alone until then, by `performance.now()`. */
  restsUntil: number
  /** How long a database is left alone before it is opened again, in milliseconds. */
  readonly rest: number
  readonly hasLost: (database: IDBDatabase) => Promise<boolean>
  readonly channel: BroadcastChannel | null
  reopening: Promise<boolean> | null
  run<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T>
  letGo(): void
  use(database: IDBDatabase): void
  doubt(isDoubtful: boolean): void
  tell(event: StorageEvent): void
}

/** In milliseconds, before each attempt. */
const COME_BACK_AFTER = [0, 200, 1_000, 5_000, 15_000]

/** More than this is not held in memory, in bytes: the files of others can be had from them again. */
const MOST = 300_000_000

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A browser that is clearing data refuses until it is done. */
export async function comeBack(connection: Reopenable): Promise<void> {
  for (const wait of COME_BACK_AFTER) {
    await pause(wait)
    const isBack = await reopen(connection).then(
      () => true,
      () => false,
    )
    if (isBack || connection.isUpdated) return
  }
}

/** Closes the database and opens it from the disk; true if something was missing then and has been put back. */
export async function openAfresh(connection: Reopenable): Promise<boolean> {
  const read = await connection.run(readEverything)
  // What could not be put back the last time is still held; where both have a record, the later one is put last.
  connection.carried = new Map(
    [...read].map(([name, records]) => [name, [...(connection.carried?.get(name) ?? []), ...records]]),
  )
  connection.channel?.postMessage('rest')
  connection.letGo()
  return reopen(connection)
}

export function reopen(connection: Reopenable): Promise<boolean> {
  if (connection.isUpdated) return Promise.reject(new Updated())
  connection.reopening ??= opened(connection).finally(() => {
    connection.reopening = null
  })
  return connection.reopening
}

async function opened(connection: Reopenable): Promise<boolean> {
  const left = connection.restsUntil - performance.now()
  if (left > 0) await pause(left)
  const database = await openDatabase().catch((error) => {
    // An attempt that fails keeps the browser busy with the database, too.
    if (connection.restsUntil > 0) connection.restsUntil = performance.now() + connection.rest
    throw error
  })
  connection.use(database)
  connection.restsUntil = 0
  try {
    if (connection.carried === null) return false
    const isPutBack = await putBackLost(database, connection.carried)
    connection.carried = null
    return isPutBack
  } finally {
    if (await connection.hasLost(database)) {
      // An empty database is new, and sound.
      connection.doubt(false)
      connection.tell('emptied')
    }
  }
}

async function readEverything(database: IDBDatabase): Promise<EverythingOfCase> {
  const used = (await room())?.used ?? 0
  return readStores(database, used > MOST ? ALL_STORES : [...ALL_STORES, ...RECEIVED_STORES])
}

const ownerOf = (record: unknown): string => {
  const { id, caseId } = record as { id?: unknown; caseId?: unknown }
  return String(caseId ?? id)
}

async function putBackLost(database: IDBDatabase, everything: EverythingOfCase): Promise<boolean> {
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
