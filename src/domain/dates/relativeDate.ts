import { type MissingYear, nearestTo } from './missingYear.ts'
import { addDays, lastDayOf, mondayOfWeek, type PlainDate, weekday } from './plainDate.ts'

interface RelativeWords {
  /** From two days ago to two days ahead. */
  days: readonly (readonly string[])[]
  weekdays: readonly (readonly string[])[]
  numbers: readonly string[]
  week: RegExp
  lastWeek: string
  nextWeek: string
  /** The most recent one: "i fredags". */
  latest: RegExp
  coming: RegExp
  /** The most recent one, or that of last week: ambiguous if they differ. */
  last: RegExp
  next: RegExp
  ago: RegExp
  ahead: RegExp
}

export type RelativeDate = readonly [PlainDate] | readonly [PlainDate, PlainDate]

/** A week has no single day: its Monday and its Friday. */
const workWeek = (monday: PlainDate): RelativeDate => [monday, addDays(monday, 4)]

const either = (a: PlainDate, b: PlainDate): RelativeDate => (a < b ? [a, b] : [b, a])

/** In days: nobody means more (C). */
const FARTHEST = 400

/** `i fredags`, `förra fredagen`, `v. 46`, `om två veckor`. Two days if ambiguous; null if it is none of these. */
export function relativeDate(
  text: string,
  words: RelativeWords,
  { today, from, year }: { today: PlainDate; from: PlainDate; year: MissingYear },
): RelativeDate | null {
  const past = year === 'past'
  const todayAt = weekday(today) - 1
  const monday = addDays(today, -todayAt)
  const day = indexIn(text, words.days)
  // What is still to come counts from the row that says it.
  if (day !== null) return [addDays(day > 2 ? from : today, day - 2)]
  if (text === words.lastWeek) return workWeek(addDays(monday, -7))
  if (text === words.nextWeek) return workWeek(addDays(from, 8 - weekday(from)))
  const week = words.week.exec(text) ?? /^(?:(\d{4})-?w(\d{1,2}))$/.exec(text)
  if (week !== null) return inWeek(week, from, year)

  const ago = words.ago.exec(text)
  if (ago !== null) return away(ago, words, today, -1)
  const ahead = words.ahead.exec(text)
  if (ahead !== null) return away(ahead, words, from, 1)

  const weekdayIn = (pattern: RegExp) => indexIn(pattern.exec(text)?.[1] ?? '', words.weekdays)
  const mostRecent = (at: number) => addDays(today, -((todayAt - at + 6) % 7) - 1)
  const upcoming = (at: number) => addDays(today, ((at - todayAt + 6) % 7) + 1)
  const onOrAfter = (at: number) => addDays(from, (at - (weekday(from) - 1) + 7) % 7)
  const latest = weekdayIn(words.latest)
  if (latest !== null) return [mostRecent(latest)]
  const coming = weekdayIn(words.coming)
  if (coming !== null) return [from === today ? upcoming(coming) : onOrAfter(coming)]
  const last = weekdayIn(words.last)
  if (last !== null) return either(mostRecent(last), addDays(monday, last - 7))
  const next = weekdayIn(words.next)
  if (next !== null) return either(upcoming(next), addDays(monday, next + 7))
  const bare = indexIn(text, words.weekdays)
  if (bare === null) return null
  if (past) return [bare === todayAt ? today : mostRecent(bare)]
  return [onOrAfter(bare)]
}

function indexIn(text: string, names: readonly (readonly string[])[]): number | null {
  const at = names.findIndex((each) => each.includes(text))
  return at < 0 ? null : at
}

/** Without a year, the latest week that has begun, the nearest, or the next that has not ended. */
function inWeek(
  [, ...parts]: readonly (string | undefined)[],
  today: PlainDate,
  year: MissingYear,
): RelativeDate | null {
  const [first, second] = parts.map((part) => (part === undefined ? undefined : Number(part)))
  const [number, said] = first !== undefined && first > 99 ? [second, first] : [first, second]
  if (number === undefined || number > 53) return null
  const thisYear = Number(today.slice(0, 4))
  const years = said === undefined ? [thisYear - 1, thisYear, thisYear + 1] : [said]
  const mondays = years.flatMap((each) => mondayOfWeek(each, number) ?? [])
  const begins =
    said !== undefined || year === 'nearest'
      ? nearestTo(today, mondays)
      : year === 'past'
        ? mondays.findLast((monday) => monday <= today)
        : mondays.find((monday) => addDays(monday, 6) >= today)
  return begins ? workWeek(begins) : null
}

function away(
  [, number = '', unit = '']: readonly string[],
  words: RelativeWords,
  today: PlainDate,
  direction: 1 | -1,
): RelativeDate | null {
  const named = words.numbers.findIndex((names) => names.split(' ').includes(number))
  const count = named >= 0 ? named : Number(number)
  if (/^m/.test(unit)) return Number.isInteger(count) && count <= 12 ? [monthsAway(today, count * direction)] : null
  const days = /^(?:v|w)/.test(unit) ? count * 7 : count
  return Number.isInteger(days) && days <= FARTHEST ? [addDays(today, days * direction)] : null
}

/** The same day of another month, or its last one. */
function monthsAway(day: PlainDate, months: number): PlainDate {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const month = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
  const last = lastDayOf(month)
  const same = `${month}-${day.slice(8)}`
  return same > last ? last : same
}

const DAYS_SV = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag']
const DAYS_EN = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const SV_DAY = `(${DAYS_SV.join('|')})`
const EN_DAY = `(${DAYS_EN.join('|')}|mon|tue|wed|thu|fri|sat|sun)`

/** The time of day, after a day. */
export const DAY_PARTS =
  / (?:(?:på )?(?:morse|morgon(?:en)?|förmiddag(?:en)?|eftermiddag(?:en)?|kväll(?:en)?|natt(?:en)?)|(?:in the )?(?:morning|afternoon|evening|night))$/

/** `fredag 13 november`, `fre 13/11`, `Thu, 12 Nov 2026`. */
export const WEEKDAY_BEFORE = new RegExp(
  `^(?:på |on )?(?:${SV_DAY.slice(1, -1)}|${EN_DAY.slice(1, -1)}|mån|tis|tisd|ons|tors?|fre|lör|sön|tues|thurs?)(?:en)?[.,]? (?:den |the )?(?=[\\d\\p{L}])`,
  'u',
)

/** Its last day is meant. */
export const END_OF = /^(?:i |the |at the )?(?:slutet (?:av|på)|end of) (.{3,20})$/

export const RELATIVE: Readonly<Record<string, RelativeWords>> = {
  sv: {
    days: [
      ['i förrgår', 'iförrgår', 'förrgår'],
      ['i går', 'igår', 'går'],
      ['i dag', 'idag', 'i morse', 'imorse', 'i kväll', 'ikväll', 'i eftermiddag', 'i natt', 'nyss', 'nu'],
      ['i morgon', 'imorgon'],
      ['i övermorgon', 'iövermorgon', 'övermorgon'],
    ],
    weekdays: DAYS_SV.map((name) => [name, `${name}en`, name.slice(0, 3)]),
    numbers: ['noll', 'en ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio'],
    week: /^(?:i )?(?:v|vecka)\.? ?(\d{1,2})(?:[ ,]+(\d{4}))?$/,
    lastWeek: 'förra veckan',
    nextWeek: 'nästa vecka',
    latest: new RegExp(`^i ${SV_DAY}s$`),
    coming: new RegExp(`^(?:nu )?(?:på|kommande) ${SV_DAY}$`),
    last: new RegExp(`^förra ${SV_DAY}en$`),
    next: new RegExp(`^nästa ${SV_DAY}$`),
    ago: /^för (\d{1,3}|\p{L}+) (dag|dagar|vecka|veckor|månad|månader) sed(?:an|en)$/u,
    ahead: /^om (\d{1,3}|\p{L}+) (dag|dagar|vecka|veckor|månad|månader)$/u,
  },
  en: {
    days: [
      ['the day before yesterday', 'day before yesterday'],
      ['yesterday', 'last night'],
      ['today', 'this morning', 'this afternoon', 'tonight', 'now'],
      ['tomorrow'],
      ['the day after tomorrow', 'day after tomorrow'],
    ],
    weekdays: DAYS_EN.map((name) => [name, name.slice(0, 3), `on ${name}`]),
    numbers: ['zero', 'one a an', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
    week: /^(?:in |of )?(?:w|week|wk)\.? ?(\d{1,2})(?:[ ,]+(\d{4}))?$/,
    lastWeek: 'last week',
    nextWeek: 'next week',
    latest: new RegExp(`^this past ${EN_DAY}$`),
    coming: new RegExp(`^(?:this|this coming|coming|next coming) ${EN_DAY}$`),
    last: new RegExp(`^last ${EN_DAY}$`),
    next: new RegExp(`^next ${EN_DAY}$`),
    ago: /^(\d{1,3}|[a-z]+) (days?|weeks?|months?) ago$/,
    ahead: /^in (\d{1,3}|[a-z]+) (days?|weeks?|months?)$/,
  },
}
