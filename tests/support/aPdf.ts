import type { CaseFile } from '../../src/domain/case/caseFile.ts'
import { interview } from '../../src/domain/interview/interview.ts'
import { reportOfFile } from '../../src/domain/report/report.ts'
import { buildSheet } from '../../src/domain/report/sheet.ts'
import type { FileBytes } from '../../src/exchange/caseFileBytes.ts'
import { caseAttachment, fileAttachments, picturesOf } from '../../src/exchange/evidence/attachments.ts'
import type { ReportDocument } from '../../src/exchange/pdf/reportDocument.ts'
import { type SheetInput, sheetDocument } from '../../src/exchange/pdf/sheetDocument.ts'
import { writePdf } from '../../src/exchange/pdf/writePdf.ts'
import { createWords } from '../../src/i18n/i18n.ts'
import type { Language } from '../../src/i18n/languages.ts'
import { wordsOf } from '../../src/i18n/wordsOf.ts'

/** Where the cases of the tests are opened. */
export const GUIDE = 'https://guide.example/#/review'

/** The document of a case file, in a language, made on a day that does not change. */
export async function documentOf(
  file: CaseFile,
  language: Language,
  version: Partial<Pick<SheetInput, 'reader' | 'opensAt'>> = {},
): Promise<ReportDocument> {
  const sheet = buildSheet(reportOfFile(interview, file))
  return sheetDocument({
    sheet,
    interview,
    words: await wordsOf(await createWords(language), language),
    language: file.language,
    caseCode: file.caseId.slice(0, 8).toUpperCase(),
    revision: file.revision,
    checksum: file.digest.slice(0, 16),
    reader: 'accountManager',
    opensAt: GUIDE,
    ...version,
    madeAt: Date.UTC(2026, 10, 24, 12),
  })
}

/** The smallest JPEG that a PDF takes. */
const JPEG = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABQb/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCdAHrB/9k=',
    'base64',
  ),
)

/** The PDF of a case file with these bytes of its files inside, as the worker writes it. */
export async function pdfOf(
  source: Uint8Array,
  file: CaseFile,
  language: Language,
  files: FileBytes = new Map(),
): Promise<Uint8Array> {
  const report = await documentOf(file, language)
  const words = await wordsOf(await createWords(language), language)
  const attachments = [caseAttachment(source, report.caseDescription), ...fileAttachments(file, files, words)]
  const pictures = picturesOf(file, files).map(({ sha256 }) => [sha256, { jpeg: JPEG, width: 1, height: 1 }] as const)
  return writePdf(report, attachments, new Map(pictures))
}
