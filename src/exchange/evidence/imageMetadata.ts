export interface PictureFacts {
  /** In pixels, as stored; 0 if unknown. */
  width: number
  height: number
  hasPosition: boolean
}

/** Some cameras write a lot before the picture; a hostile file could have millions of segments. */
const MAX_SEGMENTS = 2_000

interface Segment {
  kind: string
  at: number
  end: number
}

/** Reads the metadata of a JPEG, PNG or WebP file. Never throws; damaged metadata counts as none. */
export function pictureFacts(bytes: Uint8Array): PictureFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [width, height] = [0, 0]
  let hasPosition = false
  let count = 0
  for (const segment of segmentsOf(view)) {
    segment.end = Math.min(segment.end, view.byteLength)
    const size = sizeIn(view, segment)
    if (size !== null) [width, height] = size
    hasPosition ||= tellsPosition(view, segment)
    count += 1
    if (count === MAX_SEGMENTS) break
  }
  return { width, height, hasPosition }
}

function* segmentsOf(view: DataView): Generator<Segment> {
  const length = view.byteLength
  if (length > 4 && view.getUint16(0) === 0xffd8) {
    for (let at = 2; at + 4 <= length; ) {
      const marker = view.getUint16(at)
      if (marker < 0xffc0 || marker === 0xffda) return
      const end = at + 2 + view.getUint16(at + 2)
      yield { kind: `jpeg ${marker.toString(16)}`, at: at + 4, end }
      at = Math.max(end, at + 4)
    }
  } else if (length > 8 && view.getUint32(0) === 0x89504e47) {
    for (let at = 8; at + 8 <= length; ) {
      const end = at + 8 + view.getUint32(at)
      yield { kind: `png ${letters(view, at + 4)}`, at: at + 8, end }
      at = end + 4
    }
  } else if (length > 12 && letters(view, 8) === 'WEBP') {
    for (let at = 12; at + 8 <= length; ) {
      const end = at + 8 + view.getUint32(at + 4, true)
      yield { kind: `webp ${letters(view, at)}`, at: at + 8, end }
      at = end + ((end - at) % 2)
    }
  }
}

const letters = (view: DataView, at: number) =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3))

function sizeIn(view: DataView, { kind, at, end }: Segment): readonly [number, number] | null {
  if (end - at < 6) return null
  // Any start of frame; the other markers in this range hold tables.
  if (/^jpeg ffc[0-35-79-bd-f]$/.test(kind)) return [view.getUint16(at + 3), view.getUint16(at + 1)]
  if (kind === 'png IHDR' && end - at >= 8) return [view.getUint32(at), view.getUint32(at + 4)]
  if (end - at < 10) return null
  const three = (from: number) => view.getUint16(from, true) + view.getUint8(from + 2) * 65_536 + 1
  if (kind === 'webp VP8X') return [three(at + 4), three(at + 7)]
  if (kind === 'webp VP8 ') return [view.getUint16(at + 6, true) & 0x3fff, view.getUint16(at + 8, true) & 0x3fff]
  if (kind === 'webp VP8L') {
    const bits = view.getUint32(at + 1, true)
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
  }
  return null
}

const HOLDS_EXIF = new Set(['jpeg ffe1', 'png eXIf', 'webp EXIF'])
const HOLDS_TEXT = new Set(['jpeg ffe1', 'png iTXt', 'png tEXt', 'png zTXt', 'webp XMP '])

/** Coordinates in XMP, and non-empty place names as an attribute or element. */
const POSITION = /GPS(Latitude|Longitude)|Iptc4xmpExt:LocationName\b/
const PLACE =
  /(?:photoshop|Iptc4xmp(?:Core|Ext)):(?:City|State|Country(?:Name|Code)?|Location|Sublocation|ProvinceState)(?:\s*=\s*["']\s*[^"'\s]|(?:\s[^<>]{0,200})?>\s*[^<\s])/
/** Compressed or hex-encoded metadata is not decoded: it counts as a position. */
const PACKED = ['Raw profile type ', 'XML:com.adobe.xmp\0\x01']

function tellsPosition(view: DataView, { kind, at, end }: Segment): boolean {
  if (HOLDS_TEXT.has(kind)) {
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at, Math.max(0, end - at))
    const text = new TextDecoder('latin1').decode(bytes)
    if (POSITION.test(text) || PLACE.test(text) || PACKED.some((packed) => text.startsWith(packed))) return true
  }
  try {
    if (kind === 'jpeg ffed') return iptcTellsPlace(view, at, end)
    return HOLDS_EXIF.has(kind) && exifTellsPosition(view, at, end)
  } catch {
    // An offset leads out of the file.
    return false
  }
}

/** EXIF is a small TIFF file: entry 0x8825 points to the GPS entries. */
function exifTellsPosition(view: DataView, at: number, end: number): boolean {
  const start = end - at > 6 && letters(view, at) === 'Exif' ? at + 6 : at
  const order = view.getUint16(start)
  if (order !== 0x4949 && order !== 0x4d4d) return false
  const little = order === 0x4949
  const entries = (list: number) => Math.min(view.getUint16(start + list, little), 500)
  const list = view.getUint32(start + 4, little)
  for (let index = 0; index < entries(list); index += 1) {
    const entry = start + list + 2 + index * 12
    if (entry + 12 > end) return false
    if (view.getUint16(entry, little) !== 0x8825) continue
    // Some cameras write an empty list, with a version alone.
    return entries(view.getUint32(entry + 8, little)) > 1
  }
  return false
}

/** IPTC: content location, city, sublocation, province, country code and name. */
const PLACES = new Set([26, 27, 90, 92, 95, 100, 101])

/** The Photoshop segment is a list of resources; 0x0404 is IPTC. */
function iptcTellsPlace(view: DataView, start: number, end: number): boolean {
  let at = start + 'Photoshop 3.0\0'.length
  while (at + 12 <= end && letters(view, at) === '8BIM') {
    // Padded to even offsets.
    const sizeAt = at + 6 + ((view.getUint8(at + 6) + 2) & ~1)
    const dataAt = sizeAt + 4
    const dataEnd = Math.min(dataAt + view.getUint32(sizeAt), end)
    if (view.getUint16(at + 4) === 0x0404)
      for (let entry = dataAt; entry + 5 <= dataEnd && view.getUint8(entry) === 0x1c; ) {
        const length = view.getUint16(entry + 3)
        if (view.getUint8(entry + 1) === 2 && PLACES.has(view.getUint8(entry + 2)) && length > 0) return true
        entry += 5 + length
      }
    at = dataEnd + ((dataEnd - dataAt) % 2)
  }
  return false
}
