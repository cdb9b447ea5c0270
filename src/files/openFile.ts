import type { Lock } from '../domain/case/encryptedFile.ts'
import { MAX_FILE, type OpenError, type OpenResult } from '../exchange/importCase.ts'
import openScript from '../exchange/open.worker.ts?worker&url'
import { unlock } from '../platform/encryption.ts'
import { bytesOf } from '../platform/files.ts'
import { runInWorker } from '../platform/workers.ts'

/** `isReply`: it is a reply, where a case is wanted. */
export type FileProblem = OpenError | { reason: 'unreadable' | 'isReply' }
type Refused = { is: 'refused'; error: FileProblem }
type FileOutcome = Exclude<OpenResult, { is: 'refused' }> | Refused
export type CaseOutcome = Exclude<FileOutcome, { is: 'reply' }>

const refused = (error: FileProblem): Refused => ({ is: 'refused', error })

/**
 * A file without attachments takes no second, and ten are for slow machines; each megabyte of attachments may take more.
 * Whatever takes longer is stopped. In milliseconds.
 */
export const limitFor = (bytes: number) => 10_000 + Math.round((bytes / 1_000_000) * 2_000)

/**
 * Reads a file that somebody chose, or that we have just made. A file that is too large is not read at all.
 * @param signal stops it; what comes then means nothing
 */
export async function openFile(file: Blob, signal?: AbortSignal): Promise<FileOutcome> {
  if (file.size > MAX_FILE) return refused({ reason: 'tooBig' })
  const bytes = await bytesOf(file)
  return bytes === null ? refused({ reason: 'unreadable' }) : opened(bytes, signal)
}

/** The same where a case is wanted. */
export async function openCaseOnly(file: Blob, signal?: AbortSignal): Promise<CaseOutcome> {
  const outcome = await openFile(file, signal)
  return outcome.is === 'reply' ? refused({ reason: 'isReply' }) : outcome
}

/** Opens a locked case; `wrong` where the passphrase is another, or something has changed on the way. */
export async function openLocked(
  lock: Lock,
  passphrase: string,
): Promise<Exclude<CaseOutcome, { is: 'locked' }> | { is: 'wrong' }> {
  const bytes = await unlock(lock, passphrase)
  if (bytes === null) return { is: 'wrong' }
  const result = await opened(bytes)
  // A lock within a lock is nothing that we make.
  if (result.is === 'locked') return refused({ reason: 'wrongFile' })
  return result.is === 'reply' ? refused({ reason: 'isReply' }) : result
}

async function opened(bytes: Uint8Array, signal?: AbortSignal): Promise<OpenResult> {
  const worked = await runInWorker<OpenResult>({
    script: openScript,
    message: bytes,
    limit: limitFor(bytes.length),
    ...(signal !== undefined && { signal }),
  })
  if (worked.ok) return worked.answer
  if (worked.reason === 'tooLong') return { is: 'refused', error: { reason: 'tooLong' } }
  if (worked.reason !== 'notStarted') return { is: 'refused', error: { reason: 'tooComplex' } }
  // Without workers the page does it itself, and waits for it.
  return (await import('../exchange/importCase.ts')).openCaseFile(bytes)
}
