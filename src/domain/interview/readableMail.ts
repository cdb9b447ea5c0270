/** Punycode (RFC 3492). */
const BASE = 36
const SMALLEST = 1
const LARGEST = 26
const FIRST_LETTER = 0x80

function adapted(distance: number, letters: number, isFirst: boolean): number {
  let rest = Math.floor(distance / (isFirst ? 700 : 2))
  rest += Math.floor(rest / letters)
  let bias = 0
  for (; rest > ((BASE - SMALLEST) * LARGEST) / 2; bias += BASE) rest = Math.floor(rest / (BASE - SMALLEST))
  return bias + Math.floor((BASE * rest) / (rest + 38))
}

function decoded(label: string): string | null {
  const cut = label.lastIndexOf('-')
  const letters = [...label.slice(0, Math.max(0, cut))].map((letter) => letter.codePointAt(0) ?? 0)
  const digits = [...label.slice(cut + 1)].map((digit) => Number.parseInt(digit, BASE))
  let [letter, bias, place, at] = [FIRST_LETTER, 72, 0, 0]
  while (at < digits.length) {
    const before = place
    for (let weight = 1, step = BASE; ; step += BASE) {
      // In Punycode letters are 0 to 25, and 0 to 9 come after them.
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

/** The address before a browser put its host into ASCII, `info@företag.se`; null if nothing changes. An ß is lost. */
export function readableMail(text: string): string | null {
  if (text.length > 1_000) return null
  const put = text.replace(/(?<=[@.])xn--([a-z0-9-]{1,59})(?=[.>\s]|$)/gi, (all, label: string) => {
    return decoded(label.toLowerCase()) ?? all
  })
  return put === text ? null : put
}
