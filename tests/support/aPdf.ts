import { assess } from '../../src/domain/assessment/assess.ts'
import type { CaseFile } from '../../src/domain/case/caseFile.ts'
import { interview } from '../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../src/domain/interview/visibleAnswers.ts'
import { forPartner } from '../../src/domain/report/forPartner.ts'
import { buildReport } from '../../src/domain/report/report.ts'
import { buildSheet } from '../../src/domain/report/sheet.ts'
import type { Attachment, ReportDocument } from '../../src/exchange/pdf/blocks.ts'
import { type Reader, sheetDocument } from '../../src/exchange/pdf/sheetDocument.ts'
import { createWords } from '../../src/i18n/i18n.ts'
import type { Language } from '../../src/i18n/languages.ts'
import { wordsOf } from '../../src/i18n/wordsOf.ts'

/** The document of a case file, in a language, made on a day that does not change. */
export async function documentOf(
  file: CaseFile,
  language: Language,
  reader: Reader = 'accountManager',
): Promise<ReportDocument> {
  const seen = visibleAnswers(interview, file.answers)
  const visible = reader === 'partner' ? forPartner(seen) : seen
  const sheet = buildSheet(buildReport(interview, visible, assess(visible, file.asOf, file.language), file))
  return sheetDocument({
    sheet,
    interview,
    words: await wordsOf(await createWords(language), language),
    language: file.language,
    caseCode: file.caseId.slice(0, 8).toUpperCase(),
    revision: file.revision,
    checksum: file.digest.slice(0, 16),
    reader,
    madeAt: Date.UTC(2026, 10, 24, 12),
  })
}

export const caseAttachment = (bytes: Uint8Array): Attachment => ({
  name: 'case.json',
  type: 'application/json',
  bytes,
  relationship: 'Source',
  description: 'The whole case',
})
