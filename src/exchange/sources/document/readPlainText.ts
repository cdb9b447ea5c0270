import { type RawBlock, rawBlock } from '../../../domain/sources/sourceDocument.ts'

/** More than the blocks that are shown, which are counted where they are. */
const MOST_LINES = 60_000

/** The words of a line of Markdown, without its marks. */
const words = (line: string) =>
  line
    .replace(/!?\[([^[\]]{0,500})\]\([^()]{0,1000}\)/g, '$1')
    .replace(/(\*\*|__)(.{1,500}?)\1/g, '$2')
    .replace(/(?<![\p{L}\d])[*_](\S.{0,300}?)[*_](?![\p{L}\d])/gu, '$1')
    .replace(/`([^`]{1,200})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')

const cellsOf = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => words(cell).trim())

/** Text or Markdown, as headings, paragraphs, items and rows. */
export function blocksOfText(text: string): readonly RawBlock[] {
  const lines = text
    .replace(/<!--[\s\S]{0,20000}?-->/g, '')
    .replace(/\r\n?/g, '\n')
    .split('\n', MOST_LINES)
  const blocks: RawBlock[] = []
  let open: { kind: 'text' | 'item'; lines: string[] } | null = null
  let [table, isInTable, isCode] = [0, false, false]
  const close = () => {
    if (open !== null) {
      const whole = open.lines.reduce(withNext, '')
      if (words(whole).trim() !== '') blocks.push(rawBlock({ kind: open.kind, text: words(whole).trim() }))
    }
    open = null
  }
  for (const [at, line] of lines.entries()) {
    const trimmed = line.trim()
    if (/^(?:```|~~~)/.test(trimmed)) {
      close()
      isCode = !isCode
      continue
    }
    const heading = /^#{1,6}\s+(.+?)\s*#*$/.exec(trimmed)?.[1]
    const isUnderlined =
      !isCode && open === null && trimmed !== '' && /^(?:={3,}|-{3,})$/.test(lines[at + 1]?.trim() ?? '')
    const isRow = !isCode && /^\|.+\||\S\s*(?<!\\)\|.*(?<!\\)\|/.test(trimmed)
    if (trimmed === '' || /^(?:={3,}|-{3,}|\*{3,}|_{3,})$/.test(trimmed)) {
      close()
      isInTable = false
    } else if (isCode) blocks.push(rawBlock({ kind: 'text', text: trimmed }))
    else if (heading !== undefined || isUnderlined) {
      close()
      blocks.push(rawBlock({ kind: 'heading', text: words(heading ?? trimmed).trim() }))
    } else if (isRow) {
      close()
      if (!isInTable) table += 1
      isInTable = true
      const cells = cellsOf(trimmed)
      if (!cells.every((cell) => /^:?-{1,80}:?$/.test(cell)))
        blocks.push(rawBlock({ kind: 'row', text: cells.join(' | '), cells, table }))
    } else if (isTypedHeading(trimmed, lines[at - 1], lines[at + 1])) {
      close()
      blocks.push(rawBlock({ kind: 'heading', text: words(trimmed).trim() }))
    } else if (/^(?:[-*+•–]|\d{1,3}[.)]|[a-z]\))\s+\S/.test(trimmed)) {
      close()
      open = { kind: 'item', lines: [trimmed.replace(/^[-*+•–]\s+/, '')] }
    } else if (open === null) open = { kind: 'text', lines: [trimmed] }
    else open.lines.push(trimmed)
  }
  close()
  return blocks
}

/** `4.2 Kassa` alone between empty lines. */
const isTypedHeading = (line: string, before: string | undefined, after: string | undefined) =>
  line.length <= 100 &&
  /^\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+\p{Lu}/u.test(line) &&
  !/[.;,]$/.test(line) &&
  (before ?? '').trim() === '' &&
  (!/^\d{1,2}[.)]\s/.test(line) || (after ?? '').trim() === '')

/** Lines of a paragraph, without the hyphens of the printer. */
function withNext(text: string, line: string): string {
  if (text === '') return line
  const before = /(?<!\p{L})(\p{L}{1,60})-$/u.exec(text.slice(-62))?.[1]
  if (before === undefined || !/^\p{Ll}/u.test(line)) return `${text} ${line}`
  return (before === before.toUpperCase() || before.length === 1 ? text : text.slice(0, -1)) + line
}
