import * as z from 'zod/mini'
import { EMPTY_DRAFT, type ReplyDraft } from './reply.ts'

const text = z._default(z.string(), '')
const maybe = z._default(z.nullable(z.string()), null)

const draftSchema = z.object({
  from: text,
  verdict: maybe,
  reason: maybe,
  note: text,
  nextWord: text,
  questions: z._default(z.array(z.object({ id: z.string(), at: maybe, code: maybe, answerDigest: maybe, text })), []),
})

export function readDraft(kept: string): ReplyDraft {
  if (kept === '') return EMPTY_DRAFT
  try {
    const read = z.safeParse(draftSchema, JSON.parse(kept))
    return read.success ? read.data : EMPTY_DRAFT
  } catch {
    return EMPTY_DRAFT
  }
}
