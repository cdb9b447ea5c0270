import { addDays, daysBetween, firstDayOf, lastDayOf, type PlainDate, type PlainMonth } from '../dates/plainDate.ts'
import type { Schedule } from './schedule.ts'
import type { Track } from './track.ts'

interface Tick {
  date: PlainDate
  names: 'day' | 'month' | 'year'
}

export interface Axis {
  from: PlainDate
  to: PlainDate
  ticks: readonly Tick[]
}

/** More names would overlap on paper. */
const MOST_TICKS = 9
const LEAST_DAYS = 28
const DAYS_NAMED_BY_WEEK = 62
const STEPS_IN_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 12_000]

/** Everything that is drawn, and today, with some room at both ends. */
export function axisOf(
  { asOf, contacts, promises }: Schedule,
  tracks: readonly Track[],
  more: readonly PlainDate[] = [],
): Axis {
  const dates = tracks.flatMap(({ first, agreed, moves, delivered }) =>
    [first, agreed, delivered, ...moves.map(({ date }) => date)].filter((date) => date !== null),
  )
  const days = [
    asOf,
    ...contacts.map(({ day }) => day),
    ...promises,
    ...more,
    ...dates.flatMap((date) => [firstDayOf(date), lastDayOf(date)]),
  ].sort()
  const from = days[0] ?? asOf
  const to = days.at(-1) ?? asOf
  const span = daysBetween(from, to)
  const room = Math.max(Math.ceil(span * 0.03), Math.ceil((LEAST_DAYS - span) / 2), 1)
  const [begins, ends] = [addDaysWithin(from, -room), addDaysWithin(to, room)]
  return { from: begins, to: ends, ticks: ticksBetween(begins, ends) }
}

/** Within years of four digits. */
function addDaysWithin(day: PlainDate, days: number): PlainDate {
  const moved = addDays(day, days)
  return /^[1-9]\d{3}-/.test(moved) ? moved : days < 0 ? '1000-01-01' : '9999-12-31'
}

export const positionOf = ({ from, to }: Axis, day: PlainDate): number =>
  Math.min(1, Math.max(0, daysBetween(from, day) / Math.max(1, daysBetween(from, to))))

/** A month is a range. */
export const stretchOf = (axis: Axis, date: PlainDate | PlainMonth): readonly [number, number] => [
  positionOf(axis, firstDayOf(date)),
  positionOf(axis, lastDayOf(date)),
]

function ticksBetween(from: PlainDate, to: PlainDate): readonly Tick[] {
  const span = daysBetween(from, to)
  if (span <= DAYS_NAMED_BY_WEEK) {
    return Array.from({ length: Math.floor(span / 7) }, (_, week) => ({
      date: addDays(from, week * 7 + 4),
      names: 'day' as const,
    }))
  }
  const [begins, ends] = [monthNumber(from) + 1, monthNumber(to)]
  const step = STEPS_IN_MONTHS.find((months) => (ends - begins) / months < MOST_TICKS) ?? 12_000
  const ticks: Tick[] = []
  for (let month = Math.ceil(begins / step) * step; month <= ends; month += step)
    ticks.push({ date: firstOfMonth(month), names: step < 12 ? 'month' : 'year' })
  return ticks
}

const monthNumber = (day: PlainDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const firstOfMonth = (month: number): PlainDate =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
