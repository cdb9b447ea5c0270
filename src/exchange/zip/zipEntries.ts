import { inflate, TooMuch } from '../inflate.ts'

export interface ZipMember {
  name: string
  /** 0: stored, 8: deflated; others are not read. */
  method: number
  isLocked: boolean
  packed: Uint8Array
}

/**
 * What is in an archive, also where its list is missing or damaged (`isListed` is then false). Names are no paths.
 * @throws TooMuch where there are more than `most`
 */
export function zipEntries(bytes: Uint8Array, most: number): { entries: readonly ZipMember[]; isListed: boolean } {
  const listed = listedEntries(bytes, most)
  return { entries: listed ?? foundEntries(bytes, most), isListed: listed !== null }
}

/**
 * Null if it is damaged or packed in a way that is not read. Sizes in headers are not trusted.
 * @param spend as for `inflate`
 */
export function unpackedEntry(
  { method, packed }: ZipMember,
  spend: (read: number, unpacked: number) => void,
): Uint8Array | null {
  if (method === 0) {
    spend(0, packed.length)
    return packed
  }
  if (method !== 8) return null
  const result = inflate(packed, 'raw', spend)
  return result.whole ? result.bytes : null
}

const [LOCAL, LISTED, END] = [0x04034b50, 0x02014b50, 0x06054b50]

/** The entries of the central directory; null if there is none. */
function listedEntries(bytes: Uint8Array, most: number): readonly ZipMember[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const first = Math.max(0, end - 65_535)
  while (end >= first && view.getUint32(end, true) !== END) end -= 1
  if (end < first) return null
  const entries: ZipMember[] = []
  for (let at = view.getUint32(end + 16, true); at + 46 <= end && view.getUint32(at, true) === LISTED; ) {
    if (entries.length >= most) throw new TooMuch('entries')
    const entry = entryAt(view, view.getUint32(at + 42, true), view.getUint32(at + 20, true))
    if (entry !== null) entries.push(entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries.length === 0 ? null : entries
}

function foundEntries(bytes: Uint8Array, most: number): readonly ZipMember[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: ZipMember[] = []
  for (let at = bytes.indexOf(0x50); at >= 0 && at + 30 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
    if (view.getUint32(at, true) !== LOCAL) continue
    if (entries.length >= most) throw new TooMuch('entries')
    // Streaming writers leave the size 0 here.
    const entry = entryAt(view, at, view.getUint32(at + 18, true) || null)
    if (entry !== null) entries.push(entry)
  }
  return entries
}

const LOCKED = 1

/** @param size compressed, by the header; null if unknown */
function entryAt(view: DataView, at: number, size: number | null): ZipMember | null {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) return null
  const begin = at + 30
  const nameEnd = begin + view.getUint16(at + 26, true)
  const data = nameEnd + view.getUint16(at + 28, true)
  if (data > view.byteLength) return null
  const part = (from: number, to: number) =>
    new Uint8Array(view.buffer, view.byteOffset + from, Math.max(0, Math.min(to, view.byteLength) - from))
  return {
    name: new TextDecoder().decode(part(begin, nameEnd)).replaceAll('\\', '/'),
    method: view.getUint16(at + 8, true),
    isLocked: (view.getUint16(at + 6, true) & LOCKED) === LOCKED,
    packed: part(data, size === null ? view.byteLength : data + size),
  }
}
