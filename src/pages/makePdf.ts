import { assess } from '../domain/assessment/assess.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'
import type { Interview } from '../domain/interview/question.ts'
import { visibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { buildReport } from '../domain/report/report.ts'
import { buildSheet } from '../domain/report/sheet.ts'
import { caseFileBytes } from '../exchange/caseFileBytes.ts'
import type { Attachment } from '../exchange/pdf/blocks.ts'
import { sheetDocument } from '../exchange/pdf/sheetDocument.ts'
import type { WriteJob } from '../exchange/pdf/writePdf.worker.ts'
import writeScript from '../exchange/pdf/writePdf.worker.ts?worker&url'
import type { Words } from '../i18n/useWords.ts'
import { runInWorker } from '../platform/workers.ts'
import { readsBack } from './makeCaseFile.ts'
import { caseCodeOf } from './sheet/caseCode.ts'
import { groupedChecksum } from './sheet/groupedChecksum.ts'

export interface PdfJob {
  file: CaseFile
  interview: Interview
  /** In the language of the reader. */
  words: Words
  /** A moment, in milliseconds. */
  now: number
  onProgress: (share: number) => void
  signal: AbortSignal
}

export type PdfOutcome = { ok: true; bytes: Blob } | { ok: false; reason: 'cancelled' | 'broken' }

/** A thousand examples take a second; on a slow phone a minute must do, in milliseconds. */
const LIMIT = 120_000

/** Makes the readiness sheet of a case file as a PDF that carries the file, and reads it back. */
export async function makePdf({
  file,
  interview,
  words,
  now,
  onProgress,
  signal,
}: PdfJob): Promise<PdfOutcome> {
  const visible = visibleAnswers(interview, file.answers)
  const sheet = buildSheet(buildReport(interview, visible, assess(visible, file.asOf, file.language)))
  const report = sheetDocument({
    sheet,
    interview,
    words,
    language: file.language,
    caseCode: caseCodeOf(file.caseId),
    revision: file.revision,
    checksum: groupedChecksum(file.digest),
    leftOut: file.leftOut.length,
    madeAt: now,
  })
  const embedded: Attachment = {
    name: 'case.json',
    type: 'application/json',
    bytes: caseFileBytes(file),
    relationship: 'Source',
    description: report.caseDescription,
  }
  const message: WriteJob = { report, attachments: [embedded] }
  const worked = await runInWorker<Uint8Array<ArrayBuffer>>({
    script: writeScript,
    message,
    limit: LIMIT,
    onProgress,
    signal,
  })
  if (!worked.ok) return { ok: false, reason: worked.reason === 'cancelled' ? 'cancelled' : 'broken' }
  const bytes = new Blob([worked.answer], { type: 'application/pdf' })
  if (signal.aborted) return { ok: false, reason: 'cancelled' }
  return (await readsBack(bytes, file)) ? { ok: true, bytes } : { ok: false, reason: 'broken' }
}
