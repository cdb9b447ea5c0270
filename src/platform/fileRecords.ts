import { completed, result } from './database.ts'

interface StoredFile {
  caseId: string
  sha256: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Keeps the bytes of a file; resolves only when the transaction is complete. The same bytes are kept once. */
export function putFile(database: IDBDatabase, file: StoredFile): Promise<void> {
  const transaction = database.transaction('blobs', 'readwrite', { durability: 'strict' })
  transaction.objectStore('blobs').put(file)
  return completed(transaction)
}

/** The bytes of a file, or null where this browser does not have them. */
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

export function deleteFile(database: IDBDatabase, caseId: string, sha256: string): Promise<void> {
  const transaction = database.transaction('blobs', 'readwrite', { durability: 'strict' })
  transaction.objectStore('blobs').delete([caseId, sha256])
  return completed(transaction)
}
