import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { cleanText } from '../../../domain/case/cleanText.ts'
import { plainDate } from '../../../domain/dates/plainDate.ts'
import { FILE_LIMITS } from '../../../domain/evidence/evidence.ts'
import { type FoundMessage, type MessageFile, NO_MESSAGE, partyIn } from '../../../domain/sources/foundMessage.ts'
import { decoded } from '../decodedText.ts'
import { htmlToText } from '../htmlToText.ts'
import { messagesOfCalendar } from './readCalendar.ts'

/** Deeper ones are no mail that anybody wrote. */
const LIMITS = { maxNestingDepth: 60, maxHeadersSize: 500_000, forceRfc822Attachments: true } as const
/** Mails inside of mails. */
const DEEPEST = 5

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The day in the sender's own time zone: as it is written in the header, whatever zone follows (RFC 5322). */
function writtenDay(header: string): Pick<FoundMessage, 'day' | 'dayTyped' | 'time'> {
  const [, day = '', month = '', year = '', hour, minute] =
    /(\d{1,2})[ -]([A-Za-z]{3})[a-z]{0,6}[ -](\d{4})(?:[ ,]+(\d{1,2}):(\d{2}))?/.exec(header) ?? []
  const date = plainDate(Number(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(day))
  // Nobody sent mail about an online shop before: a clock that was not set.
  const isReal = date !== null && date > '1995'
  return {
    day: isReal ? date : null,
    dayTyped: isReal ? null : header,
    time: isReal && hour !== undefined ? `${hour.padStart(2, '0')}:${minute}` : null,
  }
}

const headerOf = ({ headers }: Email, key: string): string | null =>
  headers.find((header) => header.key === key)?.value.trim() || null

/** An answer of a program (RFC 3834). */
const isAutoReply = (mail: Email): boolean =>
  /^auto-replied/i.test(headerOf(mail, 'auto-submitted') ?? '') ||
  ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((key) => headerOf(mail, key) !== null) ||
  /auto_?reply/i.test(headerOf(mail, 'precedence') ?? '')

/** Sent by a program, which may pass on what a person wrote: a ticket system does. */
const isFromProgram = (mail: Email): boolean =>
  /^auto-/i.test(headerOf(mail, 'auto-submitted') ?? '') ||
  /\b(?:OOF|All)\b/i.test(headerOf(mail, 'x-auto-response-suppress') ?? '') ||
  /bulk/i.test(headerOf(mail, 'precedence') ?? '')

const flat = (list: Email['to']) =>
  (list ?? []).flatMap((each) => each.group ?? [each]).map(({ name, address }) => partyIn(`${name} <${address ?? ''}>`))

/** What programs put in for themselves. */
const NOT_SHOWN = /^(?:smime\.p7s|winmail\.dat|signature\.asc)$/i

function fileOf({ filename, content }: Attachment): MessageFile | null {
  if (filename === null || NOT_SHOWN.test(filename) || typeof content === 'string') return null
  const bytes = new Uint8Array(content.slice(0) as ArrayBuffer)
  const name = cleanText(filename)
    .replace(/[\\/\n\t\u202a-\u202e\u2066-\u2069]/g, '_')
    .slice(0, 200)
  return { name, size: bytes.length, bytes: bytes.length > FILE_LIMITS.file ? null : bytes }
}

/** Pictures that stand in the text are the logo of a signature far more often than anything to see. */
const isFile = ({ disposition, related, mimeType }: Attachment) =>
  !/^image\//.test(mimeType) || (related !== true && disposition !== 'inline')

const isMail = ({ mimeType }: Attachment) => mimeType === 'message/rfc822'

const isCalendar = ({ mimeType }: Attachment) => mimeType === 'text/calendar' || mimeType === 'application/ics'

/** @throws where the bytes are no mail, or nested too deep */
export async function readEml(
  bytes: Uint8Array<ArrayBuffer>,
  depth = 0,
): Promise<readonly FoundMessage[] | 'encrypted'> {
  // Apple Mail writes how long the message is before it.
  const start = /^\d{1,10}\s{0,8}\r?\n/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 24)))?.[0].length ?? 0
  const mail = await PostalMime.parse(inUtf8(bytes.subarray(start)), LIMITS)
  const text = mail.text?.trim() ? mail.text : htmlToText(mail.html ?? '')
  if (text.trim() === '' && mail.attachments.some(({ mimeType }) => /pkcs7-mime|pgp-encrypted/.test(mimeType)))
    return 'encrypted'
  const invite = mail.attachments.find(isCalendar)
  const inner = depth < DEEPEST ? mail.attachments.filter(isMail) : []
  const files = mail.attachments
    .filter((each) => isFile(each) && !isCalendar(each) && !isMail(each))
    .flatMap((each) => fileOf(each) ?? [])
  const date = headerOf(mail, 'date') ?? headerOf(mail, 'resent-date')
  const message: FoundMessage = {
    ...NO_MESSAGE,
    id: mail.messageId ?? null,
    ...(date === null ? {} : writtenDay(date)),
    from: flat(mail.from === undefined ? [] : [mail.from])[0] ?? null,
    to: [...flat(mail.to), ...flat(mail.cc)],
    subject:
      cleanText(mail.subject ?? '')
        .replace(/\s+/g, ' ')
        .trim() || null,
    text: cleanText(text),
    isAutomatic: isAutoReply(mail),
    isFromProgram: isFromProgram(mail),
    files,
  }
  const more = await Promise.all(inner.map((each) => readEml(bytesOf(each), depth + 1)))
  const forwarded = more.flatMap((each) => (each === 'encrypted' ? [] : each))
  const meetings = invite === undefined ? [] : messagesOfCalendar(decoded(bytesOf(invite)))
  if (meetings.length === 0) return [message, ...forwarded]
  return [
    ...meetings.map((meeting) => ({
      ...message,
      ...meeting,
      from: meeting.from ?? message.from,
      text: message.text || meeting.text,
    })),
    ...forwarded,
  ]
}

const bytesOf = ({ content }: Attachment): Uint8Array<ArrayBuffer> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content as ArrayBuffer)

/** What names no character set is taken for UTF-8: where it is none, it was written on Windows. */
function inUtf8(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (bytes.every((byte) => byte < 0x80) || /charset\s?=/i.test(new TextDecoder('latin1').decode(bytes))) return bytes
  return new TextEncoder().encode(decoded(bytes))
}
