import type PDFDocument from 'pdfkit'
import type { Struct } from 'pdfkit'
import { drawMissing } from './drawMissing.ts'
import type { Faces } from './pdfFonts.ts'
import type { SmallPicture } from './pdfImages.ts'
import { missingIn, type PlacedLine, type TextLine } from './textLines.ts'

/** A4 and its margins, in points. */
export const PAGE = { width: 595.28, height: 841.89, left: 36, right: 36, top: 26, bottom: 38 }
export const WIDTH = PAGE.width - PAGE.left - PAGE.right

/** A test compares these with `ui/styles/tokens.css`. */
export const INK = '#16302b'
export const QUIET = '#41564f'
export const LINE = '#cbd1c9'
export const PLAN = '#33538a'
export const SLIP = '#a94a22'
export const BORDER = '#66786f'

/** Font size and line height, in points. */
export interface Size {
  size: number
  leading: number
}

export interface Pen {
  document: PDFDocument
  faces: Faces
  root: Struct
  /** By checksum. */
  pictures: ReadonlyMap<string, SmallPicture>
  /** Characters so far that no font has. */
  notDrawn: number
}

export interface PagePosition {
  x: number
  y: number
}

/** Draws an artifact, which screen readers skip. */
export function decorate({ document }: Pen, type: 'Layout' | 'Pagination', draw: () => void): void {
  document.markContent('Artifact', { type })
  document.save()
  draw()
  document.restore()
  document.endMarkedContent()
}

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

export function strokeLine(document: PDFDocument, color: string, width: number, from: PagePosition, to: PagePosition) {
  document.lineWidth(width).strokeColor(color).moveTo(from.x, from.y).lineTo(to.x, to.y).stroke()
}

export function drawRule(pen: Pen, { x, y }: PagePosition, width: number, thickness: number, color = INK): void {
  decorate(pen, 'Layout', () => strokeLine(pen.document, color, thickness, { x, y }, { x: x + width, y }))
}

/** Writes text into the open element; `y` is the baseline. */
export function writeRuns({ document }: Pen, runs: TextLine, { x, y }: PagePosition, size: number, color?: string) {
  for (const run of runs) {
    const ink = color ?? (run.quiet ? QUIET : INK)
    if (run.isMissing) drawMissing(document, run.text, { x: x + run.x, y }, size, ink)
    else {
      document.font(run.face, size).fillColor(ink)
      document.text(run.text, x + run.x, y, { lineBreak: false, baseline: 'alphabetic' })
    }
  }
}

/** The baseline of a line whose top is at `y`. */
export const baselineAt = (y: number, { size, leading }: Size): number => y + leading * 0.5 + size * 0.35

/** Draws a line of text into an element; runs in another language or without a glyph get a `Span` that says so. */
export function drawLine(pen: Pen, element: Struct, line: TextLine, { x, y }: PagePosition, size: Size): void {
  for (const group of grouped(line)) {
    const [first] = group
    if (first === undefined) continue
    const { language, isMissing, text, href } = first
    if (href !== null) {
      drawLink(pen, element, group, { x, y }, size)
      continue
    }
    const write = () => writeRuns(pen, group, { x, y: baselineAt(y, size) }, size.size)
    pen.notDrawn += missingIn(group)
    if (language === null && !isMissing) element.add(write)
    else {
      const span = under(pen, element, 'Span', {
        ...(language !== null && { lang: language }),
        ...(isMissing && { actual: text }),
      })
      span.add(write).end()
    }
  }
}

/** The words, and the rectangle that opens the address (PDF/UA 7.18.5). */
function drawLink(pen: Pen, element: Struct, group: TextLine, { x, y }: PagePosition, size: Size): void {
  const [first] = group
  if (first === undefined || first.href === null) return
  const { document } = pen
  const width = group.reduce((sum, run) => sum + run.width, 0)
  const link = under(pen, element, 'Link')
  link.add(() => writeRuns(pen, group, { x, y: baselineAt(y, size) }, size.size))
  document.link(x + first.x, y, width, size.leading, first.href, {
    structParent: link,
    // A plain string would be a name.
    Contents: Object(first.href),
  })
  link.end()
}

/** Runs that can share an element: of one language and one address, and all with glyphs. */
function grouped(line: TextLine): readonly (readonly PlacedLine[])[] {
  const groups: PlacedLine[][] = []
  for (const run of line) {
    const last = groups.at(-1)?.[0]
    if (
      last !== undefined &&
      last.language === run.language &&
      last.href === run.href &&
      !last.isMissing &&
      !run.isMissing
    )
      groups.at(-1)?.push(run)
    else groups.push([run])
  }
  return groups
}
