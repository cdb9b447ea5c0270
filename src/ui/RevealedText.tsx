interface Piece {
  at: number
  shown: string
  /** The code point, such as `U+202E`; null for ordinary text. */
  code: string | null
}

/** Bidi controls, zero-width characters and tag characters: not typed by hand. */
const UNSEEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u

/** Joiners belong in emoji and in some scripts, but not between Latin letters. */
const JOINER = /[\u200C\u200D]/u
const WORD = /[\p{L}\p{M}\p{N}\u200C\u200D]+/gu
const LATIN = /\p{Script=Latin}/u
const LOOKS_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}]/u

const codeOf = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** The places of lookalike letters and joiners in words that have Latin letters, too. */
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

/** Splits a text into ordinary and suspicious pieces. What they show, joined, is the text without invisible characters. */
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

export const OddText = ({ text }: { text: string }) =>
  oddPieces(text).map(({ at, shown, code }) =>
    code === null ? (
      shown
    ) : (
      <span className="odd" key={at}>
        {shown}
        <span className="odd-code">{code}</span>
      </span>
    ),
  )
