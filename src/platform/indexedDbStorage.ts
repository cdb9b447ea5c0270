import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { replaceRows, rowsOf } from '../domain/case/address.ts'
import { type Answers, type AnyRow, LIST_PATHS, type ListPath, perList } from '../domain/case/answers.ts'
import { canonicalText } from '../domain/case/canonical.ts'
import type { Case } from '../domain/case/case.ts'
import { orderKeys } from '../domain/case/orderKeys.ts'
import { readStoredCase, type StoredAnswers } from '../domain/case/readStoredCase.ts'
import { sha256 } from './sha256.ts'
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

interface Layout extends DBSchema {
  cases: { key: string; value: Head }
  rows: { key: [string, string, string]; value: StoredRow; indexes: { byCase: string } }
  removed: { key: [string, string]; value: StoredRemoved; indexes: { byCase: string } }
}

/** The name carries the generation of the layout; the version number is for additional stores only. */
const DATABASE = 'case-v1'
const LAYOUT_VERSION = 1
const STORED_FORMAT = 1

/** A database that does not open within this time is treated as refused, in milliseconds. */
const OPEN_WITHIN = 5_000

const headDigest = ({ content, place, rowCounts }: Pick<Head, 'content' | 'place' | 'rowCounts'>) =>
  sha256(canonicalText({ content, place, rowCounts }))
const rowDigest = (row: AnyRow) => sha256(canonicalText(row))

async function openDatabase(): Promise<IDBPDatabase<Layout>> {
  const opening = openDB<Layout>(DATABASE, LAYOUT_VERSION, {
    upgrade: (database) => {
      database.createObjectStore('cases', { keyPath: 'id' })
      database
        .createObjectStore('rows', { keyPath: ['caseId', 'list', 'rowId'] })
        .createIndex('byCase', 'caseId')
      database.createObjectStore('removed', { keyPath: ['caseId', 'rowId'] }).createIndex('byCase', 'caseId')
    },
    // A later version in another tab must be able to upgrade; this tab opens the database anew when it next saves.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('IndexedDB did not open in time')), OPEN_WITHIN)
  })
  return Promise.race([opening, tooLate]).finally(() => clearTimeout(timer))
}

/** The storage of this browser, or null where it refuses to keep anything. */
export async function openIndexedDbStorage(): Promise<CaseStorage | null> {
  try {
    const database = await openDatabase()
    const probe = database.transaction('cases', 'readwrite')
    await probe.store.delete('probe')
    await probe.done
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
  private database: IDBPDatabase<Layout>
  private readonly written = new Map<string, Written>()

  constructor(database: IDBPDatabase<Layout>) {
    this.database = database
  }

  async list(): Promise<readonly CaseSummary[]> {
    const heads = await this.run((database) => database.getAll('cases'))
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
    const read = await this.run(async (database) => {
      const transaction = database.transaction(['cases', 'rows', 'removed'], 'readonly')
      const [head, rows, removed] = await Promise.all([
        transaction.objectStore('cases').get(id),
        transaction.objectStore('rows').index('byCase').getAll(id),
        transaction.objectStore('removed').index('byCase').getAll(id),
      ])
      return { head, rows, removed }
    })
    if (read.head === undefined) return { ok: false, reason: 'missing' }
    const loaded = loadedFrom(read.head, read.rows, read.removed)
    if (loaded === null) return { ok: false, reason: 'unreadable', stored: read }
    const orders = new Map(read.rows.map(({ list, rowId, order }) => [`${list}.${rowId}`, order]))
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
    database: IDBPDatabase<Layout>,
    kept: KeptCase,
    saveNo: number,
    savedAt: number,
  ): Promise<SaveResult> {
    const { id } = kept.case
    const before = this.written.get(id)
    const transaction = database.transaction(['cases', 'rows', 'removed'], 'readwrite', {
      durability: 'strict',
    })
    // Whatever fails below rejects here too, and must not be reported twice.
    const done = transaction.done.catch((error: unknown) => error)
    const cases = transaction.objectStore('cases')
    const stored = await cases.get(id)
    if ((stored?.saveNo ?? 0) !== saveNo) {
      transaction.abort()
      await done
      return { ok: false, reason: 'conflict' }
    }
    const head = headOf(kept, saveNo + 1, savedAt)
    const { puts, deletes, orders } = rowChanges(kept, before)
    const writes: Promise<unknown>[] = [cases.put(head)]
    const rows = transaction.objectStore('rows')
    for (const row of puts) writes.push(rows.put(row))
    for (const [list, rowId] of deletes) writes.push(rows.delete([id, list, rowId]))
    if (before?.kept.removed !== kept.removed) {
      const removed = transaction.objectStore('removed')
      for (const key of await removed.index('byCase').getAllKeys(id)) writes.push(removed.delete(key))
      for (const gone of kept.removed) writes.push(removed.put({ ...gone, caseId: id, rowId: gone.row.id }))
    }
    await Promise.allSettled(writes)
    const failure = await done
    if (failure instanceof Error || failure instanceof DOMException) throw failure
    this.written.set(id, { kept, orders })
    return { ok: true, saveNo: head.saveNo, savedAt }
  }

  async remove(id: string): Promise<void> {
    await this.run(async (database) => {
      const transaction = database.transaction(['cases', 'rows', 'removed'], 'readwrite', {
        durability: 'strict',
      })
      await transaction.objectStore('cases').delete(id)
      for (const store of ['rows', 'removed'] as const) {
        const inStore = transaction.objectStore(store)
        for (const key of await inStore.index('byCase').getAllKeys(id)) await inStore.delete(key)
      }
      await transaction.done
    })
    this.written.delete(id)
  }

  /** A connection can be closed under us, by the browser or by a newer version; one silent attempt to open it anew. */
  private async run<T>(work: (database: IDBPDatabase<Layout>) => Promise<T>): Promise<T> {
    try {
      return await work(this.database)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
      this.database = await openDatabase()
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
