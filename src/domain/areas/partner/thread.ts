import { answerOrNull } from '../../case/answer.ts'
import { compareDays, isPlainMonth, lastDayOf, type PlainDate, type PlainMonth } from '../../dates/plainDate.ts'
import { addWorkingDays } from '../../dates/workingDays.ts'
import { asPromised, type DatedContact, lastDayNamed, namedDay } from './contactLog.ts'
import { isRequest } from './schema.ts'

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

/** The promised day of a plan, or null: a day that was moved by agreement is the later one. */
export type PromisedDay = (row: DatedContact) => PlainDate | null

interface Reading {
  first: DatedContact | null
  requests: DatedContact[]
  /** A promised day had been missed when the first request was written. */
  hadMissed: boolean
  answered: readonly DatedContact[]
  answeredHadMissed: boolean
  word: DatedContact | null
  plan: PlainDate | null
  unsorted: DatedContact | null
  /** By the day that has passed: as it was said. */
  missed: Map<PlainDate, PlainDate | PlainMonth>
  hasLeft: boolean
  away: PlainDate | null
}

/** The first working day after a promised day: the day to ask (C). */
const chaseDay = (promised: PlainDate) => addWorkingDays(promised, 1)

/** `rows` by day, then in order of entry, none after `asOf` (a calendar day). */
export function readThread(rows: readonly DatedContact[], asOf: PlainDate, promisedDay: PromisedDay): Thread {
  const reading: Reading = {
    first: null,
    requests: [],
    hadMissed: false,
    answered: [],
    answeredHadMissed: false,
    word: null,
    plan: null,
    unsorted: null,
    missed: new Map(),
    hasLeft: false,
    away: null,
  }
  for (const row of rows) {
    if (row.from === 'merchant') takeOurs(reading, row)
    else if (row.from === 'partner') takeTheirs(reading, row, promisedDay)
  }
  const { first, requests, answered, word, plan, unsorted, hasLeft, away } = reading
  if (plan !== null && chaseDay(plan) < asOf) miss(reading)
  const missed = [...reading.missed].sort(([a], [b]) => compareDays(a, b)).map(([, said]) => said)
  const judged = judge(reading, asOf)
  const isOpen = ['AWAIT', 'SILENT', 'UNCLEAR', 'CHASE', 'BROKEN'].includes(judged.state)
  const standing = unsorted !== null && isOpen ? ({ state: 'UNSORTED', date: unsorted.day } as const) : judged
  return { ...standing, first, requests, answered, word, plan, unsorted, missed, hasLeft, away }
}

function miss({ word, plan, missed }: Reading): void {
  if (word !== null && plan !== null) missed.set(plan, asPromised(word, plan))
}

function takeOurs(reading: Reading, row: DatedContact): void {
  const { requests, word, plan } = reading
  // Until they have what they asked for, nothing else makes it their turn.
  const isAsked = word?.answer === 'asks'
  if (!(isAsked && row.gave === 'yes') && ((isAsked && requests.length === 0) || !isRequest(row))) return
  if (plan !== null && plan < row.day) miss(reading)
  if (requests.length === 0) reading.hadMissed = reading.missed.size > 0
  requests.push(row)
  reading.first ??= row
  reading.hasLeft = false
}

function takeTheirs(reading: Reading, row: DatedContact, promisedDay: PromisedDay): void {
  const { requests, word, plan, hasLeft } = reading
  const isAsked = requests.length > 0 || word !== null
  if (row.answer === null && isAsked) reading.unsorted = row
  if (row.answer === 'auto') takeAutomatic(reading, row)
  if (row.answer === null || row.answer === 'auto' || (!isAsked && !hasLeft)) return
  const planned = promisedDay(row)
  const isVague = row.answer === 'unclear' || (row.answer === 'plan' && planned === null)
  // A vague answer withdraws neither a dated plan nor any other clear one.
  const stands = word !== null && (plan !== null || ['done', 'asks', 'refused'].includes(word.answer ?? ''))
  if (isVague && requests.length === 0 && stands) return
  if (plan !== null && (isLaterDay(row, planned, plan) || plan < row.day)) miss(reading)
  if (requests.length > 0) [reading.answered, reading.answeredHadMissed] = [requests, reading.hadMissed]
  Object.assign(reading, { word: row, plan: planned, requests: [], unsorted: null, hasLeft: false })
}

/** No answer: it may say until when somebody is away, or that requests have to go to somebody else. */
function takeAutomatic(reading: Reading, row: DatedContact): void {
  if (row.autoSays === 'away') {
    const back = answerOrNull(row.promised)
    if (back !== null && lastDayOf(back) >= row.begins) reading.away = lastDayOf(back)
  }
  if (row.autoSays === 'left') Object.assign(reading, { requests: [], hasLeft: true })
}

/** A month that holds the promised day, said on or before that day, is no other day. */
function isLaterDay({ promised, day }: DatedContact, planned: PlainDate | null, before: PlainDate): boolean {
  if (planned === null || planned <= before) return false
  const said = answerOrNull(promised)
  return !(said !== null && isPlainMonth(said) && before.startsWith(said) && day <= before)
}

function judge(reading: Reading, asOf: PlainDate): Pick<Thread, 'state' | 'date'> {
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
