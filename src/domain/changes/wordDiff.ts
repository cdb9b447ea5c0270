import { diffWordsWithSpace } from 'diff'

export interface WordRun {
  text: string
  is: 'kept' | 'added' | 'removed'
}

/** Above this many changed words, both texts are shown instead of a diff; it also bounds the run time. */
const MOST_EDITS = 600

/** Null if less than a quarter is in common. */
export function wordMarks(before: string, after: string): readonly WordRun[] | null {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (parts === undefined) return null
  const kept = parts.filter(({ added, removed }) => !added && !removed)
  const inCommon = kept.reduce((sum, { value }) => sum + value.trim().length, 0)
  if (inCommon * 4 < Math.max(before.length, after.length)) return null
  return parts.map(({ value, added, removed }) => ({ text: value, is: added ? 'added' : removed ? 'removed' : 'kept' }))
}
