import { numberedHeading, type RawBlock, rawBlock } from '../../../domain/sources/sourceDocument.ts'
import type { PdfLine, PdfPiece } from './pdfLines.ts'

const BULLET = /^(?:[•·▪◦‣●○■□–—*o]|[-−])\s+(?=\S)/u
const NUMBERED_ITEM = /^(?:\(?[a-z]\)|\d{1,2}[.)])\s+(?=\S)/u

interface Cell {
  x: number
  end: number
  top: number
  bottom: number
  lines: PdfLine[]
}

/** The lines of a document as paragraphs, items, rows and headings. */
export function blocksOfLines(lines: readonly PdfLine[]): readonly RawBlock[] {
  const body = bodyOf(lines)
  const cells = cellsOf(lines, body)
  const rows = rowsOf(cells)
  const blocks: RawBlock[] = []
  let [table, columns] = [0, 0]
  for (const row of rows) {
    const [first] = row
    if (first === undefined) continue
    if (row.length > 1) {
      if (row.length !== columns) table += 1
      columns = row.length
      const texts = row.map((cell) => oneParagraph(cell.lines))
      blocks.push(
        rawBlock({ kind: 'row', text: texts.join(' | '), cells: texts, table, page: first.lines[0]?.page ?? null }),
      )
      continue
    }
    columns = 0
    blocks.push(...paragraphOf(first, body))
  }
  return acrossPages(blocks)
}

interface Body {
  size: number
  font: string
}

/** The size and the font in which most of the text is set. */
function bodyOf(lines: readonly PdfLine[]): Body {
  const letters = new Map<string, number>()
  for (const { size, font, text } of lines) {
    const key = `${Math.round(size * 2) / 2}\n${font}`
    letters.set(key, (letters.get(key) ?? 0) + text.length)
  }
  const [most = '0\n'] = [...letters].sort((a, b) => b[1] - a[1])[0] ?? []
  const [size = '0', font = ''] = most.split('\n')
  return { size: Number(size), font }
}

const isHeadingLine = ({ text, size, font }: PdfLine, body: Body): boolean => {
  const looksOther = size > body.size * 1.08 || font !== body.font
  if (text.length > 120 || !looksOther) return false
  if (numberedHeading(text) !== null) return !/[.;,]$/.test(text)
  return size > body.size * 1.15 && !/[.;:,]$/.test(text)
}

/** Lines that belong together, one below the other: a paragraph, or the text of a cell. */
function cellsOf(lines: readonly PdfLine[], body: Body): readonly Cell[] {
  const cells: Cell[] = []
  for (const line of lines) {
    for (const [at, part] of (line.cells.length > 1
      ? line.cells.map((cell) => asLine(line, cell))
      : [line]
    ).entries()) {
      const last = cells.at(-1)
      if (last !== undefined && at === 0 && line.cells.length === 1 && goesOn(last, part, body)) {
        last.lines.push(part)
        last.end = Math.max(last.end, part.end)
        last.bottom = part.y
      } else cells.push({ x: part.x, end: part.end, top: part.y + part.size, bottom: part.y, lines: [part] })
    }
  }
  return cells
}

const asLine = (line: PdfLine, cell: PdfPiece): PdfLine => ({
  ...line,
  ...cell,
  cells: [cell],
  end: cell.x + cell.width,
})

/** In heights of a line: farther below begins another paragraph. */
const FAR = 1.75

function goesOn(cell: Cell, line: PdfLine, body: Body): boolean {
  const last = cell.lines.at(-1)
  const first = cell.lines[0]
  if (last === undefined || first === undefined || last.page !== line.page) return false
  const below = last.y - line.y
  if (below <= 0 || below > Math.max(last.size, line.size) * FAR) return false
  if (Math.abs(last.size - line.size) > 0.6) return false
  const areHeadings = [isHeadingLine(last, body), isHeadingLine(line, body)]
  if (areHeadings[0] !== areHeadings[1]) return false
  if (areHeadings[1] && numberedHeading(line.text) !== null) return false
  const isItem = BULLET.test(line.text) || NUMBERED_ITEM.test(line.text)
  if (isItem && !/\p{L}-$/u.test(last.text)) return false
  // An item's text hangs; a paragraph's may be indented on its first line.
  const indent = line.x - cell.x
  return indent > -body.size * 3 && indent < body.size * 6
}

/** Cells whose first lines stand on one height, left to right, are one row. */
function rowsOf(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const rows: Cell[][] = []
  for (const cell of cells) {
    const row = rows.at(-1)
    const last = row?.at(-1)
    const [first] = row ?? []
    const isBeside =
      last !== undefined &&
      first !== undefined &&
      cell.lines[0]?.page === first.lines[0]?.page &&
      cell.x >= last.end - 2 &&
      Math.abs(cell.top - first.top) <= (cell.lines[0]?.size ?? 0) * 0.6
    if (isBeside) row?.push(cell)
    else rows.push([cell])
  }
  return rows
}

/** One paragraph of lines, without the hyphens of the printer. */
function oneParagraph(lines: readonly PdfLine[]): string {
  let text = ''
  for (const { text: line } of lines) {
    const next = line.trim()
    if (text === '') text = next
    else if (/\u00ad$/.test(text)) text = text.slice(0, -1) + next
    else if (/\p{L}-$/u.test(text) && /^\p{Ll}/u.test(next)) {
      // "PIM-" and "e-" keep theirs: what stands before is a short form.
      const before = /(?<!\p{L})(\p{L}{1,60})-$/u.exec(text)?.[1] ?? ''
      const keeps = before === before.toUpperCase() || before.length === 1
      text = (keeps ? text : text.slice(0, -1)) + next
    } else text = `${text} ${next}`
  }
  return text
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function paragraphOf(cell: Cell, body: Body): readonly RawBlock[] {
  const [first] = cell.lines
  if (first === undefined) return []
  const page = first.page
  const text = oneParagraph(cell.lines)
  if (text === '') return []
  if (isHeadingLine(first, body) && text.length <= 160) return [rawBlock({ kind: 'heading', text, page })]
  if (BULLET.test(text) || NUMBERED_ITEM.test(text))
    return [rawBlock({ kind: 'item', text: text.replace(BULLET, ''), page })]
  return [rawBlock({ kind: 'text', text, page })]
}

/** A sentence that a column or a page breaks is one paragraph again. */
function acrossPages(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const whole: RawBlock[] = []
  for (const block of blocks) {
    const last = whole.at(-1)
    const goesOnBelow =
      last !== undefined &&
      (last.kind === 'text' || last.kind === 'item') &&
      block.kind === 'text' &&
      /[\p{Ll},\u00ad-]$/u.test(last.text) &&
      /^[\p{Ll}\d(]/u.test(block.text)
    if (goesOnBelow) whole[whole.length - 1] = { ...last, text: oneParagraph([asText(last), asText(block)]) }
    else whole.push(block)
  }
  return whole
}

const asText = ({ text }: RawBlock): PdfLine => ({
  ...{ text, x: 0, y: 0, width: 0, size: 0, font: '', page: 0, cells: [], end: 0 },
})
