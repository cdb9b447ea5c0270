import { Connection } from './connection.ts'
import { completed, openDatabase, RECEIVED_STORES, REST, reasonOf, result } from './database.ts'
import { readAll } from './readRecords.ts'
import type { KeepResult } from './storedCase.ts'

interface KeptFile {
  caseId: string
  digest: string
  summary: unknown
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Received files, kept if the account manager asks for it. */
export type ReceivedFiles = Awaited<ReturnType<typeof receivedFiles>>

let opened: Promise<ReceivedFiles> | null = null

/** One connection for as long as the page is there; what failed is tried again. */
export function openedOnce(): Promise<ReceivedFiles> {
  opened ??= receivedFiles().catch((error) => {
    opened = null
    throw error
  })
  return opened
}

const AT_A_TIME = 1_000

const storeIn = (database: IDBDatabase) => database.transaction('received').objectStore('received')

export async function receivedFiles() {
  const connection = new Connection(await openDatabase(), async () => false, REST)
  const run = <T>(work: (database: IDBDatabase) => Promise<T>) => connection.run(work)
  const inBoth = (change: (store: IDBObjectStore, name: (typeof RECEIVED_STORES)[number]) => void) =>
    run((database) => {
      const transaction = database.transaction(RECEIVED_STORES, 'readwrite', { durability: 'strict' })
      for (const name of RECEIVED_STORES) change(transaction.objectStore(name), name)
      return completed(transaction)
    })
  return {
    /** `AT_A_TIME` each, so that the page stays responsive. */
    async *summaries(): AsyncIterable<readonly unknown[]> {
      const keys = await run((database) => result(storeIn(database).getAllKeys()))
      for (let at = 0; at < keys.length; at += AT_A_TIME) {
        const last = keys[Math.min(at + AT_A_TIME, keys.length) - 1]
        const range = IDBKeyRange.bound(keys[at], last)
        const { records } = await run((database) => readAll<{ summary: unknown }>(storeIn(database), range))
        yield records.map(({ summary }) => summary)
      }
    },
    count: () => run((database) => result(storeIn(database).count())),
    /** Never throws. */
    keep: async ({ caseId, digest, summary, name, bytes }: KeptFile): Promise<KeepResult> => {
      try {
        await inBoth((store, which) =>
          store.put(which === 'received' ? { caseId, digest, summary } : { caseId, digest, name, bytes }),
        )
        return { ok: true }
      } catch (error) {
        return { ok: false, reason: reasonOf(error) }
      }
    },
    /** Null if it is not kept. Never throws. */
    file: async (caseId: string, digest: string): Promise<Pick<KeptFile, 'name' | 'bytes'> | null> => {
      try {
        const found = await run((database) =>
          result<KeptFile | undefined>(
            database.transaction('receivedFiles').objectStore('receivedFiles').get([caseId, digest]),
          ),
        )
        return found ?? null
      } catch {
        return null
      }
    },
    forget: (caseId: string, digest: string) => inBoth((store) => store.delete([caseId, digest])),
    forgetAll: () => inBoth((store) => store.clear()),
  }
}
