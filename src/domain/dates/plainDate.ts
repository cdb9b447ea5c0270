/**
 * A calendar day as ISO text, `2026-11-14`. Text sorts as dates do, so days are compared with `<` and `>`.
 * Days are counted through UTC, where every day is 24 hours long: no time zone and no summer time can shift one.
 */
export type PlainDate = string

/** A month as ISO text, `2026-11`, where a person knows no more than the month. */
export type PlainMonth = string

const MS_PER_DAY = 86_400_000

const utc = (day: PlainDate) => Date.parse(`${day}T00:00:00Z`)
const fromUtc = (ms: number): PlainDate => new Date(ms).toISOString().slice(0, 10)

/** Year, month (1 to 12) and day (1 to 31) as a plain date, or null where the calendar has no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isPlainDate(text) ? text : null
}

export function isPlainDate(text: string): text is PlainDate {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return false
  const ms = utc(text)
  return !Number.isNaN(ms) && fromUtc(ms) === text
}

export const isPlainMonth = (text: string): text is PlainMonth => /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text)

export const addDays = (day: PlainDate, days: number): PlainDate => fromUtc(utc(day) + days * MS_PER_DAY)

/** Calendar days from the first day to the second; negative when the second is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((utc(to) - utc(from)) / MS_PER_DAY)

/** 1 for Monday to 7 for Sunday. */
export const weekday = (day: PlainDate): number => new Date(utc(day)).getUTCDay() || 7

/** The Monday of a week of a year, by ISO 8601: week 1 is the one with the first Thursday. Null where the year lacks it. */
export function mondayOfWeek(year: number, week: number): PlainDate | null {
  const fourth = plainDate(year, 1, 4)
  if (fourth === null || week < 1) return null
  const monday = addDays(fourth, 1 - weekday(fourth) + (week - 1) * 7)
  // The first week of the year 1000 begins in a year of three digits.
  return isPlainDate(monday) && weekOf(monday) === week ? monday : null
}

/** The number of the week of a day, by ISO 8601, as calendars in Sweden show it. */
export function weekOf(day: PlainDate): number {
  const thursday = addDays(day, 4 - weekday(day))
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7)
}

/** The day itself, or the last day of a month: a month that was promised has passed when its last day has. */
export function lastDayOf(dayOrMonth: PlainDate | PlainMonth): PlainDate {
  if (!isPlainMonth(dayOrMonth)) return dayOrMonth
  const [year, month] = dayOrMonth.split('-').map(Number)
  return fromUtc(Date.UTC(year ?? 0, month ?? 1, 0))
}
