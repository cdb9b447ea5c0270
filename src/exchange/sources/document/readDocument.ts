import { cleanText } from '../../../domain/case/cleanText.ts'
import { aboutDocument } from '../../../domain/sources/documentDeliverables.ts'
import type { ReadingHabits } from '../../../domain/sources/mailEntries.ts'
import { type RawBlock, type SourceDocument, sectioned } from '../../../domain/sources/sourceDocument.ts'
import { TooMuch } from '../../inflate.ts'
import { decoded } from '../decodedText.ts'
import { htmlToText } from '../htmlToText.ts'
import { readDocx } from './readDocx.ts'
import { blocksOfText } from './readPlainText.ts'

export type DocumentProblem =
  | 'empty'
  | 'notDocument'
  | 'oldWord'
  | 'isMail'
  | 'tooBig'
  | 'tooLong'
  | 'broken'
  | 'scan'
  | 'locked'
  | 'wrongPassword'
  | 'unreadable'
  /** A part of the product that reads PDF could not be fetched. */
  | 'notFetched'
  | 'notStarted'

export type ReadDocument = { ok: true; document: SourceDocument } | { ok: false; reason: DocumentProblem }

/** Bytes. */
const MAX_DOCUMENT = 60_000_000
/** Nobody reads more, and no page shows more. */
const MOST_BLOCKS = 30_000

/** A document as text to read, whatever its name says that it is. Never throws. */
export async function readDocument(
  bytes: Uint8Array<ArrayBuffer>,
  password: string | null,
  habits: ReadingHabits,
): Promise<ReadDocument> {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.length > MAX_DOCUMENT) return { ok: false, reason: 'tooBig' }
  try {
    return await opened(bytes, password, habits)
  } catch (error) {
    return { ok: false, reason: error instanceof TooMuch ? 'tooBig' : 'broken' }
  }
}

interface About {
  title?: string | null
  created?: string | null
  pages?: number
  isCut?: boolean
}

function documentOf(
  raw: readonly RawBlock[],
  { title = null, created = null, pages, isCut = false }: About,
  habits: ReadingHabits,
): ReadDocument {
  const clean = raw.slice(0, MOST_BLOCKS).map((block) => ({
    ...block,
    text: cleanText(block.text),
    cells: block.cells?.map(cleanText) ?? null,
  }))
  // What holds no letter and no figure says nothing.
  const blocks = sectioned(clean.filter(({ text }) => /[\p{L}\d]/u.test(text)))
  if (blocks.length === 0) return { ok: false, reason: 'empty' }
  return {
    ok: true,
    document: {
      ...aboutDocument(blocks, { title, created }, habits),
      pages: pages ?? null,
      blocks,
      isCut: isCut || raw.length > MOST_BLOCKS,
    },
  }
}

async function opened(
  bytes: Uint8Array<ArrayBuffer>,
  password: string | null,
  habits: ReadingHabits,
): Promise<ReadDocument> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024))
  if (start.includes('%PDF-')) {
    // Larger than everything else together, and fetched only where a PDF is opened.
    const reader = await import('./readPdfText.ts').catch(() => null)
    if (reader === null) return { ok: false, reason: 'notFetched' }
    const read = await reader.readPdfText(bytes, password)
    return read.ok ? documentOf(read.blocks, read, habits) : read
  }
  // Word before 2007, and what it locks with a password.
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return { ok: false, reason: 'oldWord' }
  if (start.startsWith('PK')) {
    const docx = readDocx(bytes)
    return docx === null ? { ok: false, reason: 'notDocument' } : documentOf(docx.blocks, docx, habits)
  }
  const text = decoded(bytes)
  if (text.includes('\0') || /^(?:\u0089PNG|\u00ff\u00d8|GIF8)/.test(start)) return { ok: false, reason: 'notDocument' }
  if (
    /^(?:received|return-path|delivered-to|mime-version|message-id|x-[\w-]{1,40}|from): /im.test(start) &&
    /^(?:date|subject|to): /im.test(start)
  )
    return { ok: false, reason: 'isMail' }
  const isHtml = /^\s*(?:<!doctype html|<html)/i.test(text)
  return documentOf(blocksOfText(isHtml ? htmlToText(text) : text), {}, habits)
}
