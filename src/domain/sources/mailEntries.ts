import type { PlainDate } from '../dates/plainDate.ts'
import { readWrittenDate } from '../dates/writtenDate.ts'
import type { FoundMessage } from './foundMessage.ts'
import { type MailPassage, passagesIn } from './quotedText.ts'
import {
  isAutomaticText,
  type SaidByPartner,
  type SaidByUs,
  saidAutomatically,
  saidByPartner,
  saidByUs,
} from './saidInText.ts'

/** One thing that somebody wrote, from a message or quoted in one, with what it seems to say. */
export interface MailEntry extends Omit<FoundMessage, 'id' | 'text'> {
  id: string | null
  /** The new text only, without greeting and signature. */
  text: string
  isQuoted: boolean
  role: string | null
  byPartner: SaidByPartner
  byUs: SaidByUs
  automatic: ReturnType<typeof saidAutomatically> | null
}

/** Whoever reads: the language of the page, and today where it is read. */
export interface ReadingHabits {
  language: string
  today: PlainDate
}

const ROLE =
  /projektledare|utvecklare|konsult|\bvd\b|säljare|ansvarig|chef|arkitekt|koordinator|designer|ägare|project|manager|lead\b|developer|consultant|architect|director|head of|owner|engineer|support|account|success|\bc[etof]o\b|founder|grundare|partner\b/i

/** The line below the name, where it names a role; people and companies are no roles. */
const roleIn = (signature: readonly string[], name: string | null): string | null =>
  signature
    .slice(0, 4)
    .filter((line) => line !== name && line.length <= 60 && !/[@\d]|www\.|\bAB\b|\bLtd\b/.test(line))
    .map((line) => line.split(/\s[|·–-]\s|,\s/)[0]?.trim() ?? '')
    .find((line) => ROLE.test(line)) ?? null

/** The day and the time of a line like "den 14 november 2026 09:12". `today` is the day of the message that quotes it. */
function writtenAt(sent: string | null, { language, today }: ReadingHabits) {
  if (sent === null) return { day: null, dayTyped: null, time: null }
  const read = readWrittenDate(sent, { language, today, year: 'past' })
  const clock = /(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s?([ap])?/i.exec(
    sent.replace(/\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}/, ''),
  )
  const hour =
    clock === null
      ? 0
      : (Number(clock[1]) % 12) +
        (/p/i.test(clock[3] ?? '') || (clock[3] === undefined && Number(clock[1]) > 11) ? 12 : 0)
  const time = clock === null ? null : `${String(hour).padStart(2, '0')}:${clock[2]}`
  // Where either order is possible, the one that had been when it was quoted; where both had, whoever reads it says which.
  const possible = read.is === 'ambiguous' ? read.either.filter((each) => each <= today) : []
  const day = read.is === 'day' ? read.day : possible.length === 1 ? (possible[0] ?? null) : null
  return { day, dayTyped: day === null ? sent : null, time }
}

/** What was written in a message and in those that it quotes, newest first. */
export function entriesIn(message: FoundMessage, reader: ReadingHabits): readonly MailEntry[] {
  const { id, text, ...facts } = message
  const entries: MailEntry[] = []
  for (const passage of passagesIn(text, facts.from?.name ?? null)) {
    const { quoted } = passage
    if (quoted === null) {
      const own = facts.kind === 'meeting' ? withSubject(facts.subject, passage) : passage
      const isPasted = passage.text === '' && facts.from === null && facts.files.length === 0
      if (!isPasted) entries.push(entryOf({ ...facts, id, isQuoted: false }, own, reader))
      continue
    }
    if (passage.text === '') continue
    const outer = entries.at(-1)?.day ?? reader.today
    const { from, to, sent, subject } = quoted
    // Whoever quotes a message has got it.
    const receivers = to.length > 0 ? to : [entries.at(-1)?.from ?? facts.from].filter((each) => each !== null)
    const about = {
      from,
      to: receivers,
      subject: subject ?? facts.subject,
      ...writtenAt(sent, { ...reader, today: outer }),
    }
    const own = {
      ...about,
      kind: 'mail',
      isAutomatic: false,
      isFromProgram: false,
      files: [],
      id: null,
      isQuoted: true,
    } as const
    entries.push(entryOf(own, passage, reader))
  }
  return entries
}

/** A meeting is what it is called, and what is to be talked of. */
const withSubject = (subject: string | null, passage: MailPassage): MailPassage => ({
  ...passage,
  text: [subject, passage.text].filter(Boolean).join('\n'),
})

/** What a receipt promises: an answer some time. */
const OPENING_HOURS = /working days?|business days?|arbetsdag|öppe|\bopen\b|hours|timmar/i

type Facts = Omit<MailEntry, 'text' | 'role' | 'byPartner' | 'byUs' | 'automatic'>

function entryOf(facts: Facts, { text, signature }: MailPassage, { language, today }: ReadingHabits): MailEntry {
  const day = facts.day ?? today
  const habits = { language, today: day, year: { from: day } }
  const byPartner = saidByPartner(text, habits)
  // What a program passes on and says something is a person's.
  const { answer } = byPartner
  const saysNothing =
    answer === null || answer.what === 'unclear' || (answer.what === 'plan' && OPENING_HOURS.test(answer.sentence))
  const isAutomatic = facts.isAutomatic || isAutomaticText(facts.subject, text) || (facts.isFromProgram && saysNothing)
  return {
    ...facts,
    text,
    isAutomatic,
    role: roleIn(signature, facts.from?.name ?? null),
    byPartner,
    byUs: saidByUs(text, habits),
    automatic: isAutomatic ? saidAutomatically(text, habits) : null,
  }
}
