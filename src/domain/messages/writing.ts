import type { Addition } from '../areas/added/schema.ts'
import type { Example } from '../areas/examples/schema.ts'
import type { ContactStatus } from '../areas/partner/contactLog.ts'
import type { Deliverable } from '../areas/scope/schema.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import type { Message, MessageChoice, Sentence } from './message.ts'
import { titlesOf } from './parts.ts'

export interface NamedRows {
  deliverables: readonly Deliverable[]
  additions: readonly Addition[]
  examples: readonly Example[]
}

interface Writing {
  answers: VisibleAnswers
  rows: NamedRows
  choice: MessageChoice
  log: ContactStatus
  asOf: PlainDate
}

export type Writer = (from: Writing) => Message

/** A subject names no more than these; the rest is a number (C). */
const NAMED = 2

export function aboutTitles(id: string, rows: readonly { title: unknown }[]): Sentence {
  const names = titlesOf(rows)
  if (names.length === 0) return { id: `${id}Plain` }
  return names.length <= NAMED
    ? { id, names }
    : { id: `${id}More`, names: names.slice(0, NAMED), count: names.length - NAMED }
}
