import type PDFDocument from 'pdfkit'
import type { Drawing, Mark, Strip } from '../../summary/drawing.ts'
import { BORDER, INK, LINE, PLAN, QUIET, SLIP } from './page.ts'
import { diamond, hatched, line, promised, wedge } from './pdfMarks.ts'

/** Sizes in points. */
const ROW = 17.5
const LABELS = 13
const CONTACTS = 26
const NAMES = 9

export interface DrawingFrame {
  x: number
  y: number
  width: number
}

/** Writes a short text of one line; too long a text is shortened with a mark. */
export type Write = (
  text: string,
  at: { x: number; baseline: number; width: number; align: 'left' | 'middle' | 'right' },
  color: string,
) => void

const heightOfStrip = ({ of, marks }: Strip): number =>
  of === 'track' ? ROW : CONTACTS + (marks.some(({ label }) => label !== undefined) ? NAMES : 0)

export const heightOfDrawing = ({ strips }: Drawing): number =>
  strips.reduce((sum, strip) => sum + heightOfStrip(strip), LABELS * 2)

/** Draws the promise line as vectors. */
export function drawPromiseLine(document: PDFDocument, drawing: Drawing, frame: DrawingFrame, write: Write): void {
  const { strips, ticks, today } = drawing
  const names = frame.width * 0.28
  const numbers = 60
  const plot = { x: frame.x + names + 4, width: frame.width - names - numbers - 8 }
  const at = (place: number) => plot.x + place * plot.width
  const top = frame.y + LABELS
  const bottom = frame.y + heightOfDrawing(drawing) - LABELS

  for (const { at: place } of ticks) line(document, LINE, 0.5, at(place), top, at(place), bottom)
  document.dash(2, { space: 2 })
  line(document, QUIET, 0.8, at(today.at), top, at(today.at), bottom)
  document.undash()
  write(
    today.label,
    { x: at(today.at), baseline: top - 3, width: 90, align: today.at > 0.8 ? 'right' : 'middle' },
    QUIET,
  )

  let y = top
  for (const strip of strips) {
    const isTrack = strip.of === 'track'
    const middle = y + (isTrack ? ROW / 2 : 13)
    const name = { x: frame.x, baseline: middle + (isTrack ? -1 : 3), width: names, align: 'left' } as const
    write([strip.code, strip.name.text].filter(Boolean).join(' '), name, INK)
    if (isTrack) write(strip.status, { ...name, baseline: middle + 7 }, QUIET)
    else line(document, INK, 1, plot.x, middle, plot.x + plot.width, middle)
    for (const mark of strip.marks) {
      drawMark(document, mark, middle, at)
      if (mark.label !== undefined)
        write(
          mark.label,
          { x: at((mark.from + mark.to) / 2), baseline: middle + 17, width: 80, align: 'middle' },
          QUIET,
        )
    }
    write(strip.word, { x: frame.x + frame.width, baseline: middle + 3, width: numbers, align: 'right' }, INK)
    y += heightOfStrip(strip)
  }
  for (const { at: place, label } of ticks)
    write(label, { x: at(place), baseline: bottom + 9, width: 60, align: 'middle' }, QUIET)
}

/** Half the width of a shape at its full size, and of a message, in points. */
const FULL = 4.2
const MESSAGE = 2.3

/** Draws one shape on, over or under the line at `y`. */
export function drawMark(
  document: PDFDocument,
  { shape, from, to, scale, isHollow = false }: Mark,
  y: number,
  at: (place: number) => number,
): void {
  const [left, right] = [at(from), at(to)]
  const message = (middle: number) => {
    document
      .lineWidth(1)
      .strokeColor(INK)
      .fillColor(isHollow ? '#ffffff' : INK)
    document.circle(left, middle, MESSAGE).fillAndStroke()
  }
  switch (shape) {
    case 'promised':
      promised(document, left, right, y, FULL * scale)
      break
    case 'own':
      document.dash(1.4, { space: 1 })
      diamond(document, left, y, { size: FULL * scale, width: 0.9 })
      document.undash()
      break
    case 'extension':
      line(document, PLAN, 2, left, y, right, y)
      break
    case 'delay':
      wedge(document, left, right, y)
      break
    case 'delivered':
      document
        .fillColor(INK)
        .rect(left - 4 * scale, y - 4 * scale, 8 * scale, 8 * scale)
        .fill()
      break
    case 'waiting':
      document.lineWidth(1.3).strokeColor(SLIP).fillColor('#ffffff')
      document
        .moveTo(left - 3.2, y - 3.4)
        .lineTo(left + 3.4, y)
        .lineTo(left - 3.2, y + 3.4)
        .closePath()
        .fillAndStroke()
      break
    case 'pin':
      line(document, INK, 1, left, y, left, y - 8)
      message(y - 8)
      break
    case 'dot':
      message(y + 4.5)
      break
    case 'silence': {
      const bar = () => document.rect(left, y + 1.5, right - left, 7)
      const area = { from: left, to: right, top: y + 1.5, bottom: y + 8.5, slant: -1 } as const
      hatched(document, () => bar(), BORDER, area)
      document.lineWidth(0.7).strokeColor(BORDER)
      bar().stroke()
    }
  }
}
