import { addDays, type PlainDate, weekday } from './plainDate.ts'

/** Public holidays of Sweden with a fixed day, and the eves of Christmas and New Year. */
const FIXED = new Set(['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'])

/** Days after Easter Sunday: Good Friday, Easter Monday, Ascension Day. The others fall on a weekend. */
const FROM_EASTER = [-2, 1, 39]

/** Gregorian: the algorithm of Meeus, Jones and Butcher. */
function easterSunday(year: number): PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const corrected = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15
  const epact = corrected % 30
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11))
  const sunday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7
  return addDays(`${String(year).padStart(4, '0')}-03-28`, moon - sunday)
}

/** The Friday between 19 and 25 June. */
const isMidsummerEve = (day: PlainDate) => weekday(day) === 5 && day.slice(5) >= '06-19' && day.slice(5) <= '06-25'

function isHoliday(day: PlainDate): boolean {
  if (FIXED.has(day.slice(5)) || isMidsummerEve(day)) return true
  const easter = easterSunday(Number(day.slice(0, 4)))
  return FROM_EASTER.some((days) => addDays(easter, days) === day)
}

/** Monday to Friday, without the public holidays of Sweden and the eves of Midsummer, Christmas and New Year (C). */
export const isWorkingDay = (day: PlainDate): boolean => weekday(day) <= 5 && !isHoliday(day)

/** The last working day before this one. */
export function workingDayBefore(day: PlainDate): PlainDate {
  let at = addDays(day, -1)
  while (!isWorkingDay(at)) at = addDays(at, -1)
  return at
}

/** `day` does not count: one working day after a Friday is a Monday. */
export function addWorkingDays(day: PlainDate, workingDays: number): PlainDate {
  let at = day
  for (let left = workingDays; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}
