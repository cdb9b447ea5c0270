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
