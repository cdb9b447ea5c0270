/** In bytes; larger files are not read. */
export const MAX_FILE = 60 * 1024 * 1024

/** By the first bytes; names and media types are not trusted. */
export function fileKind(bytes: Uint8Array): 'json' | 'pdf' | 'zip' | 'encoding' | 'wrongFile' {
  const [first, second, third] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'encoding'
  if (first === 0x50 && second === 0x4b) return 'zip'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf
  const text = (hasMark ? start.slice(3) : start).trimStart()
  // JSON first, since its text may contain `%PDF`, which need not be at the start of a PDF.
  if (text.startsWith('{')) return 'json'
  return start.includes('%PDF') ? 'pdf' : 'wrongFile'
}

/** The app itself stays far below these. */
const MAX_DEPTH = 32
const MAX_TOKENS = 2_000_000

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Checks JSON before it is parsed: `JSON.parse` would follow a million brackets, and cannot tell a truncated file. */
export function scanJson(text: string): 'whole' | 'tooComplex' | 'truncated' {
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

/** The text as strict UTF-8, without a byte order mark; null for another encoding. */
export function decodeText(bytes: Uint8Array, mayBeTruncated = false): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: mayBeTruncated })
  } catch {
    return null
  }
}
