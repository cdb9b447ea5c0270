import {
  filesGone,
  type Head,
  headOf,
  loadedFrom,
  rowChanges,
  type StoredRemoved,
  type StoredRow,
  summaryOf,
  type Written,
} from './caseRecords.ts'
import { completed, reasonOf, result } from './database.ts'
import { ALL_OF_CASE, ALL_STORES, allOf, openLayout, SAVED_STORES } from './layout.ts'
import type { CaseStorage, CaseSummary, KeepResult, KeptCase, LoadResult, SaveResult } from './storedCase.ts'

/** The storage of this browser, or null where it refuses to keep anything. */
export async function openIndexedDbStorage(): Promise<CaseStorage | null> {
  try {
    const database = await openLayout()
    const probe = database.transaction('cases', 'readwrite')
    probe.objectStore('cases').delete('probe')
    await completed(probe)
    return new IndexedDbStorage(database)
  } catch {
    return null
  }
}

// Files are added and read seldom, so what does it comes when it is needed.
const fileRecords = () => import('./fileRecords.ts')
const privateRecords = () => import('./privateRecords.ts')
type PrivateRecords = Awaited<ReturnType<typeof privateRecords>>

class IndexedDbStorage implements CaseStorage {
  readonly keeps = true
  private database: IDBDatabase
  private readonly written = new Map<string, Written>()
  private privates: PrivateRecords | null = null

  constructor(database: IDBDatabase) {
    this.database = database
  }

  async list(): Promise<readonly CaseSummary[]> {
    const heads = await this.run((database) =>
      result<Head[]>(database.transaction('cases', 'readonly').objectStore('cases').getAll()),
    )
    return heads.map(summaryOf).sort((a, b) => (b.savedAt ?? 0) - (a.savedAt ?? 0))
  }

  async load(id: string): Promise<LoadResult> {
    const [head, rows, removed] = await this.run((database) => {
      const transaction = database.transaction(SAVED_STORES, 'readonly')
      const records = <T>(store: 'rows' | 'removed') =>
        result<T[]>(transaction.objectStore(store).index(ALL_OF_CASE).getAll(id))
      return Promise.all([
        result<Head | undefined>(transaction.objectStore('cases').get(id)),
        records<StoredRow>('rows'),
        records<StoredRemoved>('removed'),
      ])
    })
    if (head === undefined) return { ok: false, reason: 'missing' }
    const loaded = loadedFrom(head, rows, removed)
    if (loaded === null) return { ok: false, reason: 'unreadable', stored: { head, rows, removed } }
    const orders = new Map(rows.map(({ list, rowId, order }) => [`${list}.${rowId}`, order]))
    this.written.set(id, { kept: loaded, orders })
    return { ok: true, loaded }
  }

  async save(kept: KeptCase, saveNo: number, now: number, urgent?: 'urgent'): Promise<SaveResult> {
    try {
      return await this.run((database) =>
        this.write(database, kept, { saveNo, now, urgent: urgent !== undefined }),
      )
    } catch (error) {
      const name = error instanceof DOMException ? error.name : ''
      return { ok: false, reason: name === 'ConstraintError' ? 'conflict' : reasonOf(error) }
    }
  }

  /** Every request is made before the first answer comes: a page that is being closed gets no answers. */
  private async write(
    database: IDBDatabase,
    kept: KeptCase,
    { saveNo, now, urgent }: { saveNo: number; now: number; urgent: boolean },
  ): Promise<SaveResult> {
    const { id } = kept.case
    const before = this.written.get(id)
    // The bytes of a file go in the very transaction in which the case no longer names it, or not at all.
    const gone = filesGone(kept, before)
    const stores = gone.length === 0 ? SAVED_STORES : ([...SAVED_STORES, 'blobs'] as const)
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' })
    const cases = transaction.objectStore('cases')
    let conflict = false
    const check: IDBRequest<Head | undefined> = cases.get(id)
    check.onsuccess = () => {
      conflict = (check.result?.saveNo ?? 0) !== saveNo
      if (conflict && !urgent) transaction.abort()
    }
    const head = headOf(kept, saveNo + 1, now)
    const { puts, deletes, orders } = rowChanges(kept, before)
    try {
      transaction.objectStore('changes').add({ caseId: id, saveNo: head.saveNo, savedAt: now })
      cases.put(head)
      const rows = transaction.objectStore('rows')
      for (const row of puts) rows.put(row)
      for (const [list, rowId] of deletes) rows.delete([id, list, rowId])
      if (before?.kept.removed !== kept.removed) {
        const removed = transaction.objectStore('removed')
        removed.delete(allOf(id))
        for (const each of kept.removed) removed.put({ ...each, caseId: id, rowId: each.row.id })
      }
      for (const sha256 of gone) transaction.objectStore('blobs').delete([id, sha256])
    } catch (error) {
      // Otherwise what was asked for before the fault would be written without the rest.
      transaction.abort()
      throw error
    }
    if (urgent) transaction.commit()
    try {
      await completed(transaction)
    } catch (error) {
      if (conflict) return { ok: false, reason: 'conflict' }
      throw error
    }
    this.written.set(id, { kept, orders })
    return { ok: true, saveNo: head.saveNo, savedAt: now }
  }

  async remove(id: string): Promise<void> {
    await this.run((database) => {
      const transaction = database.transaction(ALL_STORES, 'readwrite', { durability: 'strict' })
      transaction.objectStore('cases').delete(id)
      for (const store of ALL_STORES.slice(1)) transaction.objectStore(store).delete(allOf(id))
      return completed(transaction)
    })
    this.written.delete(id)
  }

  async keepFile(
    caseId: string,
    sha256: string,
    bytes: Uint8Array<ArrayBuffer>,
    now: number,
  ): Promise<KeepResult> {
    return this.kept(async (database) =>
      (await fileRecords()).putFile(database, { caseId, sha256, bytes, keptAt: now }),
    )
  }

  async file(caseId: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.run(async (database) => (await fileRecords()).getFile(database, caseId, sha256)).catch(
      () => null,
    )
  }

  async sweep(now: number): Promise<void> {
    await this.run(async (database) => (await fileRecords()).sweepFiles(database, now)).catch(() => {})
  }

  async note(caseId: string, kind: string): Promise<string> {
    this.privates ??= await privateRecords()
    const { getNote } = this.privates
    return this.run((database) => getNote(database, caseId, kind))
  }

  async notes(caseId: string): Promise<ReadonlyMap<string, string>> {
    return this.run(async (database) => (await privateRecords()).getNotes(database, caseId))
  }

  async keepNote(caseId: string, kind: string, text: string): Promise<KeepResult> {
    // Within the same turn where it can be: the page may be gone in a moment.
    return this.kept(async (database) =>
      (this.privates ?? (await privateRecords())).putNote(database, { caseId, kind, text }),
    )
  }

  private async kept(work: (database: IDBDatabase) => Promise<void>): Promise<KeepResult> {
    try {
      await this.run(work)
      return { ok: true }
    } catch (error) {
      return { ok: false, reason: reasonOf(error) }
    }
  }

  /** A connection can be closed under us, by the browser or by a newer version; one silent attempt to open it anew. */
  private async run<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    try {
      return await work(this.database)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error
      this.database = await openLayout()
      return work(this.database)
    }
  }
}
