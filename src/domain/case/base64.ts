/** Within the argument limit of a call; a multiple of three, so that the parts can be concatenated. */
const STEP = 24_576

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += STEP) {
    // Spreading the bytes is ten times slower.
    const part = bytes.subarray(at, at + STEP) as unknown as number[]
    parts.push(btoa(String.fromCharCode.apply(null, part)))
  }
  return parts.join('')
}
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const characters = atob(text)
    const bytes = new Uint8Array(characters.length)
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at)
    return bytes
  } catch {
    return null
  }
}
