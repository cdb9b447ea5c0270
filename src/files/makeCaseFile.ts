import { type Assessment, assess } from '../domain/assessment/assess.ts'
import type { Case } from '../domain/case/case.ts'
import type { CaseFile, Purpose } from '../domain/case/caseFile.ts'
import { filesLeftOut, thereToLeaveOut } from '../domain/case/leftOut.ts'
import { caseFileOf, copyContent, type FileContent, handedOver, handOverContent } from '../domain/case/writeCaseFile.ts'
import type { EvidenceFile } from '../domain/evidence/evidence.ts'
import type { Interview } from '../domain/interview/question.ts'
import { visibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { readReplies } from '../domain/reply/readReply.ts'
import { type Report, reportOf } from '../domain/report/report.ts'
import { caseFileBlob, type FileBytes, isAsMeant } from '../exchange/caseFileBytes.ts'
import { fileNameOf } from '../exchange/fileName.ts'
import { sha256 } from '../exchange/sha256.ts'
import type { CaseStorage } from '../platform/storedCase.ts'
import { yieldToMain } from '../platform/yieldToMain.ts'
import { wholeFilesOfCase } from './filesOfCase.ts'
import { openFile } from './openFile.ts'

/** Content of a file before it is encoded as JSON, PDF or ZIP. */
export interface Prepared {
  file: CaseFile
  files: FileBytes
  /** Named in the case, but missing or damaged in this browser. */
  missing: readonly EvidenceFile[]
}

export interface PreparedHandOver extends Prepared {
  report: Report
  /** The case after the hand-over. */
  next: Case
}

type Made<P extends Prepared> = P & { bytes: Blob; name: string }
export type MadeFile = Made<PreparedHandOver>

interface PrepareWith {
  interview: Interview
  storage: CaseStorage
  /** A calendar day. */
  today: string
}

/** Everything as plain JSON; null if it does not read back as written. */
export async function makeCopy(current: Case, needed: PrepareWith): Promise<Made<Prepared> | null> {
  const { interview, storage, today } = needed
  const assessment = assess(visibleAnswers(interview, current.answers), today, current.language)
  await yieldToMain()
  return asJson(await gathered('copy', current, copyContent(current), { storage, assessment, leftOut: [] }))
}

/** @param chosen paths of questions and files to leave out */
export async function prepareHandOver(
  current: Case,
  { interview, storage, today }: PrepareWith,
  chosen: readonly string[] = [],
): Promise<PreparedHandOver> {
  const visible = visibleAnswers(interview, current.answers)
  const leftOut = thereToLeaveOut(visible, chosen)
  const content = handOverContent(current, visible, leftOut)
  await yieldToMain()
  const said = { ...content, language: current.language, leftOut, replies: readReplies(content.replies) }
  const report = reportOf(interview, said, today)
  await yieldToMain()
  const next = handedOver(current, content, sha256)
  await yieldToMain()
  const { assessment } = report
  return { ...(await gathered('handover', next, content, { storage, assessment, leftOut })), report, next }
}

async function gathered(
  purpose: Purpose,
  current: Case,
  content: FileContent,
  { storage, assessment, leftOut }: { storage: CaseStorage; assessment: Assessment; leftOut: readonly string[] },
): Promise<Prepared> {
  const file = caseFileOf(current, purpose, content, { assessment, leftOut }, sha256)
  const out = filesLeftOut(leftOut)
  const wanted = content.evidence.filter(({ id }) => !out.has(id))
  const files = await wholeFilesOfCase(storage, current.id, wanted)
  return { file, files, missing: wanted.filter((each) => !files.has(each.sha256)) }
}

/** Null if it does not read back as written. */
export async function asJson<P extends Prepared>(prepared: P): Promise<Made<P> | null> {
  const { file, files } = prepared
  await yieldToMain()
  const bytes = await caseFileBlob(file, files, yieldToMain)
  return (await readsBack(bytes, prepared)) ? { ...prepared, bytes, name: fileNameOf(file, 'json') } : null
}

/** Opens the very bytes that are offered, as any file is opened. */
export async function readsBack(bytes: Blob, { file, files }: Prepared): Promise<boolean> {
  const outcome = await openFile(bytes)
  await yieldToMain()
  return outcome.is === 'case' && isAsMeant(outcome.opened, file, files)
}
