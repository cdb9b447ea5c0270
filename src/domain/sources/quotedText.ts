import { beginOf, cleanText } from '../case/cleanText.ts'
import { type Party, partiesIn, partyIn } from './foundMessage.ts'
import { withoutSignature } from './signature.ts'

/** A message inside the text of another one, or the text that is not quoted. */
export interface MailPassage {
  /** Null for the text that is not quoted. */
  quoted: { from: Party | null; to: readonly Party[]; sent: string | null; subject: string | null } | null
  text: string
  /** The name and what stands below it; lines. */
  signature: readonly string[]
}

interface Line {
  /** How many `>` stand before it. */
  depth: number
  text: string
}

type Owner = Omit<MailPassage, 'text' | 'signature'> & { lines: string[] }
type Header = 'from' | 'sent' | 'to' | 'copy' | 'subject' | 'other'

/** What mail programs write before the fields of a message, in Swedish and English. */
const HEADERS: Readonly<Record<Header, string>> = {
  from: 'from|från|avsändare|sender',
  sent: 'sent|date|skickat|datum|skickades',
  to: 'to|till|mottagare',
  copy: 'cc|kopia|kopia till',
  subject: 'subject|ämne',
  other: 'importance|prioritet|attachments|bifogade filer|bilagor|reply-to|svara till|bcc|priority',
}
const FIELD = /^\s{0,4}\*?([\p{L} -]{2,16})\*?\s?:\*?\s{0,8}(.*)$/u
const NAMES = Object.entries(HEADERS).flatMap(([header, names]) =>
  names.split('|').map((name) => [name, header as Header] as const),
)
const HEADER_OF = new Map<string, Header>(NAMES)

/** Before a message that was sent on or answered. */
const DIVIDER =
  /^\s*(?:[-_*]{2,}\s*(?:original ?message|ursprungligt meddelande|forwarded message|vidarebefordrat (?:meddelande|brev)|originalmeddelande)\s*[-_*]{2,}|_{10,}|-{10,}|begin forwarded message:?|vidarebefordrat (?:brev|meddelande):?|start på vidarebefordrat meddelande:?)\s*$/i

const CLOCK_END =
  '\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: ?\\([^()]{1,12}\\)| [A-Z]{3,4}| ?[+-]\\d{4})?'
/** `Den 14 nov. 2026 kl. 09:12 skrev Anna Ek <a@b.se>:` and its sisters: the day, then the person. */
const ATTRIBUTIONS: readonly RegExp[] = [
  /^(?:den |på )?(.{0,60}\d.{0,40}?),? skrev (.{2,160}?) ?:$/i,
  new RegExp(`^on (.{4,60}?${CLOCK_END}),? (.{2,160}?) wrote ?:$`, 'i'),
  /^on (.{4,60}?\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{2}),? (.{2,160}?) wrote ?:$/i,
]

const MOST_LINES = 20_000
/** A paragraph of an HTML mail is one line. */
const LONGEST_LINE = 20_000
/** More messages inside one are not read: nobody looks at them. */
const MOST_PASSAGES = 200
const LONGEST_HEADER = 14

/**
 * The text of a mail in passages: first what is new, without greeting and signature, then the messages that it quotes,
 * newest first. Outlook's blocks of fields, the lines of Gmail, Apple Mail and Thunderbird, and answers between quoted
 * lines, in Swedish and English. Never throws.
 * @param writer the name of whoever wrote the new text, which begins the signature
 */
export function passagesIn(text: string, writer: string | null = null): readonly MailPassage[] {
  const lines = linesOf(text)
  const first: Owner = { quoted: null, lines: [] }
  const passages = [first]
  /** Whose the lines of each depth are. */
  let owners: (Owner | undefined)[] = [first]
  for (let at = 0; at < lines.length; at += 1) {
    const { depth, text: line } = lines[at] as Line
    const header = headerAt(lines, at) ?? attributionAt(lines, at)
    if (header !== null && passages.length === MOST_PASSAGES) break
    if (header !== null) {
      const begun: Owner = { quoted: header.quoted, lines: [] }
      passages.push(begun)
      const owned = header.isAbove ? depth + 1 : depth
      owners = [...owners.slice(0, owned), ...Array(Math.max(0, owned - owners.length)).fill(undefined), begun]
      at = header.last
    } else if (!DIVIDER.test(line)) owners[depth]?.lines.push(line)
    // What stands below a line across the page belongs to nobody: notes of the company, how to join a meeting.
    else if (!isBeforeHeader(lines, at)) owners[depth] = undefined
  }
  return passages.map(({ quoted, lines: own }) => ({
    quoted,
    ...withoutSignature(own, quoted === null ? writer : (quoted.from?.name ?? null)),
  }))
}

function linesOf(text: string): readonly Line[] {
  const lines = cleanText(text)
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .replace(/[\u200b\u200e\u200f\ufeff]/g, '')
    .split('\n', MOST_LINES)
    .map((whole) => {
      const line = beginOf(whole, LONGEST_LINE)
      const marks = /^[> \t]*/.exec(line)?.[0] ?? ''
      const depth = marks.split('>').length - 1
      return { depth, text: (depth === 0 ? line : line.slice(marks.length)).trimEnd() }
    })
  const least = Math.min(...lines.filter((line) => line.text !== '').map(({ depth }) => depth), Number.MAX_SAFE_INTEGER)
  return lines.map((line) => ({ ...line, depth: Math.max(0, line.depth - least) }))
}

interface Found {
  quoted: NonNullable<MailPassage['quoted']>
  /** The last line that it takes. */
  last: number
  /** It stands above the quoted lines, not among them. */
  isAbove: boolean
}

const fieldOfLine = (line: string): readonly [Header, string] | null => {
  const [, name = '', value = ''] = FIELD.exec(line) ?? []
  const header = HEADER_OF.get(name.trim().toLowerCase())
  return header === undefined ? null : [header, value.trim()]
}

/** A block of fields that begins with the sender, as Outlook writes it. */
function headerAt(lines: readonly Line[], at: number): Found | null {
  const begin = lines[at] as Line
  const first = fieldOfLine(begin.text)
  if (first === null || first[0] === 'other') return null
  const fields = new Map<Header, string>([first])
  let last = at
  for (let next = at + 1; next < lines.length && next < at + LONGEST_HEADER; next += 1) {
    const { depth, text } = lines[next] as Line
    if (depth !== begin.depth) break
    const field = fieldOfLine(text)
    if (field !== null) fields.set(field[0], fields.get(field[0]) ?? field[1])
    else if (field === null && text.trim() === '' && next === last + 1 && fieldOfLine(lines[next + 1]?.text ?? ''))
      continue
    // A field that goes on on the next line.
    else if (!/^\s{1,8}\S|^[^\s:]{1,80}@|^[\p{L} ]{2,40}<|^<?mailto:/u.test(text)) break
    last = next
  }
  const from = fields.get('from')
  if (from === undefined || !(fields.has('sent') || fields.has('subject'))) return null
  const quoted = {
    from: partyIn(from),
    to: [...partiesIn(fields.get('to') ?? ''), ...partiesIn(fields.get('copy') ?? '')],
    sent: fields.get('sent') ?? null,
    subject: fields.get('subject') || null,
  }
  return { quoted, last, isAbove: false }
}

/** `… skrev Anna Ek:`, on up to three lines. */
function attributionAt(lines: readonly Line[], at: number): Found | null {
  const begin = lines[at] as Line
  if (!/\d/.test(begin.text) || begin.text.length > 200) return null
  let joined = ''
  for (let last = at; last < Math.min(at + 3, lines.length); last += 1) {
    const { depth, text } = lines[last] as Line
    if (depth !== begin.depth || text.trim() === '') return null
    joined = `${joined} ${text.trim()}`.trim()
    if (!joined.endsWith(':')) continue
    const found = ATTRIBUTIONS.map((pattern) => pattern.exec(joined)).find((each) => each !== null)
    if (!found) return null
    const [, sent = '', from = ''] = found
    const next = lines.slice(last + 1).find(({ text: after }) => after !== '')
    const isAbove = next !== undefined && next.depth > begin.depth
    return { quoted: { from: partyIn(from), to: [], sent, subject: null }, last, isAbove }
  }
  return null
}

function isBeforeHeader(lines: readonly Line[], at: number): boolean {
  for (let next = at + 1; next < Math.min(at + 4, lines.length); next += 1)
    if (headerAt(lines, next) !== null || DIVIDER.test(lines[next]?.text ?? '')) return true
  return false
}
