import { completed } from './database.ts'
import { ALL_STORES, ofCase } from './layout.ts'
import { readAll } from './readAll.ts'
import { forgetCopies } from './spareCopies.ts'
import type { EverythingOfCase } from './storedCase.ts'

/** Takes a case away with everything of it, and gives what could be read. */
export async function removeCase(database: IDBDatabase, id: string): Promise<EverythingOfCase> {
  const reading = database.transaction(ALL_STORES)
  const all = ALL_STORES.map(async (name) => {
    const { records } = await readAll(reading.objectStore(name), ofCase(name, id))
    return [name, records] as const
  })
  const everything = new Map(await Promise.all(all))
  const transaction = database.transaction(ALL_STORES, 'readwrite', { durability: 'strict' })
  for (const name of ALL_STORES) transaction.objectStore(name).delete(ofCase(name, id))
  await completed(transaction)
  await forgetCopies(id)
  return everything
}

/** Puts back what was taken away, in one transaction. */
export function putRecords(database: IDBDatabase, everything: EverythingOfCase): Promise<void> {
  const transaction = database.transaction([...everything.keys()], 'readwrite', { durability: 'strict' })
  for (const [name, records] of everything)
    for (const record of records) transaction.objectStore(name).put(record)
  return completed(transaction)
}
