import { atRest } from './atRest.ts'
import { besideCases } from './besideCases.ts'
import { Connection } from './connection.ts'
import {
  completed,
  type OpenRefusal,
  openDatabase,
  REST,
  reasonOf,
  refusalOf,
  result,
  STORED_FORMAT,
} from './database.ts'
import type { CaseStorage, CaseSummary } from './storedCase.ts'
import type { Head } from './storedRecords.ts'

/** @param rest how long a database in doubt is left alone before it is opened again, in milliseconds */
export async function openIndexedDbStorage(rest = REST): Promise<CaseStorage | OpenRefusal> {
  try {
    const database = await openDatabase()
    const probe = database.transaction('cases', 'readwrite')
    probe.objectStore('cases').delete('probe')
    await completed(probe)
    return indexedDbStorage(database, rest)
  } catch (error) {
    return refusalOf(error)
  }
}

const casesIn = (database: IDBDatabase) => database.transaction('cases').objectStore('cases')

function indexedDbStorage(opened: IDBDatabase, rest: number): CaseStorage {
  let access: ReturnType<typeof import('./caseAccess.ts').caseAccess> | null = null
  const connection = new Connection(opened, async (database) => (await access?.hasLost(database)) ?? false, rest)

  // Both before a case is open: what a page saves while it goes cannot wait for a script.
  const loadAccess = async () => {
    const [{ caseAccess }] = await Promise.all([import('./caseAccess.ts'), import('./reconnecting.ts')])
    access ??= caseAccess(connection)
    return access
  }
  // A case that is opened or begun before asks itself, as does whatever needs it when it has failed.
  atRest()
    .then(loadAccess)
    .catch(() => {})

  connection.watch((event) => {
    if (event === 'deleted') access?.forgetAll()
  })

  return {
    ...besideCases(connection),
    keeps: true,
    refusal: null,
    watch: (listener) => connection.watch(listener),
    list: async () => {
      const { records, unreadable } = await connection
        .run((database) => result<Head[]>(casesIn(database).getAll()))
        .then(
          (heads) => ({ records: heads, unreadable: [] }),
          // A case that cannot be read hides no other.
          async () => (await loadAccess()).heads(),
        )
      const unknown = { company: null, partner: null, savedAt: null, lastCopyAt: null, place: null, readable: false }
      return [...records.map(storedSummaryOf), ...unreadable.map((key) => ({ id: String(key), ...unknown }))].sort(
        (a, b) => (b.savedAt ?? 0) - (a.savedAt ?? 0),
      )
    },
    lost: async (here) => (await loadAccess()).lost(here),
    load: async (id, reading) => {
      try {
        return await (await loadAccess()).load(id, reading)
      } catch {
        return { ok: false, reason: 'failed' }
      }
    },
    saveNo: async (id) => {
      const head = await connection.run((database) => result<Head | undefined>(casesIn(database).get(id)))
      return head?.saveNo ?? null
    },
    save: async (...given) => {
      try {
        // Synchronously if possible: the page may be gone in a moment.
        const own = access ?? (await loadAccess())
        return await own.save(...given)
      } catch (error) {
        return { ok: false, reason: reasonOf(error) }
      }
    },
    keepLastWords: (...given) => access?.keepLastWords(...given),
    forgetLastWords: (id, at) => access?.forgetLastWords(id, at),
    forget: (id) => access?.forget(id),
    remove: async (id) => (await loadAccess()).remove(id),
    putBack: async (everything) => (await loadAccess()).putBack(everything),
  }
}

const nameIn = ({ content }: Head, field: 'company' | 'partnerCompany'): string | null => {
  const name = content?.answers?.about?.[field]
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : null
}

const storedSummaryOf = (head: Head): CaseSummary => ({
  id: String(head.id),
  company: nameIn(head, 'company'),
  partner: nameIn(head, 'partnerCompany'),
  savedAt: typeof head.savedAt === 'number' ? head.savedAt : null,
  lastCopyAt: typeof head.lastCopyAt === 'number' ? head.lastCopyAt : null,
  place: typeof head.place === 'string' ? head.place : null,
  readable: head.formatVersion === STORED_FORMAT,
})
