/** How RFC 3492 writes letters beyond ASCII into the name of a host. */
const BASE = 36
const SMALLEST = 1
const LARGEST = 26
const FIRST_LETTER = 0x80

/** How the next distance is written, from how large the last one was. */
function adapted(distance: number, letters: number, isFirst: boolean): number {
  let rest = Math.floor(distance / (isFirst ? 700 : 2))
  rest += Math.floor(rest / letters)
  let bias = 0
  for (; rest > ((BASE - SMALLEST) * LARGEST) / 2; bias += BASE) rest = Math.floor(rest / (BASE - SMALLEST))
  return bias + Math.floor((BASE * rest) / (rest + 38))
}

/** The label of a host as it was before it was written in ASCII; null where it is none that can be read. */
function decoded(label: string): string | null {
  const cut = label.lastIndexOf('-')
  const letters = [...label.slice(0, Math.max(0, cut))].map((letter) => letter.codePointAt(0) ?? 0)
  const digits = [...label.slice(cut + 1)].map((digit) => Number.parseInt(digit, BASE))
  let [letter, bias, place, at] = [FIRST_LETTER, 72, 0, 0]
  while (at < digits.length) {
    const before = place
    for (let weight = 1, step = BASE; ; step += BASE) {
      // Letters are the digits 0 to 25 there, and 0 to 9 come behind them.
      const digit = ((digits[at++] ?? Number.NaN) + 26) % BASE
      if (Number.isNaN(digit)) return null
      place += digit * weight
      const least = Math.min(LARGEST, Math.max(SMALLEST, step - bias))
      if (digit < least) break
      weight *= BASE - least
      if (!Number.isSafeInteger(weight) || !Number.isSafeInteger(place)) return null
    }
    const count = letters.length + 1
    bias = adapted(place - before, count, before === 0)
    letter += Math.floor(place / count)
    place %= count
    if (letter > 0x10ffff) return null
    letters.splice(place++, 0, letter)
  }
  const text = String.fromCodePoint(...letters)
  return /^[\p{L}\p{M}\p{N}-]+$/u.test(text) ? text : null
}

/**
 * The address as somebody wrote it before a browser put its host into ASCII, `info@företag.se`; null where there is
 * nothing to put back. An ß that has become ss cannot be told.
 */
export function readableMail(text: string): string | null {
  if (text.length > 1_000) return null
  const put = text.replace(/(?<=[@.])xn--([a-z0-9-]{1,59})(?=[.>\s]|$)/gi, (all, label: string) => {
    return decoded(label.toLowerCase()) ?? all
  })
  return put === text ? null : put
}
