import type { Lock } from '../domain/case/encryptedFile.ts'
import type { OpenError, OpenResult } from '../exchange/importCase.ts'
import { MAX_FILE } from '../exchange/inspectBytes.ts'
import openScript from '../exchange/open.worker.ts?worker&url'
import { unlock } from '../platform/encryption.ts'
import { bytesOf } from '../platform/files.ts'
import { limitFor, runInWorker } from '../platform/workers.ts'

/** `isReply`: a case was expected; `notStarted`: what reads files did not come. */
export type FileProblem = OpenError | { reason: 'unreadable' | 'isReply' | 'notStarted' }
type Refused = { is: 'refused'; error: FileProblem }
type FileOutcome = Exclude<OpenResult, { is: 'refused' }> | Refused
export type CaseOutcome = Exclude<FileOutcome, { is: 'reply' }>

const refused = (error: FileProblem): Refused => ({ is: 'refused', error })

/** @param signal stops it; the result is then meaningless */
export async function openFile(file: Blob, signal?: AbortSignal): Promise<FileOutcome> {
  if (file.size > MAX_FILE) return refused({ reason: 'tooBig' })
  const bytes = await bytesOf(file)
  return bytes === null ? refused({ reason: 'unreadable' }) : opened(bytes, signal)
}

export async function openCaseOnly(file: Blob, signal?: AbortSignal): Promise<CaseOutcome> {
  const outcome = await openFile(file, signal)
  return outcome.is === 'reply' ? refused({ reason: 'isReply' }) : outcome
}

/** `wrong`: another passphrase, or a file that was changed. */
export async function openLocked(
  lock: Lock,
  passphrase: string,
): Promise<Exclude<CaseOutcome, { is: 'locked' }> | { is: 'wrong' }> {
  const bytes = await unlock(lock, passphrase)
  if (bytes === null) return { is: 'wrong' }
  const result = await opened(bytes)
  // We never make a lock within a lock.
  if (result.is === 'locked') return refused({ reason: 'wrongFile' })
  return result.is === 'reply' ? refused({ reason: 'isReply' }) : result
}

async function opened(bytes: Uint8Array, signal?: AbortSignal): Promise<FileOutcome> {
  const worked = await runInWorker<OpenResult>({
    script: openScript,
    message: bytes,
    limit: limitFor(bytes.length),
    ...(signal !== undefined && { signal }),
  })
  if (worked.ok) return worked.answer
  if (worked.reason === 'tooLong') return refused({ reason: 'tooLong' })
  if (worked.reason !== 'notStarted') return refused({ reason: 'tooComplex' })
  // Without workers, on the main thread.
  const here = await import('../exchange/importCase.ts').catch(() => null)
  return here === null ? refused({ reason: 'notStarted' }) : here.openCaseFile(bytes)
}
