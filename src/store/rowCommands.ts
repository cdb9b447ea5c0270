import { emptyRow, type ListPath } from '../domain/case/answers.ts'
import { withRow } from '../domain/case/case.ts'
import { withRowBack, withRowDiscarded, withRowMoved, withRowRemoved } from '../domain/case/removedRows.ts'
import type { KeptCase } from '../platform/storedCase.ts'
import type { OpenCaseStore } from './openCase.ts'

/** Each returns false if nothing was changed. */
export interface RowCommands {
  remove(list: ListPath, rowId: string): boolean
  /** Deletes an empty row. */
  discard(list: ListPath, rowId: string): boolean
  putBack(rowId: string): boolean
  move(list: ListPath, rowId: string, by: 1 | -1): boolean
}

/** Adds rows with these first values, all of them or none. */
export const addRows = (
  { getState }: OpenCaseStore,
  list: ListPath,
  rows: readonly Readonly<Record<string, unknown>>[],
  newId: () => string,
): boolean =>
  getState().change(({ case: current }) => ({
    case: rows.reduce((made, row) => withRow(made, list, newId(), { ...emptyRow(list), ...row }), current),
  }))

/** @param now in milliseconds since 1970 */
export function rowCommands({ getState }: OpenCaseStore, now: () => number): RowCommands {
  const take = (next: Partial<KeptCase> | null) => next !== null && getState().change(() => next)
  return {
    remove: (list, rowId) => {
      const { case: current, removed } = getState()
      return take(withRowRemoved(current, removed, { list, rowId, now: now() }))
    },
    discard: (list, rowId) => {
      const { case: current, removed } = getState()
      return take(withRowDiscarded(current, removed, { list, rowId }))
    },
    putBack: (rowId) => {
      const { case: current, removed } = getState()
      const gone = removed.find(({ row }) => row.id === rowId)
      return take(gone === undefined ? null : withRowBack(current, removed, gone))
    },
    move: (list, rowId, by) => {
      const { case: current, removed } = getState()
      return take(withRowMoved(current, removed, { list, rowId, by }))
    },
  }
}
