import { type Answers, emptyRow, type ListPath } from '../domain/case/answers.ts'
import { type Case, withRow } from '../domain/case/case.ts'
import { withRowBack, withRowDiscarded, withRowMoved, withRowRemoved } from '../domain/case/removedRows.ts'
import type { KeptCase } from '../platform/storedCase.ts'
import type { OpenCaseStore } from './openCase.ts'

/**
 * Adds rows with these first values, all of them or none, and gives their ids; null if nothing was changed.
 * @param also what else changes with them
 */
export function addRows(
  { getState }: OpenCaseStore,
  list: ListPath,
  rows: readonly Readonly<Record<string, unknown>>[],
  newId: () => string,
  also: (answers: Answers) => Answers = (answers) => answers,
): readonly string[] | null {
  const ids = rows.map(newId)
  const isAdded = getState().change(({ case: current }) => ({
    case: rows.reduce<Case>((made, row, at) => withRow(made, list, ids[at] ?? '', { ...emptyRow(list), ...row }), {
      ...current,
      answers: also(current.answers),
    }),
  }))
  return isAdded ? ids : null
}

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
    /** Those that are there, in one change. */
    removeAll: (list: ListPath, rowIds: readonly string[]) =>
      change((rows) =>
        rowIds.reduce<Rows>(
          (left, rowId) => withRowRemoved(left.case, left.removed, { list, rowId, now: now() }) ?? left,
          rows,
        ),
      ),
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
