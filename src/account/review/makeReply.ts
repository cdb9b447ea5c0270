import { canonicalText } from '../../domain/case/canonicalJson.ts'
import { type Reply, replyChecksum } from '../../domain/reply/reply.ts'
import { replyFileName } from '../../exchange/fileName.ts'
import { replyDocument } from '../../exchange/pdf/replyDocument.ts'
import { sha256 } from '../../exchange/sha256.ts'
import { openFile } from '../../files/openFile.ts'
import { writePdfInWorker } from '../../files/writePdfInWorker.ts'
import type { Words } from '../../i18n/useWords.ts'

export type ReplyWrapping = 'pdf' | 'json'

interface ReplyWith {
  company: string | null
  /** In the language of the customer. */
  words: Words
  /** A moment, in milliseconds. */
  now: number
}

/** Makes the file of a reply and reads it back; null where what came out is not what was meant. */
export async function makeReply(
  wrapping: ReplyWrapping,
  written: Reply,
  needed: ReplyWith,
): Promise<{ bytes: Blob; name: string } | null> {
  const reply: Reply = { ...written, checksum: replyChecksum({ ...written }, sha256) }
  const json = new TextEncoder().encode(JSON.stringify(reply, null, 2))
  const bytes = wrapping === 'json' ? new Blob([json], { type: 'application/json' }) : await inPdf(reply, json, needed)
  if (bytes === null) return null
  const outcome = await openFile(bytes)
  const isAsMeant = outcome.is === 'reply' && canonicalText(outcome.read.reply) === canonicalText(reply)
  return isAsMeant ? { bytes, name: replyFileName(reply, needed.company, wrapping) } : null
}

async function inPdf(reply: Reply, json: Uint8Array, needed: ReplyWith): Promise<Blob | null> {
  const report = replyDocument(reply, needed)
  return writePdfInWorker({
    report,
    attachments: [
      {
        name: 'reply.json',
        type: 'application/json',
        bytes: json,
        relationship: 'Source',
        description: report.caseDescription,
      },
    ],
    pictures: [],
  })
}
