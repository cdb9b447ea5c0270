import { beginOf } from '../case/cleanText.ts'
import { addDays } from '../dates/plainDate.ts'
import type { MailEntry } from './mailEntries.ts'
import { isSamePerson } from './whoWrote.ts'

/** Same words from the same sender are the same message: so many letters of them (C). */
export const SAME_LETTERS = 40
/** Shorter texts are the same only on the same day. */
export const FEW_LETTERS = 12
/** Of a text; one that is quoted in parts may begin anywhere in it. */
const LETTERS_READ = 3_000

/** The beginning of a text as one word, to compare it with another. */
export const lettersOf = (text: string) =>
  beginOf(text, LETTERS_READ)
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '')

interface Lettered {
  entry: MailEntry
  letters: string
}

function isSameEntry(a: Lettered, b: Lettered): boolean {
  if (a.entry.kind !== b.entry.kind || (a.entry.id !== null && b.entry.id !== null)) return false
  const [{ from: fromA }, { from: fromB }] = [a.entry, b.entry]
  const [nameOfA, nameOfB] = [fromA?.name ?? fromA?.address, fromB?.name ?? fromB?.address]
  const isSameAddress = fromA?.address != null && fromA.address === fromB?.address
  if (!isSameAddress && nameOfA && nameOfB && !isSamePerson(nameOfA, nameOfB)) return false
  if (a.letters === b.letters && a.entry.day === b.entry.day) return true
  const [x, y] = [a.letters.slice(0, SAME_LETTERS), b.letters.slice(0, SAME_LETTERS)]
  const isLong = Math.min(x.length, y.length) >= FEW_LETTERS
  // "We will come back to you" is written more than once: a short text is the same only as a whole, on one day.
  return isLong && Math.max(x.length, y.length) >= SAME_LETTERS && (a.letters.includes(y) || b.letters.includes(x))
}

/** Every entry once, oldest first; those of files before those that are only quoted. */
export function distinctEntries(entries: readonly MailEntry[]): readonly MailEntry[] {
  const kept: MailEntry[] = []
  const byId = new Set<string>()
  const byDay = new Map<string | null, Lettered[]>()
  for (const entry of [...entries.filter(({ isQuoted }) => !isQuoted), ...entries.filter(({ isQuoted }) => isQuoted)]) {
    const { id, day } = entry
    const own = { entry, letters: lettersOf(entry.text) }
    // A quote is dated in the time zone of whoever quotes, or in a way that nobody can read.
    const days = day === null ? [...byDay.keys()] : [day, addDays(day, -1), addDays(day, 1), null]
    const isKnown = days.some((each) => byDay.get(each)?.some((other) => isSameEntry(other, own)))
    if ((id !== null && byId.has(id)) || isKnown) continue
    if (id !== null) byId.add(id)
    byDay.set(day, byDay.get(day) ?? [])
    byDay.get(day)?.push(own)
    kept.push(entry)
  }
  const at = ({ day, time }: MailEntry) => `${day ?? '9999'} ${time ?? '99'}`
  return kept.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0))
}
