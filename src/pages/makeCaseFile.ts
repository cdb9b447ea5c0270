import { type Assessment, assess } from '../domain/assessment/assess.ts'
import type { Case } from '../domain/case/case.ts'
import type { CaseFile, Purpose } from '../domain/case/caseFile.ts'
import { caseFileOf, copyContent, handedOver, handOverContent } from '../domain/case/writeCaseFile.ts'
import type { Interview } from '../domain/interview/question.ts'
import { type VisibleAnswers, visibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { caseFileBytes, isAsMeant } from '../exchange/caseFileBytes.ts'
import { fileNameOf } from '../exchange/fileName.ts'
import { sha256 } from '../exchange/sha256.ts'
import { openFile } from './openFile.ts'

export interface MadeFile {
  file: CaseFile
  bytes: Blob
  name: string
  /** The case as it is after the file has been made. */
  next: Case
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

/** Makes the file of a case as plain JSON and reads it back; null where what came out is not what was meant. */
export async function makeCaseFile(
  purpose: Purpose,
  current: Case,
  { interview, today }: { interview: Interview; today: string },
): Promise<MadeFile | null> {
  const { visible, assessment } = assessed(interview, current, today)
  const content = purpose === 'copy' ? copyContent(current) : handOverContent(current, visible)
  const next = purpose === 'copy' ? current : handedOver(current, content, sha256)
  const file = caseFileOf(next, purpose, content, assessment, sha256)
  const bytes = new Blob([caseFileBytes(file).slice()], { type: 'application/json' })
  return (await readsBack(bytes, file)) ? { file, bytes, name: fileNameOf(file, 'json'), next } : null
}

/** The bytes of the very file that is offered go through the door that every file comes in by. */
export async function readsBack(bytes: Blob, file: CaseFile): Promise<boolean> {
  const outcome = await openFile(bytes)
  return outcome.ok && isAsMeant(outcome.opened, file)
}
