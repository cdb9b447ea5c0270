import { type Assessment, assess } from '../assessment/assess.ts'
import { isAnswered, nonBlank } from '../case/answer.ts'
import type { Answers } from '../case/answers.ts'
import type { CaseFile } from '../case/caseFile.ts'
import { filesLeftOut } from '../case/leftOut.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import { type EvidenceFile, usesOfFiles } from '../evidence/evidence.ts'
import { type Asked, askedInRow, askedOn, codeOf, isShown, rowsInOrder } from '../interview/askedQuestions.ts'
import { type Interview, isList, type List, type PartId } from '../interview/question.ts'
import { notAnswered } from '../interview/status.ts'
import { type VisibleAnswers, visibleAnswers } from '../interview/visibleAnswers.ts'
import { type CaseReply, readReplies } from '../reply/readEntry.ts'
import { type AskedBack, questionsAsked } from '../reply/received.ts'

/** The answers of one page, or of one row with all its pages. */
export interface ReportGroup {
  /** The page, `scope/document`, or the list, `scope/deliverables`. */
  page: string
  entries: readonly Asked[]
  row?: { list: List; code: string; title: string | null }
}

/** A file of the case, where it stands, and whether its bytes go with it. */
export interface ReportFile {
  file: EvidenceFile
  /** Counted from 1: the number under which it is found in every output. */
  number: number
  uses: readonly string[]
  isLeftOut: boolean
}

export interface Held {
  evidence: readonly EvidenceFile[]
  /** Paths of questions, and files, that the merchant leaves out of a hand-over. */
  leftOut: readonly string[]
  replies: readonly CaseReply[]
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
  notAnswered: readonly Asked[]
  /** Every file of the case that stands at a row, for the answers that name them. */
  evidence: readonly EvidenceFile[]
  files: readonly ReportFile[]
  /** Paths of questions that the merchant left out, and of files, as the case file has them. */
  leftOut: readonly string[]
  askedBack: readonly AskedBack[]
}

/** What is to be said of a case as it stands on a day: as much of it as can be seen. */
export function reportOf(
  interview: Interview,
  { answers, language, ...held }: Held & { answers: Answers; language: string },
  asOf: PlainDate,
): Report {
  const visible = visibleAnswers(interview, answers)
  return buildReport(interview, visible, assess(visible, asOf, language), held)
}

/** The same of a file: as it stood when the file was made, or on another day. */
export const reportOfFile = (interview: Interview, file: CaseFile, asOf: PlainDate = file.asOf): Report =>
  reportOf(interview, { ...file, replies: readReplies(file.replies) }, asOf)

export function buildReport(
  interview: Interview,
  answers: VisibleAnswers,
  assessment: Assessment,
  { evidence, leftOut, replies }: Held,
): Report {
  const parts = interview.parts.map(({ id, steps }) => ({
    part: id,
    groups: steps.flatMap((step): readonly ReportGroup[] => {
      if (!isShown(step, answers)) return []
      if (isList(step)) return rowGroups(step, answers)
      // What is asked apart is shown once it has been answered.
      const entries = askedOn(step, answers).filter(({ value }) => step.apart !== true || isAnswered(value))
      return entries.length === 0 ? [] : [{ page: step.id, entries }]
    }),
  }))
  return {
    assessment,
    answers,
    parts,
    notAnswered: interview.parts
      .flatMap((part) => notAnswered(part, answers))
      .filter(({ question }) => !leftOut.includes(question.path)),
    evidence,
    files: reportFiles(answers, evidence, filesLeftOut(leftOut)),
    leftOut,
    askedBack: questionsAsked(interview, answers, replies),
  }
}

function reportFiles(
  answers: VisibleAnswers,
  evidence: readonly EvidenceFile[],
  leftOut: ReadonlySet<string>,
): readonly ReportFile[] {
  const uses = usesOfFiles(answers)
  return evidence
    .filter(({ id }) => uses.has(id))
    .map((file, at) => ({
      file,
      number: at + 1,
      uses: uses.get(file.id) ?? [],
      isLeftOut: leftOut.has(file.id),
    }))
}

const rowGroups = (list: List, answers: VisibleAnswers): readonly ReportGroup[] =>
  rowsInOrder(list, answers).map((row) => ({
    page: list.id,
    row: { list, code: codeOf(list, row), title: nonBlank(row[list.title]) },
    entries: list.steps.flatMap((step) => askedInRow(list, step, answers, row)),
  }))
