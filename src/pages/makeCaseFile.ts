import { type Assessment, assess } from '../domain/assessment/assess.ts'
import type { Case } from '../domain/case/case.ts'
import type { CaseFile, Purpose } from '../domain/case/caseFile.ts'
import { filesLeftOut } from '../domain/case/leftOut.ts'
import { caseFileOf, copyContent, handedOver, handOverContent } from '../domain/case/writeCaseFile.ts'
import type { EvidenceFile } from '../domain/evidence/evidence.ts'
import type { Interview } from '../domain/interview/question.ts'
import { type VisibleAnswers, visibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { caseFileBlob, type FileBytes, isAsMeant } from '../exchange/caseFileBytes.ts'
import { fileNameOf } from '../exchange/fileName.ts'
import { sha256 } from '../exchange/sha256.ts'
import type { CaseStorage } from '../platform/storedCase.ts'
import { turn } from '../platform/turn.ts'
import { wholeFilesOfCase } from './evidence/filesOfCase.ts'
import { openFile } from './openFile.ts'

/** Everything that goes into a file, before it is wrapped. */
export interface Prepared {
  file: CaseFile
  files: FileBytes
  /** Files that are named in the case and whose bytes this browser does not have, or has damaged. */
  missing: readonly EvidenceFile[]
  /** The case as it is after the file has been made. */
  next: Case
}

export interface MadeFile extends Prepared {
  bytes: Blob
  name: string
}

/** What can be seen of a case, and what is concluded from it on a day. */
export function assessed(
  interview: Interview,
  current: Case,
  today: string,
): { visible: VisibleAnswers; assessment: Assessment } {
  const visible = visibleAnswers(interview, current.answers)
  return { visible, assessment: assess(visible, today, current.language) }
}

export interface PrepareWith {
  interview: Interview
  storage: CaseStorage
  /** A calendar day. */
  today: string
  /** Paths of questions and files that a hand-over leaves out. */
  leftOut?: readonly string[]
}

/** Gathers what a file of this case holds: its answers, its files, and what is concluded today. */
export async function prepare(
  purpose: Purpose,
  current: Case,
  { interview, storage, today, leftOut = [] }: PrepareWith,
): Promise<Prepared> {
  const { visible, assessment } = assessed(interview, current, today)
  await turn()
  const content = purpose === 'copy' ? copyContent(current) : handOverContent(current, visible, leftOut)
  const next = purpose === 'copy' ? current : handedOver(current, content, sha256)
  await turn()
  const file = caseFileOf(next, purpose, content, { assessment, leftOut }, sha256)
  const out = filesLeftOut(leftOut)
  const wanted = content.evidence.filter(({ id }) => !out.has(id))
  const files = await wholeFilesOfCase(storage, current.id, wanted)
  return { file, files, missing: wanted.filter((each) => !files.has(each.sha256)), next }
}

/** Makes the file of a case as plain JSON and reads it back; null where what came out is not what was meant. */
export async function makeCaseFile(
  purpose: Purpose,
  current: Case,
  needed: PrepareWith,
): Promise<MadeFile | null> {
  return asJson(await prepare(purpose, current, needed))
}

export async function asJson(prepared: Prepared): Promise<MadeFile | null> {
  const { file, files } = prepared
  await turn()
  const bytes = await caseFileBlob(file, files, turn)
  return (await readsBack(bytes, prepared)) ? { ...prepared, bytes, name: fileNameOf(file, 'json') } : null
}

/** The bytes of the very file that is offered go through the door that every file comes in by. */
export async function readsBack(bytes: Blob, { file, files }: Prepared): Promise<boolean> {
  const outcome = await openFile(bytes)
  await turn()
  return outcome.ok && isAsMeant(outcome.opened, file, files)
}
