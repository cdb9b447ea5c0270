import { readdirSync, readFileSync } from 'node:fs'
import { digestOf } from '../../src/domain/case/canonicalJson.ts'
import { type Case, newCase } from '../../src/domain/case/case.ts'
import type { CaseFile } from '../../src/domain/case/caseFile.ts'
import { withReply } from '../../src/domain/reply/received.ts'
import { replyChecksum } from '../../src/domain/reply/reply.ts'
import { caseFileBytes } from '../../src/exchange/caseFileBytes.ts'
import { replyDocument } from '../../src/exchange/pdf/replyDocument.ts'
import { writePdf } from '../../src/exchange/pdf/writePdf.ts'
import { sha256 } from '../../src/exchange/sha256.ts'
import { caseArchive } from '../../src/exchange/zip/caseArchive.ts'
import { writeZip } from '../../src/exchange/zip/writeZip.ts'
import { createWords } from '../../src/i18n/i18n.ts'
import { wordsOf } from '../../src/i18n/wordsOf.ts'
import { bytesOfText, listed, PNG, withFiles } from '../support/aFile.ts'
import { GUIDE, pdfOf } from '../support/aPdf.ts'
import { aQuestion, aReply } from '../support/aReply.ts'

/** Files that the product itself makes, made anew at each run. */

const MADE = Date.UTC(2026, 10, 24, 12)

const worked = (name: string) =>
  JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), 'utf8')) as CaseFile

const log = bytesOfText('12:04 timeout')
const evidence = [listed('f1', 'logg för kassan.txt', log), listed('f2', 'skärm.png', PNG)]
const files = new Map([log, PNG].map((bytes, at) => [evidence[at]?.sha256 ?? '', bytes] as const))

const small = worked('C4')
const asked: Case = { ...newCase(small.caseId, 'en'), answers: small.answers }
const reply = aReply(asked, {
  from: 'Kim Berg',
  verdict: 'needMore',
  reason: 'scope',
  note: 'Thank you. Two questions first.',
  nextWordBy: '2026-12-01',
  questions: [
    aQuestion(asked, 'q1', 'scope.documentTitle', 'Which version was signed?'),
    aQuestion(asked, 'q2', null, 'Who decides?'),
  ],
})

/** A case whose account manager has asked two questions. */
function withQuestions(file: CaseFile): CaseFile {
  const placed = withReply(asked, { reply, raw: reply }, '2026-11-25', sha256)
  if (!placed.ok) throw new Error(placed.reason)
  const { replies } = placed.next
  const { answers, evidence: list } = file
  return { ...file, replies, digest: digestOf({ answers, evidence: list, replies }, sha256) }
}

const withEvidence = withFiles(worked('V14'), evidence)

export const cases: readonly CaseFile[] = [
  ...['C4', 'C4-sv', 'V13', 'V14', 'V2', 'C1-sv'].map(worked),
  withEvidence,
  withQuestions(small),
]

export const caseBytes: readonly Uint8Array[] = [
  ...cases.map((file) => caseFileBytes(file)),
  caseFileBytes(withEvidence, files),
]

export const replyBytes = bytesOfText(JSON.stringify(reply, null, 2))
/** The same with a sum of itself. */
export const summedReplyBytes = bytesOfText(
  JSON.stringify({ ...reply, checksum: replyChecksum({ ...reply }, sha256) }, null, 2),
)

/** As the product writes it: some fonts, and a case behind them. */
export const pdfs = async (): Promise<readonly Uint8Array[]> => [
  await pdfOf(caseFileBytes(small), small, 'en'),
  await pdfOf(caseFileBytes(withEvidence), withEvidence, 'sv', files),
  await replyPdf(),
]

async function replyPdf() {
  const words = await wordsOf(await createWords('en'), 'en')
  const report = replyDocument(reply, { company: 'Vadtorp Verktyg AB', words, opensAt: GUIDE, now: MADE })
  const attached = { type: 'application/json', relationship: 'Source' as const }
  return writePdf(
    report,
    [{ name: 'reply.json', bytes: replyBytes, description: report.caseDescription, ...attached }],
    new Map(),
  )
}

export async function archive(): Promise<Uint8Array> {
  const inWords = [await wordsOf(await createWords('sv'), 'sv')]
  return writeZip(
    caseArchive({ file: withEvidence, files, pdf: bytesOfText('%PDF-1.7\n%%EOF'), inWords, opensAt: GUIDE }),
    MADE,
  )
}

/** Texts that are kept as files: mails, lists, dates, and what was found. */
export const textsIn = (folder: string): readonly (readonly [string, Uint8Array])[] => {
  const place = new URL(`corpus/${folder}/`, import.meta.url)
  return readdirSync(place).map((name) => [name, new Uint8Array(readFileSync(new URL(name, place)))] as const)
}
