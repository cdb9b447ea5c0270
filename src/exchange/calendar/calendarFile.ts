import { addDays, type PlainDate } from '../../domain/dates/plainDate.ts'
import { serviceNameOf, settings } from '../../settings/settings.ts'

export interface CalendarDay {
  /** Stable for the same day of the same case, so that calendars move the event they have. */
  uid: string
  date: PlainDate
  title: string
  description: string
}

/** RFC 5545, 3.3.11 */
const escaped = (text: string) =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/\r\n|\r|\n|\u2028|\u2029/g, '\\n')
    .replace(/[;,]/g, '\\$&')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: not allowed in a calendar
    .replace(/[\0-\x1f\x7f]/g, '')

const utf8 = new TextEncoder()
const LONGEST = 75

/** Lines of at most 75 bytes; no character is split (RFC 5545, 3.1). */
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

/** SEQUENCE counts minutes from here, so that a later file is always the newer version. */
const FIRST_VERSION = Date.UTC(2026, 0, 1)

/** At nine in the morning of the day. */
const REMIND_AT = 'PT9H'

/** All-day events, so that no time zone shifts them; `madeAt` in milliseconds. */
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
