import { putBackLost, readEverything } from './carryOver.ts'
import type { Connection } from './connection.ts'
import { Updated } from './database.ts'
import { openLayout } from './layout.ts'

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

/**
 * Closes the database everywhere, and opens it when the browser has let go of it. What can still be read before, and not
 * afterwards, is put back; listeners hear of what has gone all the same.
 */
export async function openAfresh(connection: Connection): Promise<'same' | 'putBack'> {
  const everything = await connection.run(readEverything)
  connection.channel?.postMessage('rest')
  connection.letGo()
  let isPutBack = false
  await reopen(connection, async (database) => {
    isPutBack = await putBackLost(database, everything)
  })
  return isPutBack ? 'putBack' : 'same'
}

/**
 * Opens a database again that has been closed.
 * @param first done before anybody else has the database
 */
export function reopen(
  connection: Connection,
  first = async (_: IDBDatabase): Promise<void> => {},
): Promise<void> {
  if (connection.isUpdated) return Promise.reject(new Updated())
  connection.reopening ??= opened(connection, first).finally(() => {
    connection.reopening = null
  })
  return connection.reopening
}

async function opened(connection: Connection, first: (database: IDBDatabase) => Promise<void>) {
  const left = connection.restsUntil - performance.now()
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
  const database = await openLayout().catch((error) => {
    // An attempt that fails keeps the browser busy with it, too.
    if (connection.restsUntil > 0) connection.restsUntil = performance.now() + connection.rest
    throw error
  })
  connection.use(database)
  connection.restsUntil = 0
  await first(database)
  if (!(await connection.hasLost(database))) return
  // What is empty is new, and sound.
  connection.isDoubtful = false
  connection.tell('emptied')
}
