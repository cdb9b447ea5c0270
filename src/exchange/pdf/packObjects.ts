import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { zlibSync } from 'fflate'

interface IndirectObject {
  number: number
  /** From `7 0 obj` to the line end after `endobj`. */
  bytes: Uint8Array
}

interface PlainPdf {
  header: Uint8Array
  /** In the order of the file. */
  objects: readonly IndirectObject[]
  /** One more than the highest number. */
  size: number
  /** What the trailer says, without its size. */
  trailer: string
}

/** A place of an object: a number of kind, then two of what the kind wants (ISO 32000-1, 7.5.8.3). */
type Place = readonly [kind: 0 | 1 | 2, where: number, which: number]

/** More compress better, but a reader unpacks all of them for one. */
const OBJECTS_IN_STREAM = 200
/** Bytes of the three numbers of a place. */
const WIDTHS = [1, 4, 2] as const
const ROW = 7
/** Of a place in the list that pdfkit writes. */
const ENTRY_BYTES = 20

/** What stays readable without unpacking, so that a damaged file gives its attachments, and other programs find them. */
const KEPT = /\/Type \/(?:Catalog|Filespec)\b|\/EmbeddedFiles\b/

/**
 * Compresses the objects of a PDF as pdfkit writes it: they are most of its bytes. Streams, and what leads to the
 * attachments, stay as they are and in their order, before everything that is packed.
 */
export function packObjects(pdf: Uint8Array): Uint8Array {
  const { header, objects, size, trailer } = readPlain(pdf)
  const places: Place[] = [[0, 0, 65_535]]
  const parts: Uint8Array[] = [header]
  let length = header.length
  const write = ({ number, bytes }: IndirectObject) => {
    places[number] = [1, length, 0]
    parts.push(bytes)
    length += bytes.length
  }
  const packed: IndirectObject[] = []
  for (const object of objects) {
    if (endsWith(object.bytes, END_OF_STREAM) || KEPT.test(latin1(object.bytes))) write(object)
    else packed.push(object)
  }
  packed.sort((a, b) => a.number - b.number)
  let next = size
  for (let at = 0; at < packed.length; at += OBJECTS_IN_STREAM) {
    const group = packed.slice(at, at + OBJECTS_IN_STREAM)
    for (const [index, { number }] of group.entries()) places[number] = [2, next, index]
    write(streamOf(next, ...objectStream(group)))
    next += 1
  }
  const start = length
  places[next] = [1, start, 0]
  const widths = `/W [${WIDTHS.join(' ')}] /DecodeParms << /Predictor 12 /Columns ${ROW} >>`
  write(streamOf(next, `/Type /XRef /Size ${next + 1} ${widths} ${trailer}`, rowsOf(places)))
  return concatBytes(...parts, utf8ToBytes(`startxref\n${start}\n%%EOF\n`))
}

const END_OF_STREAM = utf8ToBytes('endstream\nendobj\n')

const endsWith = (bytes: Uint8Array, end: Uint8Array) =>
  bytes.length >= end.length && end.every((byte, at) => bytes[bytes.length - end.length + at] === byte)

const decoder = new TextDecoder('latin1')
/** For looking at only: not every byte comes back the same. */
const latin1 = (bytes: Uint8Array) => decoder.decode(bytes)

function readPlain(pdf: Uint8Array): PlainPdf {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(latin1(pdf.subarray(-64)))?.[1])
  const tail = latin1(pdf.subarray(start))
  const [head = '', count = '0'] = /^xref\n0 (\d+)\n/.exec(tail) ?? []
  const [, trailer] = /trailer\n<<\n([\s\S]*)\n>>\nstartxref/.exec(tail) ?? []
  if (trailer === undefined) throw new Error('pdf: not as pdfkit writes it')
  const size = Number(count)
  const offsets = Array.from({ length: size }, (_, number) => {
    const from = head.length + number * ENTRY_BYTES
    return { number, offset: Number(tail.slice(from, from + 10)) }
  }).slice(1)
  offsets.sort((a, b) => a.offset - b.offset)
  const objects = offsets.map(({ number, offset }, at) => ({
    number,
    bytes: pdf.subarray(offset, offsets[at + 1]?.offset ?? start),
  }))
  const header = pdf.subarray(0, offsets[0]?.offset)
  return { header, objects, size, trailer: trailer.replace(/\/Size \d+\n/, '') }
}

function streamOf(number: number, dictionary: string, content: Uint8Array): IndirectObject {
  const data = zlibSync(content, { level: 9 })
  const begin = `${number} 0 obj\n<< ${dictionary} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`
  return { number, bytes: concatBytes(utf8ToBytes(begin), data, utf8ToBytes('\nendstream\nendobj\n')) }
}

function objectStream(group: readonly IndirectObject[]): readonly [string, Uint8Array] {
  const values = group.map(({ number, bytes }) =>
    bytes.subarray(`${number} 0 obj\n`.length, bytes.length - 'endobj\n'.length),
  )
  const index: number[] = []
  let offset = 0
  for (const [at, { number }] of group.entries()) {
    index.push(number, offset)
    offset += values[at]?.length ?? 0
  }
  const first = utf8ToBytes(`${index.join(' ')}\n`)
  return [`/Type /ObjStm /N ${group.length} /First ${first.length}`, concatBytes(first, ...values)]
}

/** Each row as the difference to the row above (PNG's predictor "up"), which compresses to almost nothing. */
function rowsOf(places: readonly Place[]): Uint8Array {
  const rows = new Uint8Array(places.length * ROW)
  const view = new DataView(rows.buffer)
  for (const [number, [kind, where, which]] of places.entries()) {
    view.setUint8(number * ROW, kind)
    view.setUint32(number * ROW + 1, where)
    view.setUint16(number * ROW + 5, which)
  }
  const differences = new Uint8Array(places.length * (ROW + 1))
  for (let number = 0; number < places.length; number += 1) {
    differences[number * (ROW + 1)] = 2
    for (let at = number * ROW; at < (number + 1) * ROW; at += 1)
      differences[number + 1 + at] = (rows[at] ?? 0) - (rows[at - ROW] ?? 0)
  }
  return differences
}
