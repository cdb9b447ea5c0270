import { LIMITS } from '../case/limits.ts'
import { isRecord } from '../case/untrusted.ts'

/** How many questions a reply of a case asks, whatever it looks like. */
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

/** How many brackets stand around what is deepest in a value. */
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
