/** What there is room for on one page; the whole text follows on the next pages. */
export interface Excerpt {
  text: string
  cut: boolean
}

/** From its first character only: a long row of full stops is not tried anew at each of them. */
const TRAILING = /(?<![\s,;:.–-])[\s,;:.–-]+$/

/**
 * The beginning of a text on one line, at most `most` characters, ended at a word where there is one. Only ever a
 * pointer to the whole, which is in the same document.
 */
export function excerpt(text: string, most: number): Excerpt {
  const line = text.trim().replace(/\s+/g, ' ')
  const characters = [...line]
  if (characters.length <= most) return { text: line, cut: false }
  const begins = characters.slice(0, most).join('')
  const word = begins.lastIndexOf(' ')
  // A single word without an end is cut where the room ends.
  return {
    text: (word > begins.length / 2 ? begins.slice(0, word) : begins).replace(TRAILING, ''),
    cut: true,
  }
}

/** UTF-8 that a program took for an older way of writing letters, `NordfjÃ¤ll`, and what it could not read at all. */
const BROKEN = /Ã[\u0080-\u00bf„…–†‡]|Â[\u00a0-\u00bf]|\ufffd/u

const ROOM = 60

/** The first text in a file whose letters are broken; null where all look as they should. */
export function brokenLetters(value: unknown): string | null {
  if (typeof value === 'string') return BROKEN.test(value) ? excerpt(value, ROOM).text : null
  if (typeof value !== 'object' || value === null) return null
  for (const inner of Object.values(value)) {
    const found = brokenLetters(inner)
    if (found !== null) return found
  }
  return null
}
