import { replaceRows, rowsOf } from '../domain/case/address.ts'
import { type Answers, type AnyRow, LIST_PATHS, perList } from '../domain/case/answers.ts'
import { orderKeys } from '../domain/case/orderKeys.ts'
import { STORED_FORMAT } from './database.ts'
import type { KeptCase } from './storedCase.ts'
import {
  type Change,
  changeDigest,
  type Head,
  REPLIES,
  removedDigest,
  rowDigest,
  type StoredRow,
  sealed,
} from './storedRecords.ts'

/** What is known to be stored of the open case, so that a save writes only what differs. */
export interface Written {
  kept: KeptCase
  orders: Map<string, number>
  saveNo: number
  /** Milliseconds since 1970. */
  savedAt: number
}

function headOf({ case: current, place, lastCopyAt }: KeptCase, saveNo: number, savedAt: number): Head {
  const { answers, ...rest } = current
  const withoutRows = LIST_PATHS.reduce<Answers>((less, list) => replaceRows(less, list, () => []), answers)
  const rowCounts = perList((list) => rowsOf(answers, list).length)
  const head: Head = {
    id: current.id,
    saveNo,
    savedAt,
    formatVersion: STORED_FORMAT,
    content: {
      ...rest,
      answers: withoutRows,
      replies: current.replies.map((_, at) => ({ record: `${at}` })),
    },
    place,
    lastCopyAt,
    rowCounts,
    digest: '',
  }
  return sealed(head)
}

function rowChanges({ case: current }: KeptCase, before: Written | undefined) {
  const puts: StoredRow[] = []
  const deletes: [StoredRow['list'], string][] = []
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
      const record = { caseId: current.id, list, rowId: row.id, order, row }
      if (oldById.get(row.id) !== row || oldOrders.get(row.id) !== order)
        puts.push({ ...record, digest: rowDigest(record) })
      oldById.delete(row.id)
    }
    for (const rowId of oldById.keys()) deletes.push([list, rowId])
  }
  const wasStored = (at: number) => before?.orders.has(`${REPLIES}.${at}`)
  current.replies.forEach(({ raw: entry }, order) => {
    const rowId = `${order}`
    orders.set(`${REPLIES}.${rowId}`, order)
    const record = {
      caseId: current.id,
      list: REPLIES,
      rowId,
      order,
      row: { id: rowId, code: 0, entry },
    } as const
    if (!wasStored(order) || before?.kept.case.replies[order]?.raw !== entry)
      puts.push({ ...record, digest: rowDigest(record) })
  })
  for (let at = current.replies.length; wasStored(at); at += 1) deletes.push([REPLIES, `${at}`])
  return { puts, deletes, orders }
}

/** One save as the history remembers it, with the orders of the rows after it. */
export function changeOf(kept: KeptCase, before: Written | undefined, saveNo: number, savedAt: number) {
  const { puts, deletes, orders } = rowChanges(kept, before)
  const caseId = kept.case.id
  const removed =
    before?.kept.removed === kept.removed
      ? null
      : kept.removed.map((each) => ({
          ...each,
          caseId,
          rowId: each.row.id,
          digest: removedDigest(each),
        }))
  const head = headOf(kept, saveNo, savedAt)
  const digest = changeDigest({ deletes, removed })
  const change: Change = { caseId, saveNo, savedAt, head, puts, deletes, removed, digest }
  return { change, orders }
}

/** The checksums of files that the case named when it was last stored, and does not name any more. */
export function filesGone({ case: current }: KeptCase, before: Written | undefined): readonly string[] {
  const had = before?.kept.case.evidence ?? []
  if (had === current.evidence) return []
  const has = new Set(current.evidence.map(({ sha256 }) => sha256))
  return [...new Set(had.map(({ sha256 }) => sha256))].filter((sha256) => !has.has(sha256))
}
