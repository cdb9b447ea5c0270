import { inflate, TooMuch } from '../../inflate.ts'
import { READ_LIMITS, type ReadBudget } from './readBudget.ts'
import { type Dictionary, entriesOf, type Resolve, type Value } from './values.ts'

export interface Decoded {
  bytes: Uint8Array
  /** False if the stream is damaged; `bytes` is then what could be read. */
  whole: boolean
}

export function decodeStream(
  raw: Uint8Array,
  dictionary: Dictionary,
  resolve: Resolve,
  budget: ReadBudget,
): Decoded | null {
  const listOf = (value: Value) => (value?.is === 'array' ? value.items : value === null ? [] : [value])
  const filters = listOf(resolve(dictionary.get('Filter')))
  const parameters = listOf(resolve(dictionary.get('DecodeParms')))
  if (filters.length > READ_LIMITS.filters) throw new TooMuch('filters')
  budget.read(raw.length)
  let bytes = raw
  let whole = true
  for (const [at, each] of filters.entries()) {
    const filter = resolve(each)
    const name = filter?.is === 'name' ? filter.name : ''
    if (name === 'FlateDecode' || name === 'Fl') {
      const inflated = inflateCounted(bytes, budget)
      const unpredicted = unpredict(inflated.bytes, resolve(parameters[at]), resolve, budget)
      if (unpredicted === null) return null
      bytes = unpredicted
      whole &&= inflated.whole
    } else if (name === 'ASCIIHexDecode' || name === 'AHx') bytes = fromHex(bytes, budget)
    else if (name === 'ASCII85Decode' || name === 'A85') bytes = from85(bytes, budget)
    else return null
  }
  return { bytes, whole }
}

function inflateCounted(packed: Uint8Array, budget: ReadBudget): Decoded {
  let length = 0
  const { bytes, whole } = inflate(packed, 'zlib', (read, unpacked) => {
    length += unpacked
    if (length > READ_LIMITS.stream) throw new TooMuch('stream')
    budget.read(read)
    budget.decode(unpacked)
  })
  return { bytes, whole: whole && hasSum(packed, adler32(bytes)) }
}

function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0]
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + 3800, bytes.length)
    for (; at < end; at += 1) {
      a += bytes[at] ?? 0
      b += a
    }
    a %= 65521
    b %= 65521
  }
  return ((b << 16) | a) >>> 0
}

/** The checksum ends the data; lengths are often off by a byte or two. */
function hasSum(packed: Uint8Array, sum: number): boolean {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength)
  for (let at = packed.length - 4; at >= Math.max(0, packed.length - 8); at -= 1)
    if (view.getUint32(at) === sum) return true
  return false
}

/** Undoes PNG predictors: rewriters may store bytes as differences to the row above. */
function unpredict(bytes: Uint8Array, parameters: Value, resolve: Resolve, budget: ReadBudget): Uint8Array | null {
  if (parameters?.is !== 'dictionary') return bytes
  const { number } = entriesOf(parameters.entries, resolve)
  const predictor = number('Predictor', 1)
  if (predictor <= 1) return bytes
  if (predictor < 10) return null
  const bytesPerColumn = (number('Colors', 1) * number('BitsPerComponent', 8)) / 8
  const pixel = Math.max(1, Math.ceil(bytesPerColumn))
  const row = Math.ceil(number('Columns', 1) * bytesPerColumn)
  if (!(row > 0 && row < READ_LIMITS.stream && pixel <= row)) return null
  const rows = Math.ceil(bytes.length / (row + 1))
  // A row longer than the data would decode to nothing but zeros.
  if (row > bytes.length) return null
  const out = budget.allocate(rows * row)
  budget.read(rows * row)
  for (let n = 0; n < rows; n += 1) {
    const kind = bytes[n * (row + 1)] ?? 0
    for (let at = 0; at < row; at += 1) {
      const left = at >= pixel ? (out[n * row + at - pixel] ?? 0) : 0
      const up = n > 0 ? (out[(n - 1) * row + at] ?? 0) : 0
      const corner = n > 0 && at >= pixel ? (out[(n - 1) * row + at - pixel] ?? 0) : 0
      const add = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0
      out[n * row + at] = (bytes[n * (row + 1) + 1 + at] ?? 0) + add
    }
  }
  const lastRow = bytes.length - (rows - 1) * (row + 1) - 1
  return out.subarray(0, rows === 0 ? 0 : (rows - 1) * row + Math.max(0, lastRow))
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

function fromHex(bytes: Uint8Array, budget: ReadBudget): Uint8Array {
  budget.read(bytes.length)
  const out = budget.allocate(Math.ceil(bytes.length / 2))
  let length = 0
  let high: number | null = null
  for (const byte of bytes) {
    if (byte === 0x3e) break
    const digit = Number.parseInt(String.fromCharCode(byte), 16)
    if (Number.isNaN(digit)) continue
    if (high !== null) out[length++] = (high << 4) | digit
    high = high === null ? digit : null
  }
  if (high !== null) out[length++] = high << 4
  return out.subarray(0, length)
}

function from85(bytes: Uint8Array, budget: ReadBudget): Uint8Array {
  budget.read(bytes.length)
  // A "z" is four zero bytes.
  const zeros = bytes.reduce((count, byte) => count + Number(byte === 0x7a), 0)
  const out = budget.allocate(zeros * 4 + Math.ceil(((bytes.length - zeros) * 4) / 5) + 4)
  let length = 0
  let group: number[] = []
  const flush = () => {
    const missing = 5 - group.length
    if (missing >= 4) return
    const value = [...group, ...Array(missing).fill(84)].reduce((sum, digit) => sum * 85 + digit, 0)
    for (let at = 0; at < 4 - missing; at += 1) out[length++] = Math.floor(value / 256 ** (3 - at)) & 0xff
    group = []
  }
  for (const byte of bytes) {
    if (byte === 0x7e) break
    if (byte === 0x7a && group.length === 0) length += 4
    else if (byte >= 0x21 && byte <= 0x75) {
      group.push(byte - 0x21)
      if (group.length === 5) flush()
    }
  }
  flush()
  return out.subarray(0, length)
}
