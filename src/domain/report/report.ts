import { type Assessment, assess } from '../assessment/assess.ts'
import { isAnswered, nonBlank } from '../case/answer.ts'
import type { Answers } from '../case/answers.ts'
import type { CaseFile } from '../case/caseFile.ts'
import { filesLeftOut } from '../case/leftOut.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import { type EvidenceFile, usesOfFiles } from '../evidence/evidence.ts'
import { type Asked, askedInRow, askedOn, codeOf, hasShownRows, rowsInOrder } from '../interview/askedQuestions.ts'
import { type Interview, isList, type List, type PartId } from '../interview/question.ts'
import { notAnswered } from '../interview/status.ts'
import { type VisibleAnswers, visibleAnswers } from '../interview/visibleAnswers.ts'
import { type CaseReply, readReplies } from '../reply/readReply.ts'
import { type AskedBack, questionsAsked } from '../reply/received.ts'

export interface ReportGroup {
  page: string
  entries: readonly Asked[]
  row?: { list: List; code: string; title: string | null }
}

export interface ReportFile {
  file: EvidenceFile
  /** From 1; the same in every output. */
  number: number
  uses: readonly string[]
  isLeftOut: boolean
}

export interface Held {
  evidence: readonly EvidenceFile[]
  /** Paths of questions, and files. */
  leftOut: readonly string[]
  replies: readonly CaseReply[]
}

interface ReportPart {
  part: PartId
  groups: readonly ReportGroup[]
}

/** The tree that every output renders. Ids only; words are added when rendered. */
export interface Report {
  assessment: Assessment
  answers: VisibleAnswers
  parts: readonly ReportPart[]
  notAnswered: readonly Asked[]
  evidence: readonly EvidenceFile[]
  files: readonly ReportFile[]
  leftOut: readonly string[]
  askedBack: readonly AskedBack[]
}

export function reportOf(
  interview: Interview,
  { answers, language, ...held }: Held & { answers: Answers; language: string },
  asOf: PlainDate,
): Report {
  const visible = visibleAnswers(interview, answers)
  return buildReport(interview, visible, assess(visible, asOf, language), held)
}

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
      // Pages that are asked elsewhere are shown once they are answered.
      const isElsewhere = !isList(step) && step.apart === true
      const entries = askedOn(step, answers).filter(({ value }) => !isElsewhere || isAnswered(value))
      const group = entries.length === 0 ? [] : [{ page: step.id, entries }]
      return isList(step) && hasShownRows(step, answers) ? [...group, ...rowGroups(step, answers)] : group
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
    .map((file, at) => ({ file, number: at + 1, uses: uses.get(file.id) ?? [], isLeftOut: leftOut.has(file.id) }))
}

const rowGroups = (list: List, answers: VisibleAnswers): readonly ReportGroup[] =>
  rowsInOrder(list, answers).map((row) => ({
    page: list.id,
    row: { list, code: codeOf(list, row), title: nonBlank(row[list.title]) },
    entries: askedInRow(list, answers, row),
  }))
