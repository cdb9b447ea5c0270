import { addDays, daysBetween, firstDayOf, type PlainDate, type PlainMonth, plainDate } from './plainDate.ts'

/** Which year is meant if none is written: the latest past, the next, the nearest, or the first from a day on. */
export type MissingYear = 'past' | 'coming' | 'nearest' | { from: PlainDate }

/** A past day that lies so soon ahead may be this year's all the same, in calendar days (C). */
const SOON = 30

/** 29 February may be eight years away. */
const FARTHEST = 8

const years = (today: PlainDate) =>
  Array.from({ length: 2 * FARTHEST + 1 }, (_, at) => Number(today.slice(0, 4)) - FARTHEST + at)

/** Null if there is none. */
export const nearestTo = (today: PlainDate, days: readonly PlainDate[]): PlainDate | null =>
  [...days].sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0] ?? null

/** One day, two where the user has to say which, none if there is no such day. */
export function daysWithoutYear(day: number, month: number, today: PlainDate, year: MissingYear): readonly PlainDate[] {
  const days = years(today)
    .map((each) => plainDate(each, month, day))
    .filter((date) => date !== null)
  const found = (date: PlainDate | null | undefined) => (date === null || date === undefined ? [] : [date])
  if (year === 'nearest') return found(nearestTo(today, days))
  if (year === 'coming') return found(days.find((date) => date >= today))
  if (year !== 'past') return found(days.find((date) => date >= year.from))
  const past = days.findLast((date) => date <= today)
  const coming = days.find((date) => date > today)
  const isSoon = coming !== undefined && coming <= addDays(today, SOON)
  return [...found(past), ...(isSoon && past !== today ? [coming] : [])]
}

export function monthWithoutYear(month: number, today: PlainDate, year: MissingYear): PlainMonth | null {
  const months = years(today).map((each) => `${each}-${String(month).padStart(2, '0')}`)
  const now = today.slice(0, 7)
  if (year === 'past') return months.findLast((each) => each <= now) ?? null
  if (year === 'coming') return months.find((each) => each >= now) ?? null
  if (year !== 'nearest') return months.find((each) => each >= year.from.slice(0, 7)) ?? null
  return nearestTo(firstDayOf(now), months.map(firstDayOf))?.slice(0, 7) ?? null
}
