import { ALL_STORES, allOf, completed } from './database.ts'
import type { Snapshot } from './history.ts'
import type { SpareCopy } from './lastWords.ts'
import { readAll } from './readRecords.ts'
import type { LoadedCase } from './storedCase.ts'
import {
  type CaseRecords,
  type Change,
  type Head,
  isChangeWhole,
  isHeadWhole,
  isRemovedWhole,
  isRowWhole,
  loadedFrom,
  type StoredRow,
  sealed,
} from './storedRecords.ts'
import { changeOf } from './writeCase.ts'

interface FoundRecords extends Omit<CaseRecords, 'head'> {
  head: Head | undefined
}

interface Recovered {
  records: CaseRecords
  loaded: LoadedCase
  recoveredTo: number
}

/**
 * Recovers a case from whatever is newest and whole: what was found, its versions, the changes after them, and its spare
 * copy. Damaged records go to quarantine, and a state that was whole but older is kept as a version. Null if nothing can
 * be recovered; then nothing is written.
 */
export async function recover(
  database: IDBDatabase,
  caseId: string,
  found: FoundRecords,
  copy: SpareCopy | null,
): Promise<Recovered | null> {
  const reading = database.transaction(['changes', 'snapshots'])
  const [changes, snapshots] = await Promise.all([
    readAll<Change>(reading.objectStore('changes'), allOf(caseId)),
    readAll<Snapshot>(reading.objectStore('snapshots'), allOf(caseId)),
  ])
  const best = bestOf(found, changes.records, snapshots.records, copy)
  if (best === null) return null
  // Above every number that was ever used: a second entry of the same number is refused.
  const numbers = [best.head.saveNo, found.head?.saveNo ?? 0, ...changes.records.map(({ saveNo }) => saveNo)]
  const saveNo = Math.max(...numbers.filter((number) => Number.isSafeInteger(number))) + 1
  const records = { ...best, head: sealed({ ...best.head, saveNo }) }
  const loaded = loadedFrom(records)
  if (loaded === null) return null
  const unreadable = { changes: changes.unreadable, snapshots: snapshots.unreadable }
  try {
    await write(database, found, records, unreadable)
  } catch {
    return null
  }
  return { records, loaded, recoveredTo: best.head.savedAt }
}

type Rows = ReadonlyMap<string, StoredRow>
const rowKey = ({ list, rowId }: StoredRow) => `${list} ${rowId}`
const rowsByKey = (rows: readonly StoredRow[]): Rows => new Map(rows.map((row) => [rowKey(row), row]))

function bestOf(
  found: FoundRecords,
  changes: readonly Change[],
  snapshots: readonly Snapshot[],
  copy: SpareCopy | null,
): CaseRecords | null {
  const rebuilt = [...snapshots]
    .reverse()
    .filter((snapshot) => loadedFrom(snapshot) !== null)
    .map((snapshot) => replayed(snapshot, changes))
  const whole = [...rebuilt, replayed(null, changes), copy === null ? null : recordsOf(copy)]
  const newest = whole
    .filter((records) => records !== null)
    .sort((a, b) => b.head.saveNo - a.head.saveNo || b.head.savedAt - a.head.savedAt)[0]
  const patched = patchedBy(found, newest ?? null)
  if (patched !== null && patched.head.saveNo >= (newest?.head.saveNo ?? 0)) return patched
  return newest ?? patched
}

function recordsOf(copy: SpareCopy): CaseRecords {
  const { head, puts, removed } = changeOf(copy, undefined, copy.saveNo, copy.savedAt).change
  return { head, rows: puts, removed: removed ?? [] }
}

/** What was found, with damaged and missing records taken from the history; null if that makes no whole case. */
function patchedBy(found: FoundRecords, rebuilt: CaseRecords | null): CaseRecords | null {
  const head = found.head !== undefined && isHeadWhole(found.head) ? found.head : rebuilt?.head
  if (head === undefined) return null
  const good = rowsByKey(found.rows.filter(isRowWhole))
  const damaged = rowsByKey(found.rows.filter((row) => !isRowWhole(row)))
  const fromHistory = rowsByKey(rebuilt?.rows ?? [])
  const instead = [...damaged.keys()].map((key) => fromHistory.get(key)).filter((row) => row !== undefined)
  const missing = [...fromHistory].filter(([key]) => !good.has(key) && !damaged.has(key)).map(([, row]) => row)
  const isThere = new Map((rebuilt?.removed ?? []).map((each) => [each.rowId, each]))
  const removed = found.removed
    .map((each) => (isRemovedWhole(each) ? each : isThere.get(each.rowId)))
    .filter((each) => each !== undefined)
  const isKnown = new Set([...removed, ...found.rows].map(({ rowId }) => rowId))
  const alsoRemoved = [...isThere.values()].filter(({ rowId }) => !isKnown.has(rowId))
  for (const more of [[], missing]) {
    const rows = [...good.values(), ...instead, ...more]
    const records = { head, rows, removed: [...removed, ...alsoRemoved] }
    if (loadedFrom(records) !== null) return records
  }
  return null
}

/** The case after all undamaged changes that follow without a gap; null if there is none. */
function replayed(begin: CaseRecords | null, changes: readonly Change[]): CaseRecords | null {
  let whole = begin
  let at = begin?.head.saveNo ?? (changes[0]?.saveNo ?? 0) - 1
  const rows = new Map(rowsByKey(begin?.rows ?? []))
  let removed = begin?.removed ?? []
  for (const change of changes) {
    if (change.saveNo <= at) continue
    if (change.saveNo !== at + 1 || !isChangeWhole(change)) break
    for (const row of change.puts) rows.set(rowKey(row), row)
    for (const [list, rowId] of change.deletes) rows.delete(`${list} ${rowId}`)
    removed = change.removed ?? removed
    whole = { head: change.head, rows: [...rows.values()], removed }
    at = change.saveNo
  }
  return whole !== null && loadedFrom(whole) !== null ? whole : begin
}

async function write(
  database: IDBDatabase,
  found: FoundRecords,
  records: CaseRecords,
  unreadable: Readonly<Record<'changes' | 'snapshots', readonly IDBValidKey[]>>,
): Promise<void> {
  const { head, rows, removed } = records
  const caseId = head.id
  const transaction = database.transaction(ALL_STORES, 'readwrite', { durability: 'strict' })
  const store = (name: (typeof ALL_STORES)[number]) => transaction.objectStore(name)
  const now = Date.now()
  const keepVersion = (version: CaseRecords, why: Snapshot['why']) =>
    store('snapshots').put({ caseId, saveNo: version.head.saveNo, at: now, why, ...version } satisfies Snapshot)
  const damaged: readonly unknown[] = [
    ...[found.head].filter((each) => each !== undefined && !isHeadWhole(each)),
    ...found.rows.filter((row) => !isRowWhole(row)),
    ...found.removed.filter((each) => !isRemovedWhole(each)),
  ]
  try {
    for (const [number, record] of damaged.entries()) store('quarantine').put({ caseId, at: now, number, record })
    for (const name of ['changes', 'snapshots'] as const) for (const key of unreadable[name]) store(name).delete(key)
    const older = found.head === undefined ? null : { ...found, head: found.head }
    if (older !== null && loadedFrom(older) !== null) keepVersion(older, 'before')
    store('cases').put(head)
    store('rows').delete(allOf(caseId))
    for (const row of rows) store('rows').put({ ...row, caseId })
    store('removed').delete(allOf(caseId))
    for (const each of removed) store('removed').put({ ...each, caseId, rowId: each.row.id })
    keepVersion(records, 'mended')
  } catch (error) {
    transaction.abort()
    throw error
  }
  await completed(transaction)
}
