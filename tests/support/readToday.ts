import type { CaseFile } from '../../src/domain/case/caseFile.ts'
import { readCaseFile } from '../../src/domain/case/readCaseFile.ts'

/** A case file as it is read today: a question that has come since it was written is there, without an answer. */
export function readToday(file: CaseFile): CaseFile {
  const read = readCaseFile(structuredClone(file))
  if (!read.ok) throw new Error(`readToday: the file is refused: ${read.error.reason}`)
  return read.file
}
