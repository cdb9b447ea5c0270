/** A piece of text on a page; in points, from the lower left corner. */
export interface PdfPiece {
  text: string
  x: number
  y: number
  width: number
  /** The height of its letters. */
  size: number
  font: string
  /** The file says that a line ends here. */
  isLast?: boolean
}

/** Pieces beside each other, in the order in which the file draws them. */
export interface PdfLine extends PdfPiece {
  page: number
  /** Pieces with wide gaps between them are cells of a table. */
  cells: readonly PdfPiece[]
  end: number
}

/** Wider than this, in heights of letters, is no space between words. */
const GAP = 1.6
/** The same, where other lines of the page begin at that very place: a column. */
const COLUMN_GAP = 0.9
/** Stands before an item, not in a cell. */
const MARK = /^(?:[^\p{L}\d\s]|\(?[\p{L}\d]{1,3}[.)])$/u

const placeOf = (x: number) => Math.round(x * 4)

/** Pieces on one base line, left to right, become a line; a second column or cell begins a new one. */
export function pdfLinesOf(pieces: readonly PdfPiece[], page: number): readonly PdfLine[] {
  const lines: PdfLine[] = []
  const starts = new Map<number, number>()
  for (const [at, { x }] of pieces.entries())
    if (at === 0 || pieces[at - 1]?.isLast) starts.set(placeOf(x), (starts.get(placeOf(x)) ?? 0) + 1)
  const isColumn = (x: number) => (starts.get(placeOf(x)) ?? 0) > 1
  let open: PdfPiece[] = []
  const close = () => {
    if (open.length > 0) lines.push(lineOf(open, page, isColumn))
    open = []
  }
  for (const piece of pieces) {
    const last = open.at(-1)
    const isSameLine =
      last !== undefined &&
      last.isLast !== true &&
      Math.abs(last.y - piece.y) <= Math.max(last.size, piece.size) * 0.45 &&
      piece.x >= last.x + last.width - last.size * 0.5
    if (!isSameLine) close()
    open.push(piece)
  }
  close()
  return lines
}

function lineOf(pieces: readonly PdfPiece[], page: number, isColumn: (x: number) => boolean): PdfLine {
  const cells: PdfPiece[] = []
  for (const piece of pieces) {
    const last = cells.at(-1)
    const gap = last === undefined ? 0 : piece.x - (last.x + last.width)
    const most = Math.max(last?.size ?? 0, 6) * (isColumn(piece.x) ? COLUMN_GAP : GAP)
    const isMark = last !== undefined && MARK.test(last.text.trim())
    if (last === undefined || (gap > most && !isMark)) cells.push(piece)
    else {
      const space = gap > last.size * 0.15 && !/\s$/.test(last.text) && !/^\s/.test(piece.text) ? ' ' : ''
      cells[cells.length - 1] = {
        ...last,
        text: last.text + space + piece.text,
        width: piece.x + piece.width - last.x,
      }
    }
  }
  const [first = { text: '', x: 0, y: 0, width: 0, size: 0, font: '' }] = pieces
  const end = Math.max(...pieces.map(({ x, width }) => x + width))
  // The font in which most of it is set: a bold word makes no heading.
  const longest = pieces.reduce((most, piece) => (piece.text.length > most.text.length ? piece : most), first)
  return {
    ...first,
    font: longest.font,
    size: Math.max(...pieces.map(({ size }) => size)),
    text: cells.map(({ text }) => text.trim()).join(' '),
    width: end - first.x,
    page,
    cells,
    end,
  }
}

/** In shares of the height of a page: where running heads and feet stand. */
const MARGIN = 0.11

/** Without what stands at the head or foot of several pages, whatever its figures say, and without page numbers. */
export function withoutRunning(lines: readonly PdfLine[], heights: ReadonlyMap<number, number>): readonly PdfLine[] {
  const pattern = ({ text }: PdfLine) => text.replace(/\d+/g, '#').trim()
  const isOutside = ({ page, y }: PdfLine) => {
    const height = heights.get(page) ?? 0
    return y < height * MARGIN || y > height * (1 - MARGIN)
  }
  const pages = new Map<string, Set<number>>()
  for (const line of lines)
    if (isOutside(line)) pages.set(pattern(line), (pages.get(pattern(line)) ?? new Set()).add(line.page))
  const isRunning = (line: PdfLine) => {
    const count = pages.get(pattern(line))?.size ?? 0
    const isNumber = /^(?:sida |page )?#?(?:\s?(?:\/|av|of|\(|–|-)\s?#\)?)?$/i.test(pattern(line))
    return isOutside(line) && (isNumber || count >= Math.min(3, Math.max(2, heights.size)))
  }
  return lines.filter((line) => !isRunning(line))
}
