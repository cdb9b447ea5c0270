import { compareDays, type PlainDate, type PlainMonth } from '../../dates/plainDate.ts'
import { addWorkingDays } from '../../dates/workingDays.ts'
import { type DatedContact, lastDayNamed, namedDay } from './contactLog.ts'
import { miss, type PromisedDay, readRows, type ThreadReading } from './threadRows.ts'

/** Working days to answer a request that names no day (C). Not a setting: a case has one result at every host. */
export const DAYS_TO_ANSWER = 5

/** Less is no opportunity (C). In working days; also the time after a promised day that did not hold. */
export const DAYS_AT_LEAST = 2

/** Promised days that did not hold before no further one is waited for (C). */
const REPEATED_FROM = 2

export const THREAD_STATES = [
  'NOT_TOLD',
  'UNSORTED',
  'AWAIT',
  'SILENT',
  'TO_CHECK',
  'OURS',
  'REFUSED',
  'UNCLEAR',
  'PLAN',
  'CHASE',
  'BROKEN',
  'REPEATED',
] as const
export type ThreadState = (typeof THREAD_STATES)[number]

/** What merchant and partner have said about one matter, on one day. */
export interface Thread {
  state: ThreadState
  /** Inclusive: the last day to answer, the promised day, or the day of the answer; null if not told. */
  date: PlainDate | null
  /** The first time that the partner was told. */
  first: DatedContact | null
  /** Waiting for an answer. */
  requests: readonly DatedContact[]
  /** Answered by the standing answer. */
  answered: readonly DatedContact[]
  /** The partner's answer that stands. */
  word: DatedContact | null
  /** The promised day of a plan that stands, as both have moved it. */
  plan: PlainDate | null
  /** An answer whose kind is not said. */
  unsorted: DatedContact | null
  /** Promised days that did not hold, as they were said, in order. */
  missed: readonly (PlainDate | PlainMonth)[]
  /** The person who was written to has left, and nobody else has been written to. */
  hasLeft: boolean
  /** The last day away, from an automatic reply. */
  away: PlainDate | null
}

/** The first working day after a promised day: the day to ask (C). */
const chaseDay = (promised: PlainDate) => addWorkingDays(promised, 1)

/** `rows` by day, then in order of entry, none after `asOf` (a calendar day). */
export function readThread(rows: readonly DatedContact[], asOf: PlainDate, promisedDay: PromisedDay): Thread {
  const reading = readRows(rows, promisedDay)
  const { first, requests, answered, word, plan, unsorted, hasLeft, away } = reading
  if (plan !== null && chaseDay(plan) < asOf) miss(reading)
  const missed = [...reading.missed].sort(([a], [b]) => compareDays(a, b)).map(([, said]) => said)
  const judged = judge(reading, asOf)
  const isOpen = ['AWAIT', 'SILENT', 'UNCLEAR', 'CHASE', 'BROKEN'].includes(judged.state)
  const standing = unsorted !== null && isOpen ? ({ state: 'UNSORTED', date: unsorted.day } as const) : judged
  return { ...standing, first, requests, answered, word, plan, unsorted, missed, hasLeft, away }
}

function judge(reading: ThreadReading, asOf: PlainDate): Pick<Thread, 'state' | 'date'> {
  const { requests, answered, word, plan, missed, away } = reading
  const isRepeated = missed.size >= REPEATED_FROM
  const latestMissed = [...missed.keys()].sort().at(-1) ?? null
  if (requests.length > 0) {
    const last = lastDay(requests, reading.hadMissed, away)
    if (isRepeated) return { state: 'REPEATED', date: latestMissed }
    const [, second] = passedDays(requests, asOf)
    if (second !== undefined && (away === null || returned(away) < asOf)) return { state: 'SILENT', date: second }
    return { state: asOf <= last ? 'AWAIT' : 'SILENT', date: last }
  }
  if (word === null) return { state: 'NOT_TOLD', date: null }
  if (word.answer === 'done') return { state: 'TO_CHECK', date: word.day }
  if (word.answer === 'asks') return { state: 'OURS', date: word.day }
  if (word.answer === 'refused') return { state: 'REFUSED', date: word.day }
  if (isRepeated) return { state: 'REPEATED', date: latestMissed }
  if (plan !== null) return { state: asOf <= plan ? 'PLAN' : asOf <= chaseDay(plan) ? 'CHASE' : 'BROKEN', date: plan }
  if (answered.length === 0) return { state: 'UNCLEAR', date: word.day }
  const last = lastDay(answered, reading.answeredHadMissed, away)
  return asOf <= last ? { state: 'AWAIT', date: last } : { state: 'UNCLEAR', date: word.day }
}

/** A colleague who was away gets two working days, too (C). */
const returned = (away: PlainDate) => addWorkingDays(away, DAYS_AT_LEAST)

/** The latest day that a request names, else five working days after the first: a reminder restarts no clock (C). */
function lastDay(requests: readonly DatedContact[], hadMissed: boolean, away: PlainDate | null): PlainDate {
  const first = requests[0]?.day ?? ''
  const days = [
    lastDayNamed(requests) ?? addWorkingDays(first, hadMissed ? DAYS_AT_LEAST : DAYS_TO_ANSWER),
    addWorkingDays(first, DAYS_AT_LEAST),
    ...(away === null ? [] : [returned(away)]),
  ]
  return days.sort().at(-1) ?? first
}

/** Named days that have passed and gave time enough, each once. Whoever goes on asking politely is not put off by it. */
const passedDays = (requests: readonly DatedContact[], asOf: PlainDate): readonly PlainDate[] => [
  ...new Set(
    requests
      .flatMap((row) => {
        const day = namedDay(row)
        return day !== null && day < asOf && day >= addWorkingDays(row.day, DAYS_AT_LEAST) ? [day] : []
      })
      .sort(),
  ),
]
