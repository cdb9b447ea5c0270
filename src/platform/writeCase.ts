import { replaceRows, rowsOf } from '../domain/case/address.ts'
import { type Answers, type AnyRow, LIST_PATHS, perList } from '../domain/case/answers.ts'
import { orderKeys } from '../domain/case/orderKeys.ts'
import { allOf, completed, SAVED_STORES, STORED_FORMAT } from './database.ts'
import type { KeptCase } from './storedCase.ts'
import {
  type Change,
  changeDigest,
  type Head,
  isHeadWhole,
  isRowWhole,
  REPLIES,
  removedDigest,
  rowDigest,
  type StoredRow,
  sealed,
} from './storedRecords.ts'
import { yieldToMain } from './yieldToMain.ts'

/** What is known to be stored of the open case, so that a save writes only what differs. */
export interface Written {
  kept: KeptCase
  orders: Map<string, number>
  saveNo: number
  savedAt: number
}

function headOf({ case: current, place, lastCopyAt }: KeptCase, saveNo: number, savedAt: number): Head {
  const { answers, ...rest } = current
  const withoutRows = LIST_PATHS.reduce<Answers>((less, list) => replaceRows(less, list, () => []), answers)
  const replies = current.replies.map((_, at) => ({ record: `${at}` }))
  return sealed({
    id: current.id,
    saveNo,
    savedAt,
    formatVersion: STORED_FORMAT,
    content: { ...rest, answers: withoutRows, replies },
    place,
    lastCopyAt,
    rowCounts: perList((list) => rowsOf(answers, list).length),
    digest: '',
  })
}

function rowChanges({ case: current }: KeptCase, before: Written | undefined) {
  const puts: StoredRow[] = []
  const deletes: [StoredRow['list'], string][] = []
  const orders = new Map<string, number>()
  const put = (record: Omit<StoredRow, 'digest'>) => puts.push({ ...record, digest: rowDigest(record) })
  const caseId = current.id
  for (const list of LIST_PATHS) {
    const rows: readonly AnyRow[] = rowsOf(current.answers, list)
    const old: readonly AnyRow[] = before === undefined ? [] : rowsOf(before.kept.case.answers, list)
    const oldById = new Map(old.map((row) => [row.id, row]))
    const oldOrders = new Map(old.map((row) => [row.id, before?.orders.get(`${list}.${row.id}`) ?? 0]))
    const ids = rows.map(({ id }) => id)
    const newOrders = rows === old ? oldOrders : orderKeys(ids, oldOrders)
    for (const row of rows) {
      const order = newOrders.get(row.id) ?? 0
      orders.set(`${list}.${row.id}`, order)
      if (oldById.get(row.id) !== row || oldOrders.get(row.id) !== order)
        put({ caseId, list, rowId: row.id, order, row })
      oldById.delete(row.id)
    }
    for (const rowId of oldById.keys()) deletes.push([list, rowId])
  }
  const wasStored = (at: number) => before?.orders.has(`${REPLIES}.${at}`)
  current.replies.forEach(({ raw: entry }, order) => {
    const rowId = `${order}`
    orders.set(`${REPLIES}.${rowId}`, order)
    if (!wasStored(order) || before?.kept.case.replies[order]?.raw !== entry)
      put({ caseId, list: REPLIES, rowId, order, row: { id: rowId, code: 0, entry } })
  })
  for (let at = current.replies.length; wasStored(at); at += 1) deletes.push([REPLIES, `${at}`])
  return { puts, deletes, orders }
}

export function changeOf(kept: KeptCase, before: Written | undefined, saveNo: number, savedAt: number) {
  const { puts, deletes, orders } = rowChanges(kept, before)
  const caseId = kept.case.id
  const removed =
    before?.kept.removed === kept.removed
      ? null
      : kept.removed.map((each) => ({ ...each, caseId, rowId: each.row.id, digest: removedDigest(each) }))
  const head = headOf(kept, saveNo, savedAt)
  const digest = changeDigest({ deletes, removed })
  const change: Change = { caseId, saveNo, savedAt, head, puts, deletes, removed, digest }
  return { change, orders }
}

function filesGone({ case: current }: KeptCase, before: Written | undefined): readonly string[] {
  const named = new Set(current.evidence.map(({ sha256 }) => sha256))
  const had = before?.kept.case.evidence.map(({ sha256 }) => sha256) ?? []
  return had.filter((sha256) => !named.has(sha256))
}

interface Save {
  kept: KeptCase
  before: Written | undefined
  saveNo: number
  now: number
  /** The page may be gone in a moment: commits without waiting for an answer. */
  urgent: boolean
  /** What is stored is not what was written: all of it is written again. */
  isLost: boolean
}

/** More rows than this, which only an opened file has, take so long to checksum that the page must be let in first. */
const MANY = 200

type Outcome = { ok: true; written: Written } | { ok: false; reason: 'conflict' | 'deleted' }

/** Makes every request before the first answer comes: a page that is being closed gets no answers. */
export async function writeCase(
  database: IDBDatabase,
  { kept, before, saveNo, now, urgent, isLost }: Save,
): Promise<Outcome> {
  const { id } = kept.case
  // The bytes of a file go in the very transaction in which the case no longer names it, or not at all.
  const gone = filesGone(kept, before)
  const stores = gone.length === 0 ? SAVED_STORES : ([...SAVED_STORES, 'blobs'] as const)
  const { change, orders } = changeOf(kept, before, saveNo + 1, now)
  const { head, puts, deletes, removed } = change
  if (saveNo === 0 && !urgent && puts.length > MANY) await yieldToMain()
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' })
  const cases = transaction.objectStore('cases')
  let fault: 'conflict' | 'deleted' | null = null
  const giveUp = () => {
    if (!urgent) transaction.abort()
  }
  const check: IDBRequest<Head | undefined> = cases.get(id)
  check.onsuccess = () => {
    const stored = check.result?.saveNo
    if (stored === undefined ? saveNo === 0 || isLost : isLost ? stored <= saveNo : stored === saveNo) return
    fault = stored === undefined ? 'deleted' : 'conflict'
    giveUp()
  }
  const readBack = <T>(request: IDBRequest<T>, isWhole: (stored: T) => boolean) => {
    request.onsuccess = () => {
      if (!isWhole(request.result)) giveUp()
    }
  }
  try {
    const rows = transaction.objectStore('rows')
    const changes = transaction.objectStore('changes')
    if (isLost) {
      rows.delete(allOf(id))
      changes.delete(allOf(id))
    }
    changes.add(change)
    cases.put(head)
    readBack<Head>(cases.get(id), isHeadWhole)
    for (const row of puts) {
      rows.put(row)
      readBack<StoredRow>(rows.get([id, row.list, row.rowId]), isRowWhole)
    }
    for (const [list, rowId] of deletes) rows.delete([id, list, rowId])
    if (removed !== null) {
      const store = transaction.objectStore('removed')
      store.delete(allOf(id))
      for (const each of removed) store.put(each)
    }
    for (const sha256 of gone) transaction.objectStore('blobs').delete([id, sha256])
  } catch (error) {
    // Otherwise the requests before the fault would be committed without the rest.
    transaction.abort()
    throw error
  }
  if (urgent) transaction.commit()
  try {
    await completed(transaction)
  } catch (error) {
    if (fault !== null) return { ok: false, reason: fault }
    throw error
  }
  return { ok: true, written: { kept, orders, saveNo: saveNo + 1, savedAt: now } }
}
