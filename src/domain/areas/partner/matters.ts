import { answerOrNull, nonBlank } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { compareDays, lastDayOf, type PlainDate } from '../../dates/plainDate.ts'
import { agreedDate, isAffected, isAgreedOn, isOutOfScope } from '../scope/affected.ts'
import type { Deliverable } from '../scope/schema.ts'
import { contactsUntil, type DatedContact, plannedFor } from './contactLog.ts'
import { isAbout, isRequest } from './schema.ts'
import { readThread, type Thread } from './thread.ts'

/** What is talked about with the partner: a deliverable, or the whole case if none is late, missing or wrong yet. */
export interface Matter {
  deliverable: Deliverable | null
  /** What was said about it, by day. */
  rows: readonly DatedContact[]
  thread: Thread
}

/** Where the talk with the partner stands on one day. */
export interface PartnerStanding {
  is: 'solved' | 'cannot' | 'talking'
  solvedOn: PlainDate | null
  /** The first request after it was solved. */
  cameBack: DatedContact | null
  /** Empty unless the two are talking. */
  matters: readonly Matter[]
  /** Affected deliverables whose agreed date lies ahead. */
  notDue: readonly Deliverable[]
  /** Deliverables are listed, all of them delivered, and whether it is solved has not been answered. */
  isAllDelivered: boolean
}

/** `asOf` is a calendar day; only what is visible counts. */
export function partnerStanding({ scope, partner }: Answers, asOf: PlainDate): PartnerStanding {
  const all = contactsUntil(partner.log, asOf)
  const solved = answerOrNull(partner.solvedOn)
  const solvedOn = solved !== null && solved <= asOf ? solved : null
  const rows = solvedOn === null ? all : all.filter(({ begins }) => begins > solvedOn)
  const cameBack = solvedOn === null ? null : (rows.find(isRequest) ?? null)
  const isSolved = solvedOn !== null && cameBack === null
  const notDue = scope.deliverables.filter((row) => isNotDue(row, rows, asOf))
  const is = isSolved ? 'solved' : partner.told === 'cannot' ? 'cannot' : 'talking'
  const matters = is === 'talking' ? mattersIn(scope.deliverables, new Set(notDue), rows, asOf, solvedOn) : []
  const isDelivered = ({ status }: Deliverable) => answerOrNull(status) === 'delivered'
  const isAllDelivered =
    partner.solvedOn === null && scope.deliverables.length > 0 && scope.deliverables.every(isDelivered)
  return { is, solvedOn, cameBack, matters, notDue, isAllDelivered }
}

/** Late or missing, but the agreed date lies ahead, and the partner has not moved it on their own (C). */
function isNotDue(row: Deliverable, rows: readonly DatedContact[], asOf: PlainDate): boolean {
  const status = answerOrNull(row.status)
  const agreed = agreedDate(row)
  if ((status !== 'late' && status !== 'missing') || agreed === null || lastDayOf(agreed) <= asOf) return false
  const isLater = (day: PlainDate | null) => day !== null && day > lastDayOf(agreed)
  const refused = (row.moves ?? []).filter((move) => move.agreed === 'no').map(({ date }) => answerOrNull(date))
  const planned = rows.filter((contact) => contact.from === 'partner' && isAbout(contact, row.id)).map(plannedFor)
  return !(refused.some((date) => date !== null && isLater(lastDayOf(date))) || planned.some(isLater))
}

/**
 * Each affected deliverable that is due. If there is none: the whole case, or, where the partner has answered about some
 * deliverables apart, each of which something was said. What was solved stays solved until it is raised again.
 */
function mattersIn(
  deliverables: readonly Deliverable[],
  notDue: ReadonlySet<Deliverable>,
  rows: readonly DatedContact[],
  asOf: PlainDate,
  solvedOn: PlainDate | null,
): readonly Matter[] {
  const isNamedIn = ({ id }: Deliverable, some: readonly DatedContact[]) =>
    some.some(({ about }) => (about ?? []).includes(id))
  const isDue = (row: Deliverable) =>
    isAffected(row) && (isOutOfScope(row) ? nonBlank(row.changeRequest) !== null : !notDue.has(row))
  const requests = rows.filter(isRequest)
  const fellDueSince = (row: Deliverable) => {
    const day = isAgreedOn(row) ? lastDayOf(agreedDate(row) ?? '') : ''
    return day > (solvedOn ?? '') && day <= asOf
  }
  const isRaisedAgain = (row: Deliverable) =>
    (!isOutOfScope(row) && isNamedIn(row, requests)) ||
    (isDue(row) && (fellDueSince(row) || requests.some((request) => isAbout(request, row.id))))
  const threadOf = (own: readonly DatedContact[], about: readonly Deliverable[]) =>
    readThread(own, asOf, (row) => promisedDay(row, about))
  const matterOf = (deliverable: Deliverable): Matter => {
    const own = rows.filter((row) => isAbout(row, deliverable.id))
    return { deliverable, rows: own, thread: threadOf(own, [deliverable]) }
  }
  const talkedAbout = deliverables.filter(solvedOn === null ? isDue : isRaisedAgain)
  if (talkedAbout.length > 0) return talkedAbout.map(matterOf)
  const isOpen = (row: Deliverable) => solvedOn !== null || answerOrNull(row.status) !== 'delivered'
  const open = new Set(deliverables.filter(isOpen).map(({ id }) => id))
  const own = rows.filter(
    ({ about }) => deliverables.length === 0 || (about ?? []).length === 0 || (about ?? []).some((id) => open.has(id)),
  )
  const apart = isAnsweredApart(own) ? deliverables.filter((row) => isOpen(row) && isNamedIn(row, own)) : []
  const told = apart
    .filter((row) => !isOutOfScope(row) || nonBlank(row.changeRequest) !== null)
    .map(matterOf)
    .filter(({ thread }) => thread.first !== null)
  if (told.length > 0) return told
  return [{ deliverable: null, rows: own, thread: threadOf(own, deliverables.filter(isAffected)) }]
}

/** Two answers of the partner are about deliverables of their own. */
function isAnsweredApart(rows: readonly DatedContact[]): boolean {
  const answered = rows
    .filter(({ from, answer, about }) => from === 'partner' && answer !== null && answer !== 'auto' && about?.length)
    .map(({ about }) => about ?? [])
  return answered.some((about) => answered.some((others) => !others.some((id) => about.includes(id))))
}

/** Of all matters, each once, by day. */
export function requestsIn(matters: readonly Matter[]): readonly DatedContact[] {
  const found = new Map(matters.flatMap(({ thread }) => thread.requests.map((row) => [row.id, row] as const)))
  return [...found.values()].sort((a, b) => compareDays(a.day, b.day))
}

export const missedDays = (matters: readonly Matter[]): Thread['missed'] =>
  [...new Set(matters.flatMap(({ thread }) => thread.missed))].sort((a, b) => compareDays(lastDayOf(a), lastDayOf(b)))

/** A promised day that was moved by agreement to a later one means the later one; the earliest of several. */
function promisedDay(row: DatedContact, deliverables: readonly Deliverable[]): PlainDate | null {
  const planned = plannedFor(row)
  if (planned === null) return null
  const about = deliverables.filter(({ id }) => isAbout(row, id))
  const moved = about.map((deliverable) => {
    const agreed = (deliverable.moves ?? []).filter((move) => move.agreed === 'yes')
    const days = agreed.flatMap(({ date }) => answerOrNull(date) ?? []).map(lastDayOf)
    return [planned, ...days].sort().at(-1) ?? planned
  })
  return moved.sort()[0] ?? planned
}
