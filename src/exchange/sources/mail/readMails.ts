import { cleanText } from '../../../domain/case/cleanText.ts'
import { type FoundMessage, NO_MESSAGE, type Party } from '../../../domain/sources/foundMessage.ts'
import { entriesIn, type MailEntry, type ReadingHabits } from '../../../domain/sources/mailEntries.ts'
import { TooMuch } from '../../inflate.ts'
import { unpackedEntry, zipEntries } from '../../zip/zipEntries.ts'
import { decoded } from '../decodedText.ts'
import { MAX_MAIL_FILE, type MailProblem, MOST_MESSAGES } from './mailProblem.ts'
import { messagesOfCalendar } from './readCalendar.ts'
import { readEml } from './readEml.ts'
import { readMsg } from './readMsg.ts'

export interface MailFault {
  name: string
  reason: MailProblem
}

export interface ReadMails {
  entries: readonly MailEntry[]
  faults: readonly MailFault[]
}

/** Everything that was written in a file of messages, of whatever kind: by its content, not by its name. Never throws. */
export async function readMails(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  reader: ReadingHabits,
): Promise<ReadMails> {
  const refused = (reason: MailProblem): ReadMails => ({ entries: [], faults: [{ name, reason }] })
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > MAX_MAIL_FILE) return refused('tooBig')
  try {
    const read = await messagesIn(name, bytes, true)
    const messages = read.messages.slice(0, MOST_MESSAGES).map(clean)
    const faults =
      read.messages.length > MOST_MESSAGES ? [...read.faults, { name, reason: 'tooMany' } as const] : read.faults
    const entries = messages.flatMap((message) => entriesIn(message, reader))
    return entries.length === 0 && faults.length === 0 ? refused('empty') : { entries, faults }
  } catch (error) {
    return refused(error instanceof TooMuch ? 'tooBig' : 'broken')
  }
}

/** Names and texts of others: no control characters, and no marks that turn a name around. */
function clean(message: FoundMessage): FoundMessage {
  const text = (written: string | null) => (written === null ? null : cleanText(written))
  const name = (written: string | null) => text(written)?.replace(/[\u202a-\u202e\u2066-\u2069]/g, '') ?? null
  const party = (found: Party): Party => ({ name: name(found.name), address: name(found.address) })
  return {
    ...message,
    id: text(message.id),
    from: message.from && party(message.from),
    to: message.to.map(party),
    subject: text(message.subject),
    text: cleanText(message.text),
    dayTyped: text(message.dayTyped),
    files: message.files.map((file) => ({ ...file, name: name(file.name) ?? '' })),
  }
}

interface Read {
  messages: readonly FoundMessage[]
  faults: readonly MailFault[]
}

const beginsWith = (bytes: Uint8Array, ...start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

const HEADER =
  /^(?:(?:from|date|subject|to|received|return-path|delivered-to|mime-version|message-id|x-[\w-]{1,60}|content-type|authentication-results|dkim-signature|arc-[\w-]{1,40}):.*\r?\n)/im

async function messagesIn(name: string, bytes: Uint8Array<ArrayBuffer>, mayBeArchive: boolean): Promise<Read> {
  const fault = (reason: MailProblem): Read => ({ messages: [], faults: [{ name, reason }] })
  const taken = (read: readonly FoundMessage[] | MailProblem): Read =>
    typeof read === 'string' ? fault(read) : { messages: read, faults: [] }
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return taken(await readMsg(bytes))
  if (beginsWith(bytes, 0x50, 0x4b)) return mayBeArchive ? archived(name, bytes) : fault('notMail')
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4_000))
  if (/^\s*BEGIN:VCALENDAR/i.test(start.replace(/^ï»¿/, ''))) {
    const meetings = messagesOfCalendar(decoded(bytes))
    if (meetings.length > 0) return taken(meetings)
    return fault(
      /^METHOD:|^STATUS:CANCELLED/im.test(start) && /^END:VCALENDAR/im.test(decoded(bytes)) ? 'noMeeting' : 'broken',
    )
  }
  if (/^From [^\n]{1,200}\n/.test(start)) return mailbox(name, bytes)
  if (HEADER.test(`${start.slice(0, 4_000)}\n`) && /^[\w-]{1,60}: |^\d{1,10}\s/.test(start))
    return taken(await readEml(bytes))
  const text = decoded(bytes)
  // A thread that was saved as text, or notes; a table or the parts of a document are neither.
  const isNotes = /\.(?:txt|md|text)$/i.test(name) || /^\s{0,4}\*?(?:från|from)\*?\s?:/im.test(text.slice(0, 20_000))
  return !isNotes || text.includes('\0') || /^%PDF|^\x89PNG|^\xff\xd8/.test(start)
    ? fault('notMail')
    : taken([{ ...NO_MESSAGE, text: cleanText(text) }])
}

/** `From ` at the beginning of a line, after an empty one, begins a message; in a text it is `>From ` (RFC 4155). */
async function mailbox(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Read> {
  const messages: FoundMessage[] = []
  let broken = 0
  for (const [from, to] of partsOf(bytes)) {
    const read = await readEml(unescaped(bytes.subarray(from, to))).catch(() => 'broken' as const)
    if (typeof read === 'string') broken += 1
    else messages.push(...read)
    if (messages.length > MOST_MESSAGES) break
  }
  return { messages, faults: broken === 0 ? [] : [{ name, reason: 'broken' }] }
}

const [NEW_LINE, RETURN, MARK] = [10, 13, 0x3e]
const FROM = [...'From '].map((character) => character.charCodeAt(0))

/** Where each message begins and ends, without the line that divides them. */
function partsOf(bytes: Uint8Array): readonly (readonly [number, number])[] {
  const begins: number[] = []
  for (let at = bytes.indexOf(FROM[0] ?? 0); at >= 0; at = bytes.indexOf(FROM[0] ?? 0, at + 1)) {
    const before = bytes[at - 2] === RETURN ? at - 3 : at - 2
    const isAfterEmptyLine = at === 0 || (bytes[at - 1] === NEW_LINE && bytes[before] === NEW_LINE)
    if (isAfterEmptyLine && FROM.every((byte, index) => bytes[at + index] === byte)) begins.push(at)
  }
  return begins.map((begin, at) => {
    const line = bytes.indexOf(NEW_LINE, begin)
    return [line < 0 ? bytes.length : line + 1, begins[at + 1] ?? bytes.length]
  })
}

/** `>From ` at the beginning of a line stands for `From `. */
function unescaped(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const text = new TextDecoder('latin1').decode(bytes)
  if (!/^>+From /m.test(text)) return bytes
  const kept = bytes.filter((byte, at) => !(byte === MARK && bytes[at - 1] === NEW_LINE && isEscaped(bytes, at)))
  return kept
}

function isEscaped(bytes: Uint8Array, from: number): boolean {
  let at = from
  while (bytes[at] === MARK) at += 1
  return FROM.every((byte, index) => bytes[at + index] === byte)
}

async function archived(archive: string, bytes: Uint8Array<ArrayBuffer>): Promise<Read> {
  let [read, unpacked] = [0, 0]
  const spend = (looked: number, more: number) => {
    read += looked
    unpacked += more
    if (unpacked > MAX_MAIL_FILE || read > MAX_MAIL_FILE) throw new TooMuch('archive')
  }
  const [messages, faults]: [FoundMessage[], MailFault[]] = [[], []]
  const { entries } = zipEntries(bytes, MOST_MESSAGES)
  // Word, Excel and PowerPoint are archives, too.
  if (entries.some((entry) => entry.name === '[Content_Types].xml'))
    return { messages: [], faults: [{ name: archive, reason: 'notMail' }] }
  for (const entry of entries) {
    if (/\/$|^__MACOSX\/|(?:^|\/)\.[^/]*$/.test(entry.name)) continue
    const name = cleanText(entry.name.split('/').at(-1) ?? '')
    const content = entry.isLocked ? null : unpackedEntry(entry, spend)
    if (content?.length === 0) {
      faults.push({ name, reason: 'empty' })
      continue
    }
    const read: Read =
      content === null
        ? { messages: [], faults: [{ name, reason: entry.isLocked ? 'encrypted' : 'broken' }] }
        : await messagesIn(name, new Uint8Array(content), false).catch(() => ({
            messages: [],
            faults: [{ name, reason: 'broken' as const }],
          }))
    messages.push(...read.messages)
    faults.push(...read.faults)
  }
  return { messages, faults }
}
