import type { Lock } from '../domain/case/lockedFile.ts'
import openScript from '../exchange/open.worker.ts?worker&url'
import { MAX_FILE, type OpenError, type OpenedFile, type OpenResult } from '../exchange/openCase.ts'
import { bytesOf } from '../platform/files.ts'
import { unlock } from '../platform/locking.ts'
import { runInWorker } from '../platform/workers.ts'

export type FileProblem = OpenError | { reason: 'unreadable' }
export type FileOutcome = { ok: true; opened: OpenedFile } | { ok: false; problem: FileProblem }

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
  if (file.size > MAX_FILE) return { ok: false, problem: { reason: 'tooBig' } }
  const bytes = await bytesOf(file)
  if (bytes === null) return { ok: false, problem: { reason: 'unreadable' } }
  const result = await opened(bytes, signal)
  return result.ok ? result : { ok: false, problem: result.error }
}

/** Opens a locked file; `wrong` where the passphrase is another, or something has changed on the way. */
export async function openLocked(lock: Lock, passphrase: string): Promise<FileOutcome | 'wrong'> {
  const bytes = await unlock(lock, passphrase)
  if (bytes === null) return 'wrong'
  const result = await opened(bytes)
  if (result.ok) return result
  // A lock within a lock is nothing that we make.
  return { ok: false, problem: result.error.reason === 'locked' ? { reason: 'wrongFile' } : result.error }
}

async function opened(bytes: Uint8Array, signal?: AbortSignal): Promise<OpenResult> {
  const worked = await runInWorker<OpenResult>({
    script: openScript,
    message: bytes,
    limit: limitFor(bytes.length),
    ...(signal !== undefined && { signal }),
  })
  if (worked.ok) return worked.answer
  if (worked.reason === 'tooLong') return { ok: false, error: { reason: 'tooLong' } }
  if (worked.reason !== 'notStarted') return { ok: false, error: { reason: 'tooComplex' } }
  // Without workers the page does it itself, and waits for it.
  return (await import('../exchange/openCase.ts')).openCaseFile(bytes)
}
