export type WordTree = { readonly [key: string]: string | WordTree }

/**
 * The words of a language, with those of another where one is missing: a reader then meets a sentence in another
 * language, and never a key.
 */
export function wholeWords(own: WordTree, other: WordTree): WordTree {
  const whole: Record<string, string | WordTree> = { ...own }
  for (const [key, theirs] of Object.entries(other)) {
    const ours = own[key]
    if (typeof theirs === 'string') whole[key] = typeof ours === 'string' && ours !== '' ? ours : theirs
    else whole[key] = wholeWords(typeof ours === 'object' ? ours : {}, theirs)
  }
  return whole
}
