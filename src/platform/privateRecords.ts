import type { Connection } from './connection.ts'
import { allOf, completed, result } from './database.ts'
import type { KeepResult } from './storedCase.ts'

interface StoredNote {
  caseId: string
  /** Which of the private texts it is. */
  kind: string
  text: string
}

/** Keeps a private text; an empty one is taken away. Resolves only when the transaction is complete. */
function putNote(database: IDBDatabase, note: StoredNote): Promise<void> {
  const transaction = database.transaction('private', 'readwrite', { durability: 'strict' })
  const store = transaction.objectStore('private')
  if (note.text === '') store.delete([note.caseId, note.kind])
  else store.put(note)
  // The page may be gone in a moment.
  transaction.commit()
  return completed(transaction)
}

/** Every private text of a case, by its kind. */
async function getNotes(database: IDBDatabase, caseId: string): Promise<ReadonlyMap<string, string>> {
  const request: IDBRequest<StoredNote[]> = database
    .transaction('private', 'readonly')
    .objectStore('private')
    .getAll(allOf(caseId))
  return new Map((await result(request)).map(({ kind, text }) => [kind, text]))
}

/** A private text; empty where there is none. */
async function getNote(database: IDBDatabase, caseId: string, kind: string): Promise<string> {
  const request: IDBRequest<StoredNote | undefined> = database
    .transaction('private', 'readonly')
    .objectStore('private')
    .get([caseId, kind])
  return (await result(request))?.text ?? ''
}

/** A text that is not known to be stored yet, and what was stored when it was written. */
interface LastNote {
  text: string
  before: string
}

const nameOf = (caseId: string, kind: string) => `unsaved-note ${caseId} ${kind}`

/** Texts that are in no file, by case and kind. */
export class Notes {
  private readonly connection: Connection
  /** What is stored, as far as this page knows. */
  private readonly stored = new Map<string, string>()

  constructor(connection: Connection) {
    this.connection = connection
  }

  all(caseId: string): Promise<ReadonlyMap<string, string>> {
    return this.connection.run((database) => getNotes(database, caseId))
  }

  /** A text with what an earlier visit could not store any more: in its place, or behind what was written since. */
  async read(caseId: string, kind: string): Promise<string> {
    const name = nameOf(caseId, kind)
    const now = await this.connection.run((database) => getNote(database, caseId, kind))
    // Once a page: reading again changes nothing.
    if (this.stored.has(name)) return now
    this.stored.set(name, now)
    const last = lastNote(name)
    if (last === null) return now
    const isNext = last.before === now || now === ''
    const text = isNext || last.text === '' || last.text === now ? last.text : `${now}\n${last.text}`
    await this.keep(caseId, kind, text)
    return text
  }

  /** Keeps a text in `localStorage`, within this very call: some browsers end what is under way when a page goes. */
  keepLast(caseId: string, kind: string, text: string): void {
    const name = nameOf(caseId, kind)
    const before = this.stored.get(name)
    // What has not been read is not written over.
    if (before === undefined) return
    try {
      if (before === text) localStorage.removeItem(name)
      else localStorage.setItem(name, JSON.stringify({ text, before } satisfies LastNote))
    } catch {
      // Larger than the browser allows, or blocked: the write that is under way has to do.
    }
  }

  async keep(caseId: string, kind: string, text: string): Promise<KeepResult> {
    this.keepLast(caseId, kind, text)
    const result = await this.connection.keep(
      (database) => putNote(database, { caseId, kind, text }),
      async (database) => (await getNote(database, caseId, kind)) === text,
    )
    if (!result.ok) return result
    const name = nameOf(caseId, kind)
    this.stored.set(name, text)
    if (lastNote(name)?.text === text) localStorage.removeItem(name)
    return result
  }
}

/** Never throws: what another program has put there is no text of ours. */
function lastNote(name: string): LastNote | null {
  try {
    const last: Partial<LastNote> | null = JSON.parse(localStorage.getItem(name) ?? 'null')
    return typeof last?.text === 'string' && typeof last.before === 'string'
      ? { text: last.text, before: last.before }
      : null
  } catch {
    return null
  }
}
