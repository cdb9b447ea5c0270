import type { Assessment } from '../assessment/assess.ts'
import { isAnswered, written } from '../case/answer.ts'
import { type Interview, isList, type List, type PartId } from '../interview/question.ts'
import { notAnswered } from '../interview/status.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { type Asked, askedInRow, askedOn, isShown } from '../interview/walk.ts'
import { codeOf, rowsInOrder } from './rowsInOrder.ts'

/** The answers of one page, or of one row with all its pages. */
export interface ReportGroup {
  /** The page, `scope/document`, or the list, `scope/deliverables`. */
  page: string
  entries: readonly Asked[]
  row?: { list: List; code: string; title: string | null }
}

interface ReportPart {
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
