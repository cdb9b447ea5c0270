import Papa from 'papaparse'
import { cleanText } from '../../../domain/case/cleanText.ts'
import { decoded } from '../decodedText.ts'
import { htmlToText } from '../htmlToText.ts'

type TicketProblem = 'empty' | 'notList' | 'tooBig' | 'tooLong' | 'broken' | 'unreadable' | 'notStarted'

export type ReadTickets =
  | {
      ok: true
      /** Cells as they stand, without empty rows; HTML as its text. */
      rows: readonly (readonly string[])[]
      /** The row, from 1, from which quotation marks could not be trusted: every line is a row from there; null if all could. */
      brokenFrom: number | null
      /** More rows than are read. */
      isCut: boolean
    }
  | { ok: false; reason: TicketProblem }

/** Bytes, rows and columns that anybody can go through. */
const LIMITS = { file: 30_000_000, rows: 5_000, columns: 200, cell: 50_000 } as const

/** A list of tickets as a system exports it, or as a spreadsheet puts it on the clipboard. Never throws. */
export function readTickets(bytes: Uint8Array): ReadTickets {
  if (bytes.length === 0) return { ok: false, reason: 'empty' }
  if (bytes.length > LIMITS.file) return { ok: false, reason: 'tooBig' }
  return ticketsIn(decoded(bytes))
}

function ticketsIn(text: string): ReadTickets {
  const clean = text.replace(/^\ufeff/, '')
  if (clean.trim() === '') return { ok: false, reason: 'empty' }
  if (clean.slice(0, 2_000).includes('\0') || clean.startsWith('%PDF') || clean.startsWith('PK\u0003'))
    return { ok: false, reason: 'notList' }
  const { data, errors, meta } = Papa.parse<string[]>(clean, { skipEmptyLines: 'greedy', preview: LIMITS.rows + 1 })
  const broken = errors.find(({ type }) => type === 'Quotes')
  const all = broken === undefined ? data : fromBroken(clean, broken.index ?? 0, meta.delimiter)
  const rows = all.filter((row) => row.some((cell) => cell.trim() !== ''))
  if (rows.every((row) => row.length < 2)) return { ok: false, reason: 'notList' }
  return {
    ok: true,
    rows: rows.slice(0, LIMITS.rows).map((row) => row.slice(0, LIMITS.columns).map(textOfCell)),
    brokenFrom: broken === undefined ? null : (broken.row ?? 0) + 1,
    isCut: rows.length > LIMITS.rows,
  }
}

/** What stands before the line of the first bad quotation mark as it is, and from there each line by itself. */
function fromBroken(text: string, at: number, delimiter: string): readonly string[][] {
  const start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1
  const before = Papa.parse<string[]>(text.slice(0, start), { skipEmptyLines: 'greedy', delimiter })
  return [...before.data, ...byLines(text.slice(start), delimiter)]
}

/** Each line by itself: a quotation mark that is never closed swallows no more than its own. */
const byLines = (text: string, delimiter: string): string[][] =>
  text.split(/\r?\n/, LIMITS.rows + 1).flatMap((line) => {
    const quoted = Papa.parse<string[]>(line, { delimiter })
    const read = quoted.errors.some(({ type }) => type === 'Quotes')
      ? Papa.parse<string[]>(line, { delimiter, quoteChar: '\0' })
      : quoted
    return read.data
  })

const isHtml = /<(?:div|p|br|ul|ol|table|span|b|strong)\b[^>]{0,500}>/i

function textOfCell(cell: string): string {
  const text = cell.slice(0, LIMITS.cell)
  return cleanText(isHtml.test(text) ? htmlToText(text) : text).trim()
}
