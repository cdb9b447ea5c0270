import type PDFDocument from 'pdfkit'
import { BORDER, diamond, hatched, INK, LINE, line, PLAN, promised, QUIET, SLIP, wedge } from './marks.ts'

/** A place on the promise line, from 0 to 1. */
type Place = number
export type Stretch = readonly [Place, Place]

interface DrawnTrack {
  name: string
  status: string
  first: Stretch | null
  agreed: Stretch | null
  moves: readonly { at: Stretch; agreed: boolean }[]
  delivered: Place | null
  waiting: Place | null
  delay: Stretch | null
  /** The delay in words. */
  word: string
}

/** The promise line as places and words, so that whoever draws it needs neither dates nor a language. */
export interface Drawing {
  tracks: readonly DrawnTrack[]
  contacts: {
    name: string
    merchant: readonly { at: Place; hollow: boolean }[]
    partner: readonly { at: Place; hollow: boolean }[]
    promises: readonly Place[]
    silences: readonly { stretch: Stretch; label: string | null }[]
  } | null
  ticks: readonly { at: Place; label: string }[]
  today: { at: Place; label: string }
}

/** Sizes in points. */
const ROW = 17.5
const LABELS = 13
const CONTACTS = 26

export interface Frame {
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

export const heightOfDrawing = ({ tracks, contacts }: Drawing): number =>
  LABELS * 2 + tracks.length * ROW + (contacts === null ? 0 : CONTACTS + (isNamed(contacts) ? 9 : 0))

const isNamed = ({ silences }: NonNullable<Drawing['contacts']>) =>
  silences.some(({ label }) => label !== null)

/** Draws the promise line as vectors. */
export function drawPromiseLine(document: PDFDocument, drawing: Drawing, frame: Frame, write: Write): void {
  const { tracks, contacts, ticks, today } = drawing
  const names = frame.width * 0.28
  const numbers = 60
  const plot = { x: frame.x + names + 4, width: frame.width - names - numbers - 8 }
  const at = (place: Place) => plot.x + place * plot.width
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
  for (const track of tracks) {
    const middle = y + ROW / 2
    write(track.name, { x: frame.x, baseline: middle - 1, width: names, align: 'left' }, INK)
    write(track.status, { x: frame.x, baseline: middle + 7, width: names, align: 'left' }, QUIET)
    drawTrack(document, track, middle, at)
    write(track.word, { x: frame.x + frame.width, baseline: middle + 3, width: numbers, align: 'right' }, INK)
    y += ROW
  }
  if (contacts !== null) {
    write(contacts.name, { x: frame.x, baseline: y + 16, width: names, align: 'left' }, INK)
    drawContacts(document, contacts, y + 13, at, plot, write)
  }
  for (const { at: place, label } of ticks)
    write(label, { x: at(place), baseline: bottom + 9, width: 60, align: 'middle' }, QUIET)
}

function drawTrack(document: PDFDocument, track: DrawnTrack, y: number, at: (place: Place) => number) {
  const { first, agreed, moves, delivered, waiting, delay } = track
  const isMoved = first !== null && agreed !== null && first[1] !== agreed[1]
  if (isMoved) line(document, PLAN, 2, at(first[1]), y, at(agreed[1]), y)
  if (delay !== null) wedge(document, at(delay[0]), at(delay[1]), y)
  for (const move of moves)
    diamond(document, at(move.at[1]), y, { size: 2.6, width: 0.9, filled: move.agreed })
  if (isMoved) promised(document, first, y, 3.2, at)
  const date = agreed ?? first
  if (date !== null) promised(document, date, y, 4.2, at)
  if (delivered !== null)
    document
      .fillColor(INK)
      .rect(at(delivered) - 3, y - 3, 6, 6)
      .fill()
  if (waiting !== null) {
    const x = at(waiting)
    document.lineWidth(1.3).strokeColor(SLIP).fillColor('#ffffff')
    document
      .moveTo(x - 3.2, y - 3.4)
      .lineTo(x + 3.4, y)
      .lineTo(x - 3.2, y + 3.4)
      .closePath()
      .fillAndStroke()
  }
}

function drawContacts(
  document: PDFDocument,
  { merchant, partner, promises, silences }: NonNullable<Drawing['contacts']>,
  y: number,
  at: (place: Place) => number,
  plot: { x: number; width: number },
  write: Write,
) {
  line(document, INK, 1, plot.x, y, plot.x + plot.width, y)
  for (const { stretch, label } of silences) {
    const [from, to] = [at(stretch[0]), at(stretch[1])]
    const bar = () => document.rect(from, y + 1.5, to - from, 7)
    hatched(document, () => bar(), BORDER, { from, to, top: y + 1.5, bottom: y + 8.5, slant: -1 })
    document.lineWidth(0.7).strokeColor(BORDER)
    bar().stroke()
    if (label !== null)
      write(label, { x: (from + to) / 2, baseline: y + 17, width: 80, align: 'middle' }, QUIET)
  }
  for (const place of promises) diamond(document, at(place), y, { size: 2.6, width: 0.9 })
  document.lineWidth(1)
  for (const { at: place, hollow } of merchant) {
    line(document, INK, 1, at(place), y, at(place), y - 8)
    document
      .strokeColor(INK)
      .fillColor(hollow ? '#ffffff' : INK)
      .circle(at(place), y - 8, 2.3)
      .fillAndStroke()
  }
  for (const { at: place, hollow } of partner)
    document
      .strokeColor(INK)
      .fillColor(hollow ? '#ffffff' : INK)
      .circle(at(place), y + 4.5, 2.3)
      .fillAndStroke()
}
