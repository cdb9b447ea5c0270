import { rowsOf } from './address.ts'
import { type Answers, LIST_PATHS } from './answers.ts'
import { isRecord } from './sanitize.ts'

/** For reading and for editing (C), so that what the app writes always opens. */
export const LIMITS = {
  rows: 5_000,
  replies: 200,
  /** Questions in all replies together. */
  asked: 2_000,
  /** Bytes in a file: a reply as received, and all replies with the merchant's answers. */
  reply: 1_000_000,
  replyDepth: 20,
  allReplies: 4_000_000,
  files: 40,
  allFiles: 40_000_000,
} as const

interface Limited {
  answers: Answers
  evidence: readonly { size: number }[]
}

/** Null if within the limits. What already exceeds one may stay or shrink. */
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

export function tooManyReplies(replies: readonly unknown[]): { count: number; max: number } | null {
  const asked = replies.reduce((sum: number, entry) => sum + questionsIn(entry), 0)
  if (replies.length > LIMITS.replies) return { count: replies.length, max: LIMITS.replies }
  return asked > LIMITS.asked ? { count: asked, max: LIMITS.asked } : null
}

const depthOf = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? 1 + Object.values(value).reduce((deepest: number, inner) => Math.max(deepest, depthOf(inner)), 0)
    : 0

/** A reply is kept whole, so its size and depth are limited. */
export const isTooMuch = (reply: unknown): boolean =>
  sizeInFile(reply) > LIMITS.reply || depthOf(reply) > LIMITS.replyDepth

/** In bytes; a file has every line indented. */
export const sizeInFile = (value: unknown): number =>
  new TextEncoder().encode(JSON.stringify([[value]], null, 2)).length
