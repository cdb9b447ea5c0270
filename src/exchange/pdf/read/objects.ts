import { TooMuch } from '../../inflate.ts'
import { decryptFor } from './decryption.ts'
import { type Decoded, decodeStream } from './filters.ts'
import { READ_LIMITS, type Work } from './readBudget.ts'
import { Reader } from './syntax.ts'
import type { Dictionary, Value } from './values.ts'

/** An object of a file, wherever it stands in it. */
interface Found {
  value: Value
  /** Where its stream begins and ends; null where it has none. */
  stream: readonly [number, number] | null
  /** What is later in the file holds. */
  at: number
  generation: number
}

export interface Objects {
  resolve(value: Value): Value
  dictionaryOf(value: Value): Dictionary | null
  /** The stream of an object, unpacked; null where it has none that we can read. */
  streamOf(reference: Value): Decoded | null
  all(): Iterable<readonly [number, Dictionary]>
  /** The dictionaries that say where the catalogue is, last first. */
  trailers: readonly Dictionary[]
  /** Whether it is encrypted: for everybody to read, or for those who know a password. Names in it are then unread. */
  encrypted: 'not' | 'readable' | 'locked'
}

const OBJECT = /(\d{1,10})[\s\0]{1,20}(\d{1,5})[\s\0]{1,20}obj(?![a-z])/g

/**
 * Finds every object in the bytes themselves. No table of contents is believed: it may be missing, wrong or made to
 * mislead, and what a rewriter appended stands last, so the last object of a number holds.
 */
export function findObjects(bytes: Uint8Array, work: Work): Objects {
  work.spend(bytes.length)
  // One character for each byte.
  const text = new TextDecoder('latin1').decode(bytes)
  const found = new Map<number, Found>()
  const lengths = plainNumbers(text, work)
  const trailers: Dictionary[] = []
  const addTrailer = (trailer: Dictionary) => {
    trailers.push(trailer)
    if (trailers.length > READ_LIMITS.trailers) throw new TooMuch('trailers')
  }
  const streams: (readonly [number, number])[] = []
  let from = 0
  for (const match of text.matchAll(OBJECT)) {
    // What stands within the stream of another object is its content.
    if (match.index < from) continue
    const number = Number(match[1])
    const reader = new Reader(bytes, match.index + match[0].length, work)
    const value = reader.value()
    const stream = streamAt(bytes, text, reader, value, lengths, work)
    if (stream !== null) {
      from = stream[1]
      streams.push(stream)
    }
    found.set(number, { value, stream, at: match.index, generation: Number(match[2]) })
    if (found.size > READ_LIMITS.objects) throw new TooMuch('objects')
    if (value?.is === 'dictionary' && isNamed(value.entries.get('Type'), 'XRef')) addTrailer(value.entries)
  }
  let next = 0
  for (const match of text.matchAll(/trailer(?=[\s\0]{0,20}<<)/g)) {
    // What an attached file says of itself is no word about this one. Both come in the order of the file.
    while ((streams[next]?.[1] ?? Number.POSITIVE_INFINITY) <= match.index) next += 1
    if ((streams[next]?.[0] ?? Number.POSITIVE_INFINITY) <= match.index) continue
    const value = new Reader(bytes, match.index + 7, work).value()
    if (value?.is === 'dictionary') addTrailer(value.entries)
  }
  const resolve = (value: Value, depth = 0): Value =>
    value?.is === 'reference' && depth < READ_LIMITS.depth
      ? resolve(found.get(value.number)?.value ?? null, depth + 1)
      : value
  trailers.reverse()
  const decrypt = decryptFor(trailers, resolve)
  const decoded = (number: number, entry: Found): Decoded | null => {
    if (entry.stream === null || entry.value?.is !== 'dictionary' || decrypt === null) return null
    const { entries } = entry.value
    const raw = bytes.subarray(...entry.stream)
    if (decrypt === 'none') return decodeStream(raw, entries, resolve, work)
    work.spend(raw.length)
    const isAttachment = isNamed(entries.get('Type'), 'EmbeddedFile')
    const plain = decrypt({ number, generation: entry.generation, isAttachment }, raw)
    return plain === null ? null : decodeStream(plain, entries, resolve, work)
  }
  for (const [number, entry] of [...found]) unpackObjects(entry, () => decoded(number, entry), found, resolve, work)
  return {
    resolve,
    trailers,
    encrypted: decrypt === 'none' ? 'not' : decrypt === null ? 'locked' : 'readable',
    dictionaryOf: (value) => {
      const resolved = resolve(value)
      return resolved?.is === 'dictionary' ? resolved.entries : null
    },
    streamOf: (reference) => {
      const entry = reference?.is === 'reference' ? found.get(reference.number) : undefined
      return entry === undefined || reference?.is !== 'reference' ? null : decoded(reference.number, entry)
    },
    *all() {
      for (const [number, { value }] of found) if (value?.is === 'dictionary') yield [number, value.entries]
    },
  }
}

export const isNamed = (value: Value | undefined, name: string) => value?.is === 'name' && value.name === name

/** Objects that are nothing but a number: the lengths of streams are often kept so. */
function plainNumbers(text: string, work: Work): ReadonlyMap<number, number> {
  work.spend(text.length)
  const numbers = new Map<number, number>()
  for (const match of text.matchAll(
    /(\d{1,10})[\s\0]{1,20}\d{1,5}[\s\0]{1,20}obj[\s\0]{1,20}(\d{1,10})[\s\0]{1,20}endobj/g,
  ))
    numbers.set(Number(match[1]), Number(match[2]))
  return numbers
}

function streamAt(
  bytes: Uint8Array,
  text: string,
  reader: Reader,
  value: Value,
  lengths: ReadonlyMap<number, number>,
  work: Work,
): readonly [number, number] | null {
  if (value?.is !== 'dictionary') return null
  reader.skipSpace()
  if (!reader.takes('stream')) return null
  let begin = reader.at
  if (bytes[begin] === 0x0d) begin += 1
  if (bytes[begin] === 0x0a) begin += 1
  const said = value.entries.get('Length') ?? null
  const length = said?.is === 'number' ? said.number : said?.is === 'reference' ? lengths.get(said.number) : undefined
  if (length !== undefined && length >= 0 && begin + length <= bytes.length) {
    const after = text.slice(begin + length, begin + length + 20)
    if (/^[\s\0]*endstream/.test(after)) return [begin, begin + length]
  }
  const end = text.indexOf('endstream', begin)
  work.spend((end === -1 ? bytes.length : end) - begin)
  return [begin, end === -1 ? bytes.length : end]
}

/** Objects that are kept within the stream of another. */
function unpackObjects(
  entry: Found,
  decoded: () => Decoded | null,
  found: Map<number, Found>,
  resolve: (value: Value) => Value,
  work: Work,
): void {
  if (entry.value?.is !== 'dictionary' || !isNamed(entry.value.entries.get('Type'), 'ObjStm')) return
  const stream = decoded()
  if (stream === null) return
  const numberOf = (key: string) => {
    const value = entry.value?.is === 'dictionary' ? resolve(entry.value.entries.get(key) ?? null) : null
    return value?.is === 'number' ? value.number : 0
  }
  const count = Math.min(numberOf('N'), READ_LIMITS.objects)
  const first = numberOf('First')
  const index = new Reader(stream.bytes, 0, work)
  for (let at = 0; at < count; at += 1) {
    const number = index.value()
    const offset = index.value()
    if (number?.is !== 'number' || offset?.is !== 'number') return
    const known = found.get(number.number)
    if (known !== undefined && known.at > entry.at) continue
    const value = new Reader(stream.bytes, first + offset.number, work).value()
    found.set(number.number, { value, stream: null, at: entry.at, generation: 0 })
    if (found.size > READ_LIMITS.objects) throw new TooMuch('objects')
  }
}
