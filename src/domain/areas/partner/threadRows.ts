import { answerOrNull } from '../../case/answer.ts'
import { isPlainMonth, lastDayOf, type PlainDate, type PlainMonth } from '../../dates/plainDate.ts'
import { asPromised, type DatedContact } from './contactLog.ts'
import { isRequest } from './schema.ts'

/** The promised day of a plan, or null: a day that was moved by agreement is the later one. */
export type PromisedDay = (row: DatedContact) => PlainDate | null

/** What the rows of one thread come to, before they are judged on a day. */
export interface ThreadReading {
  first: DatedContact | null
  requests: DatedContact[]
  /** A promised day had been missed when the first request was written. */
  hadMissed: boolean
  answered: readonly DatedContact[]
  answeredHadMissed: boolean
  word: DatedContact | null
  /** The last clear thing they said before anything was asked of them. */
  before: DatedContact | null
  plan: PlainDate | null
  unsorted: DatedContact | null
  /** By the day that has passed: as it was said. */
  missed: Map<PlainDate, PlainDate | PlainMonth>
  hasLeft: boolean
  away: PlainDate | null
}

/** `rows` by day, then in order of entry. */
export function readRows(rows: readonly DatedContact[], promisedDay: PromisedDay): ThreadReading {
  const reading: ThreadReading = {
    first: null,
    requests: [],
    hadMissed: false,
    answered: [],
    answeredHadMissed: false,
    word: null,
    before: null,
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
  return reading
}

/** A promised day did not hold. */
export function miss({ word, plan, missed }: ThreadReading): void {
  if (word !== null && plan !== null) missed.set(plan, asPromised(word, plan))
}

function takeOurs(reading: ThreadReading, row: DatedContact): void {
  const { before, plan } = reading
  if (row.gave === 'yes') reading.before = null
  // Whoever has not given what they asked for cannot wait for them.
  if (isRequest(row) && row.gave === 'no' && reading.word === null && before?.answer === 'asks')
    Object.assign(reading, { word: before, requests: [] })
  const { word, requests } = reading
  // Until they have what they asked for, nothing else makes it their turn.
  const isAsked = word?.answer === 'asks'
  if (isRequest(row)) reading.first ??= row
  if (!(isAsked && row.gave === 'yes') && ((isAsked && requests.length === 0) || !isRequest(row))) return
  if (plan !== null && plan < row.day) miss(reading)
  if (requests.length === 0) reading.hadMissed = reading.missed.size > 0
  requests.push(row)
  reading.hasLeft = false
}

function takeTheirs(reading: ThreadReading, row: DatedContact, promisedDay: PromisedDay): void {
  const { requests, word, plan, hasLeft } = reading
  const isAsked = requests.length > 0 || word !== null
  if (row.answer === null && isAsked) reading.unsorted = row
  if (row.answer === 'auto') takeAutomatic(reading, row)
  if (row.answer === null || row.answer === 'auto') return
  const planned = promisedDay(row)
  const isVague = row.answer === 'unclear' || (row.answer === 'plan' && planned === null)
  if (!isAsked && !hasLeft) {
    if (!isVague) reading.before = row
    return
  }
  // A vague answer withdraws neither a dated plan nor any other clear one.
  const stands = word !== null && (plan !== null || ['done', 'asks', 'refused'].includes(word.answer ?? ''))
  if (isVague && requests.length === 0 && stands) return
  if (plan !== null && (isLaterDay(row, planned, plan) || plan < row.day)) miss(reading)
  if (requests.length > 0) [reading.answered, reading.answeredHadMissed] = [requests, reading.hadMissed]
  Object.assign(reading, { word: row, plan: planned, requests: [], unsorted: null, hasLeft: false })
}

/** No answer: it may say until when somebody is away, or that requests have to go to somebody else. */
function takeAutomatic(reading: ThreadReading, row: DatedContact): void {
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
