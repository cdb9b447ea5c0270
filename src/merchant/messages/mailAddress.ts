/** Mail programs cut or refuse longer addresses: some from 2,000 characters, one from about 1,600. */
const LONGEST = 1_600

// biome-ignore lint/suspicious/noControlCharactersInRegex: what would begin another header
const CONTROL = /[\0-\x1f\x7f\u2028\u2029]+/g

/** Null if it would be too long for some mail programs. */
export function mailAddress(subject: string, body: string, to = ''): string | null {
  const encoded = [
    `subject=${encodeURIComponent(subject.toWellFormed().replace(CONTROL, ' '))}`,
    `body=${encodeURIComponent(body.toWellFormed().replace(/\r\n|\r|\n/g, '\r\n'))}`,
  ].join('&')
  const address = `mailto:${encodeURIComponent(to).replace('%40', '@')}?${encoded}`
  return address.length <= LONGEST ? address : null
}
