/** By the first bytes: names and media types are never believed. */
export function fileKind(bytes: Uint8Array): 'json' | 'pdf' | 'zip' | 'encoding' | 'wrongFile' {
  const [first, second, third] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'encoding'
  if (first === 0x50 && second === 0x4b) return 'zip'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (start.includes('%PDF')) return 'pdf'
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf
  const text = (hasMark ? start.slice(3) : start).trimStart()
  return text.startsWith('{') ? 'json' : 'wrongFile'
}
