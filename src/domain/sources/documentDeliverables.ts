import { nonBlank } from '../case/answer.ts'
import { beginOf } from '../case/cleanText.ts'
import { datesInText } from '../dates/datesInText.ts'
import type { PlainDate, PlainMonth } from '../dates/plainDate.ts'
import type { ReadingHabits } from './mailEntries.ts'
import { sentencesIn } from './saidInText.ts'
import type { DocumentBlock } from './sourceDocument.ts'

/** What somebody has pressed: a sentence of a paragraph, or a row of a table. */
export interface Passage {
  block: DocumentBlock
  /** Null for a whole row. */
  sentence: string | null
}

/** A deliverable as the document has it; where it stands there is said in words by whoever shows it. */
export interface FromDocument {
  title: string
  quote: string
  section: string | null
  page: number | null
  promised: PlainDate | PlainMonth | null
  acceptance: string | null
  /** The section that it stands in says whether it is included. */
  inScope: 'yes' | 'no'
}

const ACCEPTANCE = /accept|godkän|kriteri|criteri/i
const DUE = /klart?\b|datum|date|due|when|tid|leverans(?:dag|datum)|delivery date|senast/i
const DESCRIPTION = /beskriv|omfatt|innehåll|krav|descri|scope|require|content/i
const NOT_INCLUDED = /ingår inte|inte ingår|exkluder|avgränsning|not included|out of scope|exclu/i
/** Names of sections that say nothing of what stands in them. */
const GENERAL =
  /^(?:ingår(?: inte)?|omfattning(?:en)?|leverans(?:er|plan)?|leverabler|krav|funktioner|included|(?:in|out of) scope|not included|scope|deliver(?:ables|y plan)|requirements|functions|functional (?:scope|deliverables)|bakgrund|background|inledning|introduction|övrigt|other)$/i

/** Characters: a title is a few words. */
const LONGEST_TITLE = 60

/** The first words of a sentence, up to where it goes into details. */
export function fewWords(text: string): string {
  const plain = text.replace(/^(?:\d{1,3}[.)]|[a-z]\)|[A-Z]{1,2}-?\d{1,3}\b)\s*/, '').replace(/[.;:]{1,5}$/, '')
  const [clause = plain] = plain.split(
    /[,;:(–]|\s(?:som|samt|så att|senast|inklusive|enligt|which|that|including|so that|by the|no later)\s/u,
  )
  const words = nonBlank(clause) !== null && clause.trim().split(' ').length > 1 ? clause.trim() : plain
  if (words.length <= LONGEST_TITLE) return words
  const start = beginOf(words, LONGEST_TITLE)
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), 20)).trimEnd()} …`
}

/** The sentences of a block, as they are pressed; a row is one piece. */
export const sentencesOf = ({ kind, text }: DocumentBlock): readonly string[] =>
  kind === 'row' ? [text] : sentencesIn(text, text.length)

const columnOf = ({ columns, cells }: DocumentBlock, names: RegExp): string | null => {
  const at = columns?.findIndex((column) => names.test(column)) ?? -1
  return at < 0 ? null : nonBlank(cells?.[at] ?? null)
}

/** "Every Friday" and "within five days" are no dates of a contract. */
const isDated = (written: string) => /\d/.test(written) && !/^(?:om|inom|in|within|v|vecka|week|wk)\b/i.test(written)

function dateIn(text: string | null, { language, today }: ReadingHabits): PlainDate | PlainMonth | null {
  if (text === null) return null
  const dates = datesInText(text, { language, today, year: 'nearest' })
  return dates.filter(({ written }) => isDated(written)).at(-1)?.date ?? null
}

/** @param below the blocks after it, for criteria that stand under a heading of their own */
export function fromDocument(
  { block, sentence }: Passage,
  below: readonly DocumentBlock[],
  habits: ReadingHabits,
): FromDocument {
  const { section, page } = block
  const inScope = NOT_INCLUDED.test(block.sectionTitle ?? '') ? 'no' : 'yes'
  if (sentence === null && block.cells !== null) {
    const [first = '', second = ''] = block.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    // A number of its own is no name.
    const isNumber = /^[\p{L}]{0,3}[-\d.]{1,8}$/u.test(first)
    const name = isNumber ? second : first
    return {
      ...{
        section,
        page,
        title: fewWords(name.split('\n')[0] ?? ''),
        quote: columnOf(block, DESCRIPTION) ?? block.cells.filter(Boolean).join('\n'),
      },
      inScope,
      promised: dateIn(columnOf(block, DUE), habits) ?? dateIn(block.text, habits),
      acceptance: columnOf(block, ACCEPTANCE),
    }
  }
  const quote = sentence ?? block.text
  const isNamed =
    section?.includes('.') === true && block.sectionTitle !== null && !GENERAL.test(block.sectionTitle.trim())
  return {
    ...{
      section,
      page,
      quote,
      title: isNamed && block.kind === 'text' ? fewWords(block.sectionTitle ?? '') : fewWords(quote),
    },
    inScope,
    promised: dateIn(quote, habits),
    acceptance: criteriaBelow(below),
  }
}

const MOST_CRITERIA = 12

/** Items under "Acceptance criteria", in the same section. */
function criteriaBelow(below: readonly DocumentBlock[]): string | null {
  const at = below
    .slice(0, 8)
    .findIndex(({ text, kind }) => text.length < 60 && ACCEPTANCE.test(text) && kind !== 'row')
  if (at < 0 || below.slice(0, at).some(({ kind }) => kind === 'heading')) return null
  const items = below.slice(at + 1, at + 1 + MOST_CRITERIA)
  const end = items.findIndex(({ kind }) => kind !== 'item')
  return nonBlank(
    items
      .slice(0, end < 0 ? items.length : end)
      .map(({ text }) => text)
      .join('\n'),
  )
}

/** Two sentences of one section need two names: the second is called by its own words. */
export function namedApart(found: readonly FromDocument[], taken: readonly (string | null)[]): readonly FromDocument[] {
  const names = new Set(taken.flatMap((title) => nonBlank(title)?.toLowerCase() ?? []))
  return found.map((each) => {
    const title = names.has(each.title.toLowerCase()) ? fewWords(each.quote) : each.title
    names.add(title.toLowerCase())
    return { ...each, title }
  })
}

const lettersOfQuote = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]+/gu, '')
const wordsOfQuote = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\d]{2,}/gu) ?? [])

/** At least this share of the words of both (C). */
const ALIKE = 0.6

export type QuoteNow = { is: 'same'; at: Passage } | { is: 'changed'; at: Passage } | { is: 'gone' }

/** What a document says today of a sentence that was taken from another one, or from an earlier version of it. */
export function quoteIn(blocks: readonly DocumentBlock[], quote: string): QuoteNow {
  const letters = lettersOfQuote(quote)
  const words = wordsOfQuote(quote)
  if (letters === '') return { is: 'gone' }
  let best: { at: Passage; share: number } | null = null
  for (const block of blocks) {
    // A quote of several sentences stands in one paragraph.
    if (lettersOfQuote(block.text).includes(letters))
      return { is: 'same', at: { block, sentence: block.kind === 'row' ? null : quote } }
    for (const sentence of sentencesOf(block)) {
      const at = { block, sentence: block.kind === 'row' ? null : sentence }
      const others = wordsOfQuote(sentence)
      const shared = [...words].filter((word) => others.has(word)).length
      const share = shared / Math.max(words.size, others.size, 1)
      if (share >= ALIKE && share > (best?.share ?? 0)) best = { at, share }
    }
  }
  return best === null ? { is: 'gone' } : { is: 'changed', at: best.at }
}

/** The title of a document and its day, as its first page says. */
export function aboutDocument(
  blocks: readonly DocumentBlock[],
  { title, created }: { title: string | null; created: string | null },
  habits: ReadingHabits,
): { title: string | null; date: PlainDate | PlainMonth | null } {
  const first = blocks.slice(0, 12)
  const headings = first.filter(
    ({ kind, section, text }) => kind === 'heading' && section === null && text.length < 120,
  )
  const written = headings.slice(0, 2).map(({ text }) => text)
  const own =
    written.length > 0
      ? written.join(': ')
      : (first.find(({ kind, text }) => kind === 'text' && text.length < 120)?.text ?? null)
  // What Word puts in by itself is no title.
  const isName = title !== null && !/^microsoft word|\.docx?$|untitled|namnlös/i.test(title)
  const front = first.filter(({ section }) => section === null)
  const dated = front.find(({ text }) => text.length < 200 && /\d{4}/.test(text) && dateIn(text, habits) !== null)
  const day = dated === undefined ? null : (datesInText(dated.text, { ...habits, year: 'past' })[0]?.date ?? null)
  return {
    title: own ?? (isName ? title : null),
    date: day ?? (created !== null && /^\d{4}-\d{2}-\d{2}$/.test(created) ? created : null),
  }
}
