import type { Random } from './random.ts'

export const latin = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff)
/** One character for each byte. */
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
export const joined = (...parts: readonly (Uint8Array | string)[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? latin(part) : part))))

/** What readers of files have stumbled over, here and elsewhere. */
const WORDS = [
  ...['{', '}', '[', ']', '"', ',', ':', '\\', '\\u0000', '\\ud800', '\\ud83d\\ude00', 'null', 'true', '-0'],
  ...['1e400', '-1e400', '1e-400', '9007199254740993', '1000000', '1000001', '"__proto__":', '"constructor":'],
  ...['"__proto__":{"polluted":1}', '\ufeff', '\u00ef\u00bb\u00bf', '\u00ff\u00fe', '\0', '\xc0\xaf', '\xed\xa0\x80'],
  ...['%PDF-1.7', '%%EOF', 'obj', 'endobj', 'stream', 'endstream', 'trailer', '<<', '>>', '(', ')', '<', '>'],
  ...['1 0 obj', '3 0 R', '0 0 R', '4294967296 0 R', '/Filter', '/FlateDecode', '/ASCII85Decode', '/ASCIIHexDecode'],
  ...['/Length 0', '/Length -1', '/Length 99999999', '/Length 1e9', '/Length 3 0 R', '/DecodeParms', '/Predictor 15'],
  ...['/Columns 4', '/Columns -1', '/Colors 0', '/Encrypt', '/Type /ObjStm', '/Type /XRef', '/N 9', '/First 1'],
  ...['/Kids [2 0 R]', '/Names', '/EmbeddedFiles', '/EF', '/UF (case.json)', '(reply.json)', '/AF', '/Root 1 0 R'],
  ...[
    'PK\x03\x04',
    'PK\x01\x02',
    'PK\x05\x06',
    'PK\x07\x08',
    'PK\x06\x06',
    'evidence/',
    '../',
    'case.json',
    '\xff\xff',
  ],
]

const NUMBERS = [0, 1, -1, 2, 255, 256, 65_535, 65_536, 2_147_483_647, 4_294_967_295, 1_000_000, 1_000_001]

type Change = (bytes: Uint8Array, random: Random, pool: readonly Uint8Array[]) => Uint8Array

const put = (bytes: Uint8Array, at: number, removed: number, given: Uint8Array) =>
  joined(bytes.subarray(0, at), given, bytes.subarray(Math.min(bytes.length, at + removed)))

/** A part of bytes, mostly a short one. */
function partOf(bytes: Uint8Array, random: Random): readonly [number, number] {
  const at = random.int(bytes.length)
  const most = random.chance(0.7) ? 16 : random.chance(0.7) ? 400 : bytes.length
  return [at, Math.min(bytes.length, at + 1 + random.int(most))]
}

const CHANGES: readonly Change[] = [
  // A bit.
  (bytes, random) => {
    const changed = bytes.slice()
    const at = random.int(bytes.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << random.int(8))
    return changed
  },
  // A byte.
  (bytes, random) => {
    const changed = bytes.slice()
    changed[random.int(bytes.length)] = random.chance(0.5) ? random.int(256) : random.pick([0, 255, 0x20, 0x0a])
    return changed
  },
  // A part goes.
  (bytes, random) => {
    const [from, to] = partOf(bytes, random)
    return put(bytes, from, to - from, new Uint8Array())
  },
  // A part comes twice, or somewhere else.
  (bytes, random) => {
    const [from, to] = partOf(bytes, random)
    return put(bytes, random.chance(0.5) ? from : random.int(bytes.length), 0, bytes.subarray(from, to))
  },
  // The beginning of one file and the end of another.
  (bytes, random, pool) => {
    const other = random.pick(pool)
    return joined(bytes.subarray(0, random.int(bytes.length)), other.subarray(random.int(other.length)))
  },
  // A part of another file.
  (bytes, random, pool) => {
    const other = random.pick(pool)
    const [from, to] = partOf(other, random)
    return put(bytes, random.int(bytes.length), random.chance(0.5) ? to - from : 0, other.subarray(from, to))
  },
  // A word that means something.
  (bytes, random) => {
    const word = latin(random.pick(WORDS))
    return put(bytes, random.int(bytes.length), random.chance(0.5) ? word.length : 0, word)
  },
  // The end is missing.
  (bytes, random) => bytes.slice(0, random.int(bytes.length)),
  // A number in figures.
  (bytes, random) => {
    const from = random.int(bytes.length)
    let at = from
    while (at < bytes.length && !isFigure(bytes[at])) at += 1
    let end = at
    while (isFigure(bytes[end])) end += 1
    const now = Number(textOf(bytes.subarray(at, end)))
    const next = random.chance(0.5) ? random.pick(NUMBERS) : now + random.int(5) - 2
    return put(bytes, at, end - at, latin(String(next)))
  },
  // A number in bytes.
  (bytes, random) => {
    if (bytes.length < 4) return bytes
    const changed = bytes.slice()
    const view = new DataView(changed.buffer, changed.byteOffset)
    const value = random.chance(0.7) ? random.pick(NUMBERS) : random.int(bytes.length)
    if (random.chance(0.5)) view.setUint32(random.int(bytes.length - 3), value >>> 0, random.chance(0.9))
    else view.setUint16(random.int(bytes.length - 1), value & 0xffff, random.chance(0.9))
    return changed
  },
]

const isFigure = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39

/** Longer ones would tell nothing that shorter ones do not. */
const LONGEST = 300_000

/** The bytes with one to four things changed. */
export const changedBytes: Change = (bytes, random, pool) => {
  let changed = bytes
  for (let left = 1 + random.int(4); left > 0 && changed.length > 0; left -= 1)
    changed = random.pick(CHANGES)(changed, random, pool)
  return changed.length > LONGEST ? changed.slice(0, LONGEST) : changed
}
