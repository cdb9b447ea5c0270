import { MAX_TEXT, nonBlank } from '../../case/answer.ts'
import { beginOf, cleanText } from '../../case/cleanText.ts'
import type { PlainDate } from '../../dates/plainDate.ts'
import { readWrittenDate, type WritingHabits } from '../../dates/writtenDate.ts'

export interface PastedDeliverable {
  title: string
  promised: PlainDate | null
  isKnown: boolean
}

/** `- `, `• `, `1. `, `4.2.1 `, `a) `, `[x] ` */
const MARK = /^\s*(?:(?:[-–—*•·▪◦‣o]|\[[ xX]?\]|\(?[a-zA-Z]\)|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?)(?=\s)\s*)*/u

/** A longer list was not written by hand (C). */
const MOST = 500
const MOST_COLUMNS = 50

export function deliverablesIn(
  text: string,
  known: readonly (string | null)[],
  habits: WritingHabits,
): readonly PastedDeliverable[] {
  const names = new Set(known.flatMap((title) => nonBlank(title)?.toLowerCase() ?? []))
  const found: PastedDeliverable[] = []
  for (const line of cleanText(text).split('\n', MOST)) {
    const cells = line.split('\t', MOST_COLUMNS).map((cell) => cell.trim())
    const day = cells
      .slice(1)
      .map((cell) => readWrittenDate(cell, habits))
      .find(({ is }) => is === 'day')
    const title = beginOf(cells.find((cell) => cell !== '') ?? '', MAX_TEXT)
      .replace(MARK, '')
      .trim()
    if (title === '') continue
    const name = title.toLowerCase()
    found.push({ title, promised: day?.is === 'day' ? day.day : null, isKnown: names.has(name) })
    names.add(name)
  }
  return found
}
