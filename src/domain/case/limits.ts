import { rowsOf } from './address.ts'
import { type Answers, LIST_PATHS } from './answers.ts'
import { isRecord } from './sanitize.ts'

/** What a case holds at most (C): what is read in, and what is added, so that what the app makes always opens. */
export const LIMITS = {
  rows: 5_000,
  replies: 200,
  /** Questions in all replies together: more are nobody's. */
  asked: 2_000,
  /** A reply as it comes, and all replies with what has become of them: bytes as they stand in a file. */
  reply: 1_000_000,
  replyDepth: 20,
  allReplies: 4_000_000,
  files: 40,
  allFiles: 40_000_000,
} as const

/** What of a case is limited. */
interface Limited {
  answers: Answers
  evidence: readonly { size: number }[]
}

/** Which limit a change would pass; null where it passes none. What is over one already may become less, or stay. */
export function passedLimit(before: Limited, next: Limited): 'rows' | 'files' | null {
  const isOver = (count: (current: Limited) => number, most: number) =>
    count(next) > most && count(next) > count(before)
  if (LIST_PATHS.some((list) => isOver(({ answers }) => rowsOf(answers, list).length, LIMITS.rows))) return 'rows'
  const size = ({ evidence }: Limited) => evidence.reduce((sum, file) => sum + file.size, 0)
  if (next.evidence === before.evidence) return null
  const isFull = isOver(({ evidence }) => evidence.length, LIMITS.files) || isOver(size, LIMITS.allFiles)
  return isFull ? 'files' : null
}

const questionsIn = (entry: unknown): number => {
  const reply = isRecord(entry) ? entry.reply : undefined
  const questions = isRecord(reply) ? reply.questions : undefined
  return Array.isArray(questions) ? questions.length : 0
}

/** Which limit the replies of a case pass by their number, and how; null where they pass none. */
export function tooManyReplies(replies: readonly unknown[]): { count: number; max: number } | null {
  const asked = replies.reduce((sum: number, entry) => sum + questionsIn(entry), 0)
  if (replies.length > LIMITS.replies) return { count: replies.length, max: LIMITS.replies }
  return asked > LIMITS.asked ? { count: asked, max: LIMITS.asked } : null
}

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Object.values(value).reduce((deepest: number, inner) => Math.max(deepest, depthOf(inner)), 0)
    : 0

/** Whether a reply is more than a case can take: its whole file is read back, however deep and large. */
export const isTooMuch = (reply: unknown): boolean =>
  sizeInFile(reply) > LIMITS.reply || depthOf(reply) > LIMITS.replyDepth

/** How large something is in a file, in bytes: written there with every line indented. */
export const sizeInFile = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify([[value]], null, 2)).length
