import type PDFDocument from 'pdfkit'
import type { Struct } from 'pdfkit'
import type { Faces } from './pdfFonts.ts'
import type { SmallPicture } from './pdfImages.ts'
import type { PlacedLine, TextLine } from './textLines.ts'

/** A4 and its margins, in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 40, right: 40, top: 37, bottom: 48 }
export const WIDTH = PAGE.width - PAGE.left - PAGE.right

/** The colours of the screen; a test compares them with `ui/styles/tokens.css`. */
export const INK = '#16302b'
export const QUIET = '#41564f'
export const LINE = '#cbd1c9'
export const PLAN = '#33538a'
export const SLIP = '#a94a22'
export const BORDER = '#66786f'

/** How text is set: size and line height in points. */
export interface Size {
  size: number
  leading: number
}

/** Everything that a piece of the document is drawn with. */
export interface Pen {
  document: PDFDocument
  faces: Faces
  /** The element that holds the whole document. */
  root: Struct
  /** What pictures are drawn from, by checksum. */
  pictures: ReadonlyMap<string, SmallPicture>
  /** How many characters could not be drawn so far. */
  notDrawn: number
}

export interface PagePosition {
  x: number
  y: number
}

/** Marks what is drawn as decoration: read out by nobody. */
export function decorate({ document }: Pen, type: 'Layout' | 'Pagination', draw: () => void): void {
  document.markContent('Artifact', { type })
  document.save()
  draw()
  document.restore()
  document.endMarkedContent()
}

/** A new element under another one, drawn at once by what is added to it. */
export function under(
  { document }: Pen,
  parent: Struct,
  type: string,
  options: Parameters<PDFDocument['struct']>[1] = {},
): Struct {
  const element = document.struct(type, options)
  parent.add(element)
  return element
}

/** Draws runs where they are placed, into whatever is open. */
export function writeRuns({ document }: Pen, runs: TextLine, { x, y }: PagePosition, { size, leading }: Size): void {
  const baseline = y + leading * 0.5 + size * 0.35
  for (const run of runs) {
    document.font(run.face, size).fillColor(run.quiet ? QUIET : INK)
    document.text(run.text, x + run.x, baseline, { lineBreak: false, baseline: 'alphabetic' })
  }
}

/** Draws a line of text into an element; what is in another language or has no letter of its own says so. */
export function drawLine(
  pen: Pen,
  element: Struct,
  line: TextLine,
  { x, y }: PagePosition,
  { size, leading }: Size,
): void {
  const write = (runs: readonly PlacedLine[]) => () => writeRuns(pen, runs, { x, y }, { size, leading })
  for (const group of grouped(line)) {
    const [first] = group
    if (first === undefined) continue
    if (first.actual !== null) pen.notDrawn += 1
    if (first.language === null && first.actual === null) element.add(write(group))
    else {
      const span = under(pen, element, 'Span', {
        ...(first.language !== null && { lang: first.language }),
        ...(first.actual !== null && { actual: first.actual }),
      })
      span.add(write(group)).end()
    }
  }
}

/** Runs that can be marked together: of one language, and none that stands for something else. */
function grouped(line: TextLine): readonly (readonly PlacedLine[])[] {
  const groups: PlacedLine[][] = []
  for (const run of line) {
    const last = groups.at(-1)?.[0]
    if (last !== undefined && last.language === run.language && last.actual === null && run.actual === null)
      groups.at(-1)?.push(run)
    else groups.push([run])
  }
  return groups
}
