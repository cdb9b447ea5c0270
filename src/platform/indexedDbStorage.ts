import { replaceRows, rowsOf } from '../domain/case/address.ts'
import { type Answers, type AnyRow, LIST_PATHS, type ListPath, perList } from '../domain/case/answers.ts'
import { canonicalText } from '../domain/case/canonical.ts'
import type { Case } from '../domain/case/case.ts'
import { orderKeys } from '../domain/case/orderKeys.ts'
import { readStoredCase, type StoredAnswers } from '../domain/case/readStoredCase.ts'
import { crc32 } from './crc32.ts'
import { completed, openDatabase, result } from './database.ts'
import type {
  CaseStorage,
  CaseSummary,
  KeptCase,
  LoadedCase,
  LoadResult,
  RemovedRow,
  SaveResult,
} from './storedCase.ts'

/** The head of a case: everything outside lists. It does not grow with the rows. */
interface Head {
  id: string
  saveNo: number
  savedAt: number
  formatVersion: number
  content: Omit<Case, 'answers'> & { answers: StoredAnswers }
  place: string | null
  lastCopyAt: number | null
  rowCounts: Readonly<Record<ListPath, number>>
  digest: string
}

interface StoredRow {
  caseId: string
  list: ListPath
  rowId: string
  order: number
  row: AnyRow
  digest: string
}

interface StoredRemoved extends RemovedRow {
  caseId: string
  rowId: string
}

/** The name carries the generation of the layout; the version number is for additional stores only. */
const DATABASE = 'case-v1'
const LAYOUT_VERSION = 1
const STORED_FORMAT = 1

/** A database that does not open within this time is treated as refused, in milliseconds. */
const OPEN_WITHIN = 5_000

const headDigest = ({ content, place, rowCounts }: Pick<Head, 'content' | 'place' | 'rowCounts'>) =>
  crc32(canonicalText({ content, place, rowCounts }))
const rowDigest = (row: AnyRow) => crc32(canonicalText(row))

const STORES = ['cases', 'rows', 'removed'] as const
const ALL_OF_CASE = 'byCase'

const open = () =>
  openDatabase(
    DATABASE,
    LAYOUT_VERSION,
    (database) => {
      database.createObjectStore('cases', { keyPath: 'id' })
      database
        .createObjectStore('rows', { keyPath: ['caseId', 'list', 'rowId'] })
        .createIndex(ALL_OF_CASE, 'caseId')
      database
        .createObjectStore('removed', { keyPath: ['caseId', 'rowId'] })
        .createIndex(ALL_OF_CASE, 'caseId')
    },
    OPEN_WITHIN,
  )

/** The storage of this browser, or null where it refuses to keep anything. */
export async function openIndexedDbStorage(): Promise<CaseStorage | null> {
  try {
    const database = await open()
    const probe = database.transaction('cases', 'readwrite')
    probe.objectStore('cases').delete('probe')
    await completed(probe)
    return new IndexedDbStorage(database)
  } catch {
    return null
  }
}

/** What is known to be stored of the open case, so that a save writes only what differs. */
interface Written {
  kept: KeptCase
  orders: Map<string, number>
}

class IndexedDbStorage implements CaseStorage {
  readonly keeps = true
  private database: IDBDatabase
  private readonly written = new Map<string, Written>()

  constructor(database: IDBDatabase) {
    this.database = database
  }

  async list(): Promise<readonly CaseSummary[]> {
    const heads = await this.run((database) =>
      result<Head[]>(database.transaction('cases', 'readonly').objectStore('cases').getAll()),
    )
    return heads
      .map((head) => ({
        id: String(head.id),
        company: companyOf(head),
        savedAt: typeof head.savedAt === 'number' ? head.savedAt : null,
        place: typeof head.place === 'string' ? head.place : null,
        readable: head.formatVersion === STORED_FORMAT,
      }))
      .sort((a, b) => (b.savedAt ?? 0) - (a.savedAt ?? 0))
  }

  async load(id: string): Promise<LoadResult> {
    const [head, rows, removed] = await this.run((database) => {
      const transaction = database.transaction(STORES, 'readonly')
      const allOf = <T>(store: 'rows' | 'removed') =>
        result<T[]>(transaction.objectStore(store).index(ALL_OF_CASE).getAll(id))
      return Promise.all([
        result<Head | undefined>(transaction.objectStore('cases').get(id)),
        allOf<StoredRow>('rows'),
        allOf<StoredRemoved>('removed'),
      ])
    })
    if (head === undefined) return { ok: false, reason: 'missing' }
    const loaded = loadedFrom(head, rows, removed)
    if (loaded === null) return { ok: false, reason: 'unreadable', stored: { head, rows, removed } }
    const orders = new Map(rows.map(({ list, rowId, order }) => [`${list}.${rowId}`, order]))
    this.written.set(id, { kept: loaded, orders })
    return { ok: true, loaded }
  }

  async save(kept: KeptCase, saveNo: number, now: number): Promise<SaveResult> {
    try {
      return await this.run((database) => this.write(database, kept, saveNo, now))
    } catch (error) {
      const name = error instanceof DOMException ? error.name : ''
      return { ok: false, reason: name === 'QuotaExceededError' ? 'quota' : 'error' }
    }
  }

  private async write(
    database: IDBDatabase,
    kept: KeptCase,
    saveNo: number,
    savedAt: number,
  ): Promise<SaveResult> {
    const { id } = kept.case
    const before = this.written.get(id)
    const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' })
    const done = completed(transaction)
    // What fails below makes the transaction abort, and is reported by it.
    done.catch(() => {})
    const cases = transaction.objectStore('cases')
    const stored = await result<Head | undefined>(cases.get(id))
    if ((stored?.saveNo ?? 0) !== saveNo) {
      transaction.abort()
      return { ok: false, reason: 'conflict' }
    }
    const head = headOf(kept, saveNo + 1, savedAt)
    const { puts, deletes, orders } = rowChanges(kept, before)
    cases.put(head)
    const rows = transaction.objectStore('rows')
    for (const row of puts) rows.put(row)
    for (const [list, rowId] of deletes) rows.delete([id, list, rowId])
    if (before?.kept.removed !== kept.removed) {
      const removed = transaction.objectStore('removed')
      removed.delete(IDBKeyRange.bound([id], [id, []]))
      for (const gone of kept.removed) removed.put({ ...gone, caseId: id, rowId: gone.row.id })
    }
    await done
    this.written.set(id, { kept, orders })
    return { ok: true, saveNo: head.saveNo, savedAt }
  }

  async remove(id: string): Promise<void> {
    await this.run((database) => {
      const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' })
      transaction.objectStore('cases').delete(id)
      for (const store of ['rows', 'removed'])
        transaction.objectStore(store).delete(IDBKeyRange.bound([id], [id, []]))
      return completed(transaction)
    })
    this.written.delete(id)
  }

  /** A connection can be closed under us, by the browser or by a newer version; one silent attempt to open it anew. */
  private async run<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    try {
      return await work(this.database)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
      this.database = await open()
      return work(this.database)
    }
  }
}

const companyOf = ({ content }: Head): string | null => {
  const company = content?.answers?.about?.company
  return typeof company === 'string' && company.trim() !== '' ? company.trim() : null
}

function headOf({ case: current, place, lastCopyAt }: KeptCase, saveNo: number, savedAt: number): Head {
  const { answers, ...rest } = current
  const withoutRows = LIST_PATHS.reduce<Answers>((less, list) => replaceRows(less, list, () => []), answers)
  const rowCounts = perList((list) => rowsOf(answers, list).length)
  const head = {
    content: { ...rest, answers: withoutRows },
    place,
    rowCounts,
  }
  return {
    id: current.id,
    saveNo,
    savedAt,
    formatVersion: STORED_FORMAT,
    lastCopyAt,
    ...head,
    digest: headDigest(head),
  }
}

/** The rows that have to be written, and those that have gone. Unchanged rows are the same objects as before. */
function rowChanges({ case: current }: KeptCase, before: Written | undefined) {
  const puts: StoredRow[] = []
  const deletes: [ListPath, string][] = []
  const orders = new Map<string, number>()
  for (const list of LIST_PATHS) {
    const rows = rowsOf(current.answers, list) as readonly AnyRow[]
    const old = before === undefined ? [] : (rowsOf(before.kept.case.answers, list) as readonly AnyRow[])
    const oldById = new Map(old.map((row) => [row.id, row]))
    const oldOrders = new Map(old.map((row) => [row.id, before?.orders.get(`${list}.${row.id}`) ?? 0]))
    const newOrders =
      rows === old
        ? oldOrders
        : orderKeys(
            rows.map(({ id }) => id),
            oldOrders,
          )
    for (const row of rows) {
      const order = newOrders.get(row.id) ?? 0
      orders.set(`${list}.${row.id}`, order)
      if (oldById.get(row.id) !== row || oldOrders.get(row.id) !== order)
        puts.push({ caseId: current.id, list, rowId: row.id, order, row, digest: rowDigest(row) })
      oldById.delete(row.id)
    }
    for (const rowId of oldById.keys()) deletes.push([list, rowId])
  }
  return { puts, deletes, orders }
}

/** The case as it was stored, or null where a record is damaged, missing, or not what its digest says. */
function loadedFrom(
  head: Head,
  rows: readonly StoredRow[],
  removed: readonly StoredRemoved[],
): LoadedCase | null {
  try {
    if (head.formatVersion !== STORED_FORMAT || headDigest(head) !== head.digest) return null
    if (rows.some(({ row, digest }) => rowDigest(row) !== digest)) return null
    const inOrder = [...rows].sort((a, b) => a.order - b.order)
    const byList = perList((list) => inOrder.filter((row) => row.list === list).map(({ row }) => row))
    if (LIST_PATHS.some((list) => byList[list].length !== head.rowCounts[list])) return null
    const answers = readStoredCase(head.content.answers, byList)
    if (answers === null) return null
    return {
      case: { ...head.content, answers },
      place: head.place,
      lastCopyAt: head.lastCopyAt,
      removed: removed
        .map(({ list, row, at, removedAt }) => ({ list, row, at, removedAt }))
        .sort((a, b) => a.removedAt - b.removedAt),
      saveNo: head.saveNo,
      savedAt: head.savedAt,
    }
  } catch {
    return null
  }
}
