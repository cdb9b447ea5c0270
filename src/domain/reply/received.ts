import { type Address, getAnswer } from '../case/address.ts'
import { nonBlank } from '../case/answer.ts'
import type { Answers } from '../case/answers.ts'
import { canonicalText, type Sha256 } from '../case/canonicalJson.ts'
import type { Case } from '../case/case.ts'
import { LIMITS, sizeInFile, tooManyReplies } from '../case/limits.ts'
import { compareDays, type PlainDate } from '../dates/plainDate.ts'
import { askedAddresses } from '../interview/askedQuestions.ts'
import type { Interview } from '../interview/question.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { type CaseReply, type ReceivedReply, readEntry } from './readReply.ts'
import { answerDigest, type Reply, type ReplyQuestion } from './reply.ts'

const byAge = (a: ReceivedReply, b: ReceivedReply) =>
  a.reply.revision - b.reply.revision || compareDays(a.reply.writtenOn, b.reply.writtenOn)

export const receivedReplies = (replies: readonly CaseReply[]): readonly ReceivedReply[] =>
  replies.flatMap(({ read }) => read ?? []).sort(byAge)

/** `full`: with more, the case could not be opened again. */
export type PlaceResult = { ok: true; next: Case } | { ok: false; reason: 'otherCase' | 'again' | 'full' }

/** No answer changes. `raw` is the reply as received, `today` a calendar day. */
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
    // Without a digest the answer was left out of the file, so nothing can be said.
    changed: tied
      .filter(({ read, value }) => read !== null && read !== answerDigest(value, sha256))
      .map(({ id }) => id),
    // What was said to a question holds when it is asked again.
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

/** Without the old answers to questions that do not go along. */
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
  /** Null if it is about the whole case, or gone. */
  at: Address | null
  code: string | null
  isGone: boolean
  isAnswered: boolean
  changedBefore: boolean
  before: unknown
  hasMoved: boolean
  said: string | null
  typed: string
}

const isSame = (a: unknown, b: unknown) => canonicalText(a ?? null) === canonicalText(b ?? null)

interface Placed {
  received: ReceivedReply
  question: ReplyQuestion
}

/** In order. When a reply is sent again, corrected, the later wording counts. */
export function questionsIn(replies: readonly CaseReply[]): readonly Placed[] {
  const placed = new Map<string, Placed>()
  for (const received of receivedReplies(replies))
    for (const question of received.reply.questions) placed.set(question.id, { received, question })
  return [...placed.values()]
}

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

export const isWaiting = ({ isAnswered, isGone }: AskedBack): boolean => !isAnswered && !isGone
