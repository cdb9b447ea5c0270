import type { Connection } from './connection.ts'
import { allOf, completed, result } from './database.ts'
import { entry, keepEntry } from './preferences.ts'
import type { KeepResult } from './storedCase.ts'

interface StoredNote {
  caseId: string
  kind: string
  text: string
}

function putNote(database: IDBDatabase, note: StoredNote): Promise<void> {
  const transaction = database.transaction('private', 'readwrite', { durability: 'strict' })
  const store = transaction.objectStore('private')
  if (note.text === '') store.delete([note.caseId, note.kind])
  else store.put(note)
  // The page may be gone in a moment.
  transaction.commit()
  return completed(transaction)
}

const storeIn = (database: IDBDatabase) => database.transaction('private').objectStore('private')

async function getNote(database: IDBDatabase, caseId: string, kind: string): Promise<string> {
  return (await result<StoredNote | undefined>(storeIn(database).get([caseId, kind])))?.text ?? ''
}

/** A text that is not known to be stored yet, and what was stored when it was written. */
interface LastNote {
  text: string
  before: string
}

const nameOf = (caseId: string, kind: string) => `unsaved-note ${caseId} ${kind}`

export class Notes {
  private readonly connection: Connection
  private readonly stored = new Map<string, string>()

  constructor(connection: Connection) {
    this.connection = connection
  }

  async all(caseId: string): Promise<ReadonlyMap<string, string>> {
    const notes = await this.connection.run((database) => result<StoredNote[]>(storeIn(database).getAll(allOf(caseId))))
    return new Map(notes.map(({ kind, text }) => [kind, text]))
  }

  /** A text with what an earlier visit could not store: in its place, or after what was written since. */
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
    // A text that has not been read is not written over.
    if (before === undefined) return
    keepEntry(name, before === text ? null : JSON.stringify({ text, before } satisfies LastNote))
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
    if (lastNote(name)?.text === text) keepEntry(name, null)
    return result
  }
}

function lastNote(name: string): LastNote | null {
  try {
    const last: Partial<LastNote> | null = JSON.parse(entry(name) ?? 'null')
    return typeof last?.text === 'string' && typeof last.before === 'string'
      ? { text: last.text, before: last.before }
      : null
  } catch {
    return null
  }
}
