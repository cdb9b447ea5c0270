import * as z from 'zod/mini'
import { checked } from '../case/sanitize.ts'
import { isPlainDate, type PlainDate } from '../dates/plainDate.ts'
import { readKeptReply } from './readReply.ts'
import type { Reply } from './reply.ts'

export interface CaseReply {
  /** As received: files carry it, so that nothing of a newer version is lost. */
  raw: unknown
  read: ReceivedReply | null
}

export interface ReceivedReply {
  reply: Reply
  /** A calendar day. */
  receivedOn: PlainDate
  /** The answer to each question when the reply arrived, by question id. */
  found: Readonly<Record<string, unknown>>
  changed: readonly string[]
  said: Readonly<Record<string, string>>
}

const entrySchema = z.looseObject({
  reply: z.unknown(),
  receivedOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isPlainDate)),
  found: z._default(z.record(z.string(), z.unknown()), {}),
  changed: z._default(z.array(z.string()), []),
  said: z._default(z.record(z.string(), z.string()), {}),
})

export const readReplies = (entries: readonly unknown[]): readonly CaseReply[] => entries.map(readEntry)

export function readEntry(raw: unknown): CaseReply {
  const entry = checked(entrySchema, raw)
  const result = entry.ok ? readKeptReply(entry.data.reply) : null
  return { raw, read: entry.ok && result?.ok ? { ...entry.data, reply: result.reply } : null }
}
