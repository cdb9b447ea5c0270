import { addDays, type PlainDate, weekday } from './plainDate.ts'

const isWorkingDay = (day: PlainDate) => weekday(day) <= 5

/**
 * The day that lies this many working days after `day`, which does not count itself. Monday to Friday, without a
 * calendar of holidays (C): from a Friday, a Saturday or a Sunday the fifth working day is the next Friday.
 */
export function addWorkingDays(day: PlainDate, workingDays: number): PlainDate {
  let at = day
  for (let left = workingDays; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}
