import { BesideCases } from './besideCases.ts'
import type { Written } from './caseRecords.ts'
import { storedSummaryOf } from './caseSummary.ts'
import { Connection } from './connection.ts'
import { completed, type OpenRefusal, openDatabase, REST, reasonOf, refusalOf, result, Updated } from './database.ts'
import type {
  CaseStorage,
  CaseSummary,
  EverythingOfCase,
  KeptCase,
  LoadedCase,
  LoadResult,
  SaveResult,
  StorageEvent,
} from './storedCase.ts'
import type { CaseRecords, Head } from './storedRecords.ts'

/** @param rest how long a database in doubt is left alone before it is opened afresh, in milliseconds */
export async function openIndexedDbStorage(rest = REST): Promise<CaseStorage | OpenRefusal> {
  try {
    const database = await openDatabase()
    const probe = database.transaction('cases', 'readwrite')
    probe.objectStore('cases').delete('probe')
    await completed(probe)
    return new IndexedDbStorage(database, rest)
  } catch (error) {
    return refusalOf(error)
  }
}

type Access = typeof import('./caseAccess.ts')

class IndexedDbStorage extends BesideCases implements CaseStorage {
  readonly keeps = true
  readonly refusal = null
  private readonly written = new Map<string, Written>()
  private readonly sending = new Map<string, readonly number[]>()
  /** Cases of which less is stored than was written: all of them is written anew. */
  private readonly lacking = new Set<string>()
  private access: Access | null = null

  constructor(database: IDBDatabase, rest: number) {
    super(new Connection(database, (reopened) => this.hasLost(reopened), rest))
    this.watch((event) => {
      if (event === 'deleted') for (const id of this.written.keys()) this.forget(id)
    })
    // Asked for again by whoever needs it, and misses it.
    this.toCases().catch(() => {})
  }

  private async hasLost(database: IDBDatabase): Promise<boolean> {
    const cases = database.transaction('cases').objectStore('cases')
    const before = this.lacking.size
    for (const [id, { saveNo }] of this.written) {
      const head = await result<Head | undefined>(cases.get(id))
      if (head === undefined || head.saveNo < saveNo) this.lacking.add(id)
    }
    for (const id of this.lacking) this.written.delete(id)
    return this.lacking.size > before
  }

  watch(listener: (event: StorageEvent) => void) {
    return this.connection.watch(listener)
  }

  private async toCases(): Promise<Access> {
    this.access ??= await import('./caseAccess.ts')
    return this.access
  }

  async list(): Promise<readonly CaseSummary[]> {
    const cases = (database: IDBDatabase) => database.transaction('cases').objectStore('cases')
    const all = await this.run((database) => result<Head[]>(cases(database).getAll())).then(
      (heads) => heads.map(storedSummaryOf),
      // One that cannot be read hides no other.
      async () => {
        const { readAll } = await import('./readRecords.ts')
        const { records, unreadable } = await this.run((database) => readAll<Head>(cases(database)))
        const unknown = { company: null, savedAt: null, lastCopyAt: null, place: null, readable: false }
        return [...records.map(storedSummaryOf), ...unreadable.map((key) => ({ id: String(key), ...unknown }))]
      },
    )
    return all.sort((a, b) => (b.savedAt ?? 0) - (a.savedAt ?? 0))
  }

  readonly lost = async (here: readonly string[]) => (await this.toCases()).lostCases(here)

  async load(id: string, reading?: 'reading'): Promise<LoadResult> {
    const { loadCase } = await this.toCases()
    const needed = {
      run: this.run,
      remember: ({ head, rows }: CaseRecords, kept: LoadedCase) => {
        const orders = new Map(rows.map(({ list, rowId, order }) => [`${list}.${rowId}`, order]))
        this.written.set(id, { kept, orders, saveNo: head.saveNo, savedAt: head.savedAt })
      },
      save: this.save.bind(this),
    }
    return loadCase(needed, id, reading !== undefined)
  }

  async saveNo(id: string): Promise<number | null> {
    const head = await this.run((database) =>
      result<Head | undefined>(database.transaction('cases').objectStore('cases').get(id)),
    )
    return head?.saveNo ?? null
  }

  async save(kept: KeptCase, saveNo: number, now: number, urgent?: 'urgent'): Promise<SaveResult> {
    const { id } = kept.case
    const isLost = this.lacking.has(id)
    // A save of this tab that went in, and could not be shown to have, counts as its own.
    const base = saveNo === 0 ? 0 : Math.max(saveNo, this.written.get(id)?.saveNo ?? 0)
    const before = saveNo === 0 || isLost ? undefined : this.written.get(id)
    // Without locks another tab may have saved since, and the number is to be checked before anything is written.
    const isBlind = urgent !== undefined && navigator.locks !== undefined
    const save = { kept, before, saveNo: base, now, urgent: isBlind, isLost }
    const copy = this.copyOf(kept, base + 1, now)
    this.sending.set(id, [...(this.sending.get(id) ?? []), now])
    try {
      // At once if it can be: the page may be gone in a moment.
      const access = this.access ?? (await this.toCases())
      const write = async (database: IDBDatabase) => {
        const outcome = await access.writeCase(database, save)
        if (outcome.ok) this.written.set(id, outcome.written)
        if (outcome.ok) this.lacking.delete(id)
        return outcome
      }
      const outcome = await this.connection.write(write, async () => !this.lacking.has(id))
      if (!outcome.ok) return outcome
      access.keepCopy(copy)
      access.lastWordsSaved(id, now)
      return { ok: true, saveNo: base + 1, savedAt: now, ...(isLost ? { recreated: true } : {}) }
    } catch (error) {
      if (error instanceof Updated) return { ok: false, reason: 'updated' }
      const isTaken = error instanceof DOMException && error.name === 'ConstraintError'
      if (isTaken) return { ok: false, reason: 'conflict' }
      // A new case that is refused is not begun, and so not missed.
      if (saveNo > 0) this.access?.keepCopy(copy)
      void this.access?.keepCopiesNow()
      return { ok: false, reason: reasonOf(error) }
    } finally {
      this.sending.set(
        id,
        (this.sending.get(id) ?? []).filter((at) => at !== now),
      )
    }
  }

  private copyOf({ case: current, place, lastCopyAt, removed }: KeptCase, saveNo: number, savedAt: number) {
    const under = this.sending.get(current.id) ?? []
    const after = [this.written.get(current.id)?.savedAt ?? 0, ...under]
    return { case: current, place, lastCopyAt, removed, saveNo, savedAt, after }
  }

  keepLastWords(kept: KeptCase, saveNo: number | null, now: number): void {
    if (saveNo === null) this.access?.keepDueCopy(kept.case.id)
    else this.access?.keepLastWords(this.copyOf(kept, saveNo, now))
    void this.access?.keepCopiesNow()
  }

  forgetLastWords(id: string, at: number): void {
    this.access?.forgetLastWords(id, at)
  }

  forget(id: string): void {
    this.written.delete(id)
    this.lacking.delete(id)
    this.access?.forgetDueCopy(id)
  }

  async remove(id: string): Promise<EverythingOfCase> {
    const { removeCase } = await import('./removeCase.ts')
    this.forget(id)
    return this.run((database) => removeCase(database, id))
  }

  async putBack(everything: EverythingOfCase): Promise<void> {
    const { putRecords } = await import('./readRecords.ts')
    await this.run((database) => putRecords(database, everything))
  }
}
