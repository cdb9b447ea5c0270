import { completed, result } from './database.ts'
import { allOf } from './layout.ts'

interface StoredNote {
  caseId: string
  /** Which of the private texts it is. */
  kind: string
  text: string
}

/** Keeps a private text; an empty one is taken away. Resolves only when the transaction is complete. */
export function putNote(database: IDBDatabase, note: StoredNote): Promise<void> {
  const transaction = database.transaction('private', 'readwrite', { durability: 'strict' })
  const store = transaction.objectStore('private')
  if (note.text === '') store.delete([note.caseId, note.kind])
  else store.put(note)
  // The page may be gone in a moment.
  transaction.commit()
  return completed(transaction)
}

/** Every private text of a case, by its kind. */
export async function getNotes(database: IDBDatabase, caseId: string): Promise<ReadonlyMap<string, string>> {
  const request: IDBRequest<StoredNote[]> = database
    .transaction('private', 'readonly')
    .objectStore('private')
    .getAll(allOf(caseId))
  return new Map((await result(request)).map(({ kind, text }) => [kind, text]))
}

/** A private text; empty where there is none. */
export async function getNote(database: IDBDatabase, caseId: string, kind: string): Promise<string> {
  const request: IDBRequest<StoredNote | undefined> = database
    .transaction('private', 'readonly')
    .objectStore('private')
    .get([caseId, kind])
  return (await result(request))?.text ?? ''
}
