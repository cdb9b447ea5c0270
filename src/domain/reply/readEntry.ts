import * as z from 'zod/mini'
import { checked, isRecord } from '../case/untrusted.ts'
import { isPlainDate, type PlainDate } from '../dates/plainDate.ts'
import { readKeptReply } from './readReply.ts'
import type { Reply } from './reply.ts'

/** A reply as it stands in a case: as it came, and what has become of its questions. */
export interface ReceivedReply {
  reply: Reply
  /** A calendar day. */
  receivedOn: PlainDate
  /** What stood at each question when the reply was placed, by the id of the question. */
  found: Readonly<Record<string, unknown>>
  /** The questions whose answers were others by then than the ones that were read. */
  changed: readonly string[]
  /** What the merchant has answered in words, by the id of the question. */
  said: Readonly<Record<string, string>>
  /** All of it, as it stands in the case. */
  entry: unknown
}

/** What a case keeps of a reply: the reply as it came stays as it is, known or not. */
const entrySchema = z.looseObject({
  reply: z.unknown(),
  receivedOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isPlainDate)),
  found: z._default(z.record(z.string(), z.unknown()), {}),
  changed: z._default(z.array(z.string()), []),
  said: z._default(z.record(z.string(), z.string()), {}),
})

/** What was read of each entry: with every key it is asked for again, and nobody changes it. */
const known = new WeakMap<object, ReceivedReply | null>()

/** What a case keeps of a reply; null where this version cannot read it. */
export function readEntry(entry: unknown): ReceivedReply | null {
  if (!isRecord(entry)) return null
  const before = known.get(entry)
  if (before !== undefined) return before
  const read = checked(entrySchema, entry)
  const result = read.ok ? readKeptReply(read.data.reply) : null
  const found = read.ok && result?.ok ? { ...read.data, reply: result.reply, entry } : null
  known.set(entry, found)
  return found
}
