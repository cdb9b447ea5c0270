import { canonicalText } from '../../domain/case/canonicalJson.ts'
import type { PlainDate } from '../../domain/dates/plainDate.ts'
import { readWrittenDate } from '../../domain/dates/writtenDate.ts'
import { type Reply, type ReplyDraft, replyChecksum, replyOf, type UnsentReply } from '../../domain/reply/reply.ts'
import { replyFileName } from '../../exchange/fileName.ts'
import type { OpenedFile } from '../../exchange/importCase.ts'
import { type ReplyDocumentWith, replyDocument } from '../../exchange/pdf/replyDocument.ts'
import { sha256 } from '../../exchange/sha256.ts'
import { openFile } from '../../files/openFile.ts'
import { writePdfInWorker } from '../../files/writePdfInWorker.ts'
import { isLanguage } from '../../i18n/languages.ts'

/** The day of the next word; null if nothing, no day, or one that has passed was typed. */
export function nextWordOf(typed: string, language: string, today: PlainDate): PlainDate | null {
  if (typed.trim() === '') return null
  const read = readWrittenDate(typed, { language, today, year: 'coming' })
  return read.is === 'day' && read.day >= today ? read.day : null
}

/** What would be sent now, to the revision that is open. */
export const replyNow = (
  draft: ReplyDraft,
  { file, digest }: OpenedFile,
  { language, today }: { language: string; today: PlainDate },
): UnsentReply =>
  replyOf(draft, {
    read: { caseId: file.caseId, revision: file.revision, digest },
    today,
    nextWordBy: nextWordOf(draft.nextWord, language, today),
    // We have no words in any other language: those of the screen are sent instead.
    language: isLanguage(file.language) ? file.language : language,
  })

export type ReplyWrapping = 'pdf' | 'json'

/** Makes the file of a reply and reads it back; null if that does not give the same reply. */
export async function makeReply(
  wrapping: ReplyWrapping,
  written: Reply,
  needed: ReplyDocumentWith,
): Promise<{ bytes: Blob; name: string } | null> {
  const reply: Reply = { ...written, checksum: replyChecksum({ ...written }, sha256) }
  const json = new TextEncoder().encode(JSON.stringify(reply, null, 2))
  const bytes = wrapping === 'json' ? new Blob([json], { type: 'application/json' }) : await inPdf(reply, json, needed)
  if (bytes === null) return null
  const outcome = await openFile(bytes)
  const isSame = outcome.is === 'reply' && canonicalText(outcome.read.reply) === canonicalText(reply)
  return isSame ? { bytes, name: replyFileName(reply, needed.company, wrapping) } : null
}

async function inPdf(reply: Reply, bytes: Uint8Array, needed: ReplyDocumentWith): Promise<Blob | null> {
  const report = replyDocument(reply, needed)
  const type = 'application/json'
  return writePdfInWorker({
    report,
    attachments: [{ name: 'reply.json', type, bytes, relationship: 'Source', description: report.caseDescription }],
    pictures: [],
  })
}
