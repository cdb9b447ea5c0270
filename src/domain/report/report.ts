import type { Assessment } from '../assessment/assess.ts'
import { rowsOf } from '../case/address.ts'
import { isAnswered, written } from '../case/answer.ts'
import type { AnyRow } from '../case/answers.ts'
import { type Interview, isList, type List, type PartId } from '../interview/question.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { type Asked, askedInRow, askedOn, isShown, notAnswered } from '../interview/walk.ts'

/** The answers of one page, or of one row with all its pages. */
export interface ReportGroup {
  /** The page, `scope/document`, or the list, `scope/deliverables`. */
  page: string
  entries: readonly Asked[]
  row?: { list: List; code: string; title: string | null }
}

export interface ReportPart {
  part: PartId
  groups: readonly ReportGroup[]
}

/** The tree that every output renders: screen, paper and file. It speaks in ids; words come last. */
export interface Report {
  assessment: Assessment
  answers: VisibleAnswers
  parts: readonly ReportPart[]
  /** What was asked and would help the reader, but has no answer. */
  notAnswered: readonly Asked[]
}

/** The code of a row on screen and paper: S1, A2, P4, E1. */
export const codeOf = (list: List, row: AnyRow): string => `${list.code}${row.code}`

/** The rows of a list in the order in which they are read. */
export function rowsInOrder(
  list: List,
  answers: VisibleAnswers | Parameters<typeof rowsOf>[0],
): readonly AnyRow[] {
  const rows = rowsOf(answers, list.path) as readonly AnyRow[]
  if (list.order === 'byHand') return rows
  const dayOf = ({ date }: AnyRow) => (typeof date === 'string' ? date : '9999')
  // Sorting is stable: rows of one day stay in the order of entry, rows without a day come last.
  return [...rows].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))
}

export function buildReport(interview: Interview, answers: VisibleAnswers, assessment: Assessment): Report {
  const parts = interview.parts.map(({ id, steps }) => ({
    part: id,
    groups: steps.flatMap((step): readonly ReportGroup[] => {
      if (!isShown(step, answers)) return []
      if (isList(step)) return rowGroups(step, answers)
      const entries = askedOn(step, answers).filter((asked) => isReported(asked, step.apart === true))
      return entries.length === 0 ? [] : [{ page: step.id, entries }]
    }),
  }))
  return {
    assessment,
    answers,
    parts,
    notAnswered: interview.parts.flatMap((part) => notAnswered(part, answers)),
  }
}

/** Being finished with a part is for the merchant alone; what is asked apart is shown once it has been answered. */
const isReported = ({ question, value }: Asked, apart: boolean) =>
  !question.path.endsWith('.done') && (!apart || isAnswered(value))

const rowGroups = (list: List, answers: VisibleAnswers): readonly ReportGroup[] =>
  rowsInOrder(list, answers).map((row) => ({
    page: list.id,
    row: { list, code: codeOf(list, row), title: written(row[list.title]) },
    entries: list.steps.flatMap((step) => askedInRow(list, step, answers, row)),
  }))
