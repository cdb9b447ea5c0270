import type { Struct } from 'pdfkit'
import { drawLine, type PagePosition, type Pen, type Size } from './page.ts'
import type { TextLine } from './textLines.ts'

/** A box that is never split between pages. */
export interface Piece {
  height: number
  /** True if the next piece must be on the same page. */
  joined?: boolean
  draw(place: PagePosition): void
  /** The head of its table, repeated as decoration when the piece is the first on a page. */
  head?: { height: number; draw(place: PagePosition): void }
}

export interface Setting {
  pen: Pen
  width: number
  sizes: Sizes
  onHeading: (level: number, text: string) => void
  /** Said at the top of a page on which the row goes on; null for what is in no row. */
  continued: string | null
}

export interface Sizes {
  body: Size
  small: Size
  large: Size
  urgent: Size
  headings: Record<1 | 2 | 3 | 4, Size & { above: number; ruled?: boolean }>
  /** Between paragraphs. */
  gap: number
}

export const FRONT_SIZES: Sizes = {
  body: { size: 9.5, leading: 11 },
  small: { size: 9.5, leading: 11 },
  large: { size: 12, leading: 14 },
  urgent: { size: 11, leading: 14 },
  headings: {
    1: { size: 19, leading: 21, above: 0 },
    2: { size: 9.5, leading: 11.5, above: 5.5, ruled: true },
    3: { size: 9.5, leading: 11, above: 1 },
    4: { size: 9.5, leading: 11, above: 1 },
  },
  gap: 1.2,
}

export const APPENDIX_SIZES: Sizes = {
  body: { size: 10, leading: 13.5 },
  small: { size: 9, leading: 12 },
  large: { size: 12, leading: 15 },
  urgent: { size: 12, leading: 16 },
  headings: {
    1: { size: 20, leading: 24, above: 0 },
    2: { size: 15, leading: 19, above: 16 },
    3: { size: 12, leading: 16, above: 10 },
    4: { size: 10.5, leading: 14, above: 7 },
  },
  gap: 4,
}

export const gapAfter = (pieces: readonly Piece[], gap: number): readonly Piece[] =>
  pieces.map((piece, at) => (at === pieces.length - 1 ? { ...piece, height: piece.height + gap } : piece))

/** In pieces: a longer row is no companion for a heading. */
const SHORT_ROW = 6

/** The second row stays with the first, and both with the heading above them. */
export const keepFirstTwo = (rows: readonly (readonly Piece[])[]): readonly Piece[] =>
  rows.flatMap((pieces, at) =>
    at === 0 && rows.length > 1 && pieces.length <= SHORT_ROW
      ? pieces.map((piece) => ({ ...piece, joined: true }))
      : pieces,
  )

/** The same where a rule stands above already. */
export const underRule = (sizes: Sizes): Sizes => ({
  ...sizes,
  headings: { ...sizes.headings, 2: { ...sizes.headings[2], above: 1, ruled: false } },
})

/** Creates an element when it is first drawn, so that the reading order is the drawing order. */
export function lazily(make: () => Struct): () => Struct {
  let made: Struct | null = null
  return () => {
    made ??= make()
    return made
  }
}

export const linePieces = (
  pen: Pen,
  lines: readonly TextLine[],
  size: Size,
  element: () => Struct,
  indent = 0,
): readonly Piece[] =>
  lines.map((line, at) => ({
    height: size.leading,
    // No orphan lines.
    joined: at === 0 && lines.length > 1,
    draw: ({ x, y }) => drawLine(pen, element(), line, { x: x + indent, y }, size),
  }))

export const heightOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { height }) => sum + height, 0)
