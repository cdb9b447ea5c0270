import { ALL_STORES, completed, ofCase } from './database.ts'
import { readStores } from './readRecords.ts'
import { forgetCopies } from './spareCopies.ts'
import type { EverythingOfCase } from './storedCase.ts'

/** Takes a case away with everything of it, and gives what could be read. */
export async function removeCase(database: IDBDatabase, id: string): Promise<EverythingOfCase> {
  const everything = await readStores(database, ALL_STORES, (name) => ofCase(name, id))
  const transaction = database.transaction(ALL_STORES, 'readwrite', { durability: 'strict' })
  for (const name of ALL_STORES) transaction.objectStore(name).delete(ofCase(name, id))
  await completed(transaction)
  await forgetCopies(id)
  return everything
}
