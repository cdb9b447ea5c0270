import { contactsUntil, type DatedContact, isRequest, plannedFor, readLog } from '../areas/partner/contactLog.ts'
import { answerOrNull } from '../case/answer.ts'
import { daysBetween, type PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { byConcern, isDated, type Track, trackOf } from './track.ts'

interface Standing {
  unanswered: readonly DatedContact[]
  latestAnswer: DatedContact | null
  solved: PlainDate | null
  passed: PlainDate | null
}

/** Derived from the answers on one day; never stored. */
export interface Schedule {
  asOf: PlainDate
  tracks: readonly Track[]
  undated: readonly Track[]
  contacts: readonly DatedContact[]
  silences: readonly Silence[]
  promises: readonly PlainDate[]
  standing: Standing
  longest: Track | null
}

/** `asOf` is a calendar day; later messages are not drawn. */
export function buildSchedule({ scope, partner }: VisibleAnswers, asOf: PlainDate): Schedule {
  const contacts = contactsUntil(partner.log, asOf)
  const plans = contacts.filter(({ from }) => from === 'partner')
  const tracks = scope.deliverables.map((row) => trackOf(row, plans, asOf)).sort(byConcern)
  const solved = answerOrNull(partner.solvedOn)
  const { unanswered, latest } = readLog(contacts)
  const promised = latest === null ? null : plannedFor(latest)
  const isSolved = solved !== null && solved <= asOf
  return {
    asOf,
    tracks: tracks.filter(isDated),
    undated: tracks.filter((track) => !isDated(track)),
    contacts,
    silences: silencesIn(contacts, isSolved ? solved : asOf),
    standing: {
      unanswered: isSolved ? [] : unanswered,
      latestAnswer: latest,
      solved: isSolved ? solved : null,
      passed: promised !== null && promised < asOf && !isSolved ? promised : null,
    },
    promises: looseOf(contacts),
    longest: longestOf(tracks),
  }
}

const looseOf = (contacts: readonly DatedContact[]): readonly PlainDate[] => [
  ...new Set(
    contacts
      .filter(({ promisedFor }) => (promisedFor ?? []).length === 0)
      .map(plannedFor)
      .filter((day) => day !== null),
  ),
]

/** Affected first; a past delay counts only if nothing else is late. */
function longestOf(tracks: readonly Track[]): Track | null {
  const late = tracks.filter(({ delay }) => delay !== null)
  const affected = late.filter((track) => track.affected)
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

/** From the first unanswered request to the partner's next message of any kind, or to `until` (C). */
function silencesIn(rows: readonly DatedContact[], until: PlainDate): readonly Silence[] {
  const silences: Silence[] = []
  let asked: DatedContact | null = null
  const end = (to: PlainDate, ended: boolean) => {
    if (asked === null) return
    const days = daysBetween(asked.date, to)
    if (days > 0) silences.push({ code: `P${asked.code}`, from: asked.date, to, days, ended })
    asked = null
  }
  for (const row of rows) {
    if (row.date > until) break
    if (row.from === 'partner') end(row.date, true)
    else if (asked === null && isRequest(row)) asked = row
  }
  end(until, false)
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
