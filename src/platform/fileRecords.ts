import type { Connection } from './connection.ts'
import { completed, result, STORED_FORMAT } from './database.ts'
import { readAll } from './readRecords.ts'
import type { KeepResult } from './storedCase.ts'
import type { Head } from './storedRecords.ts'

interface StoredFile {
  caseId: string
  sha256: string
  bytes: Uint8Array<ArrayBuffer>
  keptAt: number
}

export const keepFile = (connection: Connection, file: StoredFile): Promise<KeepResult> =>
  connection.keep(
    (database) => putFile(database, file),
    async (database) => (await getFile(database, file.caseId, file.sha256))?.length === file.bytes.length,
  )

function putFile(database: IDBDatabase, file: StoredFile): Promise<void> {
  const transaction = database.transaction('blobs', 'readwrite', { durability: 'strict' })
  transaction.objectStore('blobs').put(file)
  return completed(transaction)
}

export async function getFile(
  database: IDBDatabase,
  caseId: string,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const request: IDBRequest<StoredFile | undefined> = database
    .transaction('blobs', 'readonly')
    .objectStore('blobs')
    .get([caseId, sha256])
  return (await result(request))?.bytes ?? null
}

/** Bytes that no case names are kept this long: another tab may be about to name them. In milliseconds. */
const LEFT_ALONE = 24 * 60 * 60 * 1000

/** Deletes bytes that no case names: a case was deleted while they were added, or adding a file was interrupted. */
export async function sweepFiles(database: IDBDatabase, now: number): Promise<void> {
  const heads = await readAll<Head>(database.transaction('cases').objectStore('cases'))
  const transaction = database.transaction('blobs', 'readwrite')
  const blobs = transaction.objectStore('blobs')
  const keys = await result(blobs.getAllKeys())
  const named = new Map<string, ReadonlySet<string> | null>([
    ...heads.records.map((head) => [String(head.id), namedBy(head)] as const),
    ...heads.unreadable.map((key) => [String(key), null] as const),
  ])
  for (const key of keys) {
    const [caseId = '', sha256 = ''] = Array.isArray(key) ? key.map(String) : []
    const names = named.get(caseId)
    if (names === null || names?.has(sha256) === true) continue
    const asked: IDBRequest<StoredFile | undefined> = blobs.get(key)
    asked.onsuccess = () => {
      if ((asked.result?.keptAt ?? 0) < now - LEFT_ALONE) blobs.delete(key)
    }
  }
  await completed(transaction)
}

/** Null if the head cannot be read, and so no file of the case may be deleted. */
function namedBy({ content, formatVersion }: Head): ReadonlySet<string> | null {
  if (formatVersion !== STORED_FORMAT || !Array.isArray(content?.evidence)) return null
  return new Set(content.evidence.map(({ sha256 }) => sha256))
}
