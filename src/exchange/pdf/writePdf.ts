import PDFDocument from 'pdfkit'
import { toBytes } from 'pdfkit/output'
import { serviceNameOf, settings } from '../../settings/settings.ts'
import { type Block, printed } from '../../summary/blocks.ts'
import { heightOf, type Piece } from './boxes.ts'
import { drawFeet } from './footers.ts'
import { layBlock } from './layout.ts'
import { PAGE, type Pen, WIDTH } from './page.ts'
import { registerFaces } from './pdfFonts.ts'
import type { SmallPicture } from './pdfImages.ts'
import type { Attachment, ReportDocument } from './reportDocument.ts'
import { BEHIND_SIZES, FRONT_SIZES, type Sizes } from './sizes.ts'
import { textsOf } from './textsOf.ts'

const escapeXml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

class Document extends PDFDocument {
  /** All that is ready at once: taking the first of a long list again and again costs the square of its length. */
  override _drain() {
    const ready = this._buffer
    this._buffer = []
    for (const chunk of ready) this.emit('data', chunk)
    super._drain()
  }

  /** Titles go into two places, and only one of them is XML. */
  override _addInfo() {
    const plain = this.info
    this.info = Object.fromEntries(
      Object.entries(plain).map(([name, value]) => [name, typeof value === 'string' ? escapeXml(value) : value]),
    )
    try {
      super._addInfo()
    } finally {
      this.info = plain
    }
  }
}

/** Says that the file is accessible (PDF/UA-1) beside being archivable (PDF/A-3a), in the form that both ask for. */
const ACCESSIBLE = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`

/**
 * Writes a tagged PDF that reads like the sheet and carries files. The same document gives the same bytes.
 * @param pictures what the document's pictures are drawn from, by checksum
 * @param onProgress called with a share from 0 to 1 while pages are drawn
 */
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
    // None of the fonts that every reader has: what is drawn is embedded.
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
  // First of all, so that a file that is cut off in the mail still holds the case.
  for (const { name, type, bytes: data, relationship, description } of attachments)
    document.file(data, { name, type, relationship, description, creationDate: made, modifiedDate: made })

  const root = document.struct('Document')
  document.addStructure(root)
  const faces = await registerFaces(document, textsOf(report))
  const pen: Pen = { document, faces, root, pictures, notDrawn: 0 }
  drawPages(pen, report, onProgress)
  drawFeet(pen, report)
  root.end()
  document._root.data.PageMode = 'UseNone'
  document.end()
  return bytes
}

function drawPages(pen: Pen, report: ReportDocument, onProgress: (share: number) => void): void {
  const bottom = PAGE.height - PAGE.bottom
  let y = bottom
  const newPage = () => {
    pen.document.addPage()
    y = PAGE.top
  }
  const onHeading = (isBehind: boolean) => (level: number, text: string) => {
    if (level === 1 || (isBehind && level === 2)) pen.document.outline.addItem(text)
  }
  const flow = (pieces: readonly Piece[]) => {
    for (let at = 0; at < pieces.length; ) {
      let end = at
      while (pieces[end]?.joined === true) end += 1
      const together = pieces.slice(at, end + 1)
      const height = heightOf(together)
      // What cannot be together on any page is parted.
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
    newPage()
    const setting = { pen, width: WIDTH, sizes, onHeading: onHeading(isBehind) }
    // A heading stays with what follows it, so blocks that belong together are laid out together.
    let waiting: Piece[] = []
    const all = [...printed(blocks)]
    for (const [at, block] of all.entries()) {
      waiting.push(...layBlock(block, setting))
      if (block.is === 'heading') continue
      flow(waiting)
      waiting = []
      tell(at / all.length)
    }
    flow(waiting)
  }
  part(report.front, FRONT_SIZES, false, () => {})
  part(report.behind, BEHIND_SIZES, true, onProgress)
  const count = pen.notDrawn
  if (count > 0) {
    const text = report.notDrawn.replace('{count}', String(count))
    flow(
      layBlock(
        { is: 'paragraph', text: [{ text }], size: 'small' },
        {
          pen,
          width: WIDTH,
          sizes: BEHIND_SIZES,
          onHeading: () => {},
        },
      ),
    )
  }
}
