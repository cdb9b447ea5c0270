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
  Updated,
} from './database.ts'
import type { CaseStorage, CaseSummary, KeptCase } from './storedCase.ts'
import type { Head } from './storedRecords.ts'
import type { Written } from './writeCase.ts'

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

type Access = typeof import('./caseAccess.ts')

const casesIn = (database: IDBDatabase) => database.transaction('cases').objectStore('cases')
const headIn = (database: IDBDatabase, id: string) => result<Head | undefined>(casesIn(database).get(id))

function indexedDbStorage(opened: IDBDatabase, rest: number): CaseStorage {
  const written = new Map<string, Written>()
  /** When the saves that are under way were made, by case. */
  const sending = new Map<string, readonly number[]>()
  /** Cases of which less is stored than was written: all of them is written again. */
  const lacking = new Set<string>()
  let access: Access | null = null

  const toCases = async (): Promise<Access> => {
    access ??= await import('./caseAccess.ts')
    return access
  }

  const hasLost = async (database: IDBDatabase) => {
    const before = lacking.size
    for (const [id, { saveNo }] of written) if (((await headIn(database, id))?.saveNo ?? -1) < saveNo) lacking.add(id)
    for (const id of lacking) written.delete(id)
    return lacking.size > before
  }

  const connection = new Connection(opened, hasLost, rest)

  const forget = (id: string) => {
    written.delete(id)
    lacking.delete(id)
    access?.forgetDueCopy(id)
  }

  const copyOf = (kept: KeptCase, saveNo: number, savedAt: number) => {
    const { id } = kept.case
    const after = [written.get(id)?.savedAt ?? 0, ...(sending.get(id) ?? [])]
    return { ...kept, saveNo, savedAt, after }
  }

  const save: CaseStorage['save'] = async (kept, saveNo, now, urgent) => {
    const { id } = kept.case
    const isLost = lacking.has(id)
    // A save of this tab that went in, but could not be shown to have, counts as its own.
    const base = saveNo === 0 ? 0 : Math.max(saveNo, written.get(id)?.saveNo ?? 0)
    const before = saveNo === 0 || isLost ? undefined : written.get(id)
    // Without locks another tab may have saved since, and the number has to be checked before anything is written.
    const isBlind = urgent !== undefined && navigator.locks !== undefined
    const copy = copyOf(kept, base + 1, now)
    sending.set(id, [...(sending.get(id) ?? []), now])
    try {
      // Synchronously if possible: the page may be gone in a moment.
      const { writeCase, keepCopy, lastWordsSaved } = access ?? (await toCases())
      const write = async (database: IDBDatabase) => {
        const outcome = await writeCase(database, { kept, before, saveNo: base, now, urgent: isBlind, isLost })
        if (outcome.ok) {
          written.set(id, outcome.written)
          lacking.delete(id)
        }
        return outcome
      }
      const outcome = await connection.write(write, async () => !lacking.has(id))
      if (!outcome.ok) return outcome
      keepCopy(copy)
      lastWordsSaved(id, now)
      return { ok: true, saveNo: base + 1, savedAt: now, ...(isLost ? { recreated: true } : {}) }
    } catch (error) {
      if (error instanceof Updated) return { ok: false, reason: 'updated' }
      const isTaken = error instanceof DOMException && error.name === 'ConstraintError'
      if (isTaken) return { ok: false, reason: 'conflict' }
      // A new case that is refused has not begun, and so is not missed.
      if (saveNo > 0) access?.keepCopy(copy)
      void access?.keepCopiesNow()
      return { ok: false, reason: reasonOf(error) }
    } finally {
      const others = (sending.get(id) ?? []).filter((at) => at !== now)
      sending.set(id, others)
    }
  }

  connection.watch((event) => {
    if (event === 'deleted') for (const id of written.keys()) forget(id)
  })
  // If it fails, whatever needs it asks again.
  toCases().catch(() => {})

  return {
    ...besideCases(connection),
    keeps: true,
    refusal: null,
    watch: (listener) => connection.watch(listener),
    list: async () => {
      const all = await connection
        .run((database) => result<Head[]>(casesIn(database).getAll()))
        .then((heads) => heads.map(storedSummaryOf), listOneByOne)
      return all.sort((a, b) => (b.savedAt ?? 0) - (a.savedAt ?? 0))
    },
    lost: async (here) => (await toCases()).lostCases(here),
    load: async (id, reading) => {
      const { loadCase } = await toCases()
      const storage: Parameters<typeof loadCase>[0] = {
        run: (work) => connection.run(work),
        remember: ({ head, rows }, kept) => {
          const orders = new Map(rows.map(({ list, rowId, order }) => [`${list}.${rowId}`, order]))
          written.set(id, { kept, orders, saveNo: head.saveNo, savedAt: head.savedAt })
        },
        save,
      }
      return loadCase(storage, id, reading !== undefined)
    },
    saveNo: async (id) => (await connection.run((database) => headIn(database, id)))?.saveNo ?? null,
    save,
    keepLastWords: (kept, saveNo, now) => {
      if (saveNo === null) access?.keepDueCopy(kept.case.id)
      else access?.keepLastWords(copyOf(kept, saveNo, now))
      void access?.keepCopiesNow()
    },
    forgetLastWords: (id, at) => access?.forgetLastWords(id, at),
    forget,
    remove: async (id) => {
      const [{ removeRecords }, { forgetCopies }] = await Promise.all([import('./readRecords.ts'), toCases()])
      forget(id)
      const everything = await connection.run((database) => removeRecords(database, id))
      await forgetCopies(id)
      return everything
    },
    putBack: async (everything) => {
      const { putRecords } = await import('./readRecords.ts')
      await connection.run((database) => putRecords(database, everything))
    },
  }

  /** A case that cannot be read hides no other. */
  async function listOneByOne(): Promise<CaseSummary[]> {
    const { readAll } = await import('./readRecords.ts')
    const { records, unreadable } = await connection.run((database) => readAll<Head>(casesIn(database)))
    const unknown = { company: null, savedAt: null, lastCopyAt: null, place: null, readable: false }
    return [...records.map(storedSummaryOf), ...unreadable.map((key) => ({ id: String(key), ...unknown }))]
  }
}

const companyOf = ({ content }: Head): string | null => {
  const company = content?.answers?.about?.company
  return typeof company === 'string' && company.trim() !== '' ? company.trim() : null
}

const storedSummaryOf = (head: Head): CaseSummary => ({
  id: String(head.id),
  company: companyOf(head),
  savedAt: typeof head.savedAt === 'number' ? head.savedAt : null,
  lastCopyAt: typeof head.lastCopyAt === 'number' ? head.lastCopyAt : null,
  place: typeof head.place === 'string' ? head.place : null,
  readable: head.formatVersion === STORED_FORMAT,
})
