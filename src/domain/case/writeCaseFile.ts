import type { Assessment } from '../assessment/assess.ts'
import { type EvidenceFile, usedFiles } from '../evidence/evidence.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { rawReplies, readReplies } from '../reply/readReply.ts'
import { repliesWithout } from '../reply/received.ts'
import { type Address, findRow, getAnswer, pathOf, placeOf } from './address.ts'
import { isAnswered } from './answer.ts'
import type { Answers } from './answers.ts'
import { type Digested, digestOf, type Sha256 } from './canonicalJson.ts'
import type { Case } from './case.ts'
import { type CaseFile, FORMAT, MAX_COUNT, type Purpose } from './caseFile.ts'
import { filesLeftOut, withoutLeftOut } from './leftOut.ts'
import { FORMAT_VERSION, MIN_READER } from './migrations.ts'

export interface FileContent extends Digested {
  answers: Answers
  evidence: readonly EvidenceFile[]
  replies: readonly unknown[]
}

export const copyContent = ({ answers, evidence, replies }: Case): FileContent => ({
  answers,
  evidence,
  replies: rawReplies(replies),
})

/** The visible answers without what is left out, and the files that they use. */
export function handOverContent(
  { answers: hidden, evidence, replies }: Case,
  visible: VisibleAnswers,
  leftOut: readonly string[] = [],
): FileContent {
  const answers = withoutLeftOut(visible, leftOut)
  const out = filesLeftOut(leftOut)
  // The description is left out with the file; its name stays in the list.
  const listed = usedFiles(answers, evidence).map((file) => (out.has(file.id) ? { ...file, shows: null } : file))
  // What a question was about is left out with its answer.
  const left = repliesWithout(replies, (at) => leftOut.includes(pathOf(at)) || isHidden(at, hidden, visible))
  return { answers, evidence: listed, replies: rawReplies(left) }
}

/** The row is gone, or the answer is behind a condition that no longer holds. */
function isHidden(at: Address, answers: Answers, visible: VisibleAnswers): boolean {
  const place = placeOf(at)
  if (place === null) return true
  if (place.list !== undefined && findRow(visible, place.list, place.rowId) === undefined) return true
  return !isAnswered(getAnswer(visible, at)) && isAnswered(getAnswer(answers, at))
}

/** The revision rises only if the content differs from the last hand-over. */
export function handedOver(current: Case, content: Digested, sha256: Sha256): Case {
  const digest = digestOf(content, sha256)
  if (current.ancestors.at(-1) === digest) return current
  return { ...current, revision: Math.min(current.revision + 1, MAX_COUNT), ancestors: [...current.ancestors, digest] }
}

export function caseFileOf(
  current: Case,
  purpose: Purpose,
  content: FileContent,
  { assessment, leftOut = [] }: { assessment: Assessment; leftOut?: readonly string[] },
  sha256: Sha256,
): CaseFile {
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    minReader: MIN_READER,
    purpose,
    caseId: current.id,
    revision: current.revision,
    ancestors: current.ancestors,
    copiedFrom: current.copiedFrom,
    language: current.language,
    codes: current.codes,
    answers: content.answers,
    evidence: content.evidence,
    replies: content.replies,
    leftOut,
    rules: assessment.rules,
    asOf: assessment.asOf,
    result: {
      turn: assessment.turn,
      next: assessment.next,
      warranted: assessment.warranted,
      until: assessment.until,
      open: assessment.open.map(({ action }) => action),
    },
    digest: digestOf(content, sha256),
  }
}

export const caseFromFile = (file: CaseFile): Case => ({
  id: file.caseId,
  language: file.language,
  answers: file.answers,
  codes: file.codes,
  evidence: file.evidence,
  replies: readReplies(file.replies),
  revision: file.revision,
  ancestors: file.ancestors,
  copiedFrom: file.copiedFrom,
})
