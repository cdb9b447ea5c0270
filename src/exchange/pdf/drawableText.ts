// Controls, soft hyphens, zero-width characters and those that turn the direction of the text around.
const UNSEEN = /[^\n\P{Cc}]|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu
const NEVER_CHARACTERS = /\p{Noncharacter_Code_Point}/gu

/**
 * Text as it can be drawn: whole characters in their composed form, line ends as `\n`, nothing that is not seen. What
 * is embedded beside it stays as it was written.
 */
export const drawableText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/\t/g, '    ')
    .replace(UNSEEN, '')
    .replace(NEVER_CHARACTERS, '\ufffd')
    .normalize('NFC')
    // Blanks of other widths are blanks; those that do not allow a break stay as they are.
    .replace(/[\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/g, ' ')
    .replace(/[\u2007\u202f]/g, '\u00a0')
    .replace(/ {3,}/g, '  ')
