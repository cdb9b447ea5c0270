import { addDays, type PlainDate } from '../../domain/dates/plainDate.ts'
import { serviceNameOf, settings } from '../../settings/settings.ts'

/** A day in a calendar. */
export interface CalendarDay {
  /** Never changes for the same day of the same case: a calendar that knows it moves the day it has. */
  uid: string
  date: PlainDate
  title: string
  description: string
}

/** What separates parts of a value, and what would begin a new line, is escaped (RFC 5545, 3.3.11). */
const escaped = (text: string) =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/\r\n|\r|\n|\u2028|\u2029/g, '\\n')
    .replace(/[;,]/g, '\\$&')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what no calendar takes
    .replace(/[\0-\x1f\x7f]/g, '')

const utf8 = new TextEncoder()
const LONGEST = 75

/** A line of at most 75 bytes; longer ones go on after a blank, and no letter is cut in two (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const character of line) {
    const bytes = utf8.encode(character).length
    if (size + bytes > LONGEST) {
      parts.push(part)
      part = ' '
      size = 1
    }
    part += character
    size += bytes
  }
  return [...parts, part].join('\r\n')
}

const day = (date: PlainDate) => date.replaceAll('-', '')
const moment = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '')

/** Minutes since this moment number the versions of a day, so that a later file is always the newer one. */
const FIRST_VERSION = Date.UTC(2026, 0, 1)

/** On the day itself, at nine in the morning. */
const REMIND_AT = 'PT9H'

/**
 * Whole days as a calendar file. Days have no time and no time zone, so that no summer time can shift them.
 * @param madeAt a moment, in milliseconds
 */
export function calendarFile(days: readonly CalendarDay[], madeAt: number): string {
  const sequence = Math.max(0, Math.floor((madeAt - FIRST_VERSION) / 60_000))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${escaped(`-//${serviceNameOf(settings)}//`)}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...days.flatMap(({ uid, date, title, description }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `SEQUENCE:${sequence}`,
      `DTSTAMP:${moment(madeAt)}`,
      `DTSTART;VALUE=DATE:${day(date)}`,
      `DTEND;VALUE=DATE:${day(addDays(date, 1))}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:${REMIND_AT}`,
      `DESCRIPTION:${escaped(title)}`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
