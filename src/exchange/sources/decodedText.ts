/** UTF-16 where it says so or half of its bytes are empty, UTF-8, else Windows' own western code page, which programs use without saying so. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  const isPlainIn16 = bytes.length > 8 && second === 0 && bytes[3] === 0 && bytes[5] === 0
  if ((first === 0xff && second === 0xfe) || isPlainIn16) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
