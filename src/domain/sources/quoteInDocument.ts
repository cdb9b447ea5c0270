import { type Passage, sentencesOf } from './documentDeliverables.ts'
import type { DocumentBlock } from './sourceDocument.ts'

const lettersOfQuote = (text: string) => text.toLowerCase().replace(/[^\p{L}\d]+/gu, '')
const wordsOfQuote = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\d]{2,}/gu) ?? [])

/** At least this share of the words of both (C). */
const ALIKE = 0.6

export type QuoteNow = { is: 'same'; at: Passage } | { is: 'changed'; at: Passage } | { is: 'gone' }

/** What a document says today of a sentence that was taken from another one, or from an earlier version of it. */
export function quoteIn(blocks: readonly DocumentBlock[], quote: string): QuoteNow {
  const letters = lettersOfQuote(quote)
  const words = wordsOfQuote(quote)
  if (letters === '') return { is: 'gone' }
  let best: { at: Passage; share: number } | null = null
  for (const block of blocks) {
    // A quote of several sentences stands in one paragraph.
    if (lettersOfQuote(block.text).includes(letters))
      return { is: 'same', at: { block, sentence: block.kind === 'row' ? null : quote } }
    for (const sentence of sentencesOf(block)) {
      const at = { block, sentence: block.kind === 'row' ? null : sentence }
      const others = wordsOfQuote(sentence)
      const shared = [...words].filter((word) => others.has(word)).length
      const share = shared / Math.max(words.size, others.size, 1)
      if (share >= ALIKE && share > (best?.share ?? 0)) best = { at, share }
    }
  }
  return best === null ? { is: 'gone' } : { is: 'changed', at: best.at }
}
