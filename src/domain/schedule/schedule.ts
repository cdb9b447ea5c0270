import { contactsUntil, type DatedContact, plannedFor, readLog } from '../areas/partner/contactLog.ts'
import { answerOrNull } from '../case/answer.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { type Silence, silencesIn } from './silence.ts'
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
