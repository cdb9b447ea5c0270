/** By the first bytes: names and media types are never believed. */
export function fileKind(bytes: Uint8Array): 'json' | 'pdf' | 'zip' | 'encoding' | 'wrongFile' {
  const [first, second, third] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'encoding'
  if (first === 0x50 && second === 0x4b) return 'zip'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf
  const text = (hasMark ? start.slice(3) : start).trimStart()
  // First, since somebody may have written the mark of a PDF; that one stands behind other bytes in some PDFs.
  if (text.startsWith('{')) return 'json'
  return start.includes('%PDF') ? 'pdf' : 'wrongFile'
}
