import { assess } from '../../domain/assessment/assess.ts'
import { caseCodeOf } from '../../domain/case/caseCode.ts'
import { lockedFileOf } from '../../domain/case/encryptedFile.ts'
import { MAX_INSIDE_PDF, sizeOf } from '../../domain/evidence/evidence.ts'
import type { Interview } from '../../domain/interview/question.ts'
import { forPartner } from '../../domain/report/forPartner.ts'
import { buildReport, type Report } from '../../domain/report/report.ts'
import { buildSheet } from '../../domain/report/sheet.ts'
import { caseFileBlob, caseFileBytes, isAsMeant } from '../../exchange/caseFileBytes.ts'
import { caseAttachment, fileAttachments, picturesOf } from '../../exchange/evidence/attachments.ts'
import { fileNameOf } from '../../exchange/fileName.ts'
import { coverDocument } from '../../exchange/pdf/coverDocument.ts'
import type { ReportDocument } from '../../exchange/pdf/reportDocument.ts'
import { sheetDocument } from '../../exchange/pdf/sheetDocument.ts'
import { caseArchive } from '../../exchange/zip/caseArchive.ts'
import type { ZipJob } from '../../exchange/zip/zip.worker.ts'
import zipScript from '../../exchange/zip/zip.worker.ts?worker&url'
import { groupedChecksum } from '../../files/groupedChecksum.ts'
import { type Prepared, type PreparedHandOver, readsBack } from '../../files/makeCaseFile.ts'
import { openFile, openLocked } from '../../files/openFile.ts'
import { WRITE_LIMIT, writePdfInWorker } from '../../files/writePdfInWorker.ts'
import type { Words } from '../../i18n/useWords.ts'
import { lock } from '../../platform/encryption.ts'
import { reviewAddress } from '../../platform/ownAddress.ts'
import { runInWorker } from '../../platform/workers.ts'
import { yieldToMain } from '../../platform/yieldToMain.ts'

/** `carrying`: with the case inside; `reading`: without it; `partner`: without it, and only what the partner may see. */
type Version = 'carrying' | 'reading' | 'partner'

interface PdfJob {
  prepared: PreparedHandOver
  interview: Interview
  /** In the language of the account manager. */
  words: Words
  /** In milliseconds since 1970. */
  now: number
  onProgress?: (share: number) => void
  signal: AbortSignal
}

interface NamedFile {
  bytes: Blob
  name: string
}

const LOCKED_NAME = 'case-locked.pdf'

const included = ({ file, files }: Prepared) => file.evidence.filter(({ sha256 }) => files.has(sha256))

const needsZip = (prepared: Prepared): boolean => sizeOf(included(prepared)) > MAX_INSIDE_PDF

/** The summary as a PDF, or an archive with it if the files are too large for a PDF. */
export async function makeHandOver(job: PdfJob, inWords: readonly Words[]): Promise<NamedFile | null> {
  const { prepared, now, signal } = job
  const { file, files } = prepared
  const isZip = needsZip(prepared)
  const pdf = await written(job, 'carrying', isZip ? 'caseOnly' : 'all')
  if (pdf === null) return null
  if (!isZip) return checked(pdf, signal, fileNameOf(file, 'pdf'), (bytes) => readsBack(bytes, prepared))
  const document = new Uint8Array(await pdf.arrayBuffer())
  const message: ZipJob = {
    entries: caseArchive({ file, files, pdf: document, inWords, opensAt: reviewAddress() }),
    madeAt: now,
  }
  const zip = await runInWorker<Uint8Array<ArrayBuffer>>({ script: zipScript, message, limit: WRITE_LIMIT, signal })
  if (!zip.ok) return null
  const bytes = new Blob([zip.answer], { type: 'application/zip' })
  return checked(bytes, signal, fileNameOf(file, 'zip'), (made) => readsBack(made, prepared))
}

export async function makeVersion(job: PdfJob, version: 'reading' | 'partner'): Promise<NamedFile | null> {
  const pdf = await written(job, version, 'nothing')
  const name = fileNameOf(job.prepared.file, 'pdf', version)
  return pdf && checked(pdf, job.signal, name, carriesNothing)
}

/** A cover page that says what it is and how to open it, with the encrypted case inside. */
export async function makeLocked(
  { prepared, words, now, signal }: Pick<PdfJob, 'prepared' | 'words' | 'now' | 'signal'>,
  passphrase: string,
): Promise<NamedFile | null> {
  const { file, files } = prepared
  const source = new Uint8Array(await (await caseFileBlob(file, files, yieldToMain)).arrayBuffer())
  const locked = lockedFileOf(await lock(source, passphrase))
  const embedded = new TextEncoder().encode(JSON.stringify(locked))
  const isRight = async (bytes: Blob) => {
    const outcome = await openFile(bytes)
    if (outcome.is !== 'locked') return false
    const opened = await openLocked(outcome.lock, passphrase)
    return opened.is === 'case' && isAsMeant(opened.opened, file, files)
  }
  // A case that is too large for a PDF is encrypted as a file of its own. Its name tells nothing either.
  if (needsZip(prepared)) {
    const bytes = new Blob([embedded], { type: 'application/json' })
    return checked(bytes, signal, LOCKED_NAME.replace('.pdf', '.json'), isRight)
  }
  const report = coverDocument(words, reviewAddress(), now)
  const pdf = await writePdfInWorker(
    { report, attachments: [caseAttachment(embedded, report.caseDescription)], pictures: [] },
    signal,
  )
  return pdf && checked(pdf, signal, LOCKED_NAME, isRight)
}

async function written(job: PdfJob, version: Version, inside: 'all' | 'caseOnly' | 'nothing'): Promise<Blob | null> {
  const { prepared, words, signal, onProgress } = job
  const { file, files } = prepared
  await yieldToMain()
  const report = await documentOf(job, version)
  await yieldToMain()
  const attachments = [
    ...(inside === 'nothing' ? [] : [caseAttachment(caseFileBytes(file), report.caseDescription)]),
    ...(inside === 'all' ? fileAttachments(file, files, words) : []),
  ]
  const pictures = version === 'partner' ? [] : picturesOf(file, files)
  return writePdfInWorker({ report, attachments, pictures }, signal, onProgress)
}

/** Fewer answers, so fewer conclusions. */
function partnersReport(interview: Interview, { file, report }: PreparedHandOver): Report {
  const answers = forPartner(report.answers)
  const assessment = assess(answers, file.asOf, file.language)
  return buildReport(interview, answers, assessment, { ...file, replies: [] })
}

async function documentOf({ prepared, interview, words, now }: PdfJob, version: Version): Promise<ReportDocument> {
  const { file } = prepared
  const sheet = buildSheet(version === 'partner' ? partnersReport(interview, prepared) : prepared.report)
  await yieldToMain()
  return sheetDocument({
    sheet,
    interview,
    words,
    language: file.language,
    caseCode: caseCodeOf(file.caseId),
    // Only a hand-over has a revision.
    revision: version === 'carrying' ? file.revision : null,
    checksum: groupedChecksum(file.digest),
    opensAt: version === 'carrying' ? reviewAddress() : null,
    reader: version === 'partner' ? 'partner' : 'accountManager',
    madeAt: now,
  })
}

/** Null if it was cancelled, or does not read back as it was written. */
async function checked(
  bytes: Blob,
  signal: AbortSignal,
  name: string,
  isRight: (bytes: Blob) => Promise<boolean>,
): Promise<NamedFile | null> {
  return !signal.aborted && (await isRight(bytes)) ? { bytes, name } : null
}

async function carriesNothing(bytes: Blob): Promise<boolean> {
  const outcome = await openFile(bytes)
  return outcome.is === 'refused' && outcome.error.reason === 'isPdf'
}
