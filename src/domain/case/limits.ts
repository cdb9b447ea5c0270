import { rowsOf } from './address.ts'
import { LIST_PATHS } from './answers.ts'
import type { Case } from './case.ts'

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
  /** All files together, in bytes. */
  allFiles: 40_000_000,
} as const

/** Which limit a change would pass; null where it passes none. What is over one already may become less, or stay. */
export function passedLimit(before: Case, next: Case): 'rows' | 'files' | null {
  const isOver = (count: (current: Case) => number, most: number) =>
    count(next) > most && count(next) > count(before)
  if (LIST_PATHS.some((list) => isOver(({ answers }) => rowsOf(answers, list).length, LIMITS.rows)))
    return 'rows'
  const size = ({ evidence }: Case) => evidence.reduce((sum, file) => sum + file.size, 0)
  if (next.evidence === before.evidence) return null
  const isTooMuch = isOver(({ evidence }) => evidence.length, LIMITS.files) || isOver(size, LIMITS.allFiles)
  return isTooMuch ? 'files' : null
}
