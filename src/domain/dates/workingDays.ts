import { addDays, type PlainDate, weekday } from './plainDate.ts'

const isWorkingDay = (day: PlainDate) => weekday(day) <= 5

/** Monday to Friday, without holidays (C). `day` does not count: five working days after a Friday is a Friday. */
export function addWorkingDays(day: PlainDate, workingDays: number): PlainDate {
  let at = day
  for (let left = workingDays; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left -= 1
  }
  return at
}
