import { TooMuch } from '../../inflate.ts'
import { decryptFor } from './decryption.ts'
import { type Decoded, decodeStream } from './filters.ts'
import { READ_LIMITS, type ReadBudget } from './readBudget.ts'
import { Reader } from './syntax.ts'
import { type Dictionary, entriesOf, isNamed, type Resolve, type Value } from './values.ts'

type Range = readonly [start: number, end: number]

interface Found {
  value: Value
  stream: Range | null
  /** Its place in the file: of two objects with one number, the later one counts. */
  at: number
  generation: number
}

export interface Objects {
  resolve: Resolve
  dictionaryOf(value: Value | undefined): Dictionary | null
  /** The decoded stream of an object; null if it has none, or one that cannot be read. */
  streamOf(reference: Value): Decoded | null
  all(): Iterable<readonly [number, Dictionary]>
  /** Last first. */
  trailers: readonly Dictionary[]
  /** `readable`: the empty password opens it. Strings stay encrypted. */
  encrypted: 'not' | 'readable' | 'locked'
}

const OBJECT = /(\d{1,10})[\s\0]{1,20}(\d{1,5})[\s\0]{1,20}obj(?![a-z])/g

/**
 * Finds every object in the bytes themselves and ignores the xref table, which may be missing, wrong or made to mislead.
 * Rewriters append, so the last object of a number counts.
 */
export function findObjects(bytes: Uint8Array, budget: ReadBudget): Objects {
  budget.read(bytes.length)
  const text = new TextDecoder('latin1').decode(bytes)
  const found = new Map<number, Found>()
  const lengths = plainNumbers(text, budget)
  const trailers: Dictionary[] = []
  const addTrailer = (trailer: Dictionary) => {
    trailers.push(trailer)
    if (trailers.length > READ_LIMITS.trailers) throw new TooMuch('trailers')
  }
  const streams: Range[] = []
  let from = 0
  for (const match of text.matchAll(OBJECT)) {
    // Inside the stream of another object it is content.
    if (match.index < from) continue
    const number = Number(match[1])
    const reader = new Reader(bytes, match.index + match[0].length, budget)
    const value = reader.value()
    const stream = streamAt(bytes, text, reader, value, lengths, budget)
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
    // Trailers inside streams belong to attached files. Both lists are in file order.
    while ((streams[next]?.[1] ?? Number.POSITIVE_INFINITY) <= match.index) next += 1
    if ((streams[next]?.[0] ?? Number.POSITIVE_INFINITY) <= match.index) continue
    const value = new Reader(bytes, match.index + 7, budget).value()
    if (value?.is === 'dictionary') addTrailer(value.entries)
  }
  const resolve = (value: Value | undefined, depth = 0): Value =>
    value?.is === 'reference' && depth < READ_LIMITS.depth
      ? resolve(found.get(value.number)?.value, depth + 1)
      : (value ?? null)
  trailers.reverse()
  const decrypt = decryptFor(trailers, resolve)
  const decoded = (number: number, entry: Found): Decoded | null => {
    if (entry.stream === null || entry.value?.is !== 'dictionary' || decrypt === null) return null
    const { entries } = entry.value
    const raw = bytes.subarray(...entry.stream)
    if (decrypt === 'none') return decodeStream(raw, entries, resolve, budget)
    budget.read(raw.length)
    const isAttachment = isNamed(entries.get('Type'), 'EmbeddedFile')
    const plain = decrypt({ number, generation: entry.generation, isAttachment }, raw)
    return plain === null ? null : decodeStream(plain, entries, resolve, budget)
  }
  for (const [number, entry] of [...found]) unpackObjects(entry, () => decoded(number, entry), found, resolve, budget)
  return {
    resolve,
    trailers,
    encrypted: decrypt === 'none' ? 'not' : decrypt === null ? 'locked' : 'readable',
    dictionaryOf: (value) => {
      const resolved = resolve(value)
      return resolved?.is === 'dictionary' ? resolved.entries : null
    },
    streamOf: (reference) => {
      if (reference?.is !== 'reference') return null
      const entry = found.get(reference.number)
      return entry === undefined ? null : decoded(reference.number, entry)
    },
    *all() {
      for (const [number, { value }] of found) if (value?.is === 'dictionary') yield [number, value.entries]
    },
  }
}

/** Objects that are only a number: stream lengths are often stored so. */
function plainNumbers(text: string, budget: ReadBudget): ReadonlyMap<number, number> {
  budget.read(text.length)
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
  budget: ReadBudget,
): Range | null {
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
  budget.read((end === -1 ? bytes.length : end) - begin)
  return [begin, end === -1 ? bytes.length : end]
}

function unpackObjects(
  entry: Found,
  decoded: () => Decoded | null,
  found: Map<number, Found>,
  resolve: Resolve,
  budget: ReadBudget,
): void {
  if (entry.value?.is !== 'dictionary' || !isNamed(entry.value.entries.get('Type'), 'ObjStm')) return
  const stream = decoded()
  if (stream === null) return
  const { number: numberOf } = entriesOf(entry.value.entries, resolve)
  const count = Math.min(numberOf('N'), READ_LIMITS.objects)
  const first = numberOf('First')
  const index = new Reader(stream.bytes, 0, budget)
  for (let at = 0; at < count; at += 1) {
    const number = index.value()
    const offset = index.value()
    if (number?.is !== 'number' || offset?.is !== 'number') return
    const known = found.get(number.number)
    if (known !== undefined && known.at > entry.at) continue
    const value = new Reader(stream.bytes, first + offset.number, budget).value()
    found.set(number.number, { value, stream: null, at: entry.at, generation: 0 })
    if (found.size > READ_LIMITS.objects) throw new TooMuch('objects')
  }
}
