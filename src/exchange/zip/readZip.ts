import { equalBytes } from '@noble/ciphers/utils.js'
import { cleanText } from '../../domain/case/cleanText.ts'
import { FILE_LIMITS } from '../../domain/evidence/evidence.ts'
import { inflate, TooMuch } from '../inflate.ts'
import { fileKind } from '../inspectBytes.ts'

/** What reading one archive may cost, in inflated bytes. */
const LIMITS = {
  entries: 200,
  /** Files opened because they may be ours, and files named to the user. */
  others: 40,
  names: 10,
  case: 60_000_000,
  file: FILE_LIMITS.file,
  all: 80_000_000,
  /** Compressed bytes: long data may inflate to nothing. */
  read: 200_000_000,
} as const

interface ZipContent {
  main: Uint8Array | null
  /** Without that, files that start like one of ours. */
  others: readonly Uint8Array[]
  names: readonly string[]
  /** False if the archive is truncated or damaged, and this was rescued. */
  whole: boolean
  /** Of `evidence/`, by name; null if unreadable. */
  files: ReadonlyMap<string, Uint8Array | null>
  isLocked: boolean
  /** Something that may be ours cannot be unpacked. */
  isBroken: boolean
}

export type ReadZip =
  | { ok: true; content: ZipContent }
  | { ok: false; error: { reason: 'tooComplex' } | { reason: 'severalInZip'; names: readonly string[] } }

interface Entry {
  name: string
  /** 0: stored, 8: deflated; others are not read. */
  method: number
  isLocked: boolean
  packed: Uint8Array
}

/** Extracts our files, also from a repacked archive. Sizes in headers are not trusted, and names are no paths. Never throws. */
export function readZip(bytes: Uint8Array): ReadZip {
  try {
    return contentOf(bytes)
  } catch (error) {
    if (error instanceof TooMuch) return { ok: false, error: { reason: 'tooComplex' } }
    throw error
  }
}

function contentOf(bytes: Uint8Array): ReadZip {
  const listed = listedEntries(bytes)
  const entries = listed ?? foundEntries(bytes)
  const names = entries
    .map(({ name }) => cleanText(name))
    .filter((name) => !/\/$|^__MACOSX\//.test(name))
    .slice(0, LIMITS.names)
  let [all, read] = [0, 0]
  const unpacked = ({ method, packed }: Entry, most: number): Uint8Array | null => {
    let length = 0
    const count = (looked: number, more: number) => {
      read += looked
      length += more
      all += more
      if (length > most || all > LIMITS.all || read > LIMITS.read) throw new TooMuch('entry')
    }
    if (method === 0) {
      count(0, packed.length)
      return packed
    }
    if (method !== 8) return null
    const result = inflate(packed, 'raw', count)
    return result.whole ? result.bytes : null
  }
  let main: Uint8Array | null = null
  const files = new Map<string, Uint8Array | null>()
  let whole = listed !== null
  let isBroken = false
  for (const entry of entries) {
    const path = entry.name.split('/')
    // Some programs write names in capitals.
    const base = (path.at(-1) ?? '').toLowerCase()
    const isMain = base === 'case.json' || base === 'reply.json'
    if (base === '' || (!isMain && path.at(-2)?.toLowerCase() !== 'evidence')) continue
    if (isMain && entry.isLocked) continue
    const content = entry.isLocked ? null : unpacked(entry, isMain ? LIMITS.case : LIMITS.file)
    if (!isMain) files.set(base, content)
    else if (content === null) isBroken = true
    else if (main === null) main = content
    else if (!equalBytes(main, content)) return { ok: false, error: { reason: 'severalInZip', names } }
  }
  whole &&= !isBroken
  const others: Uint8Array[] = []
  for (const entry of main === null ? entries : []) {
    if (entry.isLocked || others.length === LIMITS.others || !mayBeOurs(beginning(entry))) continue
    const content = unpacked(entry, LIMITS.case)
    if (content !== null) others.push(content)
    else isBroken = true
  }
  const isLocked = entries.some((entry) => entry.isLocked)
  return { ok: true, content: { main, others, names, whole, files, isLocked, isBroken } }
}

const beginning = ({ method, packed }: Entry): Uint8Array =>
  method === 8 ? inflate(packed.subarray(0, 2_048), 'raw', () => {}, false).bytes : packed.subarray(0, 2_048)

const mayBeOurs = (bytes: Uint8Array) => ['json', 'pdf', 'zip'].includes(fileKind(bytes))

const [LOCAL, LISTED, END] = [0x04034b50, 0x02014b50, 0x06054b50]

/** The entries of the central directory; null if there is none. */
function listedEntries(bytes: Uint8Array): readonly Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - 22
  const first = Math.max(0, end - 65_535)
  while (end >= first && view.getUint32(end, true) !== END) end -= 1
  if (end < first) return null
  const entries: Entry[] = []
  for (let at = view.getUint32(end + 16, true); at + 46 <= end && view.getUint32(at, true) === LISTED; ) {
    if (entries.length >= LIMITS.entries) throw new TooMuch('entries')
    const entry = entryAt(view, view.getUint32(at + 42, true), view.getUint32(at + 20, true))
    if (entry !== null) entries.push(entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries.length === 0 ? null : entries
}

function foundEntries(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries: Entry[] = []
  for (let at = bytes.indexOf(0x50); at >= 0 && at + 30 <= bytes.length; at = bytes.indexOf(0x50, at + 1)) {
    if (view.getUint32(at, true) !== LOCAL) continue
    if (entries.length >= LIMITS.entries) throw new TooMuch('entries')
    // Streaming writers leave the size 0 here.
    const entry = entryAt(view, at, view.getUint32(at + 18, true) || null)
    if (entry !== null) entries.push(entry)
  }
  return entries
}

const LOCKED = 1

/** @param size compressed, by the header; null if unknown */
function entryAt(view: DataView, at: number, size: number | null): Entry | null {
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
