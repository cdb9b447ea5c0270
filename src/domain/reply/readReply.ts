import * as z from 'zod/mini'
import { text } from '../case/answer.ts'
import { isTooMuch, LIMITS } from '../case/limits.ts'
import { checked, cleaned, finite, isRecord, isVersion, NEVER_KEYS } from '../case/sanitize.ts'
import { isPlainDate, type PlainDate } from '../dates/plainDate.ts'
import { REPLY_FORMAT, REPLY_VERSION, type Reply } from './reply.ts'

/** More is not a reply (C). */
const MAX_QUESTIONS = 200

const id = z.string().check(
  z.regex(/^[A-Za-z0-9_-]{1,64}$/),
  z.refine((value) => !NEVER_KEYS.has(value) && !(value in {})),
)
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const short = z._default(z.nullable(z.string().check(z.maxLength(40))), null)
const words = z._default(z.nullable(text), null)
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isPlainDate))

/** Also the source of `reply.schema.json`. */
const replySchema = z.looseObject({
  format: z.literal(REPLY_FORMAT),
  formatVersion: z.int().check(z.gte(1)),
  minReader: z.int().check(z.gte(1)),
  replyId: id,
  caseId: id,
  revision: z.int().check(z.gte(0), z.lte(1_000_000)),
  digest,
  writtenOn: day,
  language: z._default(z.string().check(z.maxLength(35)), ''),
  from: words,
  verdict: short,
  reason: short,
  note: words,
  questions: z._default(
    z
      .array(
        z.looseObject({
          id,
          at: z._default(z.nullable(z.string().check(z.maxLength(300))), null),
          code: short,
          answerDigest: z._default(z.nullable(digest), null),
          text,
        }),
      )
      .check(
        z.maxLength(MAX_QUESTIONS),
        z.refine((all) => new Set(all.map((each) => each.id)).size === all.length),
      ),
    [],
  ),
  nextWordBy: z._default(z.nullable(day), null),
  checksum: z.optional(digest),
})

export const replyJsonSchema = () => ({
  title: 'Reply to a partner escalation case',
  ...z.toJSONSchema(replySchema, { io: 'input' }),
})

export type ReplyError =
  | { reason: 'wrongFile' }
  | { reason: 'newer'; version: number }
  | { reason: 'shape'; places: readonly string[] }
  | { reason: 'replyTooBig'; max: number }

export interface ReadReply {
  reply: Reply
  raw: unknown
  /** What we know of it is shown, and the rest is kept. */
  newer: boolean
}

export type ReplyResult = ({ ok: true } & ReadReply) | { ok: false; error: ReplyError }

const failed = (error: ReplyError): ReplyResult => ({ ok: false, error })

export const isReplyFile = (parsed: unknown): parsed is Record<string, unknown> =>
  isRecord(parsed) && parsed.format === REPLY_FORMAT

/** Single entry point for untrusted replies. Unknown parts are kept, so it is limited in size. */
export function readReply(parsed: unknown): ReplyResult {
  const result = readKeptReply(parsed)
  return result.ok && isTooMuch(result.raw) ? failed({ reason: 'replyTooBig', max: LIMITS.reply }) : result
}

/** For a reply that is already in a case, and may be larger. */
function readKeptReply(parsed: unknown): ReplyResult {
  if (!isReplyFile(parsed)) return failed({ reason: 'wrongFile' })
  const { formatVersion, minReader } = parsed
  if (!isVersion(formatVersion)) return failed({ reason: 'wrongFile' })
  const newer = formatVersion > REPLY_VERSION
  if (newer && !(isVersion(minReader) && minReader <= REPLY_VERSION))
    return failed({ reason: 'newer', version: formatVersion })
  const raw = cleaned(parsed)
  const result = checked(replySchema, raw)
  // A newer version may have changed the shape: the reply is not at fault.
  if (!result.ok)
    return failed(newer ? { reason: 'newer', version: formatVersion } : { reason: 'shape', places: result.places })
  // The named type only leaves out the index signatures of loose objects.
  return { ok: true, reply: result.data as unknown as Reply, raw: finite(raw), newer }
}

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

/** For files and storage. */
export const rawReplies = (replies: readonly CaseReply[]): readonly unknown[] => replies.map(({ raw }) => raw)

export const readReplies = (entries: readonly unknown[]): readonly CaseReply[] => entries.map(readEntry)

export function readEntry(raw: unknown): CaseReply {
  const entry = checked(entrySchema, raw)
  const result = entry.ok ? readKeptReply(entry.data.reply) : null
  return { raw, read: entry.ok && result?.ok ? { ...entry.data, reply: result.reply } : null }
}
