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
  const days = years(today).flatMap((each) => plainDate(each, month, day) ?? [])
  const soon = year === 'past' ? days.find((date) => date > today && date <= addDays(today, SOON)) : null
  return [dayIn(days, today, year), soon].flatMap((date) => date ?? [])
}

function dayIn(days: readonly PlainDate[], today: PlainDate, year: MissingYear): PlainDate | null | undefined {
  if (year === 'nearest') return nearestTo(today, days)
  if (year === 'past') return days.findLast((date) => date <= today)
  return days.find((date) => date >= (year === 'coming' ? today : year.from))
}

export function monthWithoutYear(month: number, today: PlainDate, year: MissingYear): PlainMonth | null {
  const months = years(today).map((each) => `${each}-${String(month).padStart(2, '0')}`)
  const now = today.slice(0, 7)
  if (year === 'past') return months.findLast((each) => each <= now) ?? null
  if (year === 'coming') return months.find((each) => each >= now) ?? null
  if (year !== 'nearest') return months.find((each) => each >= year.from.slice(0, 7)) ?? null
  return nearestTo(firstDayOf(now), months.map(firstDayOf))?.slice(0, 7) ?? null
}
