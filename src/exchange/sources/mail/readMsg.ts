import given, { type FieldsData } from '@kenjiuno/msgreader'
import { cleanText } from '../../../domain/case/cleanText.ts'
import { plainDate } from '../../../domain/dates/plainDate.ts'
import { FILE_LIMITS } from '../../../domain/evidence/evidence.ts'
import {
  type FoundMessage,
  type MessageFile,
  NO_MESSAGE,
  type Party,
  partyIn,
} from '../../../domain/sources/foundMessage.ts'
import { decoded } from '../decodedText.ts'
import { htmlToText } from '../htmlToText.ts'
import { isSound } from './compoundFile.ts'
import { readEml } from './readEml.ts'

/** A package in the older format: its class is inside of what Node gives, and is itself what some bundlers give. */
const MsgReader = (given as unknown as { default?: typeof given }).default ?? given
type Opened = InstanceType<typeof given>

/** Messages inside messages, as attachments. */
const DEEPEST = 5

type Read = readonly FoundMessage[] | 'otherItem' | 'encrypted'

/** A message or an appointment of Outlook. @throws where it is damaged */
export async function readMsg(bytes: Uint8Array<ArrayBuffer>): Promise<Read> {
  if (!isSound(bytes)) throw new Error('compound file')
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
  // Texts of old files are in the code page of Windows where they do not say otherwise.
  const reader = new MsgReader(buffer)
  reader.parserConfig = { ansiEncoding: 'windows-1252' }
  const read = reader.getFileData()
  if (read.error !== undefined) throw new Error(read.error)
  return messagesOf(reader, read, 0)
}

async function messagesOf(reader: Opened, fields: FieldsData, depth: number): Promise<Read> {
  const kind = fields.messageClass ?? 'IPM.Note'
  if (/SMIME$/i.test(kind)) return 'encrypted'
  // An answer to an invitation, or what calls it off, is a mail.
  const isMeeting = /^IPM\.(?:Appointment|Schedule\.Meeting\.Request)/i.test(kind)
  if (!isMeeting && !/^(?:IPM\.(?:Note|Schedule)|REPORT)/i.test(kind)) return 'otherItem'
  // The headers say what the fields of Outlook do not: the sender's own time, and who answers automatically.
  const headers = await readEml(new TextEncoder().encode(`${fields.headers ?? ''}\r\n\r\n`)).catch(() => [])
  const head = headers === 'encrypted' ? NO_MESSAGE : (headers[0] ?? NO_MESSAGE)
  const sent = isMeeting ? fields.apptStartWhole : (fields.clientSubmitTime ?? fields.messageDeliveryTime)
  const message: FoundMessage = {
    ...NO_MESSAGE,
    id: head.id ?? fields.messageId ?? null,
    ...(head.day !== null && !isMeeting ? { day: head.day, time: head.time } : localDay(sent)),
    from: head.from ?? senderOf(fields),
    to: (fields.recipients ?? []).slice(0, 40).map((each) => party(each.name, each.smtpAddress ?? each.email)),
    subject: cleanText(fields.subject ?? '').trim() || null,
    text: cleanText(textOf(fields)),
    kind: isMeeting ? 'meeting' : 'mail',
    isFromProgram: head.isFromProgram,
    isAutomatic: head.isAutomatic || /OofTemplate|Rules\.|^REPORT/i.test(kind),
    files: filesOf(reader, fields),
  }
  const inner = (fields.attachments ?? []).flatMap(({ innerMsgContentFields }) => innerMsgContentFields ?? [])
  const more = depth < DEEPEST ? await Promise.all(inner.map((each) => messagesOf(reader, each, depth + 1))) : []
  return [message, ...more.flatMap((each) => (typeof each === 'string' ? [] : each))]
}

const party = (name: string | undefined, address: string | undefined): Party =>
  partyIn(address?.includes('@') === true ? `${name === address ? '' : (name ?? '')} <${address}>` : (name ?? ''))

function senderOf({
  senderName,
  senderSmtpAddress,
  senderEmail,
  creatorSMTPAddress,
  inetAcctName,
}: FieldsData): Party | null {
  const address = [senderSmtpAddress, senderEmail, inetAcctName, creatorSMTPAddress].find((each) => each?.includes('@'))
  return senderName === undefined && address === undefined ? null : party(senderName, address)
}

function textOf({ body, bodyHtml, html }: FieldsData): string {
  if (body !== undefined && body.trim() !== '') return body
  return htmlToText(bodyHtml ?? (html === undefined ? '' : decoded(html)))
}

/** Outlook keeps times in UTC: the day where this browser is. */
function localDay(utc: string | undefined): Pick<FoundMessage, 'day' | 'time'> {
  const at = new Date(utc ?? '')
  if (Number.isNaN(at.getTime())) return { day: null, time: null }
  const time = [at.getHours(), at.getMinutes()].map((each) => String(each).padStart(2, '0')).join(':')
  return { day: plainDate(at.getFullYear(), at.getMonth() + 1, at.getDate()), time }
}

const filesOf = (reader: Opened, { attachments = [] }: FieldsData): readonly MessageFile[] =>
  attachments.flatMap((each) => {
    const name = cleanText(each.fileName ?? each.fileNameShort ?? '').trim()
    if (
      name === '' ||
      each.attachmentHidden === true ||
      (each.pidContentId !== undefined && /\.(?:png|jpe?g|gif|bmp|svg)$/i.test(name)) ||
      each.innerMsgContentFields
    )
      return []
    const size = each.contentLength ?? 0
    const bytes = size > FILE_LIMITS.file ? null : new Uint8Array(reader.getAttachment(each).content).slice()
    return [{ name, size: bytes?.length ?? size, bytes }]
  })
