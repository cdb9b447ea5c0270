import { type Assessment, assess, type OpenAction } from '../assessment/assess.ts'
import { findRow, getAnswer } from '../case/address.ts'
import { isWritten, nonBlank } from '../case/answer.ts'
import type { AnyRow } from '../case/answers.ts'
import { canonicalText } from '../case/canonicalJson.ts'
import type { CaseFile } from '../case/caseFile.ts'
import { codeOf } from '../interview/askedQuestions.ts'
import { findList, findPlaced } from '../interview/interviewPages.ts'
import type { Interview, List, PartId, Question } from '../interview/question.ts'
import { visibleAnswers } from '../interview/visibleAnswers.ts'
import { readReplies } from '../reply/readReply.ts'
import { type AskedBack, isWaiting, questionsAsked } from '../reply/received.ts'
import { differenceBetween, type FileChange } from './diff.ts'

export interface AnswerChange {
  question: Question
  row: { code: string; title: string | null } | null
  /** `leftOut`: not removed from the case, but left out of the newer file. */
  is: 'added' | 'changed' | 'removed' | 'leftOut'
  before: unknown
  after: unknown
}

export interface WholeRowChange {
  list: List
  is: 'added' | 'removed'
  code: string
  title: string | null
  row: AnyRow
}

export interface PartChanges {
  part: PartId
  answers: readonly AnswerChange[]
  rows: readonly WholeRowChange[]
  moved: readonly List[]
}

/** In the order of the interview. Ids only; words are added when rendered. */
export interface Changes {
  parts: readonly PartChanges[]
  files: readonly FileChange[]
  before: Assessment
  after: Assessment
  settled: readonly OpenAction[]
  opened: readonly OpenAction[]
  /** As they stand in the newer file. */
  questions: readonly AskedBack[]
  count: number
}

export function changesBetween(interview: Interview, older: CaseFile, newer: CaseFile): Changes {
  const seen = (file: CaseFile) => {
    const answers = visibleAnswers(interview, file.answers)
    return { answers, evidence: file.evidence, replies: file.replies }
  }
  const [a, b] = [seen(older), seen(newer)]
  const difference = differenceBetween(a, b)

  const answerChanges = difference.values.flatMap(({ path, before, after }) => {
    const [area, field, rowId, inRow] = path
    const found = findPlaced(interview, rowId === undefined ? path.join('.') : `${area}.${field}.*.${inRow}`)
    if (found === undefined || (!isWritten(before) && !isWritten(after))) return []
    const { question, part, list } = found
    const row = list === undefined ? undefined : findRow(b.answers, list.path, rowId ?? '')
    const isOut = !isWritten(after) && newer.leftOut.includes(question.path)
    const change: AnswerChange = {
      question,
      row: list === undefined || row === undefined ? null : named(list, row),
      is: isOut ? 'leftOut' : !isWritten(before) ? 'added' : isWritten(after) ? 'changed' : 'removed',
      before,
      after,
    }
    return [{ part: part.id, change }]
  })
  const rowChanges = difference.rows.flatMap(({ list: path, is, row }) => {
    const found = findList(interview, path)
    return found === undefined
      ? []
      : [{ part: found.part.id, change: { list: found.list, is, row, ...named(found.list, row) } }]
  })
  const moved = difference.orders.flatMap(({ list: path }) => findList(interview, path) ?? [])
  const parts = interview.parts
    .map(({ id }) => ({
      part: id,
      answers: answerChanges.filter(({ part }) => part === id).map(({ change }) => change),
      rows: rowChanges.filter(({ part }) => part === id).map(({ change }) => change),
      moved: moved.filter(({ part }) => part.id === id).map(({ list }) => list),
    }))
    .filter(({ answers, rows, moved }) => answers.length + rows.length + moved.length > 0)
  const before = assess(a.answers, older.asOf, older.language)
  const after = assess(b.answers, newer.asOf, newer.language)
  const without = (one: Assessment, other: Assessment) =>
    one.open.filter(({ action }) => other.open.every((each) => each.action !== action))
  const askedBefore = new Map(
    questionsAsked(interview, a.answers, readReplies(older.replies)).map((asked) => [asked.id, asked]),
  )
  // What was answered in the older revision already is in none of the changes.
  const questions = questionsAsked(interview, b.answers, readReplies(newer.replies)).filter(
    (asked) =>
      isWaiting(asked) ||
      JSON.stringify(asked) !== JSON.stringify(askedBefore.get(asked.id)) ||
      (asked.at !== null &&
        canonicalText(getAnswer(a.answers, asked.at)) !== canonicalText(getAnswer(b.answers, asked.at))),
  )
  // An answer in words is in no field of the case.
  const inWords = questions.filter(({ id, said }) => said !== null && said !== askedBefore.get(id)?.said)
  return {
    parts,
    files: difference.files,
    before,
    after,
    settled: without(before, after),
    opened: without(after, before),
    questions,
    count:
      parts.reduce((sum, { answers, rows, moved }) => sum + answers.length + rows.length + moved.length, 0) +
      difference.files.length +
      inWords.length,
  }
}

const named = (list: List, row: AnyRow) => ({ code: codeOf(list, row), title: nonBlank(row[list.title]) })
