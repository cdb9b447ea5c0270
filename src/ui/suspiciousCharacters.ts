/** A stretch of a text as it is shown. */
interface Piece {
  /** Where it begins. */
  at: number
  shown: string
  /** What it really is, as Unicode names it: `U+202E`; null for ordinary text. */
  code: string | null
}

/** Turns the direction of what follows, takes no room, or is a letter of a language tag: nobody writes these by hand. */
const UNSEEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u

/** Joiners belong into emoji and into some scripts, and hide between Latin letters. */
const JOINER = /[\u200C\u200D]/u
const WORD = /[\p{L}\p{M}\p{N}\u200C\u200D]+/gu
const LATIN = /\p{Script=Latin}/u
const LOOKS_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u

const codeOf = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Where the letters of words are that mix Latin letters with letters that look like them. */
function disguisedIn(text: string): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!LATIN.test(word)) continue
    for (let at = 0; at < word.length; at += 1) {
      const character = word[at] ?? ''
      if (LOOKS_LATIN.test(character) || JOINER.test(character)) found.add(index + at)
    }
  }
  return found
}

/** Cuts a text into what is ordinary and what is not. Put together again, what is shown is the text less what is unseen. */
export function oddPieces(text: string): readonly Piece[] {
  const disguised = disguisedIn(text)
  if (disguised.size === 0 && !UNSEEN.test(text)) return [{ at: 0, shown: text, code: null }]
  const pieces: Piece[] = []
  let plain = ''
  let at = 0
  const endPlain = () => {
    if (plain !== '') pieces.push({ at: at - plain.length, shown: plain, code: null })
    plain = ''
  }
  for (const character of text) {
    const isUnseen = UNSEEN.test(character)
    if (isUnseen || disguised.has(at)) {
      endPlain()
      pieces.push({ at, shown: isUnseen || JOINER.test(character) ? '' : character, code: codeOf(character) })
    } else plain += character
    at += character.length
  }
  endPlain()
  return pieces
}
