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
  /** As the section says that it stands in; null where that is about something else. */
  inScope: 'yes' | 'no' | null
}

const ACCEPTANCE = /accept|godkän|kriteri|criteri/i
const DUE = /klart?\b|datum|date|due|when|tid|leverans(?:dag|datum)|delivery date|senast/i
const DESCRIPTION = /beskriv|omfatt|innehåll|krav|descri|scope|require|content/i
const NOT_INCLUDED = /ingår inte|inte ingår|exkluder|avgränsning|not included|out of scope|exclu/i
/** Sections of what the customer does, and of what is paid: nothing there is the partner's to deliver. */
const NOT_THEIRS =
  /åtagande|(?:kundens|beställarens|köparens) (?:ansvar|medverkan)|(?:client|customer|buyer)(?:['’]s)? (?:responsib|oblig|dut)|dependenc|responsibilities of|^(?:fast )?pris(?:er| och betalning)?$|^betalnings(?:plan|villkor)$|^(?:fees?|prices?|pricing|invoicing|payment (?:plan|terms|schedule))$/i

/** Characters: a title is a few words. */
const LONGEST_TITLE = 60

/** Who delivers, and that they do: what a title leaves out. */
const WHO_DELIVERS =
  /^(?:[Bb]yrån|[Ll]everantören|[Pp]artnern|[Kk]onsulten|[Tt]he (?:[Ss]upplier|[Aa]gency|[Pp]artner|[Cc]ontractor|[Vv]endor)|\p{Lu}[\p{L}&]{1,20}) (?:ska |skall |will |shall )?(?:levererar?|bygger|bygga|installerar?|överlämnar?|lämnar?|tar fram|konfigurerar?|inför|migrerar?|deliver(?:s)?|build(?:s)?|provide(?:s)?|configure(?:s)?|install(?:s)?|hand(?:s)? over|implement(?:s)?|migrate(?:s)?)\s(?:en |ett |an? |the )?/u

/** `1.`, `4.2`, `a)`, `AB-12` */
const NUMBERED =
  /^(?:\d{1,3}(?:\.\d{1,2})*[.)](?=\s)|\d{1,3}(?:\.\d{1,2})+(?=\s)|\(?[a-zA-Z]\)|[A-Z]{1,2}-?\d{1,3}(?=\s))\s*/

/** The first words of a sentence, up to where it goes into details. */
export function fewWords(sentence: string): string {
  const own = sentence.replace(NUMBERED, '').replace(WHO_DELIVERS, '')
  const plain = (own.slice(0, 1).toUpperCase() + own.slice(1)).replace(/[.;:]{1,5}$/, '')
  const [clause = plain] = plain.split(
    /[,;:(–]|\s(?:som|samt|så att|senast|inklusive|enligt|which|that|including|so that|by the|no later)\s/u,
  )
  const words = clause.trim().length > 3 ? clause.trim() : plain
  if (words.length <= LONGEST_TITLE) return words
  const start = beginOf(words, LONGEST_TITLE)
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), 20)).trimEnd()} …`
}

/** Sections whose names say nothing of what stands in them. */
const GENERAL =
  /^(?:(?:ingår|included|in scope|ingår inte|not included|out of scope)|omfattning(?:en)?|leverans(?:er|plan)?|leverabler|krav|funktioner|included|(?:in )?scope|deliver(?:ables|y plan)|requirements|functions|functional (?:scope|deliverables))$/i

/** "Kundkonto: önskelista": a few words of the sentence, after the name of its section where they do not hold it. */
function titleOf({ sectionTitle, section }: DocumentBlock, sentence: string): string {
  const few = fewWords(sentence)
  const name = sectionTitle?.trim() ?? ''
  const isNamed = section?.includes('.') === true && name !== '' && name.length <= 30 && !GENERAL.test(name)
  const [own = ''] = name.toLowerCase().split(/\P{L}/u)
  if (!isNamed || few.toLowerCase().includes(own.slice(0, 5))) return few
  return beginOf(`${name}: ${few.slice(0, 1).toLowerCase()}${few.slice(1)}`, LONGEST_TITLE + 20)
}

/** The sentences of a block, as they are pressed; a row is one piece. */
export const sentencesOf = ({ kind, text }: DocumentBlock): readonly string[] =>
  kind === 'row' ? [text] : sentencesIn(text, text.length)

const columnOf = ({ columns, cells }: DocumentBlock, names: RegExp): string | null => {
  const at = columns?.findIndex((column) => names.test(column)) ?? -1
  return at < 0 ? null : nonBlank(cells?.[at] ?? null)
}

/** "Every Friday" and "within five days" are no dates of a contract. */
const isDated = (written: string) =>
  /\d/.test(written) && !/^(?:om|inom|in|within|v|vecka|week|wk)(?!\p{L})/iu.test(written)

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
  const isTheirs = !NOT_THEIRS.test(block.sectionTitle ?? '')
  const inScope = NOT_INCLUDED.test(block.sectionTitle ?? '') ? 'no' : isTheirs ? 'yes' : null
  if (sentence === null && block.cells !== null) {
    const [first = '', second = ''] = block.cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
    // A number of its own is no name.
    const isNumber = /^[\p{L}]{0,3}[-\d.]{1,8}$/u.test(first)
    const name = isNumber ? second : first
    return {
      section,
      page,
      title: fewWords(name.split('\n')[0] ?? ''),
      quote: columnOf(block, DESCRIPTION) ?? block.cells.filter(Boolean).join('\n'),
      inScope,
      promised: isTheirs ? (dateIn(columnOf(block, DUE), habits) ?? dateIn(block.text, habits)) : null,
      acceptance: columnOf(block, ACCEPTANCE),
    }
  }
  const quote = sentence ?? block.text
  return {
    section,
    page,
    quote,
    title: titleOf(block, quote),
    inScope,
    promised: isTheirs ? dateIn(quote, habits) : null,
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
