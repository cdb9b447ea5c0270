/** Controls, soft hyphens, zero-width and bidi characters, and what only chooses how the character before it looks. */
const UNSEEN =
  /[^\n\P{Cc}]|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\u20e3|[\ufe00-\ufe0f]|(?<=\p{Extended_Pictographic})[\u{1f3fb}-\u{1f3ff}]/gu
const NEVER_CHARACTERS = /\p{Noncharacter_Code_Point}/gu

/** Letters, numbers and units in one character: ligatures, fractions, Roman numerals, full width. No font has them. */
const COMPOSED =
  /[\ufb00-\ufb06\u203c\u2047-\u2049\u2100-\u2103\u2105-\u2109\u2121\u2150-\u215a\u215f-\u217f\u2189\u2474-\u24b5\u3371-\u33df\uff01-\uff5e]/g
const FRACTION_AFTER_NUMBER = /(?<=\d)(?=[\u2150-\u215f\u2189])/g
const CIRCLED = /[\u2460-\u2473\u24b6-\u24ea]/g
/** White and black, in three rows of ten. */
const CIRCLED_TO_TEN = /[\u2776-\u2793]/g

/** Word writes the bullets, arrows and ticks of its symbol fonts as private characters. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ...['▪', '◦', '⁃', '\uf0b7', '\uf0a7', '\uf0d8', '\uf076'].map((bullet) => [bullet, '•'] as const),
  ['\uf0e0', '→'],
  ['\uf0df', '←'],
  ['\uf0fc', '✓'],
  ['\uf0fb', '✗'],
  ['\uf0a8', '☐'],
  ['\uf0fe', '☑'],
  ['\uf0fd', '☒'],
  ['\uf02d', '–'],
  ['⋯', '…'],
  ['⌀', 'Ø'],
])
const REPLACED = new RegExp(`[${[...INSTEAD.keys()].join('')}]`, 'g')

/** Text as it can be drawn. The embedded case keeps it as written. */
export const drawableText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/\t/g, '    ')
    .replace(UNSEEN, '')
    .replace(NEVER_CHARACTERS, '\ufffd')
    .normalize('NFC')
    .replace(FRACTION_AFTER_NUMBER, '\u00a0')
    .replace(COMPOSED, (character) => character.normalize('NFKC').replace('\u2044', '/'))
    .replace(CIRCLED, (character) => `(${character.normalize('NFKC')})`)
    .replace(CIRCLED_TO_TEN, (character) => `(${((character.charCodeAt(0) - 0x2776) % 10) + 1})`)
    .replace(REPLACED, (character) => INSTEAD.get(character) ?? character)
    // No font has spaces of other widths.
    .replace(/[\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/g, ' ')
    .replace(/[\u2007\u202f]/g, '\u00a0')
    .replace(/ {3,}/g, '  ')
