import type { PlainDate, PlainMonth } from '../dates/plainDate.ts'

/** A paragraph, an item of a list, a row of a table or a heading, as it was read, before it is known what it belongs to. */
export interface RawBlock {
  kind: 'heading' | 'text' | 'item' | 'row'
  text: string
  /** Of a heading: `4.2`, where the document numbers it; null if the number may stand in the text. */
  number: string | null
  /** Of a row. */
  cells: readonly string[] | null
  /** Rows with the same number are one table. */
  table: number | null
  /** From 1; null where there are no pages. */
  page: number | null
}

export interface DocumentBlock extends RawBlock {
  /** Of the nearest numbered heading above. */
  section: string | null
  sectionTitle: string | null
  /** What the columns of its table are called. */
  columns: readonly string[] | null
}

export interface SourceDocument {
  title: string | null
  date: PlainDate | PlainMonth | null
  /** Null where there are none. */
  pages: number | null
  blocks: readonly DocumentBlock[]
  /** It goes on beyond what is read. */
  isCut: boolean
}

export const rawBlock = (block: Partial<RawBlock> & Pick<RawBlock, 'kind' | 'text'>): RawBlock => ({
  number: null,
  cells: null,
  table: null,
  page: null,
  ...block,
})

/** `4.2 Kassa`, `4.2. Kassa`, `Avsnitt 4 – Kassa`: what is numbered, and what it is called. */
export function numberedHeading(text: string): readonly [number: string, title: string] | null {
  const [, number, title] =
    /^(?:(?:avsnitt|kapitel|section|chapter) )?(\d{1,2}(?:\.\d{1,2}){0,4})\.?[\s:–-]{1,8}(\p{L}.{0,120})$/iu.exec(
      text.trim(),
    ) ?? []
  return number === undefined || title === undefined ? null : [number, title.trim()]
}

/** A line of a table of contents: dots, or a page number at the end. */
const OF_CONTENTS = /(?:\.\s?){4}\s?\d{1,3}$|…{2}\s?\d{1,3}$|\t\d{1,3}$/

/** Headings of columns that people give their tables, in both languages. */
const COLUMN =
  /^(?:#|nr|id|leverans|leverabel|del|moment|milstolpe|beskrivning|omfattning|innehåll|krav|klart?( senast)?|datum|leveransdatum|tid|acceptans\p{L}*|godkän\p{L}*( när)?|kriteri\p{L}*|avser|ansvarig|deliverable|item|milestone|description|scope|requirement|due( date| by)?|date|delivery( date)?|when|acceptance( criteri\p{L}*)?|criteri\p{L}*|owner|status)\b/iu

/** In characters: a longer cell is no heading of a column. */
const LONGEST_HEAD = 40

/** The first row names the columns where its words do, or where it alone has no figures. */
function isHead(first: readonly string[], others: readonly RawBlock[]): boolean {
  if (first.some((cell) => cell.length > LONGEST_HEAD)) return false
  if (first.filter((cell) => COLUMN.test(cell.trim())).length >= Math.min(2, first.length)) return true
  return others.length > 1 && !first.some((cell) => /\d/.test(cell)) && others.every(({ text }) => /\d/.test(text))
}

/** Gives every block its section, and every row the columns of its table; contents lists and repeated headings go. */
export function sectioned(blocks: readonly RawBlock[]): readonly DocumentBlock[] {
  const tables = new Map<number, RawBlock[]>()
  for (const block of blocks) {
    if (block.table === null) continue
    const rows = tables.get(block.table) ?? []
    rows.push(block)
    tables.set(block.table, rows)
  }
  let section: string | null = null
  let sectionTitle: string | null = null
  let columns: readonly string[] | null = null
  let table: number | null = null
  return blocks.flatMap((block) => {
    if (OF_CONTENTS.test(block.text)) return []
    if (block.kind === 'heading') {
      const numbered = block.number === null ? numberedHeading(block.text) : ([block.number, block.text] as const)
      if (numbered !== null) [section, sectionTitle] = numbered
      columns = null
    }
    const { cells } = block
    if (cells !== null && block.table !== table) {
      table = block.table
      const isNamed = isHead(cells, tables.get(table ?? 0)?.slice(1) ?? [])
      // A table that a page breaks goes on under the same headings.
      if (isNamed || columns?.length !== cells.length) columns = isNamed ? cells : null
    }
    if (cells !== null && columns !== null && cells.join('\n') === columns.join('\n')) return []
    return [{ ...block, section, sectionTitle, columns: cells === null ? null : columns }]
  })
}
