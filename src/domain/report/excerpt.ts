import { nonBlank } from '../case/answer.ts'

export interface Excerpt {
  text: string
  cut: boolean
}

/** The lookbehind keeps a long row of full stops from being tried at each of them. */
const TRAILING = /(?<![\s,;:.–-])[\s,;:.–-]+$/

/** One line of at most `most` characters, cut at a word; the whole text is in the same document. */
export function excerpt(text: string, most: number): Excerpt {
  const line = text.trim().replace(/\s+/g, ' ')
  const characters = [...line]
  if (characters.length <= most) return { text: line, cut: false }
  const begins = characters.slice(0, most).join('')
  const word = begins.lastIndexOf(' ')
  // A single long word is cut anywhere.
  return { text: (word > begins.length / 2 ? begins.slice(0, word) : begins).replace(TRAILING, ''), cut: true }
}

/** An excerpt that says with `…` that it is one; null if nothing was written. */
export function short(own: unknown, most: number): string | null {
  const whole = nonBlank(own)
  if (whole === null) return null
  const { text, cut } = excerpt(whole, most)
  return cut ? `${text} …` : text
}

/** UTF-8 read as an older encoding (`NordfjÃ¤ll`), and what could not be decoded. */
const BROKEN = /Ã[\u0080-\u00bf„…–†‡]|Â[\u00a0-\u00bf]|\ufffd/u

const ROOM = 60

export function brokenLetters(value: unknown): string | null {
  if (typeof value === 'string') return BROKEN.test(value) ? excerpt(value, ROOM).text : null
  if (typeof value !== 'object' || value === null) return null
  for (const inner of Object.values(value)) {
    const found = brokenLetters(inner)
    if (found !== null) return found
  }
  return null
}
