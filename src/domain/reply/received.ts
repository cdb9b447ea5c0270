import { type Address, getAnswer } from '../case/address.ts'
import { nonBlank } from '../case/answer.ts'
import type { Answers } from '../case/answers.ts'
import { canonicalText, type Sha256 } from '../case/canonicalJson.ts'
import type { Case } from '../case/case.ts'
import { LIMITS, sizeInFile, tooManyReplies } from '../case/limits.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import { askedAddresses } from '../interview/askedQuestions.ts'
import type { Interview } from '../interview/question.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { type CaseReply, type ReceivedReply, readEntry } from './readEntry.ts'
import { answerDigest, type Reply, type ReplyQuestion } from './reply.ts'

const byAge = (a: ReceivedReply, b: ReceivedReply) =>
  a.reply.revision - b.reply.revision ||
  (a.reply.writtenOn < b.reply.writtenOn ? -1 : a.reply.writtenOn > b.reply.writtenOn ? 1 : 0)

/** The replies of a case that this version can read, the oldest first, in whichever order they came. */
export const receivedReplies = (replies: readonly CaseReply[]): readonly ReceivedReply[] =>
  replies.flatMap(({ read }) => read ?? []).sort(byAge)

/** `full`: the case holds as much of replies as it can, and could not be opened with more. */
export type PlaceResult = { ok: true; next: Case } | { ok: false; reason: 'otherCase' | 'again' | 'full' }

/**
 * The case with a reply at its place. No answer changes; whatever the reply asks about stands beside it from now on.
 * @param raw the reply as it came, with what this version does not know of it
 * @param today a calendar day
 */
export function withReply(
  current: Case,
  { reply, raw }: { reply: Reply; raw: unknown },
  today: PlainDate,
  sha256: Sha256,
): PlaceResult {
  if (reply.caseId !== current.id) return { ok: false, reason: 'otherCase' }
  const before = receivedReplies(current.replies)
  if (before.some((other) => other.reply.replyId === reply.replyId)) return { ok: false, reason: 'again' }
  const tied = reply.questions.flatMap(({ id, at, answerDigest: read }) =>
    at === null ? [] : [{ id, read, value: getAnswer(current.answers, at) }],
  )
  const entry = {
    reply: raw,
    receivedOn: today,
    found: Object.fromEntries(tied.map(({ id, value }) => [id, value])),
    // A question without a digest is about an answer that was left out: nobody can tell.
    changed: tied
      .filter(({ read, value }) => read !== null && read !== answerDigest(value, sha256))
      .map(({ id }) => id),
    // What has been said to a question stands when it is asked again.
    said: Object.fromEntries(
      reply.questions.flatMap(({ id }) => {
        const said = before.findLast((other) => Object.hasOwn(other.said, id))?.said[id]
        return said === undefined ? [] : [[id, said]]
      }),
    ),
  }
  const inFile = [...current.replies.map((each) => each.raw), entry]
  const isFull = tooManyReplies(inFile) !== null || sizeInFile(inFile) > LIMITS.allReplies
  return isFull
    ? { ok: false, reason: 'full' }
    : { ok: true, next: { ...current, replies: [...current.replies, readEntry(entry)] } }
}

const withPart = <K extends 'said' | 'found'>(
  { raw }: CaseReply,
  read: ReceivedReply,
  name: K,
  part: ReceivedReply[K],
): CaseReply => ({ raw: { ...(raw as object), [name]: part }, read: { ...read, [name]: part } })

export const withSaid = (
  replies: readonly CaseReply[],
  replyId: string,
  questionId: string,
  text: string,
): readonly CaseReply[] =>
  replies.map((entry) =>
    entry.read?.reply.replyId === replyId
      ? withPart(entry, entry.read, 'said', { ...entry.read.said, [questionId]: text })
      : entry,
  )

/** Replies less what stood at answers that do not go along: left out, gone with their row, or not asked for any more. */
export const repliesWithout = (
  replies: readonly CaseReply[],
  staysBehind: (at: Address) => boolean,
): readonly CaseReply[] =>
  replies.map((entry) => {
    if (entry.read === null) return entry
    const out = entry.read.reply.questions.filter(({ at }) => at !== null && staysBehind(at))
    if (out.length === 0) return entry
    const ids = new Set(out.map(({ id }) => id))
    const kept = Object.entries(entry.read.found).filter(([id]) => !ids.has(id))
    return withPart(entry, entry.read, 'found', Object.fromEntries(kept))
  })

export interface AskedBack {
  reply: Reply
  id: string
  text: string
  /** Where it is answered; null where it is about the whole case, or about something that has gone. */
  at: Address | null
  code: string | null
  /** True where what it is about is no longer in the case, or no longer asked for. */
  isGone: boolean
  isAnswered: boolean
  /** True where the answer was another already than the one that was read. */
  changedBefore: boolean
  /** The answer that the question was about; undefined where it is not known. */
  before: unknown
  hasMoved: boolean
  said: string | null
  /** The same, letter by letter as it is typed. */
  typed: string
}

const isSame = (a: unknown, b: unknown) => canonicalText(a ?? null) === canonicalText(b ?? null)

interface Placed {
  received: ReceivedReply
  question: ReplyQuestion
}

/** Every question of every reply, in order. A reply that was sent again, corrected, asks each question once: the later wording stands. */
export function questionsIn(replies: readonly CaseReply[]): readonly Placed[] {
  const placed = new Map<string, Placed>()
  for (const received of receivedReplies(replies))
    for (const question of received.reply.questions) placed.set(question.id, { received, question })
  return [...placed.values()]
}

/**
 * A question as it stands now: answered when its answer has changed since it came, or when something is said to it.
 * @param isAsked tells whether an address is a question that this case asks
 */
export function asItStands(
  { received: { reply, found, changed, said }, question: { id, at, code, text } }: Placed,
  answers: Answers,
  isAsked: (at: Address) => boolean,
): AskedBack {
  const isGone = at !== null && !isAsked(at)
  const now = at === null || isGone ? null : getAnswer(answers, at)
  const typed = (Object.hasOwn(said, id) && said[id]) || ''
  const isFound = Object.hasOwn(found, id)
  const hasMoved = at !== null && !isGone && isFound && !isSame(found[id], now)
  const changedBefore = changed.includes(id)
  return {
    reply,
    id,
    text,
    at: isGone ? null : at,
    code,
    isGone,
    isAnswered: nonBlank(typed) !== null || hasMoved,
    changedBefore,
    before: changedBefore || !isFound ? undefined : found[id],
    hasMoved,
    said: nonBlank(typed),
    typed,
  }
}

/** Every question that account managers have asked about a case, as it stands now. */
export function questionsAsked(
  interview: Interview,
  answers: VisibleAnswers,
  replies: readonly CaseReply[],
): readonly AskedBack[] {
  // Most cases have no reply, and a large one has fifty thousand addresses.
  if (replies.length === 0) return []
  const asked = askedAddresses(interview, answers)
  return questionsIn(replies).map((each) => asItStands(each, answers, (at) => asked.has(at)))
}

/** True where it waits for the merchant: what has gone cannot be answered any more. */
export const isWaiting = ({ isAnswered, isGone }: AskedBack): boolean => !isAnswered && !isGone
