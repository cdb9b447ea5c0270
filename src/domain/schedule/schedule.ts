import { contactsUntil, type DatedContact, plannedFor } from '../areas/partner/contactLog.ts'
import { type PartnerStanding, partnerStanding } from '../areas/partner/matters.ts'
import { isRequest } from '../areas/partner/schema.ts'
import { compareDays, daysBetween, type PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { byConcern, isDated, type Track, trackOf } from './track.ts'

/** Derived from the answers on one day; never stored. */
export interface Schedule {
  asOf: PlainDate
  tracks: readonly Track[]
  undated: readonly Track[]
  contacts: readonly DatedContact[]
  silences: readonly Silence[]
  promises: readonly PlainDate[]
  standing: PartnerStanding
  longest: Track | null
}

/** `asOf` is a calendar day; later messages are not drawn. */
export function buildSchedule(answers: VisibleAnswers, asOf: PlainDate): Schedule {
  const { scope, partner } = answers
  const contacts = contactsUntil(partner.log, asOf)
  const standing = partnerStanding(answers, asOf)
  const plans = contacts.filter(({ from }) => from === 'partner')
  // Nobody waits after it was solved.
  const until = standing.is === 'solved' ? (standing.solvedOn ?? asOf) : asOf
  const tracks = scope.deliverables.map((row) => trackOf(row, plans, asOf, standing)).sort(byConcern)
  return {
    asOf,
    tracks: tracks.filter(isDated),
    undated: tracks.filter((track) => !isDated(track)),
    contacts,
    silences: silencesOf(standing, contacts, until),
    standing,
    promises: looseOf(contacts),
    longest: longestOf(tracks),
  }
}

/** Promises about the whole matter. */
const looseOf = (contacts: readonly DatedContact[]): readonly PlainDate[] => [
  ...new Set(
    contacts
      .filter(({ about }) => (about ?? []).length === 0)
      .map(plannedFor)
      .filter((day) => day !== null),
  ),
]

/** Affected first; a past delay counts only if nothing else is late. */
function longestOf(tracks: readonly Track[]): Track | null {
  const late = tracks.filter(({ delay }) => delay !== null)
  const affected = late.filter((track) => track.affected && !track.wasDue)
  const among = affected.length > 0 ? affected : late
  return among.reduce<Track | null>(
    (longest, track) => ((track.delay?.days ?? 0) > (longest?.delay?.days ?? 0) ? track : longest),
    null,
  )
}

/** The merchant has asked, and the partner has not written. */
export interface Silence {
  code: string
  from: PlainDate
  to: PlainDate
  /** Calendar days. */
  days: number
  ended: boolean
}

/** Calendar days (C). */
const DRAWN_FROM_DAYS = 14
const LABELLED_FROM_DAYS = 30
const LABELLED_AT_LEAST = 3

/** Of each matter, or of all messages if the two are not talking; what is the same for several is one silence. */
function silencesOf(
  { is, matters }: PartnerStanding,
  contacts: readonly DatedContact[],
  until: PlainDate,
): readonly Silence[] {
  const threads = matters.length === 0 ? [contacts] : matters.map(({ rows }) => rows)
  const found = new Map(
    threads
      .flatMap((rows) => silencesIn(rows, until, is === 'solved'))
      .map((each) => [`${each.code} ${each.to}`, each]),
  )
  return [...found.values()].sort((a, b) => compareDays(a.from, b.from))
}

/** From the first unanswered request, or what they had asked for first, to what they write next, or to `until` (C). */
function silencesIn(rows: readonly DatedContact[], until: PlainDate, isSolved: boolean): readonly Silence[] {
  const silences: Silence[] = []
  let asked: DatedContact | null = null
  let isWanted = false
  const end = (to: PlainDate, ended: boolean) => {
    if (asked === null) return
    const days = daysBetween(asked.day, to)
    if (days > 0) silences.push({ code: `P${asked.code}`, from: asked.day, to, days, ended })
    asked = null
  }
  for (const row of rows) {
    if (row.day > until) break
    if (row.from === 'partner' && row.answer !== 'auto') {
      const isVague = row.answer === null || row.answer === 'unclear' || (row.answer === 'plan' && !plannedFor(row))
      // What they need stands until something clear, or an answer to it, takes its place.
      isWanted = row.answer === 'asks' || (isWanted && isVague && (asked === null || row.answer === null))
      end(row.day, true)
    } else if (asked === null && (isWanted ? row.gave === 'yes' : isRequest(row))) asked = row
  }
  end(until, isSolved)
  return silences
}

export interface DrawnSilence extends Silence {
  labelled: boolean
}

export function drawnSilences(silences: readonly Silence[]): readonly DrawnSilence[] {
  const drawn = silences.filter(({ days }) => days >= DRAWN_FROM_DAYS)
  const longest = new Set([...drawn].sort((a, b) => b.days - a.days).slice(0, LABELLED_AT_LEAST))
  return drawn.map((silence) => ({ ...silence, labelled: silence.days >= LABELLED_FROM_DAYS || longest.has(silence) }))
}
