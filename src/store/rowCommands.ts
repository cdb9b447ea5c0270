import { rowsOf } from '../domain/case/address.ts'
import { type Answers, type AnyRow, emptyRow, type ListPath } from '../domain/case/answers.ts'
import { type Case, withRow } from '../domain/case/case.ts'
import { withRowBack, withRowDiscarded, withRowMoved, withRowRemoved } from '../domain/case/removedRows.ts'
import { isBlankRow } from '../domain/interview/entry.ts'
import type { KeptCase } from '../platform/storedCase.ts'
import type { OpenCaseStore } from './openCase.ts'

/** What the last rows that were added together changed beside themselves, until they are taken away again. */
const changedWith = new WeakMap<OpenCaseStore, { ids: readonly string[]; before: Answers; after: Answers }>()

/**
 * Adds rows with these first values, all of them or none, and gives their ids; null if nothing was changed.
 * @param also what else changes with them, of the answers that have them
 */
export function addRows(
  store: OpenCaseStore,
  list: ListPath,
  rows: readonly Readonly<Record<string, unknown>>[],
  newId: () => string,
  also: (answers: Answers) => Answers = (answers) => answers,
): readonly string[] | null {
  const ids = rows.map(newId)
  const before = store.getState().case.answers
  let after = before
  const isAdded = store.getState().change(({ case: current }) => {
    const made = rows.reduce<Case>(
      (some, row, at) => withRow(some, list, ids[at] ?? '', { ...emptyRow(list), ...row }),
      current,
    )
    after = also(made.answers)
    return { case: { ...made, answers: after } }
  })
  if (isAdded) changedWith.set(store, { ids, before, after })
  return isAdded ? ids : null
}

/** Answers that were given with rows go with them, where nobody has changed them since. */
function withoutWhatCame(now: Answers, before: Answers, after: Answers): Answers {
  const areas = Object.keys(now) as (keyof Answers)[]
  const back = areas.map((area) => {
    const [mine, then, came] = [now[area], before[area], after[area]] as unknown as Record<string, unknown>[]
    const fields = Object.keys(came ?? {}).filter(
      (field) => came?.[field] !== then?.[field] && JSON.stringify(mine?.[field]) === JSON.stringify(came?.[field]),
    )
    return [area, { ...mine, ...Object.fromEntries(fields.map((field) => [field, then?.[field] ?? null])) }]
  })
  return Object.fromEntries(back) as Answers
}

/** By the ids of new rows: what was known of them when they were begun. */
const begun = new Map<string, Readonly<Record<string, unknown>>>()

/** Nothing is in it but what it was begun with. */
const isUnwritten = (row: AnyRow): boolean => {
  const written = Object.entries(row).filter(([field, value]) => value !== begun.get(row.id)?.[field])
  return isBlankRow({ ...Object.fromEntries(written), id: row.id, code: row.code })
}

/** Begins a row with what is known around it, as who it is from. Gives its id, or null if the list is full. */
export function beginRow(
  { getState }: OpenCaseStore,
  list: ListPath,
  known: Readonly<Record<string, unknown>> = {},
): string | null {
  const rowId = getState().addRow(list, known)
  if (rowId !== null) begun.set(rowId, known)
  return rowId
}

/** Saved as it is, a row stays. */
export const keepRow = (rowId: string): void => void begun.delete(rowId)

type Rows = Pick<KeptCase, 'case' | 'removed'>

/**
 * Each that changes one row returns false if nothing was changed.
 * @param now in milliseconds since 1970
 */
export function rowCommands(store: OpenCaseStore, now: () => number) {
  const { getState } = store
  const change = (next: (rows: Rows) => Rows | null) => {
    const changed = next(getState())
    return changed !== null && getState().change(() => changed)
  }
  /** Deletes a row for good. */
  const discard = (list: ListPath, rowId: string) => {
    const isGone = change(({ case: current, removed }) => withRowDiscarded(current, removed, { list, rowId }))
    if (isGone) begun.delete(rowId)
    return isGone
  }
  return {
    remove: (list: ListPath, rowId: string) =>
      change(({ case: current, removed }) => withRowRemoved(current, removed, { list, rowId, now: now() })),
    /** Takes back rows that were added together, with what came with them. */
    takeBack: (list: ListPath, rowIds: readonly string[]) =>
      change((rows) => {
        const left = rowIds.reduce<Rows>(
          (some, rowId) => withRowRemoved(some.case, some.removed, { list, rowId, now: now() }) ?? some,
          rows,
        )
        const came = changedWith.get(store)
        if (came === undefined || !rowIds.every((id) => came.ids.includes(id))) return left
        const answers = withoutWhatCame(left.case.answers, came.before, came.after)
        return { ...left, case: { ...left.case, answers } }
      }),
    discard,
    /** Discards the rows in which nothing was written. */
    discardUnwritten: (list: ListPath) => {
      const rows = rowsOf(getState().case.answers, list) as readonly AnyRow[]
      for (const row of rows) if (isUnwritten(row)) discard(list, row.id)
    },
    putBack: (rowId: string) =>
      change(({ case: current, removed }) => {
        const gone = removed.find(({ row }) => row.id === rowId)
        return gone === undefined ? null : withRowBack(current, removed, gone)
      }),
    move: (list: ListPath, rowId: string, by: 1 | -1, isAmong?: (other: AnyRow) => boolean) =>
      change(({ case: current, removed }) => withRowMoved(current, removed, { list, rowId, by, isAmong })),
  }
}
