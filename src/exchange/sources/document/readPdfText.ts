import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { RawBlock } from '../../../domain/sources/sourceDocument.ts'
import { blocksOfLines } from './pdfBlocks.ts'
import { type PdfLine, type PdfPiece, pdfLinesOf, withoutRunning } from './pdfLines.ts'

/** Pages that are read; nobody agrees on more. */
const MOST_PAGES = 600

export type ReadPdfText =
  | { ok: true; blocks: readonly RawBlock[]; pages: number; title: string | null; isCut: boolean }
  | { ok: false; reason: 'locked' | 'wrongPassword' | 'scan' | 'broken' }

interface Item {
  str: string
  transform: readonly number[]
  width: number
  height: number
  fontName: string
  hasEOL: boolean
}

/** The text of a PDF, without running heads: no picture, font or script of it is loaded. */
export async function readPdfText(bytes: Uint8Array, password: string | null): Promise<ReadPdfText> {
  const opening = getDocument({
    data: bytes,
    ...(password !== null && { password }),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    const document = await opening.promise
    const pages = Math.min(document.numPages, MOST_PAGES)
    const lines: PdfLine[] = []
    const heights = new Map<number, number>()
    for (let number = 1; number <= pages; number += 1) {
      const page = await document.getPage(number)
      const content = await page.getTextContent()
      heights.set(number, page.view[3] ?? 0)
      const items = content.items.filter((item) => 'str' in item) as readonly Item[]
      lines.push(...pdfLinesOf(piecesOf(items), number))
      page.cleanup()
    }
    const { info } = await document.getMetadata().catch(() => ({ info: {} }))
    const title = (info as { Title?: unknown }).Title
    const letters = lines.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0)
    // A page of text has hundreds; a scan with a stamp has a few.
    if (letters < pages * 20) return { ok: false, reason: 'scan' }
    return {
      ok: true,
      blocks: blocksOfLines(withoutRunning(lines, heights)),
      pages: document.numPages,
      isCut: document.numPages > MOST_PAGES,
      title: typeof title === 'string' && title.trim() !== '' ? title.trim() : null,
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      return { ok: false, reason: password === null ? 'locked' : 'wrongPassword' }
    return { ok: false, reason: 'broken' }
  } finally {
    await opening.destroy()
  }
}

/** Pieces with letters in them; an empty one may say that the line ends. */
function piecesOf(items: readonly Item[]): readonly PdfPiece[] {
  const pieces: PdfPiece[] = []
  for (const { str, transform, width, fontName, hasEOL } of items) {
    const [, b = 0, , d = 0, x = 0, y = 0] = transform
    // Ligatures are letters.
    const text = str.normalize('NFKC').replace(/\u00a0/g, ' ')
    const last = pieces.at(-1)
    if (text.trim() !== '') pieces.push({ text, x, y, width, size: Math.hypot(b, d), font: fontName, isLast: hasEOL })
    else if (hasEOL && last !== undefined) pieces[pieces.length - 1] = { ...last, isLast: true }
  }
  return pieces
}
