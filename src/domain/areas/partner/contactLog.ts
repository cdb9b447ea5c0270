import { answerOrNull } from '../../case/answer.ts'
import { compareDays, lastDayOf, type PlainDate } from '../../dates/plainDate.ts'
import { addWorkingDays } from '../../dates/workingDays.ts'
import type { Contact } from './schema.ts'

/** Working days to answer a request that names no day (C). Not a setting: a case has one outcome at every host. */
export const DAYS_TO_ANSWER = 5

export type DatedContact = Contact & { date: PlainDate }

const isDated = (row: Contact): row is DatedContact => answerOrNull(row.date) !== null

/** The dated rows up to `asOf`, by date, then in order of entry. */
export const contactsUntil = (log: readonly Contact[], asOf: PlainDate): readonly DatedContact[] =>
  log
    .filter(isDated)
    .filter(({ date }) => date <= asOf)
    .sort((a, b) => compareDays(a.date, b.date))

export const isRequest = ({ from, concernStated }: Contact) => from === 'merchant' && concernStated === 'yes'
const isAnswer = ({ from, answer }: Contact) => from === 'partner' && answer !== null

/** The last day of a plan; null for a plan without a date. */
export function plannedFor({ answer, promised }: Contact): PlainDate | null {
  const date = answerOrNull(promised)
  return answer === 'plan' && date !== null ? lastDayOf(date) : null
}

/** A plan without a date says no more than an unclear answer. */
const isVague = (row: Contact) => row.answer === 'unclear' || (row.answer === 'plan' && plannedFor(row) === null)

/** The latest day that a request names, else five working days after the first: a reminder restarts no clock. */
export function lastDayToAnswer(requests: readonly [DatedContact, ...DatedContact[]]): PlainDate {
  const named = requests.map(({ answerBy }) => answerOrNull(answerBy)).filter((day) => day !== null)
  return named.sort().at(-1) ?? addWorkingDays(requests[0].date, DAYS_TO_ANSWER)
}

export interface ContactStatus {
  unanswered: readonly DatedContact[]
  latest: DatedContact | null
  answered: readonly DatedContact[]
}

/** Partner rows before the first request answer nothing; a vague one withdraws neither a dated plan nor a refusal. */
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
