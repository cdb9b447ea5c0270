import type { Address } from '../case/address.ts'
import { nonBlank } from '../case/answer.ts'
import { canonicalText, type Sha256 } from '../case/canonicalJson.ts'
import { cleanText } from '../case/cleanText.ts'
import type { PlainDate } from '../dates/plainDate.ts'

export const REPLY_FORMAT = 'partner-escalation-reply'

export const REPLY_VERSION = 1
/** The oldest version that can read our replies. */
const REPLY_READER = 1

/** The reasons for each verdict (C). */
export const REASONS = {
  takeOn: ['noAnswer', 'planNotKept', 'disputedScope', 'atRisk'],
  needMore: ['scope', 'contact', 'examples', 'impact', 'ask'],
  toPartner: ['notTold', 'planRunning', 'changeRequest', 'answered'],
  notOurs: ['betweenYou', 'supportCase', 'otherSupplier', 'notCustomer'],
  urgent: ['shopDown', 'dataAtRisk', 'dateClose'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Verdict = keyof typeof REASONS
export const VERDICTS = Object.keys(REASONS) as Verdict[]

/** A newer version may have others. */
export const isVerdict = (id: string | null): id is Verdict => VERDICTS.some((verdict) => verdict === id)

export const isReason = (verdict: string | null, id: string | null): boolean =>
  isVerdict(verdict) && (REASONS[verdict] as readonly (string | null)[]).includes(id)

export interface ReplyQuestion {
  id: string
  at: Address | null
  code: string | null
  /** Of the answer that was read; null for the case as a whole. */
  answerDigest: string | null
  text: string
}

/** Holds no answers of the merchant's and overwrites none. */
export interface Reply {
  format: typeof REPLY_FORMAT
  formatVersion: number
  minReader: number
  replyId: string
  caseId: string
  revision: number
  digest: string
  writtenOn: PlainDate
  language: string
  from: string | null
  verdict: string | null
  reason: string | null
  note: string | null
  questions: readonly ReplyQuestion[]
  /** A calendar day, inclusive. */
  nextWordBy: PlainDate | null
  /** Of all the rest; older replies have none. */
  checksum?: string
}

export interface ReplyDraft extends Pick<Reply, 'verdict' | 'reason' | 'questions'> {
  from: string
  note: string
  nextWord: string
}

export const EMPTY_DRAFT: ReplyDraft = {
  from: '',
  verdict: null,
  reason: null,
  note: '',
  questions: [],
  nextWord: '',
}

/** A name alone is no reply. */
export const saysSomething = ({ verdict, note, questions, nextWord }: ReplyDraft): boolean =>
  verdict !== null || nonBlank(note) !== null || nonBlank(nextWord) !== null || askedQuestions(questions).length > 0

export const askedQuestions = (questions: readonly ReplyQuestion[]): readonly ReplyQuestion[] =>
  questions.filter(({ text }) => nonBlank(text) !== null)

/** A question carries no answer, only its digest. */
export const answerDigest = (value: unknown, sha256: Sha256): string => sha256(canonicalText(value ?? null))

/** Detects corruption, not tampering. */
export const replyChecksum = ({ checksum: _, ...rest }: Readonly<Record<string, unknown>>, sha256: Sha256) =>
  sha256(canonicalText(rest))

export type UnsentReply = Omit<Reply, 'replyId' | 'checksum'>

interface WrittenWith {
  read: { caseId: string; revision: number; digest: string }
  today: PlainDate
  nextWordBy: PlainDate | null
  language: string
}

const clean = (text: string): string | null => nonBlank(cleanText(text))

export const replyOf = (draft: ReplyDraft, { read, today, nextWordBy, language }: WrittenWith): UnsentReply => ({
  format: REPLY_FORMAT,
  formatVersion: REPLY_VERSION,
  minReader: REPLY_READER,
  caseId: read.caseId,
  revision: read.revision,
  digest: read.digest,
  writtenOn: today,
  language,
  from: clean(draft.from),
  verdict: draft.verdict,
  reason: isReason(draft.verdict, draft.reason) ? draft.reason : null,
  note: clean(draft.note),
  // Sanitized as when read, so that it is read back equal.
  questions: askedQuestions(draft.questions).map((question) => ({ ...question, text: cleanText(question.text) })),
  nextWordBy,
})
