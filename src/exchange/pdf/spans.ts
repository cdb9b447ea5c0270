import { written } from '../../domain/case/answer.ts'
import { excerpt } from '../../domain/report/excerpt.ts'
import type { Block, Span, Text } from './blocks.ts'
import type { SheetInput } from './sheetDocument.ts'

export const plain = (text: string): Span => ({ text })
export const strong = (text: string): Span => ({ text, voice: 'strong' })
export const quiet = (text: string): Span => ({ text, voice: 'quiet' })

/** Parts of a sentence with a space between them; those that say nothing are left out. */
export const joined = (...parts: readonly (Span | null | false)[]): Text =>
  parts
    .filter((part): part is Span => part !== null && part !== false && part.text !== '')
    .flatMap((part, at) => (at === 0 ? [part] : [plain(' '), part]))

/**
 * The customer's own words, in their own voice and language.
 * @param most how many characters there is room for; the whole text where it is not given
 */
export function ownWords(
  { language, words }: Pick<SheetInput, 'language' | 'words'>,
  text: string | null,
  most?: number,
): Span | null {
  const own = written(text)
  if (own === null) return null
  const { text: shown, cut } = most === undefined ? { text: own, cut: false } : excerpt(own, most)
  return {
    text: cut ? `${shown} …` : shown,
    voice: 'own',
    ...(language !== '' && language !== words.language && { language }),
  }
}

export const heading = (text: string): Block => ({ is: 'heading', level: 2, text: [plain(text)] })
export const paragraph = (...text: Text): Block => ({ is: 'paragraph', text })
