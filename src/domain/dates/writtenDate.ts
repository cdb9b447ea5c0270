import { inFull } from './dateForms.ts'
import { daysWithoutYear, type MissingYear, monthWithoutYear, nearestTo } from './missingYear.ts'
import { addDays, isPlainMonth, lastDayOf, type PlainDate, type PlainMonth, plainDate, weekday } from './plainDate.ts'
import { DAY_PARTS, END_OF, RELATIVE, relativeDate, WEEKDAY_BEFORE } from './relativeDate.ts'

export type WrittenDate =
  | { is: 'day'; day: PlainDate }
  | { is: 'month'; month: PlainMonth }
  | { is: 'ambiguous'; either: readonly [PlainDate, PlainDate] }
  | { is: 'notUnderstood' }

/** Languages without an entry understand dates in digits, and the words of the others. */
interface DateWords {
  months: readonly string[]
  /** Otherwise `03/04` may be either order, and the user is asked. */
  dayFirst: boolean
}

const MONTHS_SV = 'januari februari mars april maj juni juli augusti september oktober november december'
const MONTHS_EN = 'january february march april may june july august september october november december'

const WORDS: Record<string, DateWords> = {
  sv: { months: MONTHS_SV.split(' '), dayFirst: true },
  en: { months: MONTHS_EN.split(' '), dayFirst: false },
}

export interface WritingHabits {
  language: string
  today: PlainDate
  year: MissingYear
}

const NOT_UNDERSTOOD: WrittenDate = { is: 'notUnderstood' }

/** No date is longer; it also bounds every pattern below. */
const LONGEST = 60
const LONGEST_TYPED = 1_000

const fromDays = ([first, second]: readonly (PlainDate | null)[]): WrittenDate => {
  if (first === null || first === undefined) return NOT_UNDERSTOOD
  return second === null || second === undefined || second === first
    ? { is: 'day', day: first }
    : { is: 'ambiguous', either: [first, second] }
}

/** Full-width digits, other dashes, direction marks and blanks, as copied from mails and documents. */
const plain = (written: string) =>
  written
    .normalize('NFKC')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.,]$/, '')

/** `14:30`, `T09:14:03+01:00`, `kl. 14`, `at 2 pm`, after a date. */
const CLOCK =
  /(?<![ t,])[ t,]{1,3}(?:kl\.? ?|at |klockan )?(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,6})?)?(?: ?[ap]\.?m\.?)?|(?<=kl\.? ?|at |klockan )\d{1,2}(?: ?[ap]\.?m\.?)?)(?: ?(?:z|utc|gmt|cest|cet|[+-]\d{2}:?\d{2}))?(?: \([a-z]{2,5}\))?$/

/** `2026-11-14`, `20261114`, `14/11`, `14.11.2026`, `14 nov 2026`, `november 2026`, `i går`, `v. 46`. Never throws. */
export function readWrittenDate(written: string, habits: WritingHabits): WrittenDate {
  if (written.length > LONGEST_TYPED) return NOT_UNDERSTOOD
  const text = plain(written)
  if (text === '' || text.length > LONGEST) return NOT_UNDERSTOOD
  const full = inFull(text, habits.today)
  const withoutClock = full.replace(CLOCK, '').replace(/,$/, '')
  const withoutPart = withoutClock.replace(DAY_PARTS, '')
  const withoutWeekday = withoutClock.replace(WEEKDAY_BEFORE, '')
  // Each is tried as it stands first: "i morgon" is a day, "igår morgon" is yesterday.
  for (const form of new Set([text, full, withoutClock, withoutPart, withoutWeekday])) {
    const read = inAnyLanguage(form, habits)
    if (read.is === 'notUnderstood') continue
    return form === withoutWeekday ? onWeekday(read, withoutClock, habits) : read
  }
  return NOT_UNDERSTOOD
}

/** That day of a week, or of two days the one on it. If no year is written, the nearest in which the day is on it. */
function onWeekday(read: WrittenDate, text: string, { today }: WritingHabits): WrittenDate {
  const at = WEEKDAYS.findIndex((name) => name.split(' ').some((begin) => text.startsWith(begin)))
  if (read.is === 'ambiguous' && at >= 0) {
    const [first, second] = read.either
    const isWeek = weekday(first) === 1 && addDays(first, 4) === second
    const fitting = isWeek ? [addDays(first, at)] : read.either.filter((each) => weekday(each) === at + 1)
    return fitting.length === 1 ? fromDays(fitting) : read
  }
  if (read.is !== 'day' || at < 0 || /\d{4}/.test(text) || weekday(read.day) === at + 1) return read
  const [year = 0, month = 0, day = 0] = read.day.split('-').map(Number)
  const days = [-3, -2, -1, 0, 1, 2, 3].flatMap((step) => plainDate(year + step, month, day) ?? [])
  const fitting = nearestTo(
    today,
    days.filter((each) => weekday(each) === at + 1),
  )
  return fitting === null ? read : { is: 'day', day: fitting }
}

const WEEKDAYS = ['mån mon', 'tis tue', 'ons wed', 'tors thu', 'fre fri', 'lör sat', 'sön sun']

/** In the language of the page first, then in the others: people quote one in the other. */
function inAnyLanguage(text: string, habits: WritingHabits): WrittenDate {
  const dayFirst = WORDS[habits.language]?.dayFirst ?? true
  const digits = inDigits(text, dayFirst, habits)
  if (digits !== null) return digits
  for (const language of new Set([habits.language, ...Object.keys(WORDS)])) {
    const read = fromToday(text, language, habits) ?? inWords(text, WORDS[language]?.months ?? [], habits)
    if (read !== null) return read
  }
  return NOT_UNDERSTOOD
}

function fromToday(text: string, language: string, { today, year }: WritingHabits): WrittenDate | null {
  const words = RELATIVE[language]
  const from = typeof year === 'string' ? today : year.from
  const found = words === undefined ? null : relativeDate(text, words, { today, from, year })
  return found === null ? null : fromDays(found)
}

/** `26` is 2026. */
const fullYear = (year: string) => Number(year.length === 2 ? `20${year}` : year)

function inDigits(text: string, dayFirst: boolean, habits: WritingHabits): WrittenDate | null {
  const yearFirst =
    /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/.exec(text) ??
    /^(\d{4}|\d{2})()(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{2})(-)(\d{2})\2(\d{2})$/.exec(text)
  if (yearFirst) {
    const [, year = '', mark, second = '', third = ''] = yearFirst
    const first = plainDate(fullYear(year), Number(second), Number(third))
    // `12-11-26` may begin with the day: the year is then the one that is near.
    const last = year.length === 2 && mark === '-' ? plainDate(fullYear(third), Number(second), Number(year)) : null
    return fromDays([
      nearestTo(
        habits.today,
        [first, last].filter((date) => date !== null),
      ),
    ])
  }

  const month = /^(\d{4})[-/](\d{1,2})$/.exec(text)
  if (month) {
    const iso = `${month[1]}-${String(month[2]).padStart(2, '0')}`
    return isPlainMonth(iso) ? { is: 'month', month: iso } : NOT_UNDERSTOOD
  }

  const alone = /^(?:den |the )?(\d{1,2})(?::?[ae]|st|nd|rd|th)$/.exec(text) ?? /^(?:den|the) (\d{1,2})$/.exec(text)
  if (alone) return dayOfMonth(Number(alone[1]), habits)

  const parts = /^(\d{1,2})([-/. ])(\d{1,2})(?:[-/. ] ?(\d{4}|\d{2}))?$/.exec(text)
  if (!parts) return null
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), parts[4]]
  const dated = (d: number, m: number) =>
    year === undefined ? daysWithoutYear(d, m, habits.today, habits.year) : [plainDate(fullYear(year), m, d)]
  // A dot means day first; a slash may be either order in English.
  if (dayFirst || parts[2] === '.') return fromDays(dated(first, second))
  const [[a = null], [b = null]] = [dated(first, second), dated(second, first)]
  return fromDays(a === null ? [b] : [a, b])
}

/** `den 13:e`: of the month that has it last, next or nearest. */
function dayOfMonth(day: number, { today, year }: WritingHabits): WrittenDate {
  const from = typeof year === 'string' ? today : year.from
  const [fromYear, fromMonth] = from.split('-').map(Number) as [number, number]
  const days = [-2, -1, 0, 1, 2].flatMap((step) => {
    const at = fromYear * 12 + fromMonth - 1 + step
    return plainDate(Math.floor(at / 12), (at % 12) + 1, day) ?? []
  })
  if (year === 'nearest') return fromDays([nearestTo(today, days)])
  return fromDays([
    (year === 'past' ? days.findLast((each) => each <= today) : days.find((each) => each >= from)) ?? null,
  ])
}

const ORDINAL = '(?::?[ae]|st|nd|rd|th)?'
const IN_WORDS = new RegExp(
  `^(?:den |the )?(?:(\\d{1,2})${ORDINAL}[ -](?:of )?)?(\\p{L}{3,})\\.?(?:[ -](\\d{1,2})${ORDINAL},?)?(?:[ -](\\d{4}))?$`,
  'u',
)

function inWords(text: string, months: readonly string[], habits: WritingHabits): WrittenDate | null {
  const end = END_OF.exec(text)?.[1]
  const parts = IN_WORDS.exec(end ?? text)
  if (!parts) return null
  const [, before, name = '', after, year] = parts
  const month = months.findIndex((full) => full.startsWith(name)) + 1
  if (month === 0 || (before !== undefined && after !== undefined)) return null
  const { today, year: missing } = habits
  const day = before ?? after
  if (day !== undefined && end === undefined)
    return fromDays(
      year === undefined
        ? daysWithoutYear(Number(day), month, today, missing)
        : [plainDate(Number(year), month, Number(day))],
    )
  if (day !== undefined) return null
  const iso = year === undefined ? monthWithoutYear(month, today, missing) : `${year}-${String(month).padStart(2, '0')}`
  if (iso === null || !isPlainMonth(iso)) return null
  return end === undefined ? { is: 'month', month: iso } : { is: 'day', day: lastDayOf(iso) }
}
