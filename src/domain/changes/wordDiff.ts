import { diffWordsWithSpace } from 'diff'

export interface WordRun {
  text: string
  is: 'kept' | 'added' | 'removed'
}

/** Beyond this many differing words a text is a new one, and marks within it help nobody; it also bounds the time. */
const MOST_EDITS = 600

/**
 * Two versions of a text, word by word.
 * @returns null where they have so little in common that they are better read beside each other
 */
export function wordMarks(before: string, after: string): readonly WordRun[] | null {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS })
  if (parts === undefined) return null
  const kept = parts.filter(({ added, removed }) => !added && !removed)
  const inCommon = kept.reduce((sum, { value }) => sum + value.trim().length, 0)
  if (inCommon * 4 < Math.max(before.length, after.length)) return null
  return parts.map(({ value, added, removed }) => ({
    text: value,
    is: added ? 'added' : removed ? 'removed' : 'kept',
  }))
}
