import { merged, putBackLost, readEverything } from './carryOver.ts'
import { Updated } from './database.ts'
import { openLayout } from './databaseSchema.ts'
import type { EverythingOfCase, StorageEvent } from './storedCase.ts'

/** The open database of a page, as far as it is opened again. */
interface Connection {
  readonly isUpdated: boolean
  carried: EverythingOfCase | null
  restsUntil: number
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

/** How long is waited before each attempt to open a database that was closed under us, in milliseconds. */
const COME_BACK_AFTER = [0, 200, 1_000, 5_000, 15_000]

/** A browser that is clearing data is busy with it for a moment, and refuses until it is done. */
export async function comeBack(connection: Connection): Promise<void> {
  for (const wait of COME_BACK_AFTER) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    const isBack = await reopen(connection).then(
      () => true,
      () => false,
    )
    if (isBack || connection.isUpdated) return
  }
}

/** Puts back what could be read before and not afterwards; true if something was. */
export async function openAfresh(connection: Connection): Promise<boolean> {
  // What could not be put back the last time is still held.
  connection.carried = merged(connection.carried, await connection.run(readEverything))
  connection.channel?.postMessage('rest')
  connection.letGo()
  return reopen(connection)
}

export function reopen(connection: Connection): Promise<boolean> {
  if (connection.isUpdated) return Promise.reject(new Updated())
  connection.reopening ??= opened(connection).finally(() => {
    connection.reopening = null
  })
  return connection.reopening
}

async function opened(connection: Connection): Promise<boolean> {
  const left = connection.restsUntil - performance.now()
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
  const database = await openLayout().catch((error) => {
    // An attempt that fails keeps the browser busy with it, too.
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
      // What is empty is new, and sound.
      connection.doubt(false)
      connection.tell('emptied')
    }
  }
}
