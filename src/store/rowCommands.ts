import { emptyRow, type ListPath } from '../domain/case/answers.ts'
import { withRow } from '../domain/case/case.ts'
import { withRowBack, withRowDiscarded, withRowMoved, withRowRemoved } from '../domain/case/removedRows.ts'
import type { KeptCase } from '../platform/storedCase.ts'
import type { OpenCaseStore } from './openCase.ts'

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

type Rows = Pick<KeptCase, 'case' | 'removed'>

/**
 * Each returns false if nothing was changed; `discard` deletes an empty row.
 * @param now in milliseconds since 1970
 */
export function rowCommands({ getState }: OpenCaseStore, now: () => number) {
  const change = (next: (rows: Rows) => Rows | null) => {
    const changed = next(getState())
    return changed !== null && getState().change(() => changed)
  }
  return {
    remove: (list: ListPath, rowId: string) =>
      change(({ case: current, removed }) => withRowRemoved(current, removed, { list, rowId, now: now() })),
    discard: (list: ListPath, rowId: string) =>
      change(({ case: current, removed }) => withRowDiscarded(current, removed, { list, rowId })),
    putBack: (rowId: string) =>
      change(({ case: current, removed }) => {
        const gone = removed.find(({ row }) => row.id === rowId)
        return gone === undefined ? null : withRowBack(current, removed, gone)
      }),
    move: (list: ListPath, rowId: string, by: 1 | -1) =>
      change(({ case: current, removed }) => withRowMoved(current, removed, { list, rowId, by })),
  }
}
