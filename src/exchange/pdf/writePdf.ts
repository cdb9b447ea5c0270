import { toBytes } from 'pdfkit/output'
import { serviceNameOf, settings } from '../../settings/settings.ts'
import { type Block, printed, small } from '../../summary/blocks.ts'
import { textsIn } from '../../summary/text.ts'
import { bookmarks } from './bookmarks.ts'
import { APPENDIX_SIZES, FRONT_SIZES, heightOf, type Piece, type Sizes, underRule } from './boxes.ts'
import { drawAll, layBlock } from './layout.ts'
import { packObjects } from './packObjects.ts'
import { decorate, PAGE, type Pen, QUIET, WIDTH, writeRuns } from './page.ts'
import { ACCESSIBLE, Document } from './pdfDocument.ts'
import { registerFaces } from './pdfFonts.ts'
import type { SmallPicture } from './pdfImages.ts'
import type { Attachment, ReportDocument } from './reportDocument.ts'
import { linesOf, widthOfLine } from './textLines.ts'

/** Writes a tagged PDF. The same document gives the same bytes. Pictures are by checksum, progress is from 0 to 1. */
export async function writePdf(
  report: ReportDocument,
  attachments: readonly Attachment[],
  pictures: ReadonlyMap<string, SmallPicture> = new Map(),
  onProgress: (share: number) => void = () => {},
): Promise<Uint8Array> {
  const made = new Date(report.madeAt)
  const document = new Document({
    size: 'A4',
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: report.language,
    displayTitle: true,
    // PDF/A: every font is embedded.
    font: null,
    info: {
      Title: report.title,
      Author: report.author,
      Subject: report.subject,
      Creator: serviceNameOf(settings),
      Producer: serviceNameOf(settings),
      CreationDate: made,
      ModDate: made,
    },
  })
  const bytes = toBytes(document)
  document.appendXML(ACCESSIBLE)
  document.shownNames = new Map(attachments.map(({ name, shownName = name }) => [name, shownName]))
  // First, so that a truncated file still holds the case.
  for (const { name, type, bytes: data, relationship, description } of attachments)
    document.file(data, { name, type, relationship, description, creationDate: made, modifiedDate: made })

  const root = document.struct('Document')
  document.addStructure(root)
  const { front, underFront, behind, foot, pageOf } = report
  const texts = [foot, pageOf, ...textsIn([...front, ...underFront, ...behind])]
  const faces = await registerFaces(document, texts)
  const pen: Pen = { document, faces, root, pictures, notDrawn: 0 }
  drawPages(pen, report, onProgress)
  drawFeet(pen, report)
  root.end()
  document._root.data.PageMode = 'UseNone'
  document.end()
  return packObjects(await bytes)
}

function drawPages(pen: Pen, report: ReportDocument, onProgress: (share: number) => void): void {
  const end = PAGE.height - PAGE.bottom
  let bottom = end
  let y = bottom
  const newPage = () => {
    pen.document.addPage()
    y = PAGE.top
  }
  const onHeading = bookmarks(pen.document)
  const flow = (pieces: readonly Piece[]) => {
    for (let at = 0; at < pieces.length; ) {
      let end = at
      while (pieces[end]?.joined === true) end += 1
      const together = pieces.slice(at, end + 1)
      const height = heightOf(together)
      if (y + height > bottom && y > PAGE.top) newPage()
      for (const piece of together) {
        if (y + piece.height > bottom && y > PAGE.top) newPage()
        if (piece.head !== undefined && y === PAGE.top) {
          piece.head.draw({ x: PAGE.left, y })
          y += piece.head.height
        }
        piece.draw({ x: PAGE.left, y })
        y += piece.height
      }
      at += together.length
    }
  }
  const part = (blocks: readonly Block[], sizes: Sizes, isBehind: boolean, tell: (share: number) => void) => {
    if (blocks.length === 0) return
    // What has run over the first page is followed by the rest.
    if (!isBehind || pen.document.bufferedPageRange().count < 2) newPage()
    const setting = { pen, width: WIDTH, sizes, onHeading: onHeading(isBehind), continued: null }
    // A heading stays with what follows, so both are laid out together.
    let waiting: Piece[] = []
    const all = [...printed(blocks)]
    let continued: string | null = null
    for (const [at, block] of all.entries()) {
      if (block.is === 'heading') {
        const row = block.text.map(({ text }) => text).join('')
        continued = block.level === 4 ? report.continued.replace('{row}', () => row) : null
      }
      const isUnderRule = all[at - 1]?.is === 'rule'
      waiting.push(...layBlock(block, { ...setting, continued, ...(isUnderRule && { sizes: underRule(sizes) }) }))
      if (block.is === 'heading') continue
      flow(waiting)
      waiting = []
      tell(at / all.length)
    }
    flow(waiting)
  }
  const underFront = [...printed(report.underFront)].flatMap((block) =>
    layBlock(block, { pen, width: WIDTH, sizes: FRONT_SIZES, onHeading: () => {}, continued: null }),
  )
  bottom = end - heightOf(underFront)
  part(report.front, FRONT_SIZES, false, () => {})
  const last = pen.document.bufferedPageRange().count - 1
  if (last >= 0) pen.document.switchToPage(0)
  drawAll(underFront, { x: PAGE.left, y: bottom })
  if (last >= 0) pen.document.switchToPage(last)
  bottom = end
  part(report.behind, APPENDIX_SIZES, true, onProgress)
  if (pen.notDrawn > 0) {
    const notice = small(report.notDrawn.replace('{count}', String(pen.notDrawn)))
    const setting = { pen, width: WIDTH, sizes: APPENDIX_SIZES, onHeading: () => {}, continued: null }
    for (const block of printed([notice])) flow(layBlock(block, setting))
  }
}

function drawFeet(pen: Pen, { pageOf, foot }: ReportDocument): void {
  const { count } = pen.document.bufferedPageRange()
  const size = 8
  const y = PAGE.height - PAGE.bottom + 14 + size
  const lineOf = (text: string, width: number) => linesOf([{ text, voice: 'quiet' }], width, size, pen.faces)[0] ?? []
  for (let at = 0; at < count; at += 1) {
    pen.document.switchToPage(at)
    const number = lineOf(pageOf.replace('{page}', String(at + 1)).replace('{pages}', String(count)), 80)
    decorate(pen, 'Pagination', () => {
      writeRuns(pen, lineOf(foot, WIDTH - 90), { x: PAGE.left, y }, size, QUIET)
      writeRuns(pen, number, { x: PAGE.width - PAGE.right - widthOfLine(number), y }, size, QUIET)
    })
  }
}
