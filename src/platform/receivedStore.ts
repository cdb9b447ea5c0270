import { Connection } from './connection.ts'
import { completed, openDatabase, RECEIVED_STORES, REST, reasonOf, result } from './database.ts'
import { readAll } from './readRecords.ts'
import type { KeepResult } from './storedCase.ts'

export interface KeptFile {
  caseId: string
  digest: string
  summary: unknown
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Received files, kept if the account manager asks for it. */
export interface ReceivedFiles {
  /** `AT_A_TIME` each, so that the page stays responsive. */
  summaries(): AsyncIterable<readonly unknown[]>
  count(): Promise<number>
  keep(file: KeptFile): Promise<KeepResult>
  /** Null if it is not kept. Never throws. */
  file(caseId: string, digest: string): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | null>
  forget(caseId: string, digest: string): Promise<void>
  forgetAll(): Promise<void>
}

const AT_A_TIME = 1_000

const storeIn = (database: IDBDatabase) => database.transaction('received').objectStore('received')

export async function receivedFiles(): Promise<ReceivedFiles> {
  const connection = new Connection(await openDatabase(), async () => false, REST)
  const run = <T>(work: (database: IDBDatabase) => Promise<T>) => connection.run(work)
  const inBoth = (change: (store: IDBObjectStore, name: (typeof RECEIVED_STORES)[number]) => void) =>
    run((database) => {
      const transaction = database.transaction(RECEIVED_STORES, 'readwrite', { durability: 'strict' })
      for (const name of RECEIVED_STORES) change(transaction.objectStore(name), name)
      return completed(transaction)
    })
  return {
    async *summaries() {
      const keys = await run((database) => result(storeIn(database).getAllKeys()))
      for (let at = 0; at < keys.length; at += AT_A_TIME) {
        const last = keys[Math.min(at + AT_A_TIME, keys.length) - 1]
        const range = IDBKeyRange.bound(keys[at], last)
        const { records } = await run((database) => readAll<{ summary: unknown }>(storeIn(database), range))
        yield records.map(({ summary }) => summary)
      }
    },
    count: () => run((database) => result(storeIn(database).count())),
    keep: async ({ caseId, digest, summary, name, bytes }) => {
      try {
        await inBoth((store, which) =>
          store.put(which === 'received' ? { caseId, digest, summary } : { caseId, digest, name, bytes }),
        )
        return { ok: true }
      } catch (error) {
        return { ok: false, reason: reasonOf(error) }
      }
    },
    file: async (caseId, digest) => {
      try {
        const found = await run((database) =>
          result<KeptFile | undefined>(
            database.transaction('receivedFiles').objectStore('receivedFiles').get([caseId, digest]),
          ),
        )
        return found === undefined ? null : { name: found.name, bytes: found.bytes }
      } catch {
        return null
      }
    },
    forget: (caseId, digest) => inBoth((store) => store.delete([caseId, digest])),
    forgetAll: () => inBoth((store) => store.clear()),
  }
}
