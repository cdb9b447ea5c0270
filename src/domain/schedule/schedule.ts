import { contactsUntil, type DatedContact, plannedFor, readLog } from '../areas/partner/contactLog.ts'
import { answerOrNull } from '../case/answer.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { type Silence, silencesIn } from './silence.ts'
import { byConcern, isDated, type Track, trackOf } from './track.ts'

/** Where the talk stands on a day, as the sentences over the promise line say it. */
interface Standing {
  /** The merchant's messages in which the concern is stated, since the partner's latest answer. */
  unanswered: readonly DatedContact[]
  /** The partner's latest answer; null while there is none. */
  latestAnswer: DatedContact | null
  /** The day on which the merchant accepted what the partner had put right; null where it has not come. */
  solved: PlainDate | null
  /** The promised day that has passed although nothing has been put right; null where there is none. */
  passed: PlainDate | null
}

/** Everything that the promise line draws and says. Computed from the answers on one day, never stored. */
export interface Schedule {
  asOf: PlainDate
  /** Deliverables with at least one date: affected first, then the longest delay. */
  tracks: readonly Track[]
  /** Deliverables that no date is known of. */
  undated: readonly Track[]
  /** The messages up to `asOf`, by date. */
  contacts: readonly DatedContact[]
  silences: readonly Silence[]
  /** Days that the partner promised without saying for which deliverable. */
  promises: readonly PlainDate[]
  standing: Standing
  /** Affected deliverables with the longest delay of all; null where nothing is late. */
  longest: Track | null
}

/**
 * @param asOf a calendar day; messages after it are not drawn
 */
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

/** What is affected speaks first; a delay that is over is named only where nothing else is late. */
function longestOf(tracks: readonly Track[]): Track | null {
  const late = tracks.filter(({ delay }) => delay !== null)
  const affected = late.filter((track) => track.affected)
  const among = affected.length > 0 ? affected : late
  return among.reduce<Track | null>(
    (longest, track) => ((track.delay?.days ?? 0) > (longest?.delay?.days ?? 0) ? track : longest),
    null,
  )
}
