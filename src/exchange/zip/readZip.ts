import { equalBytes } from '@noble/ciphers/utils.js'
import { cleanText } from '../../domain/case/cleanText.ts'
import { FILE_LIMITS } from '../../domain/evidence/evidence.ts'
import { inflate, TooMuch } from '../inflate.ts'
import { fileKind } from '../inspectBytes.ts'
import { unpackedEntry, type ZipMember, zipEntries } from './zipEntries.ts'

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
  const { entries, isListed } = zipEntries(bytes, LIMITS.entries)
  const names = entries
    .map(({ name }) => cleanText(name))
    .filter((name) => !/\/$|^__MACOSX\//.test(name))
    .slice(0, LIMITS.names)
  let [all, read] = [0, 0]
  const unpacked = (entry: ZipMember, most: number): Uint8Array | null => {
    let length = 0
    return unpackedEntry(entry, (looked, more) => {
      read += looked
      length += more
      all += more
      if (length > most || all > LIMITS.all || read > LIMITS.read) throw new TooMuch('entry')
    })
  }
  let main: Uint8Array | null = null
  const files = new Map<string, Uint8Array | null>()
  let whole = isListed
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

const beginning = ({ method, packed }: ZipMember): Uint8Array =>
  method === 8 ? inflate(packed.subarray(0, 2_048), 'raw', () => {}, false).bytes : packed.subarray(0, 2_048)

const mayBeOurs = (bytes: Uint8Array) => ['json', 'pdf', 'zip'].includes(fileKind(bytes))
