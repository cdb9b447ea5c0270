import type { Struct } from 'pdfkit'
import { drawLine, type PagePosition, type Pen, type Size } from './page.ts'
import type { Sizes } from './sizes.ts'
import type { TextLine } from './textLines.ts'

/** A part of the document that is never parted itself. */
export interface Piece {
  height: number
  /** True where the next piece must be on the same page. */
  joined?: boolean
  draw(place: PagePosition): void
  /** Drawn above it, as decoration, where it is the first on its page: the head of its table. */
  head?: { height: number; draw(place: PagePosition): void }
}

/** What lies under a block: where its elements go, how wide it is, and in which sizes it is set. */
export interface Setting {
  pen: Pen
  width: number
  sizes: Sizes
  /** Called where a heading is drawn, for the bookmarks. */
  onHeading: (level: number, text: string) => void
}

/** Adds room after the last of the pieces. */
export const gapAfter = (pieces: readonly Piece[], gap: number): readonly Piece[] =>
  pieces.map((piece, at) => (at === pieces.length - 1 ? { ...piece, height: piece.height + gap } : piece))

/** Elements are put under their parent when they are first drawn, so that the order of reading is that of drawing. */
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
    // No single line at the foot of a page.
    joined: at === 0 && lines.length > 1,
    draw: ({ x, y }) => drawLine(pen, element(), line, { x: x + indent, y }, size),
  }))

export const heightOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { height }) => sum + height, 0)
