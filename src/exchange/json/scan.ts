/** What the app itself writes stays far below these. */
const MAX_DEPTH = 32
const MAX_TOKENS = 2_000_000

export type Scan = 'whole' | 'tooComplex' | 'truncated'

const QUOTE = 0x22
const BACKSLASH = 0x5c

/**
 * One pass over JSON text before it is parsed: how deep it goes, how much there is, and whether it ends in the middle.
 * Parsing alone would follow a million brackets and tell nothing about a file that was cut off.
 */
export function scanJson(text: string): Scan {
  let depth = 0
  let tokens = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === BACKSLASH) at += 1
      else if (code === QUOTE) inString = false
      continue
    }
    if (code === QUOTE) {
      inString = true
      tokens += 1
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1
      tokens += 1
      if (depth > MAX_DEPTH) return 'tooComplex'
    } else if (code === 0x7d || code === 0x5d) depth -= 1
    else if (code === 0x2c) tokens += 1
    if (tokens > MAX_TOKENS) return 'tooComplex'
  }
  return inString || depth > 0 ? 'truncated' : 'whole'
}

/** The text as strict UTF-8; a byte order mark is taken away. Null where it is something else. */
export function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** True where everything is UTF-8 but the last letter, of which only the first bytes are there: it was cut off. */
export function endsInALetter(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
