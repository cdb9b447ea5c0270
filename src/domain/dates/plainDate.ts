/** A calendar day, `2026-11-14`; compares as text. Counted through UTC: no time zone or summer time shifts it. */
export type PlainDate = string

/** `2026-11` */
export type PlainMonth = string

const MS_PER_DAY = 86_400_000

const utc = (day: PlainDate) => Date.parse(`${day}T00:00:00Z`)
const fromUtc = (ms: number): PlainDate => new Date(ms).toISOString().slice(0, 10)

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

/** For sorting, earliest first. */
export const compareDays = (a: PlainDate, b: PlainDate): number => Number(a > b) - Number(a < b)

export const addDays = (day: PlainDate, days: number): PlainDate => fromUtc(utc(day) + days * MS_PER_DAY)

/** Calendar days; negative if `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => Math.round((utc(to) - utc(from)) / MS_PER_DAY)

/** 1 for Monday to 7 for Sunday. */
export const weekday = (day: PlainDate): number => new Date(utc(day)).getUTCDay() || 7

/** ISO 8601: week 1 has the first Thursday. Null if the year has no such week. */
export function mondayOfWeek(year: number, week: number): PlainDate | null {
  const fourth = plainDate(year, 1, 4)
  if (fourth === null || week < 1) return null
  const monday = addDays(fourth, 1 - weekday(fourth) + (week - 1) * 7)
  // The first week of the year 1000 begins in a year of three digits.
  return isPlainDate(monday) && weekOf(monday) === week ? monday : null
}

/** ISO 8601. */
export function weekOf(day: PlainDate): number {
  const thursday = addDays(day, 4 - weekday(day))
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7)
}

export const firstDayOf = (dayOrMonth: PlainDate | PlainMonth): PlainDate =>
  isPlainMonth(dayOrMonth) ? `${dayOrMonth}-01` : dayOrMonth

/** A promised month has passed when its last day has. */
export function lastDayOf(dayOrMonth: PlainDate | PlainMonth): PlainDate {
  if (!isPlainMonth(dayOrMonth)) return dayOrMonth
  const [year, month] = dayOrMonth.split('-').map(Number)
  return fromUtc(Date.UTC(year ?? 0, month ?? 1, 0))
}
