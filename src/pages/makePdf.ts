import { assess } from '../domain/assessment/assess.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'
import { lockedFileOf } from '../domain/case/lockedFile.ts'
import type { Interview } from '../domain/interview/question.ts'
import { visibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { forPartner } from '../domain/report/forPartner.ts'
import { buildReport } from '../domain/report/report.ts'
import { buildSheet } from '../domain/report/sheet.ts'
import { caseFileBytes, isAsMeant } from '../exchange/caseFileBytes.ts'
import type { Attachment, ReportDocument } from '../exchange/pdf/blocks.ts'
import { coverDocument } from '../exchange/pdf/coverDocument.ts'
import { sheetDocument } from '../exchange/pdf/sheetDocument.ts'
import type { WriteJob } from '../exchange/pdf/writePdf.worker.ts'
import writeScript from '../exchange/pdf/writePdf.worker.ts?worker&url'
import type { Words } from '../i18n/useWords.ts'
import { lock } from '../platform/locking.ts'
import { runInWorker } from '../platform/workers.ts'
import { readsBack } from './makeCaseFile.ts'
import { openFile, openLocked } from './openFile.ts'
import { caseCodeOf } from './sheet/caseCode.ts'
import { groupedChecksum } from './sheet/groupedChecksum.ts'

/**
 * `carrying`: with the case inside; `reading`: the same without it; `partner`: what the partner may see, without it.
 */
export type Version = 'carrying' | 'reading' | 'partner'

interface PdfJob {
  file: CaseFile
  interview: Interview
  /** In the language of the reader. */
  words: Words
  /** A moment, in milliseconds. */
  now: number
  version: Version
  onProgress: (share: number) => void
  signal: AbortSignal
}

export type PdfOutcome = { ok: true; bytes: Blob } | { ok: false; reason: 'cancelled' | 'broken' }

/** A thousand examples take a second; on a slow phone a minute must do, in milliseconds. */
const LIMIT = 120_000

/** Makes the readiness sheet of a case file as a PDF, and reads it back. */
export async function makePdf(job: PdfJob): Promise<PdfOutcome> {
  const { file, interview, words, now, version } = job
  const seen = visibleAnswers(interview, file.answers)
  const visible = version === 'partner' ? forPartner(seen) : seen
  const sheet = buildSheet(buildReport(interview, visible, assess(visible, file.asOf, file.language)))
  const report = sheetDocument({
    sheet,
    interview,
    words,
    language: file.language,
    caseCode: caseCodeOf(file.caseId),
    // What is not handed over is no revision.
    revision: version === 'carrying' ? file.revision : null,
    checksum: groupedChecksum(file.digest),
    leftOut: file.leftOut.length,
    reader: version === 'partner' ? 'partner' : 'accountManager',
    madeAt: now,
  })
  return version === 'carrying'
    ? written(report, caseFileBytes(file), job, (bytes) => readsBack(bytes, file))
    : written(report, null, job, carriesNothing)
}

/**
 * Writes a document in the worker and looks at what came out.
 * @param embedded the bytes of `case.json`, or null for a document that carries nothing
 */
async function written(
  report: ReportDocument,
  embedded: Uint8Array | null,
  { onProgress, signal }: Pick<PdfJob, 'signal'> & Partial<PdfJob>,
  isRight: (bytes: Blob) => Promise<boolean>,
): Promise<PdfOutcome> {
  const attachments: readonly Attachment[] =
    embedded === null
      ? []
      : [
          {
            name: 'case.json',
            type: 'application/json',
            bytes: embedded,
            relationship: 'Source',
            description: report.caseDescription,
          },
        ]
  const message: WriteJob = { report, attachments }
  const worked = await runInWorker<Uint8Array<ArrayBuffer>>({
    script: writeScript,
    message,
    limit: LIMIT,
    signal,
    ...(onProgress !== undefined && { onProgress }),
  })
  if (!worked.ok) return { ok: false, reason: worked.reason === 'cancelled' ? 'cancelled' : 'broken' }
  const bytes = new Blob([worked.answer], { type: 'application/pdf' })
  if (signal.aborted) return { ok: false, reason: 'cancelled' }
  return (await isRight(bytes)) ? { ok: true, bytes } : { ok: false, reason: 'broken' }
}

/** What is made without the case must not have it inside. */
async function carriesNothing(bytes: Blob): Promise<boolean> {
  const outcome = await openFile(bytes)
  return !outcome.ok && outcome.problem.reason === 'isPdf'
}

/** The cover of a locked case: what it is and how to open it, with the locked case inside. Reads it back with the passphrase. */
export async function makeLockedPdf(
  { file, words, now, signal }: Pick<PdfJob, 'file' | 'words' | 'now' | 'signal'>,
  passphrase: string,
): Promise<PdfOutcome> {
  const locked = lockedFileOf(await lock(caseFileBytes(file), passphrase))
  const embedded = new TextEncoder().encode(JSON.stringify(locked))
  return written(coverDocument(words, now), embedded, { signal }, async (bytes) => {
    const outcome = await openFile(bytes)
    if (outcome.ok || outcome.problem.reason !== 'locked') return false
    const opened = await openLocked(outcome.problem.lock, passphrase)
    return opened !== 'wrong' && opened.ok && isAsMeant(opened.opened, file)
  })
}
