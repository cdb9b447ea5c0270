import { loadedFrom, summaryOf, type Written } from './caseRecords.ts'
import { Connection, Updated } from './connection.ts'
import { completed, type OpenRefusal, reasonOf, refusalOf, result } from './database.ts'
import { ALL_OF_CASE, openLayout, SAVED_STORES } from './layout.ts'
import type {
  CaseStorage,
  CaseSummary,
  KeepResult,
  KeptCase,
  LoadResult,
  SaveResult,
  StorageEvent,
  Version,
  VersionReason,
} from './storedCase.ts'
import { type CaseRecords, type Head, isNewer, type StoredRemoved, type StoredRow } from './storedRecords.ts'
import { removeCase, writeCase } from './writeCase.ts'

/** The storage of this browser, or why there is none. */
export async function openIndexedDbStorage(): Promise<CaseStorage | OpenRefusal> {
  try {
    const database = await openLayout()
    const probe = database.transaction('cases', 'readwrite')
    probe.objectStore('cases').delete('probe')
    await completed(probe)
    return new IndexedDbStorage(database)
  } catch (error) {
    return refusalOf(error)
  }
}

// Files are added and read seldom, and versions kept once an hour, so what does it comes when it is needed.
const fileRecords = () => import('./fileRecords.ts')
const privateRecords = () => import('./privateRecords.ts')
const history = () => import('./history.ts')
const mending = () => import('./mending.ts')
type PrivateRecords = Awaited<ReturnType<typeof privateRecords>>

class IndexedDbStorage implements CaseStorage {
  readonly keeps = true
  readonly refusal = null
  private readonly connection: Connection
  private readonly written = new Map<string, Written>()
  /** Cases that were open when the browser threw everything away: they may be written anew. */
  private readonly lost = new Set<string>()
  private privates: PrivateRecords | null = null

  constructor(database: IDBDatabase) {
    this.connection = new Connection(database, (reopened) => this.hasLost(reopened))
    this.watch((event) => {
      if (event === 'deleted') this.written.clear()
    })
  }

  /** Whether cases of this tab have gone with everything else. */
  private async hasLost(database: IDBDatabase): Promise<boolean> {
    const keys = await result(database.transaction('cases').objectStore('cases').getAllKeys())
    for (const id of this.written.keys()) if (!keys.includes(id)) this.lost.add(id)
    for (const id of this.lost) this.written.delete(id)
    return this.lost.size > 0
  }

  watch(listener: (event: StorageEvent) => void) {
    return this.connection.watch(listener)
  }

  private run<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    return this.connection.run(work)
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
    if (isNewer(head)) return { ok: false, reason: 'newer' }
    const records = { head, rows, removed }
    const loaded = loadedFrom(records)
    if (loaded !== null) return this.remember(records, { ok: true, loaded })
    const mended = await this.run(async (database) => (await mending()).mended(database, records))
    return mended === null
      ? { ok: false, reason: 'unreadable', stored: records }
      : this.remember(mended.records, { ok: true, ...mended })
  }

  private remember({ rows }: CaseRecords, { loaded, recoveredTo }: LoadResult & { ok: true }): LoadResult {
    const orders = new Map(rows.map(({ list, rowId, order }) => [`${list}.${rowId}`, order]))
    this.written.set(loaded.case.id, { kept: loaded, orders })
    return { ok: true, loaded, ...(recoveredTo === undefined ? {} : { recoveredTo }) }
  }

  async saveNo(id: string): Promise<number | null> {
    const head = await this.run((database) =>
      result<Head | undefined>(database.transaction('cases').objectStore('cases').get(id)),
    )
    return head?.saveNo ?? null
  }

  async save(kept: KeptCase, saveNo: number, now: number, urgent?: 'urgent'): Promise<SaveResult> {
    const { id } = kept.case
    const isLost = this.lost.has(id)
    const before = saveNo === 0 || isLost ? undefined : this.written.get(id)
    const save = { kept, before, saveNo, now, urgent: urgent !== undefined, isLost }
    try {
      const outcome = await this.run((database) => writeCase(database, save))
      if (!outcome.ok) return outcome
      this.written.set(id, outcome.written)
      this.lost.delete(id)
      return { ok: true, saveNo: saveNo + 1, savedAt: now, ...(isLost ? { recreated: true } : {}) }
    } catch (error) {
      if (error instanceof Updated) return { ok: false, reason: 'updated' }
      const isTaken = error instanceof DOMException && error.name === 'ConstraintError'
      return { ok: false, reason: isTaken ? 'conflict' : reasonOf(error) }
    }
  }

  readonly versions = (id: string) => this.run(async (database) => (await history()).versionsOf(database, id))

  readonly version = (id: string, version: Version) =>
    this.run(async (database) => (await history()).versionOf(database, id, version))

  async keepVersion(id: string, why: VersionReason, now: number): Promise<void> {
    await this.run(async (database) => (await history()).keepVersion(database, id, why, now)).catch(() => {})
  }

  async remove(id: string): Promise<void> {
    await this.run((database) => removeCase(database, id))
    this.written.delete(id)
    this.lost.delete(id)
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

  readonly room = async () => (await (await import('./browserData.ts')).room())?.left ?? null

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
}
