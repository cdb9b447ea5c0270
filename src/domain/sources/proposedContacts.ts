import type { Contact } from '../areas/partner/schema.ts'
import { answerOrNull, nonBlank } from '../case/answer.ts'
import type { Answers } from '../case/answers.ts'
import { beginOf } from '../case/cleanText.ts'
import { aboutIn } from './aboutDeliverable.ts'
import { FEW_LETTERS, lettersOf, SAME_LETTERS } from './distinctEntries.ts'
import type { Party } from './foundMessage.ts'
import type { MailEntry } from './mailEntries.ts'
import type { Side } from './whoWrote.ts'

type Proposed = Pick<
  Contact,
  | 'from'
  | 'channel'
  | 'person'
  | 'about'
  | 'text'
  | 'answerBy'
  | 'answer'
  | 'autoSays'
  | 'promised'
  | 'reference'
  | 'concernStated'
  | 'date'
>

/** An entry of the contact log that a message may become. Nothing is saved before somebody has seen it. */
export interface ProposedContact {
  /** By what it says, so that it is the same however it is read again. */
  key: string
  entry: MailEntry
  row: Proposed
  /** The sentences that the guesses come from. */
  because: readonly string[]
  role: string | null
  /** It is in the log already, or nobody has to know: it is left out unless somebody wants it. */
  leftOut: 'known' | 'ownAuto' | 'internal' | 'future' | null
}

/** Characters that read well in a list (C); a longer text is shortened, with the sentences that matter. */
const LONGEST_TEXT = 600

function shortened(written: string, because: readonly string[]): string {
  const text = written.replace(/\n{2,}/g, '\n')
  if (text.length <= LONGEST_TEXT) return text
  const start = beginOf(text, LONGEST_TEXT)
  const end = Math.max(
    start.lastIndexOf('. '),
    start.lastIndexOf('\n'),
    start.lastIndexOf('? '),
    start.lastIndexOf('! '),
  )
  const word = start.lastIndexOf(' ')
  const shown = start.slice(0, end > 80 ? end + 1 : word > 80 ? word : LONGEST_TEXT).trimEnd()
  const rest = because.filter((sentence) => !shown.includes(sentence) && text.includes(sentence))
  return [`${shown} …`, ...rest.map((sentence) => `${beginOf(sentence, LONGEST_TEXT)} …`)].join('\n')
}

/** @param taken how often each has been given */
function keyOfEntry({ id, day, time, from, text }: MailEntry, taken: Map<string, number>): string {
  const key = [
    id ?? '',
    day ?? '',
    time ?? '',
    from?.address ?? from?.name ?? '',
    lettersOf(text).slice(0, SAME_LETTERS),
  ].join(' ')
  const count = taken.get(key) ?? 0
  taken.set(key, count + 1)
  return count === 0 ? key : `${key} ${count}`
}

interface Setting {
  answers: Answers
  sideOf: (party: Party) => Side | null
  /** What the merchant has said of one message. */
  said: ReadonlyMap<string, Side | null>
  today: string
}

export function proposedContacts(entries: readonly MailEntry[], setting: Setting): readonly ProposedContact[] {
  const { answers, said: saidBefore, today } = setting
  const { deliverables } = answers.scope
  const sideOf = (party: Party | null) => (party === null ? null : setting.sideOf(party))
  const keys = new Map<string, number>()
  return entries.map((entry) => {
    const key = keyOfEntry(entry, keys)
    const { day, dayTyped, subject, text, automatic, byPartner, byUs } = entry
    const side = saidBefore.get(key) ?? sideOf(entry.from)
    const receiver = entry.to.find((party) => sideOf(party) === 'partner') ?? null
    const person = side === 'partner' ? entry.from : side === 'merchant' ? receiver : entry.from
    const isInternal =
      side === 'merchant' && entry.to.length > 0 && entry.to.every((party) => sideOf(party) === 'merchant')
    const isTheirs = side === 'partner'
    const guesses =
      automatic !== null
        ? [automatic.until]
        : isTheirs
          ? [byPartner.answer, byPartner.promised]
          : [byUs.concern, byUs.answerBy]
    const because = [...new Set(guesses.flatMap((guess) => guess?.sentence ?? []))]
    // What is promised or done is what its own sentence names, or the subject; a promise also what else the mail names.
    const says = isTheirs && automatic === null ? (byPartner.answer?.what ?? null) : null
    const sentence = says === 'plan' || says === 'done' ? because.join('\n') : text
    const texts = [sentence, subject ?? '', says === 'done' ? '' : text]
    const about =
      deliverables.length < 2
        ? []
        : texts.reduce<readonly string[]>((found, each) => firstOf(found, aboutIn(each, deliverables)), [])
    // Nobody is said to have delivered what was not named.
    const isOfNothing = says === 'done' && deliverables.length > 1 && about.length === 0
    const row: Proposed = {
      date: day ?? (dayTyped === null ? null : { typed: beginOf(dayTyped, 200) }),
      from: side,
      channel: entry.kind === 'meeting' ? 'meeting' : 'email',
      person: person?.name ?? person?.address ?? null,
      reference: nonBlank(subject),
      text: nonBlank(shortened(text, because)) ?? nonBlank(subject),
      about: about.length === 0 ? null : [...about],
      concernStated: null,
      answerBy: null,
      answer: null,
      autoSays: null,
      promised: null,
      ...(isTheirs && {
        ...(automatic === null
          ? {
              answer: isOfNothing ? null : (byPartner.answer?.what ?? null),
              promised: byPartner.promised?.what ?? null,
            }
          : { answer: 'auto' as const, autoSays: automatic.says, promised: automatic.until?.what ?? null }),
      }),
      ...(side === 'merchant' && {
        concernStated: byUs.concern === null ? ('no' as const) : ('yes' as const),
        answerBy: byUs.concern === null ? null : (byUs.answerBy?.what ?? null),
      }),
    }
    const leftOut = isInLog(row, answers)
      ? 'known'
      : day !== null && day > today
        ? 'future'
        : automatic !== null && side === 'merchant'
          ? 'ownAuto'
          : isInternal
            ? 'internal'
            : null
    return { key, entry, row, because, role: isTheirs ? entry.role : null, leftOut }
  })
}

const firstOf = (a: readonly string[], b: readonly string[]) => (a.length > 0 ? a : b)

function isInLog({ date, text, reference, from }: Proposed, { partner }: Answers): boolean {
  const letters = lettersOf(text ?? '').slice(0, SAME_LETTERS)
  return partner.log.some((row) => {
    if (typeof date !== 'string' || answerOrNull(row.date) !== date) return false
    const known = lettersOf(row.text ?? '').slice(0, SAME_LETTERS)
    const isSameText = known.length >= FEW_LETTERS && (known.startsWith(letters) || letters.startsWith(known))
    return (
      (letters !== '' && isSameText) ||
      (reference !== null && row.reference === reference && row.from === from && known === letters)
    )
  })
}

/** The sentences of a text with those that a guess comes from marked, as they stand. */
export function markedText(text: string, because: readonly string[]): readonly { text: string; isMarked: boolean }[] {
  const marked = because.filter((sentence) => text.includes(sentence)).sort((a, b) => text.indexOf(a) - text.indexOf(b))
  const pieces: { text: string; isMarked: boolean }[] = []
  let from = 0
  for (const sentence of marked) {
    const at = text.indexOf(sentence, from)
    if (at < 0) continue
    if (at > from) pieces.push({ text: text.slice(from, at), isMarked: false })
    pieces.push({ text: sentence, isMarked: true })
    from = at + sentence.length
  }
  return from < text.length ? [...pieces, { text: text.slice(from), isMarked: false }] : pieces
}
