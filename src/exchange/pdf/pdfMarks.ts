import type PDFDocument from 'pdfkit'
import { PLAN, SLIP } from './page.ts'

/** A promised month is a band: anywhere within it. */
export function promised(document: PDFDocument, from: number, to: number, y: number, size: number): void {
  if (from === to) diamond(document, to, y, { size, width: size < 3 ? 0.9 : 1.3 })
  else {
    document.lineWidth(1.3).strokeColor(PLAN).fillColor('#ffffff')
    document.rect(from, y - size * 0.6, to - from, size * 1.2).fillAndStroke()
  }
}

export function diamond(document: PDFDocument, x: number, y: number, { size, width }: { size: number; width: number }) {
  document.lineWidth(width).strokeColor(PLAN).fillColor('#ffffff')
  document
    .moveTo(x, y - size)
    .lineTo(x + size, y)
    .lineTo(x, y + size)
    .lineTo(x - size, y)
    .closePath()
    .fillAndStroke()
}

export function line(
  document: PDFDocument,
  color: string,
  width: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
) {
  document.lineWidth(width).strokeColor(color).moveTo(x1, y1).lineTo(x2, y2).stroke()
}

/** The delay: it grows with every day. */
export function wedge(document: PDFDocument, from: number, to: number, y: number) {
  const half = 4.6
  const outline = () =>
    document
      .moveTo(from, y)
      .lineTo(to, y - half)
      .lineTo(to, y + half)
      .closePath()
  hatched(document, () => outline(), SLIP, { from, to, top: y - half, bottom: y + half, slant: 1 })
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

/** Slanted lines within an outline: a delay one way, a silence the other, so that neither needs a colour. */
export function hatched(document: PDFDocument, outline: () => void, color: string, area: Hatching) {
  const { from, to, top, bottom, slant } = area
  const height = bottom - top
  document.save()
  outline()
  document.clip().lineWidth(0.7).strokeColor(color)
  for (let x = from - height; x < to + height; x += 2.6)
    document.moveTo(x, slant > 0 ? bottom : top).lineTo(x + height, slant > 0 ? top : bottom)
  document.stroke().restore()
}
