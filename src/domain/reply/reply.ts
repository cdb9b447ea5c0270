import type { Address } from '../case/address.ts'
import { nonBlank } from '../case/answer.ts'
import { canonicalText, type Sha256 } from '../case/canonicalJson.ts'
import { cleanText } from '../case/cleanText.ts'
import type { PlainDate } from '../dates/plainDate.ts'

export const REPLY_FORMAT = 'partner-escalation-reply'

export const REPLY_VERSION = 1
/** The oldest version that can still read what we write. */
const REPLY_READER = 1

/** What an account manager can decide, each with the short list of reasons for it (C). */
export const REASONS = {
  takeOn: ['noAnswer', 'planNotKept', 'disputedScope', 'atRisk'],
  needMore: ['scope', 'contact', 'examples', 'impact', 'ask'],
  toPartner: ['notTold', 'planRunning', 'changeRequest', 'answered'],
  notOurs: ['betweenYou', 'supportCase', 'otherSupplier', 'notCustomer'],
  urgent: ['shopDown', 'dataAtRisk', 'dateClose'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Verdict = keyof typeof REASONS
export const VERDICTS = Object.keys(REASONS) as Verdict[]

/** A verdict that this version knows; a newer one may have others. */
export const isVerdict = (id: string | null): id is Verdict => VERDICTS.some((verdict) => verdict === id)

export const isReason = (verdict: string | null, id: string | null): boolean =>
  isVerdict(verdict) && (REASONS[verdict] as readonly (string | null)[]).includes(id)

/** One question, tied to the answer that it is about. */
export interface ReplyQuestion {
  id: string
  /** Null where it is about the case as a whole. */
  at: Address | null
  /** The row as it is called on screen and paper (E2), so that it can be named when it has gone. */
  code: string | null
  /** Of the answer that was read; null where it is about the case as a whole. */
  answerDigest: string | null
  text: string
}

/** What the account manager answers. It holds no answers of the merchant's and overwrites none. */
export interface Reply {
  format: typeof REPLY_FORMAT
  formatVersion: number
  minReader: number
  replyId: string
  caseId: string
  /** Of the file that was read. */
  revision: number
  digest: string
  /** A calendar day. */
  writtenOn: PlainDate
  language: string
  from: string | null
  verdict: string | null
  reason: string | null
  note: string | null
  questions: readonly ReplyQuestion[]
  /** Until when the merchant hears more: a calendar day, inclusive. */
  nextWordBy: PlainDate | null
  /** Of all the rest, so that a reply that is changed on its way can be told; older ones have none. */
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

/** True where there is something to send: a verdict, a question, a line or a day. A name alone is no reply. */
export const saysSomething = ({ verdict, note, questions, nextWord }: ReplyDraft): boolean =>
  verdict !== null || nonBlank(note) !== null || nonBlank(nextWord) !== null || askedQuestions(questions).length > 0

export const askedQuestions = (questions: readonly ReplyQuestion[]): readonly ReplyQuestion[] =>
  questions.filter(({ text }) => nonBlank(text) !== null)

/** What a question keeps of the answer that it is about: nothing but a digest. */
export const answerDigest = (value: unknown, sha256: Sha256): string => sha256(canonicalText(value ?? null))

/** Tells of accidents on the way, as the digest of a case does. */
export const replyChecksum = ({ checksum: _, ...rest }: Readonly<Record<string, unknown>>, sha256: Sha256) =>
  sha256(canonicalText(rest))

/** A reply that has not become a file yet. */
export type UnsentReply = Omit<Reply, 'replyId' | 'checksum'>

interface WrittenWith {
  read: { caseId: string; revision: number; digest: string }
  /** A calendar day. */
  today: PlainDate
  /** What was understood of the day that was typed. */
  nextWordBy: PlainDate | null
  language: string
}

const clean = (text: string): string | null => nonBlank(cleanText(text))

/** The reply as it would be sent; a file of it gets an id. Questions in which nothing is asked stay behind. */
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
  // As every text that comes in: what is written is what is read back.
  questions: askedQuestions(draft.questions).map((question) => ({
    ...question,
    text: cleanText(question.text),
  })),
  nextWordBy,
})
