/** The control characters of ASCII less line feed and tab, and the two code points that are no characters in XML. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are removed
const NOT_TEXT = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g

/**
 * What a person typed or a file holds, as it is kept: line ends as line feeds, broken surrogates replaced, control
 * characters removed. Everything else stays, direction marks and zero-width characters too.
 */
export const cleanText = (raw: string): string => raw.toWellFormed().replace(/\r\n?/g, '\n').replace(NOT_TEXT, '')

/** The beginning of a text, at most `most` characters as JavaScript counts them, and never half of one. */
export const beginOf = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
