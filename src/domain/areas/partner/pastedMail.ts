import { nonBlank } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { beginOf, cleanText } from '../../case/cleanText.ts'
import type { PlainDate } from '../../dates/plainDate.ts'
import { readWrittenDate, type WritingHabits } from '../../dates/writtenDate.ts'
import type { Contact } from './schema.ts'

/** A proposal: nothing is saved before the user has seen it. */
export type PastedMail = Pick<Contact, 'from' | 'person' | 'reference' | 'text'> & {
  channel: 'email'
  date: PlainDate | { typed: string } | null
}

const NAMES = {
  from: /^(?:from|från|avsändare|sender)$/i,
  sent: /^(?:sent|date|skickat|datum|skickades)$/i,
  subject: /^(?:subject|ämne|re)$/i,
} as const

/** Headers come first, one per line. */
const MOST_HEADERS = 40
/** Bounds every pattern below. */
const LONGEST_HEADER = 500
const LONGEST_TEXT = 300

/** Reads sender, date and subject from the headers of a pasted mail, in Swedish or English. Never throws. */
export function mailIn(text: string, answers: Answers, habits: WritingHabits): PastedMail {
  const lines = cleanText(text).split('\n')
  const headers = new Map<keyof typeof NAMES, string>()
  let last = -1
  for (const [at, line] of lines.slice(0, MOST_HEADERS).entries()) {
    const [, name = '', value = ''] =
      /^[\s>*]*([\p{L}-]{2,20})\*?:\*?\s*(.+)$/u.exec(beginOf(line, LONGEST_HEADER)) ?? []
    const known = (Object.keys(NAMES) as (keyof typeof NAMES)[]).find((key) => NAMES[key].test(name))
    if (known === undefined || headers.has(known)) continue
    headers.set(known, value.trim())
    last = at
  }
  const sender = headers.get('from') ?? null
  const body = nonBlank(bodyOf(lines.slice(last + 1)))
  return {
    channel: 'email',
    date: dayIn(headers.get('sent') ?? null, habits),
    from: sender === null ? null : sideOf(sender, answers),
    person: sender === null ? null : nameIn(sender),
    reference: nonBlank(headers.get('subject') ?? null),
    text: body === null ? null : sentencesOf(body),
  }
}

function bodyOf(lines: readonly string[]): string {
  const end = lines.findIndex((line) =>
    /^\s*(?:>|-{2,}\s*(?:original|ursprungligt)|_{10,}|(?:from|från): |den .{0,40}\d.{0,40} skrev |on .{5,80} wrote:)/i.test(
      line,
    ),
  )
  return (end < 0 ? lines : lines.slice(0, end))
    .filter((line) => !/^\s*(?:to|till|cc|kopia|bcc|subject|ämne|hej|hello|hi)\b.{0,40}$/i.test(line))
    .join('\n')
    .replace(/\n{2,}/g, '\n')
}

function sentencesOf(text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  const start = beginOf(text, LONGEST_TEXT)
  const end = Math.max(start.lastIndexOf('. '), start.lastIndexOf('\n'))
  const word = start.lastIndexOf(' ')
  return `${end > 80 ? start.slice(0, end + 1) : word > 80 ? start.slice(0, word) : start} …`
}

/** `Anna Ek <anna@example.com>`, `anna@example.com (Anna Ek)`, or the address alone. */
function nameIn(sender: string): string {
  const name = sender
    .replace(/<[^<>]*>|\[mailto:[^[\]]*\]/gi, '')
    .replace(/["']/g, '')
    .trim()
  return name === '' ? sender.replace(/[<>]/g, '') : name
}

const domainOf = (text: string | null) => /@([\p{L}\p{M}\p{N}.-]+)/u.exec(text ?? '')?.[1]?.toLowerCase() ?? null

const tellingWords = (name: string | null) =>
  (name ?? '')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 3 && !/^(?:group|sverige|sweden|commerce|digital|limited|gmbh)$/.test(word))

function sideOf(sender: string, { about }: Answers): 'merchant' | 'partner' | null {
  const domain = domainOf(sender)
  const lower = sender.toLowerCase()
  const ourDomain = domainOf(typeof about.email === 'string' ? about.email : null)
  if (domain !== null && domain === ourDomain) return 'merchant'
  const people = (about.partnerPeople ?? []).flatMap(({ name }) => nonBlank(name)?.toLowerCase() ?? [])
  if (people.some((name) => lower.includes(name))) return 'partner'
  if (tellingWords(about.partnerCompany).some((word) => lower.includes(word))) return 'partner'
  const ours = [...tellingWords(about.company), ...[nonBlank(about.name)?.toLowerCase() ?? []].flat()]
  return ours.some((word) => lower.includes(word)) ? 'merchant' : null
}

/** What is not a day stays as typed. */
function dayIn(sent: string | null, habits: WritingHabits): PastedMail['date'] {
  if (sent === null) return null
  const read = readWrittenDate(sent, habits)
  return read.is === 'day' ? read.day : { typed: sent }
}
