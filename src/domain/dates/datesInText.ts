import { addDays, lastDayOf, type PlainDate, type PlainMonth, weekday } from './plainDate.ts'
import { readWrittenDate, type WritingHabits } from './writtenDate.ts'

export interface DateInText {
  /** Where it stands, in UTF-16 units. */
  at: number
  written: string
  date: PlainDate | PlainMonth
}

const MONTH =
  '(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mars|march|mar|apr(?:il)?|maj|may|juni|june|jun|juli|july|jul|' +
  'aug(?:usti|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?'
const DAYS =
  '(?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)'
const YEAR = '(?:,? (?:20)\\d{2})?'
const NUMBERS = '(?:\\d{1,2}|en|ett|två|tre|fyra|fem|sex|one|a|two|three|four|five|six)'

/** Each as people write it in a sentence, longest first where two begin alike. */
const FORMS = [
  '20\\d{2}-\\d{1,2}-\\d{1,2}',
  `\\d{1,2}(?::?[ae]|st|nd|rd|th)?(?: of)? ${MONTH}${YEAR}`,
  `${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?!\\d)${YEAR}`,
  '\\d{1,2}/\\d{1,2}(?:[-/](?:20)?\\d{2})?(?![\\d/])',
  '\\d{1,2}\\.\\d{1,2}\\.(?:20)?\\d{2}(?!\\d)',
  '(?:v(?=[. ]|\\d\\d)|vecka|week|wk)\\.? ?\\d{1,2}(?!\\d|\\.\\d)',
  `(?:slutet (?:av|på)|end of|början (?:av|på)|mitten (?:av|på)|mid) (?:the )?(?:nästa |next |this |denna |den här )?(?:veckan?|week|månad(?:en)?|month|${MONTH})`,
  `(?:på|kommande|nästa|nu på|this|next|on|coming) ${DAYS}`,
  `${DAYS}(?:en)?`,
  'i ?övermorgon|i ?morgon|tomorrow|i ?dag|today',
  `(?:om|inom|in|within) ${NUMBERS} (?:dagar?|veck(?:a|or)|days?|weeks?)`,
  'nästa vecka|next week|senare i veckan|later this week|i veckan|den här veckan|denna vecka|this week',
  'den \\d{1,2}:?[ae]',
  `(?:i|in|under|during) ${MONTH}${YEAR}`,
].join('|')

/** Numbers of sections, versions and tickets are no dates; neither is "24/7". */
const NO_DATE = /(?:avsnitt|punkt|kapitel|section|version|§|#)\s?$/i
const LONGEST = 20_000
const MOST = 50

/**
 * The dates in a sentence, as people write them in Swedish and English. Weeks and ends of weeks count as their Friday,
 * the end of a month as its last day: the last day that keeps the word (C).
 * @param habits `today` is the day of writing
 */
export function datesInText(text: string, habits: WritingHabits): readonly DateInText[] {
  const found: DateInText[] = []
  const forms = new RegExp(`(?<![\\p{L}\\d.:/-])(?:${FORMS})(?![\\p{L}\\d])`, 'giu')
  for (const match of text.slice(0, LONGEST).matchAll(forms)) {
    const [written] = match
    if (written === '24/7' || NO_DATE.test(text.slice(Math.max(0, match.index - 12), match.index))) continue
    const date = dateOf(written.toLowerCase(), habits)
    if (date !== null) found.push({ at: match.index, written, date })
    if (found.length === MOST) break
  }
  return found
}

/** Of the week of a day, or of the one after it. */
const fridayOf = (day: PlainDate, weeks = 0) => addDays(day, 5 - weekday(day) + weeks * 7)

function dateOf(written: string, habits: WritingHabits): PlainDate | PlainMonth | null {
  const { today } = habits
  const week = /(nästa|next)? ?(?:vecka|week)n?$/.exec(written)
  if (week !== null && !/^(?:om|inom|in|within) /.test(written)) return fridayOf(today, week[1] === undefined ? 0 : 1)
  if (/månad|month/.test(written)) {
    const month = lastDayOf(today.slice(0, 7))
    return /nästa|next/.test(written) ? lastDayOf(addDays(month, 1).slice(0, 7)) : month
  }
  const begin = /^(början|mitten|mid)(?: av| på)? (?:the )?/.exec(written)
  const plain = written
    .replace(/^inom |^within /, (whole) => (whole === 'inom ' ? 'om ' : 'in '))
    .replace(/^on /, '')
    .replace(begin?.[0] ?? /^$/, '')
  const own = readWrittenDate(plain, habits)
  // `5/15/2026`: only one order is a date.
  const read = own.is === 'notUnderstood' ? readWrittenDate(plain, { ...habits, language: 'en' }) : own
  if (read.is === 'day') return read.day
  // The beginning or the middle of a month: the month, as nobody named a day.
  if (read.is === 'month') return read.month
  if (read.is !== 'ambiguous') return null
  const [, second] = read.either
  // A week, and "next Friday", count as the later day; two orders of figures are for whoever reads them.
  return /^\d/.test(plain) ? null : second
}
