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

export function notesIn(connection: Connection) {
  const stored = new Map<string, string>()

  /** Keeps a text in `localStorage`, within this very call: some browsers end what is under way when a page goes. */
  const keepLast = (caseId: string, kind: string, text: string): void => {
    const name = nameOf(caseId, kind)
    const before = stored.get(name)
    // A text that has not been read is not written over.
    if (before === undefined) return
    keepEntry(name, before === text ? null : JSON.stringify({ text, before } satisfies LastNote))
  }

  const keep = async (caseId: string, kind: string, text: string): Promise<KeepResult> => {
    keepLast(caseId, kind, text)
    const result = await connection.keep(
      (database) => putNote(database, { caseId, kind, text }),
      async (database) => (await getNote(database, caseId, kind)) === text,
    )
    if (!result.ok) return result
    const name = nameOf(caseId, kind)
    stored.set(name, text)
    if (lastNote(name)?.text === text) keepEntry(name, null)
    return result
  }

  const all = async (caseId: string): Promise<ReadonlyMap<string, string>> => {
    const notes = await connection.run((database) => result<StoredNote[]>(storeIn(database).getAll(allOf(caseId))))
    return new Map(notes.map(({ kind, text }) => [kind, text]))
  }

  /** A text with what an earlier visit could not store: in its place, or after what was written since. */
  const read = async (caseId: string, kind: string): Promise<string> => {
    const name = nameOf(caseId, kind)
    const now = await connection.run((database) => getNote(database, caseId, kind))
    // Once a page: reading again changes nothing.
    if (stored.has(name)) return now
    stored.set(name, now)
    const last = lastNote(name)
    if (last === null) return now
    const isNext = last.before === now || now === ''
    const text = isNext || last.text === '' || last.text === now ? last.text : `${now}\n${last.text}`
    await keep(caseId, kind, text)
    return text
  }

  return { keepLast, keep, all, read }
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
