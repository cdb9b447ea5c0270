/** ASCII control characters except line feed and tab, and the two noncharacters that XML forbids. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are removed
const NOT_TEXT = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g

/** Line feeds only, no broken surrogates, no control characters; direction marks and zero-width characters stay. */
export const cleanText = (raw: string): string => raw.toWellFormed().replace(/\r\n?/g, '\n').replace(NOT_TEXT, '')

/** At most `most` UTF-16 units, never half a surrogate pair. */
export const beginOf = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
