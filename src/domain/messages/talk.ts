import type { Matter } from '../areas/partner/matters.ts'
import { partnerStanding } from '../areas/partner/matters.ts'
import { isAbout } from '../areas/partner/schema.ts'
import type { Thread, ThreadState } from '../areas/partner/thread.ts'
import type { Deliverable } from '../areas/scope/schema.ts'
import { compareDays, type PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import type { MessageKind } from './message.ts'

/** What a draft goes on from: the most pressing first. */
const STATES: Readonly<Record<MessageKind, readonly ThreadState[]>> = {
  first: ['NOT_TOLD'],
  answer: ['OURS'],
  followUp: ['CHASE', 'BROKEN', 'REPEATED', 'SILENT', 'UNCLEAR', 'AWAIT', 'REFUSED', 'PLAN', 'UNSORTED'],
  notAccepted: ['TO_CHECK'],
  change: [],
  accept: ['PLAN'],
}

/** One talk with the partner, about everything that it was about. */
export interface Talk {
  thread: Thread
  /** Null for the whole case. */
  deliverables: readonly Deliverable[] | null
}

/** All that a draft says of it: two matters with the same are one talk. */
const contentOf = ({ state, first, requests, answered, word, plan, missed }: Thread) =>
  JSON.stringify([
    state,
    plan,
    missed,
    (word ?? first)?.id,
    ...[requests, answered].map((rows) => rows.map(({ id }) => id)),
  ])

/** Of the whole case: what the rows that stand name, if all of them name something. */
function namedIn({ requests, word }: Thread, all: readonly Deliverable[]): readonly Deliverable[] {
  const rows = requests.length > 0 ? requests : word === null ? [] : [word]
  if (rows.some(({ about }) => (about ?? []).length === 0)) return []
  return all.filter(({ id }) => rows.some((row) => isAbout(row, id)))
}

/** The talk that a draft of this kind belongs to: it speaks of nothing else. Null if there is none. */
export function talkFor(kind: MessageKind, answers: VisibleAnswers, asOf: PlainDate): Talk | null {
  const { matters } = partnerStanding(answers, asOf)
  const rank = ({ thread }: Matter) => STATES[kind].indexOf(thread.state)
  const dayOf = ({ thread }: Matter) => thread.date ?? ''
  const [first] = matters
    .filter((matter) => rank(matter) >= 0)
    .sort((a, b) => rank(a) - rank(b) || compareDays(dayOf(a), dayOf(b)))
  if (first === undefined) return null
  const together = matters.filter(({ thread }) => contentOf(thread) === contentOf(first.thread))
  const own = together.flatMap(({ deliverable }) => deliverable ?? [])
  const deliverables = own.length > 0 ? own : namedIn(first.thread, answers.scope.deliverables)
  return { thread: first.thread, deliverables: deliverables.length === 0 ? null : deliverables }
}
