import { Buffer } from 'node:buffer'
import { writeZip } from '../../src/exchange/zip/writeZip.ts'
import { bytesOfText } from './aFile.ts'

/** Documents made by hand: a PDF as its parts, a Word document as its XML. */

interface Placed {
  x: number
  y: number
  text: string
  size?: number
  isBold?: boolean
}

const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&')

/** A PDF whose pages hold these texts, in the order in which they are given; places in points from the lower left corner. */
export function aPdfOf(pages: readonly (readonly Placed[])[], title?: string): Uint8Array<ArrayBuffer> {
  const objects: string[] = []
  const add = (body: string) => {
    objects.push(body)
    return objects.length
  }
  const font = (name: string) => add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`)
  const [plain, bold] = [font('Helvetica'), font('Helvetica-Bold')]
  const tree = objects.length + 1 + pages.length * 2
  const kids = pages.map((placed) => {
    const drawn = placed
      .map(
        ({ x, y, text, size = 11, isBold = false }) =>
          `BT /${isBold ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`,
      )
      .join('\n')
    const content = add(`<< /Length ${Buffer.byteLength(drawn, 'latin1')} >>\nstream\n${drawn}\nendstream`)
    const fonts = `<< /Font << /F1 ${plain} 0 R /F2 ${bold} 0 R >> >>`
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Resources ${fonts} /Contents ${content} 0 R >>`,
    )
  })
  add(`<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`)
  const root = add(`<< /Type /Catalog /Pages ${tree} 0 R >>`)
  const info = title === undefined ? '' : ` /Info ${add(`<< /Title (${escaped(title)}) >>`)} 0 R`
  let file = '%PDF-1.7\n'
  const offsets = objects.map((body, at) => {
    const offset = Buffer.byteLength(file, 'latin1')
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = Buffer.byteLength(file, 'latin1')
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root ${root} 0 R${info} >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

/** Lines below each other. */
export const linesAt = (
  x: number,
  y: number,
  lines: readonly string[],
  more: Partial<Placed> = {},
): readonly Placed[] => lines.map((text, at) => ({ x, y: y - at * 14, text, ...more }))

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

interface DocxParts {
  /** The XML inside of the body. */
  body: string
  styles?: string
  numbering?: string
  core?: string
  /** Before the root element. */
  prolog?: string
}

/** A Word document with this body. */
export function aDocx({
  body,
  styles = '',
  numbering = '',
  core = '',
  prolog = '',
}: DocxParts): Uint8Array<ArrayBuffer> {
  const part = (name: string, text: string) => ({ name, isPacked: true, bytes: bytesOfText(text) })
  return new Uint8Array(
    writeZip(
      [
        part('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        part(
          'word/document.xml',
          `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document ${W}><w:body>${body}</w:body></w:document>`,
        ),
        part('word/styles.xml', `<w:styles ${W}>${styles}</w:styles>`),
        part('word/numbering.xml', `<w:numbering ${W}>${numbering}</w:numbering>`),
        part(
          'docProps/core.xml',
          `<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="dcterms">${core}</cp:coreProperties>`,
        ),
      ],
      Date.UTC(2026, 10, 25),
    ),
  )
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

export const paragraph = (inside: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside.startsWith('<') ? inside : run(inside)}</w:p>`

export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
