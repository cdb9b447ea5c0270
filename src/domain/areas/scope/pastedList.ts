import { MAX_TEXT, nonBlank, type Typed } from '../../case/answer.ts'
import { beginOf, cleanText } from '../../case/cleanText.ts'
import { datesInText } from '../../dates/datesInText.ts'
import type { PlainDate, PlainMonth } from '../../dates/plainDate.ts'
import { readWrittenDate, type WritingHabits } from '../../dates/writtenDate.ts'

export interface PastedDeliverable {
  title: string
  /** What stands there for a day that cannot be read is kept. */
  promised: PlainDate | PlainMonth | Typed | null
  isKnown: boolean
}

/** `- `, `• `, `1. `, `4.2.1 `, `a) `, `[x] `; a number by itself belongs to the title. */
const MARK =
  /^\s*(?:(?:[-–—*•·▪◦‣o]|\[[ xX]?\]|\(?[a-zA-Z]\)|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]|\d{1,3}(?:\.\d{1,3}){1,4})(?=\s)\s*)*/u

const NUMBER = /^\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?$/

/** A longer list was not written by hand (C). */
const MOST = 500
const MOST_COLUMNS = 50
/** Characters: more is a note. */
const LONGEST_DAY = 60

/** The first cell that is a day or a month; one that only names a month is kept as it stands. */
function promisedIn(cells: readonly string[], habits: WritingHabits): PastedDeliverable['promised'] {
  for (const cell of cells) {
    const read = readWrittenDate(cell, habits)
    if (read.is === 'day') return read.day
    if (read.is === 'month') return read.month
    const isLikeOne = read.is === 'ambiguous' || (cell.length <= LONGEST_DAY && datesInText(cell, habits).length > 0)
    if (isLikeOne) return { typed: cell }
  }
  return null
}

export function deliverablesIn(
  text: string,
  known: readonly (string | null)[],
  habits: WritingHabits,
): readonly PastedDeliverable[] {
  const names = new Set(known.flatMap((title) => nonBlank(title)?.toLowerCase() ?? []))
  const found: PastedDeliverable[] = []
  for (const line of cleanText(text).split('\n', MOST)) {
    const cells = line.split('\t', MOST_COLUMNS).map((cell) => cell.trim())
    const filled = cells.filter((cell) => cell !== '')
    // A column of numbers comes before the names.
    const [first = '', ...others] = filled.length > 1 && NUMBER.test(filled[0] ?? '') ? filled.slice(1) : filled
    const title = beginOf(first, MAX_TEXT).replace(MARK, '').trim()
    if (title === '') continue
    const name = title.toLowerCase()
    found.push({ title, promised: promisedIn(others, habits), isKnown: names.has(name) })
    names.add(name)
  }
  return found
}
