import { completed, reasonOf, result } from './database.ts'
import { openLayout, RECEIVED_STORES } from './layout.ts'
import type { KeepResult } from './storedCase.ts'

/** A file of somebody else's that an account manager keeps. */
export interface KeptFile {
  caseId: string
  digest: string
  /** What the list says of it. */
  summary: unknown
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Where received files are kept, where an account manager asks for it. */
export interface ReceivedFiles {
  /** What the list says of every file, as it was kept; a thousand at a time, so that the page has its turn. */
  summaries(): AsyncIterable<readonly unknown[]>
  /** How many files are kept. */
  count(): Promise<number>
  /** Keeps a file with its summary in one transaction. Never throws. */
  keep(file: KeptFile): Promise<KeepResult>
  /** The file itself, or null where it is not kept. Never throws. */
  file(caseId: string, digest: string): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | null>
  forget(caseId: string, digest: string): Promise<void>
  forgetAll(): Promise<void>
}

const AT_A_TIME = 1_000

/** Opens the place for received files; every call finds its own way back after the browser has closed the database. */
export function receivedFiles(): ReceivedFiles {
  let opening: Promise<IDBDatabase> | null = null
  const database = () => {
    opening ??= openLayout().then((opened) => {
      const gone = () => {
        opening = null
      }
      opened.addEventListener('close', gone)
      opened.addEventListener('versionchange', gone)
      return opened
    })
    return opening.catch((error) => {
      opening = null
      throw error
    })
  }
  const inBoth = async (change: (store: IDBObjectStore, name: (typeof RECEIVED_STORES)[number]) => void) => {
    const transaction = (await database()).transaction(RECEIVED_STORES, 'readwrite', { durability: 'strict' })
    for (const name of RECEIVED_STORES) change(transaction.objectStore(name), name)
    await completed(transaction)
  }
  return {
    async *summaries() {
      const store = (await database()).transaction('received').objectStore('received')
      const keys = await result(store.getAllKeys())
      // Asked for all together, so that the database is not waited for; they come one after the other.
      const parts: Promise<{ summary: unknown }[]>[] = []
      for (let at = 0; at < keys.length; at += AT_A_TIME) {
        const last = keys[Math.min(at + AT_A_TIME, keys.length) - 1]
        const part = result<{ summary: unknown }[]>(store.getAll(IDBKeyRange.bound(keys[at], last)))
        // Whoever waits for an earlier part hears of it.
        part.catch(() => {})
        parts.push(part)
      }
      for (const part of parts) yield (await part).map(({ summary }) => summary)
    },
    count: async () => result((await database()).transaction('received').objectStore('received').count()),
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
        const store = (await database()).transaction('receivedFiles').objectStore('receivedFiles')
        const found = await result<KeptFile | undefined>(store.get([caseId, digest]))
        return found === undefined ? null : { name: found.name, bytes: found.bytes }
      } catch {
        return null
      }
    },
    forget: (caseId, digest) => inBoth((store) => store.delete([caseId, digest])),
    forgetAll: () => inBoth((store) => store.clear()),
  }
}
