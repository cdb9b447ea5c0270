import { MAX_FILE, type OpenError, type OpenedFile, openCaseFile } from '../exchange/openCase.ts'
import { bytesOf } from '../platform/files.ts'

export type FileProblem = OpenError | { reason: 'unreadable' }
export type FileOutcome = { ok: true; opened: OpenedFile } | { ok: false; problem: FileProblem }

/** Reads a file that somebody chose. A file that is too large is not read at all. */
export async function openFile(file: File): Promise<FileOutcome> {
  if (file.size > MAX_FILE) return { ok: false, problem: { reason: 'tooBig' } }
  const bytes = await bytesOf(file)
  if (bytes === null) return { ok: false, problem: { reason: 'unreadable' } }
  const result = openCaseFile(bytes)
  return result.ok ? result : { ok: false, problem: result.error }
}
