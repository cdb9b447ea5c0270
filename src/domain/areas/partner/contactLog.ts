import { answerOrNull } from '../../case/answer.ts'
import { memoByObject } from '../../case/memo.ts'
import {
  compareDays,
  firstDayOf,
  isPlainMonth,
  lastDayOf,
  type PlainDate,
  type PlainMonth,
} from '../../dates/plainDate.ts'
import type { Contact } from './schema.ts'

/** A row of the log with the day on which it counts. */
export type DatedContact = Contact & {
  date: PlainDate | PlainMonth
  day: PlainDate
  /** The first day that it can be from. */
  begins: PlainDate
}

const byDay = memoByObject((_: readonly Contact[]) => new Map<PlainDate, readonly DatedContact[]>())

/** The dated rows up to `asOf`, by day, then in order of entry. */
export function contactsUntil(log: readonly Contact[], asOf: PlainDate): readonly DatedContact[] {
  const known = byDay(log).get(asOf)
  if (known !== undefined) return known
  const rows = datedUntil(log, asOf)
  byDay(log).set(asOf, rows)
  return rows
}

function datedUntil(log: readonly Contact[], asOf: PlainDate): readonly DatedContact[] {
  const dated: DatedContact[] = []
  /** Of rows entered later: the nearest one that has a day in that month. */
  const nextDayIn = new Map<PlainMonth, PlainDate>()
  for (const row of log.toReversed()) {
    const date = answerOrNull(row.date)
    if (date === null) continue
    const begins = firstDayOf(date)
    const month = isPlainMonth(date) ? date : null
    if (month === null) nextDayIn.set(date.slice(0, 7), date)
    // A month counts as its last day, but neither after today nor after what was entered next in that month (C).
    const next = nextDayIn.get(month ?? '') ?? asOf
    const day = month === null ? date : ([lastDayOf(month), asOf, next].sort()[0] ?? asOf)
    if (begins <= asOf) dated.push({ ...row, date, day, begins })
  }
  return dated.reverse().sort((a, b) => compareDays(a.day, b.day))
}

/** The day that a request names; one before the request itself is a slip. */
export function namedDay({ answerBy, begins }: DatedContact): PlainDate | null {
  const day = answerOrNull(answerBy)
  return day !== null && day >= begins ? day : null
}

/** The latest day that any of these requests names. */
export const lastDayNamed = (requests: readonly DatedContact[]): PlainDate | null =>
  requests
    .flatMap((row) => namedDay(row) ?? [])
    .sort()
    .at(-1) ?? null

/** The last day of a plan; null for a plan without a date, or with one before the message itself. */
export function plannedFor({ answer, promised, begins }: DatedContact): PlainDate | null {
  const date = answerOrNull(promised)
  const day = answer === 'plan' && date !== null ? lastDayOf(date) : null
  return day !== null && day >= begins ? day : null
}

/** The day of a plan as it was said: a month that was promised is said as a month. */
export function asPromised({ promised }: DatedContact, day: PlainDate): PlainDate | PlainMonth {
  const said = answerOrNull(promised)
  return said !== null && lastDayOf(said) === day ? said : day
}

/** Where an answer of a row is. */
export const contactField = ({ id }: { id: string }, name: keyof Contact & string): string =>
  `partner.log.${id}.${name}`
