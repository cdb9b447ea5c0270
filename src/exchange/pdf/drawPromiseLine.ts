import type PDFDocument from 'pdfkit'
import type { Drawing, Mark, Strip } from '../../summary/drawing.ts'
import { BORDER, INK, LINE, PLAN, QUIET, SLIP, strokeLine } from './page.ts'

/** Sizes in points. */
const ROW = 14
const LABELS = 13
const CONTACTS = 26
const NAMES = 9

/** Writes one line of text, truncated to `width`. */
export type WriteLabel = (
  text: string,
  at: { x: number; baseline: number; width: number; align: 'left' | 'middle' | 'right' },
  color: string,
) => void

const heightOfStrip = ({ of, marks }: Strip): number =>
  of === 'track' ? ROW : CONTACTS + (marks.some(({ label }) => label !== undefined) ? NAMES : 0)

export const heightOfDrawing = ({ strips, limit }: Drawing): number =>
  strips.reduce((sum, strip) => sum + heightOfStrip(strip), topOf(limit) + LABELS)

/** Two lines of names where there is a date that must not be missed. */
const topOf = (limit: Drawing['limit']) => (limit === null ? LABELS : LABELS * 2)

export function drawPromiseLine(
  document: PDFDocument,
  drawing: Drawing,
  frame: { x: number; y: number; width: number },
  write: WriteLabel,
): void {
  const { strips, ticks, today, limit } = drawing
  const names = frame.width * 0.27
  const numbers = 112
  const plot = { x: frame.x + names + 4, width: frame.width - names - numbers - 8 }
  const at = (place: number) => plot.x + place * plot.width
  const top = frame.y + topOf(limit)
  const bottom = frame.y + heightOfDrawing(drawing) - LABELS

  const vertical = (x: number, color: string, thickness: number) =>
    strokeLine(document, color, thickness, { x, y: top }, { x, y: bottom })
  for (const tick of ticks) vertical(at(tick.at), LINE, 0.5)
  document.dash(2, { space: 2 })
  vertical(at(today.at), QUIET, 0.8)
  document.undash()
  const align = today.at > 0.8 ? 'right' : 'middle'
  write(today.label, { x: at(today.at), baseline: top - 3, width: 90, align }, QUIET)
  if (limit !== null) {
    vertical(at(limit.at), SLIP, 1.4)
    // Next to the name of today, or above it where both would stand in one place.
    const isNear = Math.abs(limit.at - today.at) * plot.width < 150
    write(
      limit.label,
      {
        x: at(limit.at),
        baseline: top - 3 - (isNear ? LABELS : 0),
        width: 150,
        align: limit.at > 0.7 ? 'right' : 'middle',
      },
      SLIP,
    )
  }

  let y = top
  for (const strip of strips) {
    const isTrack = strip.of === 'track'
    const middle = y + (isTrack ? ROW / 2 : 13)
    const label = [strip.code, strip.name.text].filter(Boolean).join(' ')
    write(label, { x: frame.x, baseline: middle + 3, width: names, align: 'left' }, INK)
    if (!isTrack) strokeLine(document, INK, 1, { x: plot.x, y: middle }, { x: plot.x + plot.width, y: middle })
    for (const mark of strip.marks) {
      drawMark(document, mark, middle, at)
      const center = at((mark.from + mark.to) / 2)
      if (mark.label !== undefined)
        write(mark.label, { x: center, baseline: middle + 17, width: 80, align: 'middle' }, QUIET)
    }
    write(
      [strip.status, strip.word].filter(Boolean).join(', '),
      { x: frame.x + frame.width, baseline: middle + 3, width: numbers, align: 'right' },
      INK,
    )
    y += heightOfStrip(strip)
  }
  for (const { at: place, label } of ticks)
    write(label, { x: at(place), baseline: bottom + 9, width: 60, align: 'middle' }, QUIET)
}

/** Half the width of a shape and of a message, in points. */
const FULL = 4.2
const MESSAGE = 2.3

export function drawMark(
  document: PDFDocument,
  { shape, from, to, scale, isHollow = false }: Mark,
  y: number,
  at: (place: number) => number,
): void {
  const [left, right] = [at(from), at(to)]
  const message = (middle: number) => {
    const fill = isHollow ? '#ffffff' : INK
    document.lineWidth(1).strokeColor(INK).fillColor(fill)
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
      strokeLine(document, PLAN, 2, { x: left, y }, { x: right, y })
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
      strokeLine(document, INK, 1, { x: left, y }, { x: left, y: y - 8 })
      message(y - 8)
      break
    case 'dot':
      message(y + 4.5)
      break
    case 'silence': {
      const bar = () => document.rect(left, y + 1.5, right - left, 7)
      hatched(document, bar, BORDER, { from: left, to: right, top: y + 1.5, bottom: y + 8.5, slant: -1 })
      document.lineWidth(0.7).strokeColor(BORDER)
      bar().stroke()
    }
  }
}

/** A promised month is a band, a day a diamond. */
function promised(document: PDFDocument, from: number, to: number, y: number, size: number): void {
  if (from === to) diamond(document, to, y, { size, width: size < 3 ? 0.9 : 1.3 })
  else {
    document.lineWidth(1.3).strokeColor(PLAN).fillColor('#ffffff')
    document.rect(from, y - size * 0.6, to - from, size * 1.2).fillAndStroke()
  }
}

function diamond(document: PDFDocument, x: number, y: number, { size, width }: { size: number; width: number }) {
  document.lineWidth(width).strokeColor(PLAN).fillColor('#ffffff')
  document
    .moveTo(x, y - size)
    .lineTo(x + size, y)
    .lineTo(x, y + size)
    .lineTo(x - size, y)
    .closePath()
    .fillAndStroke()
}

function wedge(document: PDFDocument, from: number, to: number, y: number) {
  const [top, bottom] = [y - 4.6, y + 4.6]
  const outline = () => document.moveTo(from, y).lineTo(to, top).lineTo(to, bottom).closePath()
  hatched(document, outline, SLIP, { from, to, top, bottom, slant: 1 })
  document.lineWidth(0.6).strokeColor(SLIP)
  outline().stroke()
}

interface Hatching {
  from: number
  to: number
  top: number
  bottom: number
  slant: 1 | -1
}

/** Delays slant one way and silences the other, so that neither needs a colour. */
function hatched(document: PDFDocument, outline: () => void, color: string, area: Hatching) {
  const { from, to, top, bottom, slant } = area
  const height = bottom - top
  document.save()
  outline()
  document.clip().lineWidth(0.7).strokeColor(color)
  for (let x = from - height; x < to + height; x += 2.6)
    document.moveTo(x, slant > 0 ? bottom : top).lineTo(x + height, slant > 0 ? top : bottom)
  document.stroke().restore()
}
