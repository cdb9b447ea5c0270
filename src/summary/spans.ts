import { nonBlank } from '../domain/case/answer.ts'
import { excerpt } from '../domain/report/excerpt.ts'
import type { Words } from '../i18n/useWords.ts'

/** Text in one voice: the customer's own words, those of somebody else, or ours. */
export interface Span {
  text: string
  voice?: 'own' | 'other' | 'strong' | 'quiet' | 'code' | 'note'
  /** A language tag, where it is not the language of the document. */
  language?: string
}
export type Text = readonly Span[]

/** In which words something is said, and in which language the customer writes. */
export interface Speaking {
  words: Words
  /** A language tag; empty where nobody has said. */
  language: string
}

export interface Saying extends Speaking {
  /** True where more can be folded out, and what is far below may come later. */
  onScreen: boolean
}

export const plain = (text: string): Span => ({ text })
export const strong = (text: string): Span => ({ text, voice: 'strong' })
export const quiet = (text: string): Span => ({ text, voice: 'quiet' })
export const code = (text: string): Span => ({ text, voice: 'code' })

/** Parts of a sentence with a space between them; those that say nothing are left out. */
export const joined = (...parts: readonly (Span | null | false | undefined)[]): Text =>
  parts
    .filter((part) => part !== null && part !== false && part !== undefined)
    .filter(({ text }) => text !== '')
    .flatMap((part, at) => (at === 0 ? [part] : [plain(' '), part]))

/** The language of a text, where it has to be said. */
export const spoken = ({ words }: Pick<Speaking, 'words'>, language: string): { language?: string } =>
  language === '' || language === words.language ? {} : { language }

/**
 * The customer's own words; null where there are none.
 * @param most how many characters there is room for; the whole text where it is not given
 */
export function own(saying: Speaking, text: string | null, most = Number.POSITIVE_INFINITY): Span | null {
  const whole = nonBlank(text)
  if (whole === null) return null
  const { text: shown, cut } = most === Number.POSITIVE_INFINITY ? { text: whole, cut: false } : excerpt(whole, most)
  return { text: cut ? `${shown} …` : shown, voice: 'own', ...spoken(saying, saying.language) }
}
