import { answerOrNull } from '../../case/answer.ts'
import { lastDayOf, type PlainDate } from '../../dates/plainDate.ts'
import { addWorkingDays } from '../../dates/workingDays.ts'
import type { Contact } from './schema.ts'

/**
 * How long a partner has to answer a request that names no last day, in working days (C: ours, not Adobe's). The same
 * at every host, so that a case has the same outcome wherever it is read; a host sets only what drafts propose.
 */
export const DAYS_TO_ANSWER = 5

export type DatedContact = Contact & { date: PlainDate }

const isDated = (row: Contact): row is DatedContact => answerOrNull(row.date) !== null

/** The rows that count on a day: dated, not later than it, in order of date and then of entry. */
export const contactsUntil = (log: readonly Contact[], asOf: PlainDate): readonly DatedContact[] =>
  log
    .filter(isDated)
    .filter(({ date }) => date <= asOf)
    // Sorting is stable, so rows of one day stay in the order in which they were entered.
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))

export const isRequest = ({ from, concernStated }: Contact) => from === 'merchant' && concernStated === 'yes'
const isAnswer = ({ from, answer }: Contact) => from === 'partner' && answer !== null

/** The day on which a plan is to be done; a month means its last day. Null for a plan without a date. */
export function plannedFor({ answer, promised }: Contact): PlainDate | null {
  const date = answerOrNull(promised)
  return answer === 'plan' && date !== null ? lastDayOf(date) : null
}

/** A plan without a date says no more than an unclear answer. */
const isVague = (row: Contact) => row.answer === 'unclear' || (row.answer === 'plan' && plannedFor(row) === null)

/**
 * The last day on which an answer is in time: the latest "answer by" of the requests, or five working days after the
 * first of them where none names a day. A reminder without a date does not restart the clock.
 */
export function lastDayToAnswer(requests: readonly [DatedContact, ...DatedContact[]]): PlainDate {
  const named = requests.map(({ answerBy }) => answerOrNull(answerBy)).filter((day) => day !== null)
  return named.sort().at(-1) ?? addWorkingDays(requests[0].date, DAYS_TO_ANSWER)
}

/** Where the talk with the partner stands after all rows that count. */
export interface ContactStatus {
  /** The merchant's requests since the partner's latest answer of any kind. */
  unanswered: readonly DatedContact[]
  latest: DatedContact | null
  answered: readonly DatedContact[]
}

/**
 * Reads the log. Partner rows before the first stated concern answer nothing; a vague message withdraws neither a
 * dated plan nor a clear no.
 */
export function readLog(rows: readonly DatedContact[]): ContactStatus {
  let standing: ContactStatus = { unanswered: [], latest: null, answered: [] }
  for (const row of rows) {
    if (isRequest(row)) standing = { ...standing, unanswered: [...standing.unanswered, row] }
    else if (isAnswer(row)) standing = answeredBy(row, standing)
  }
  return standing
}

function answeredBy(row: DatedContact, { unanswered, latest, answered }: ContactStatus): ContactStatus {
  const nothingAsked = unanswered.length === 0
  if (nothingAsked && latest === null) return { unanswered, latest, answered }
  const stands = latest !== null && (latest.answer === 'refused' || plannedFor(latest) !== null)
  if (nothingAsked && isVague(row) && stands) return { unanswered, latest, answered }
  return { unanswered: [], latest: row, answered: nothingAsked ? answered : unanswered }
}

export const isNotEmpty = (rows: readonly DatedContact[]): rows is readonly [DatedContact, ...DatedContact[]] =>
  rows.length > 0
