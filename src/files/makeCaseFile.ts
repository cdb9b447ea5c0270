import { type Assessment, assess } from '../domain/assessment/assess.ts'
import type { Case } from '../domain/case/case.ts'
import type { CaseFile, Purpose } from '../domain/case/caseFile.ts'
import { filesLeftOut } from '../domain/case/leftOut.ts'
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

/** Everything that goes into a file, before it is wrapped. */
export interface Prepared {
  file: CaseFile
  files: FileBytes
  /** Files that are named in the case and whose bytes this browser does not have, or has damaged. */
  missing: readonly EvidenceFile[]
}

export interface PreparedHandOver extends Prepared {
  /** What is to be said of the case as the file holds it. */
  report: Report
  /** The case as it is after the file has been made. */
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

/** Makes a copy of everything as plain JSON and reads it back; null where what came out is not what was meant. */
export async function makeCopy(current: Case, needed: PrepareWith): Promise<Made<Prepared> | null> {
  const { interview, storage, today } = needed
  const assessment = assess(visibleAnswers(interview, current.answers), today, current.language)
  await yieldToMain()
  return asJson(await gathered('copy', current, copyContent(current), { storage, assessment, leftOut: [] }))
}

/**
 * Gathers what a hand-over holds: answers that can be seen, their files, and what is concluded of them today.
 * @param leftOut paths of questions, and files
 */
export async function prepareHandOver(
  current: Case,
  { interview, storage, today }: PrepareWith,
  leftOut: readonly string[] = [],
): Promise<PreparedHandOver> {
  const content = handOverContent(current, visibleAnswers(interview, current.answers), leftOut)
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

/** The file as plain JSON; null if it does not read back as what was meant. */
export async function asJson<P extends Prepared>(prepared: P): Promise<Made<P> | null> {
  const { file, files } = prepared
  await yieldToMain()
  const bytes = await caseFileBlob(file, files, yieldToMain)
  return (await readsBack(bytes, prepared)) ? { ...prepared, bytes, name: fileNameOf(file, 'json') } : null
}

/** The bytes of the very file that is offered go through the door that every file comes in by. */
export async function readsBack(bytes: Blob, { file, files }: Prepared): Promise<boolean> {
  const outcome = await openFile(bytes)
  await yieldToMain()
  return outcome.is === 'case' && isAsMeant(outcome.opened, file, files)
}
