import { type DatedContact, plannedFor } from '../areas/partner/contactLog.ts'
import type { PartnerStanding } from '../areas/partner/matters.ts'
import { agreedDate, isAffected, isAgreedOn } from '../areas/scope/affected.ts'
import type { Deliverable } from '../areas/scope/schema.ts'
import { answerOrNull, nonBlank } from '../case/answer.ts'
import { compareDays, daysBetween, lastDayOf, type PlainDate, type PlainMonth } from '../dates/plainDate.ts'

type DayOrMonth = PlainDate | PlainMonth

/** Only what both agreed to counts. */
interface MovedDate {
  date: DayOrMonth
  agreed: boolean
}

interface Delay {
  from: PlainDate
  to: PlainDate
  days: number
}

export interface Track {
  id: string
  code: string
  title: string | null
  status: string | null
  affected: boolean
  /** Delivered, accepted or not; null if unknown. */
  here: boolean | null
  first: DayOrMonth | null
  /** The delay counts from here. */
  agreed: DayOrMonth | null
  moves: readonly MovedDate[]
  delivered: PlainDate | null
  delay: Delay | null
  /** False of what was never agreed: it is neither late nor on time. */
  isAgreed: boolean
  /** The day that all of it is said for: today, or the one on which it was solved. */
  until: PlainDate
  /** It was due when the case was solved, and so is late or missing no longer. */
  wasDue: boolean
}

/**
 * Delay: from the latest agreed date to delivery, or to `until`; a month counts to its last day (C). What was due when it
 * was solved is late no longer, and what was never agreed cannot be late.
 */
export function trackOf(
  row: Deliverable,
  plans: readonly DatedContact[],
  asOf: PlainDate,
  { is, solvedOn }: Pick<PartnerStanding, 'is' | 'solvedOn'>,
): Track {
  const status = answerOrNull(row.status)
  const promised = answerOrNull(row.promised)
  const first = promised === 'none' ? null : promised
  const agreed = agreedDate(row)
  const wasDue = solvedOn !== null && (is === 'solved' || (agreed !== null && lastDayOf(agreed) <= solvedOn))
  const until = wasDue ? solvedOn : asOf
  const here = status === null ? null : status === 'delivered' || status === 'unsatisfactory'
  const isAgreed = isAgreedOn(row)
  const delivered = here === true ? answerOrNull(row.deliveredOn) : null
  return {
    id: row.id,
    code: `S${row.code}`,
    title: nonBlank(row.title),
    status,
    affected: isAffected(row),
    here,
    first,
    agreed,
    moves: movesOf(row, plans).filter(({ date }) => date !== first && date !== agreed),
    delivered,
    isAgreed,
    delay: delayOf(isAgreed ? agreed : null, delivered ?? (here === false ? until : null)),
    until,
    wasDue,
  }
}

function movesOf({ id, moves }: Deliverable, plans: readonly DatedContact[]): readonly MovedDate[] {
  const told = (moves ?? []).map((move) => ({ date: answerOrNull(move.date), agreed: move.agreed === 'yes' }))
  const planned = plans
    .filter((row) => plannedFor(row) !== null && (row.about ?? []).includes(id))
    .map(({ promised }) => ({ date: answerOrNull(promised), agreed: false }))
  const byDate = new Map<string, MovedDate>()
  for (const { date, agreed } of [...planned, ...told]) if (date !== null) byDate.set(date, { date, agreed })
  return [...byDate.values()].sort((a, b) => compareDays(a.date, b.date))
}

function delayOf(agreed: DayOrMonth | null, end: PlainDate | null): Delay | null {
  if (agreed === null || end === null) return null
  const from = lastDayOf(agreed)
  const days = daysBetween(from, end)
  return days > 0 ? { from, to: end, days } : null
}

export const isDated = ({ first, agreed, moves, delivered }: Track): boolean =>
  first !== null || agreed !== null || moves.length > 0 || delivered !== null

/** Affected first, then the longest delay, then the earliest agreed date. */
export const byConcern = (a: Track, b: Track): number =>
  Number(b.affected) - Number(a.affected) ||
  (b.delay?.days ?? 0) - (a.delay?.days ?? 0) ||
  compareDays(a.agreed ?? '9999', b.agreed ?? '9999')
