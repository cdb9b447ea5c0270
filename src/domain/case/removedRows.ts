import { anyRows, replaceRows } from './address.ts'
import type { Answers, AnyRow, ListPath } from './answers.ts'
import type { Case } from './case.ts'

export interface RemovedRow {
  list: ListPath
  row: AnyRow
  at: number
  /** The id of the row before it, removed or not; null for the first. The first releases did not store it. */
  after?: string | null
  /** Milliseconds since 1970. */
  removedAt: number
}

type Removed = readonly RemovedRow[]

/** With the removed rows in their old places, whatever has been removed, restored, added or moved since. */
export function rowsInPlace(answers: Answers, list: ListPath, removed: Removed): readonly AnyRow[] {
  const rows: AnyRow[] = [...anyRows(answers, list)]
  const has = new Set(rows.map(({ id }) => id))
  const gone = new Map(
    removed.filter((each) => each.list === list && !has.has(each.row.id)).map((each) => [each.row.id, each]),
  )
  // A row goes right after its neighbour, so the neighbour is placed first.
  const place = (each: RemovedRow) => {
    gone.delete(each.row.id)
    const { after, at, row } = each
    const before = after === undefined || after === null ? undefined : gone.get(after)
    if (before !== undefined) place(before)
    const behind = after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1
    rows.splice(after !== null && behind === 0 ? at : behind, 0, row)
  }
  // Rows without `after` were counted without those removed before them.
  for (const each of [...gone.values()].reverse()) if (gone.has(each.row.id)) place(each)
  return rows
}

interface Changed {
  case: Case
  removed: Removed
}

export function withRowRemoved(
  current: Case,
  removed: Removed,
  { list, rowId, now }: { list: ListPath; rowId: string; now: number },
): Changed | null {
  const rows = anyRows(current.answers, list)
  const at = rows.findIndex(({ id }) => id === rowId)
  const row = rows[at]
  if (row === undefined) return null
  const after = neighbourIn(rowsInPlace(current.answers, list, removed), rowId)
  return {
    case: withRows(current, list, (all) => all.filter((other) => other !== row)),
    removed: [...withNeighbours(current, list, removed), { list, row, at, after, removedAt: now }],
  }
}

export function withRowBack(current: Case, removed: Removed, gone: RemovedRow): Changed {
  const { list, row } = gone
  const there = new Set(anyRows(current.answers, list).map(({ id }) => id)).add(row.id)
  const inPlace = rowsInPlace(current.answers, list, removed).filter(({ id }) => there.has(id))
  return {
    case: withRows(current, list, () => inPlace),
    removed: withNeighbours(current, list, removed).filter((other) => other.row !== row),
  }
}

interface Move {
  list: ListPath
  rowId: string
  by: 1 | -1
  /** Which rows it goes past; by default the next one. */
  isAmong?: ((other: AnyRow) => boolean) | undefined
}

/** Null if it cannot go further. Removed rows behind it stay where they are. */
export function withRowMoved(
  current: Case,
  removed: Removed,
  { list, rowId, by, isAmong = () => true }: Move,
): Changed | null {
  const rows = anyRows(current.answers, list)
  const at = rows.findIndex(({ id }) => id === rowId)
  const row = rows[at]
  const other = by > 0 ? rows.slice(at + 1).find(isAmong) : rows.slice(0, Math.max(0, at)).findLast(isAmong)
  if (row === undefined || other === undefined) return null
  return {
    case: withRows(current, list, (all) => all.map((each) => (each === row ? other : each === other ? row : each))),
    removed: withNeighbours(current, list, removed, rowId),
  }
}

/** An empty row cannot be restored. */
export const withRowDiscarded = (
  current: Case,
  removed: Removed,
  { list, rowId }: { list: ListPath; rowId: string },
): Changed => ({
  case: withRows(current, list, (rows) => rows.filter(({ id }) => id !== rowId)),
  removed: withNeighbours(current, list, removed, rowId),
})

/** `leaving` leaves its place: what was behind it is then behind the row before it. */
function withNeighbours(current: Case, list: ListPath, removed: Removed, leaving?: string): Removed {
  const isUnknown = ({ list: other, after }: RemovedRow) => other === list && (after === undefined || after === leaving)
  if (!removed.some(isUnknown)) return removed
  const rows = rowsInPlace(current.answers, list, removed).filter(({ id }) => id !== leaving)
  return removed.map((each) => (isUnknown(each) ? { ...each, after: neighbourIn(rows, each.row.id) } : each))
}

const neighbourIn = (rows: readonly AnyRow[], rowId: string): string | null =>
  rows[rows.findIndex(({ id }) => id === rowId) - 1]?.id ?? null

const withRows = (current: Case, list: ListPath, change: (rows: readonly AnyRow[]) => readonly AnyRow[]): Case => ({
  ...current,
  answers: replaceRows(current.answers, list, change),
})
