import { getAnswer } from '../../src/domain/case/address.ts'
import type { Case } from '../../src/domain/case/case.ts'
import { answerDigest, EMPTY_DRAFT, type Reply, type ReplyDraft, replyOf } from '../../src/domain/reply/reply.ts'
import { sha256 } from '../../src/exchange/sha256.ts'

interface Given extends Partial<ReplyDraft> {
  replyId?: string
  revision?: number
  today?: string
  nextWordBy?: string | null
}

/** A question about an answer of a case, as an account manager asks it. */
export const aQuestion = ({ answers }: Pick<Case, 'answers'>, id: string, at: string | null, text = 'Why?') => ({
  id,
  at,
  code: null,
  answerDigest: at === null ? null : answerDigest(getAnswer(answers, at), sha256),
  text,
})

/** A reply to a case that says only what matters. */
export const aReply = (
  { id }: Pick<Case, 'id'>,
  { replyId = 'reply-1', revision = 1, today = '2026-11-24', nextWordBy = null, ...draft }: Given = {},
): Reply => ({
  ...replyOf(
    { ...EMPTY_DRAFT, ...draft },
    {
      read: { caseId: id, revision, digest: 'a'.repeat(64) },
      today,
      nextWordBy,
      language: 'en',
    },
  ),
  replyId,
})
