import { type RawBlock, rawBlock } from '../../../domain/sources/sourceDocument.ts'
import { TooMuch } from '../../inflate.ts'
import { unpackedEntry, type ZipMember, zipEntries } from '../../zip/zipEntries.ts'
import { numberingOf } from './docxNumbering.ts'
import { eachElement } from './xmlElements.ts'

/** Of the parts that are read, inflated. */
const MOST_BYTES = 60_000_000
const MOST_ENTRIES = 5_000

export interface ReadDocx {
  blocks: readonly RawBlock[]
  title: string | null
  created: string | null
}

/** The text of a Word document, with the numbers that Word gives its headings; null if it is none. @throws TooMuch */
export function readDocx(bytes: Uint8Array): ReadDocx | null {
  const { entries } = zipEntries(bytes, MOST_ENTRIES)
  let spent = 0
  const spend = (_: number, more: number) => {
    spent += more
    if (spent > MOST_BYTES) throw new TooMuch('document')
  }
  const part = (name: string): string => {
    const found: ZipMember | undefined = entries.find((entry) => entry.name === name)
    const content = found === undefined || found.isLocked ? null : unpackedEntry(found, spend)
    return content === null ? '' : new TextDecoder().decode(content)
  }
  const body = part('word/document.xml')
  if (body === '') return null
  const blocks = blocksOf(body, numberingOf(part('word/styles.xml'), part('word/numbering.xml')))
  return { blocks, ...propertiesIn(part('docProps/core.xml')) }
}

function propertiesIn(core: string): Pick<ReadDocx, 'title' | 'created'> {
  const found = new Map<string, string>()
  eachElement(core, {
    open: () => {},
    text: (text, path) => {
      const name = path.at(-1) ?? ''
      found.set(name, (found.get(name) ?? '') + text)
    },
    close: () => {},
  })
  return { title: found.get('dc:title')?.trim() || null, created: found.get('dcterms:created')?.slice(0, 10) ?? null }
}

interface Paragraph {
  text: string
  style: string | null
  numId: string | null
  level: number | null
  /** Letters that are bold, and all. */
  bold: number
  letters: number
}

/** What Word keeps but does not show, or shows twice: what is deleted or moved away, the old form of a text box, notes. */
const UNSEEN = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:instrText',
  'w:footnote',
  'w:endnote',
  'w:delText',
  'w:pPrChange',
  'w:rPrChange',
])

interface Cell {
  texts: string[]
  span: number
}

/** Counts what stands in it, not what it makes bold. */
const isOn = (value: string | undefined) => value === undefined || !/^(?:0|false|off|none)$/.test(value)

function blocksOf(xml: string, numbering: ReturnType<typeof numberingOf>): readonly RawBlock[] {
  const blocks: RawBlock[] = []
  /** Open paragraphs: a text box stands inside of one. */
  const paragraphs: Paragraph[] = []
  const tables: { cells: Cell[]; id: number }[] = []
  let [unseen, isBold, count] = [0, false, 0]
  const end = (paragraph: Paragraph) => {
    const text = paragraph.text.replace(/[ \u00a0]+/g, ' ').trim()
    // What is deleted has no text any more, and no number.
    if (text === '') return
    const number = numbering.next(paragraph)
    const cell = tables.at(-1)?.cells.at(-1)
    if (cell !== undefined) return void cell.texts.push(text)
    if (numbering.isContents(paragraph.style)) return
    const isHeading = numbering.isHeading(paragraph.style) || isTypedHeading(paragraph, text)
    if (isHeading) blocks.push(rawBlock({ kind: 'heading', text: text.replace(/\t/g, ' '), number }))
    else {
      const isItem = number !== null || numbering.isListed(paragraph) || /^[-–•*]\s/.test(text)
      blocks.push(
        rawBlock({ kind: isItem ? 'item' : 'text', text: text.replace(/^[-–•*]\s+/, '').replace(/\t/g, ' ') }),
      )
    }
  }
  eachElement(xml, {
    open: (name, attributes) => {
      if (UNSEEN.has(name)) unseen += 1
      const paragraph = paragraphs.at(-1)
      if (unseen > 0) return
      if (name === 'w:p') paragraphs.push({ text: '', style: null, numId: null, level: null, bold: 0, letters: 0 })
      else if (name === 'w:tbl') {
        count += 1
        tables.push({ cells: [], id: count })
      } else if (name === 'w:tc') tables.at(-1)?.cells.push({ texts: [], span: 1 })
      else if (name === 'w:gridSpan') {
        const cell = tables.at(-1)?.cells.at(-1)
        if (cell !== undefined) cell.span = Math.min(20, Number(attributes['w:val']) || 1)
      } else if (name === 'w:r') isBold = false
      else if (paragraph === undefined) return
      else if (name === 'w:pStyle') paragraph.style = attributes['w:val'] ?? null
      else if (name === 'w:numId') paragraph.numId = attributes['w:val'] ?? null
      else if (name === 'w:ilvl') paragraph.level = Number(attributes['w:val']) || 0
      else if (name === 'w:b') isBold = isOn(attributes['w:val'])
      else if (name === 'w:tab') paragraph.text += '\t'
      else if (name === 'w:br' || name === 'w:cr') paragraph.text += ' '
      else if (name === 'w:noBreakHyphen') paragraph.text += '-'
    },
    text: (text, path) => {
      const paragraph = paragraphs.at(-1)
      if (unseen > 0 || paragraph === undefined || path.at(-1) !== 'w:t') return
      paragraph.text += text
      paragraph.letters += text.trim().length
      if (isBold) paragraph.bold += text.trim().length
    },
    close: (name) => {
      if (UNSEEN.has(name)) unseen -= 1
      if (unseen > 0) return
      if (name === 'w:p') {
        const paragraph = paragraphs.pop()
        if (paragraph !== undefined) end(paragraph)
      } else if (name === 'w:tbl') tables.pop()
      else if (name === 'w:tr') {
        const table = tables.at(-1)
        if (table === undefined) return
        const cells = table.cells.flatMap(({ texts, span }) => [
          texts.join('\n'),
          ...Array.from({ length: span - 1 }, () => ''),
        ])
        table.cells = []
        const text = cells.filter((cell) => cell !== '').join(' | ')
        const outer = tables.at(-2)?.cells.at(-1)
        if (outer !== undefined) outer.texts.push(text)
        // A title over the whole table is no row of it.
        else if (text !== '' && cells.filter((cell) => cell !== '').length < Math.min(2, cells.length))
          blocks.push(rawBlock({ kind: 'text', text }))
        else if (text !== '') blocks.push(rawBlock({ kind: 'row', text, cells, table: table.id }))
      }
    },
  })
  return blocks
}

/** `4.2 Kassa` in bold, by somebody who uses no styles. */
const isTypedHeading = ({ bold, letters }: Paragraph, text: string) =>
  bold > letters * 0.8 && text.length <= 120 && /^\d{1,2}(?:\.\d{1,2}){0,4}\.?[\s]+\p{Lu}/u.test(text)
