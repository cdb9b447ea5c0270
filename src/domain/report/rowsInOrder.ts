import { rowsOf } from '../case/address.ts'
import type { Answers, AnyRow } from '../case/answers.ts'
import type { List } from '../interview/question.ts'

/** The code of a row on screen and paper: S1, A2, P4, E1. */
export const codeOf = (list: List, row: AnyRow): string => `${list.code}${row.code}`

/** The rows of a list in the order in which they are read. */
export function rowsInOrder(list: List, answers: Answers): readonly AnyRow[] {
  const rows = rowsOf(answers, list.path) as readonly AnyRow[]
  if (list.order === 'byHand') return rows
  const dayOf = ({ date }: AnyRow) => (typeof date === 'string' ? date : '9999')
  // Sorting is stable: rows of one day stay in the order of entry, rows without a day come last.
  return [...rows].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}
