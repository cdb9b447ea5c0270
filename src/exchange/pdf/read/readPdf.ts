import { equalBytes } from '@noble/ciphers/utils.js'
import { checksumIn, isEvidenceName } from '../../evidence/attachmentName.ts'
import { TooMuch } from '../../inflate.ts'
import { sha256Of } from '../../sha256.ts'
import { findObjects, type Objects } from './objects.ts'
import { READ_LIMITS, ReadBudget } from './readBudget.ts'
import { type Dictionary, isNamed, type Value } from './values.ts'

interface EmbeddedFiles {
  main: Uint8Array
  /** False if the file is truncated or damaged, and this was rescued. */
  whole: boolean
  /** True if the file is whole but no longer lists it: another program removed the attachment. */
  removed: boolean
  /** Attached files by the checksum in their name; null if present but unreadable. */
  files: ReadonlyMap<string, Uint8Array | null>
}

export type ReadPdf =
  | { ok: true; embedded: EmbeddedFiles }
  | { ok: false; reason: 'isPdf' | 'pdfPassword' | 'tooComplex' | 'pdfDamaged' | 'twoCases' }

const MAIN = new Set(['case.json', 'reply.json'])

/** Extracts our files from a PDF. Never throws; time and memory are bounded. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  try {
    return filesIn(bytes)
  } catch (error) {
    if (error instanceof TooMuch) return { ok: false, reason: 'tooComplex' }
    throw error
  }
}

function filesIn(bytes: Uint8Array): ReadPdf {
  const objects = findObjects(bytes, new ReadBudget())
  if (objects.encrypted === 'locked') return { ok: false, reason: 'pdfPassword' }
  const specifications = reachable(objects)
  const isReachable = specifications.length > 0
  const all = isReachable ? specifications : everySpecification(objects)

  const mains: Uint8Array[] = []
  let whole = endsWhole(bytes)
  let broken = false
  const taken = new Set<number>()
  const looked = new Set<number>()
  const isEncrypted = objects.encrypted !== 'not'
  const files = new Map<string, Uint8Array | null>()
  const take = (written: readonly string[], reference: Value) => {
    // Two are an error already; comparing a thousand, or one under a thousand names, would take long.
    if (mains.length > 1 || (isEncrypted && isIn(looked, reference))) return
    const name = isEncrypted ? nameByContent(reference, objects) : ownName(written, reference, objects)
    const checksum = checksumIn(name)
    if (checksum !== null && !files.has(checksum)) files.set(checksum, objects.streamOf(reference)?.bytes ?? null)
    if (!MAIN.has(name) || reference?.is !== 'reference' || taken.has(reference.number)) return
    taken.add(reference.number)
    const stream = objects.streamOf(reference)
    if (stream === null || !stream.whole) whole = false
    if (stream === null) broken = true
    else if (!mains.some((other) => equalBytes(other, stream.bytes))) mains.push(stream.bytes)
  }
  for (const specification of all) take(...fileOf(specification, objects))
  const isNamedThere = isReachable && mains.length > 0
  // A truncated file ends before its list of attachments; ours come first in the file.
  if (mains.length === 0) {
    for (const [number, dictionary] of objects.all())
      if (isNamed(dictionary.get('Type'), 'EmbeddedFile') && isNamed(dictionary.get('Subtype'), 'application/json'))
        take(['case.json'], { is: 'reference', number })
  }
  const [main, other] = mains
  if (other !== undefined) return { ok: false, reason: 'twoCases' }
  if (main === undefined) return { ok: false, reason: broken ? 'pdfDamaged' : 'isPdf' }
  const hasCatalogue = objects.trailers.some((trailer) => objects.dictionaryOf(trailer.get('Root')) !== null)
  const removed = !isNamedThere && whole && hasCatalogue
  return { ok: true, embedded: { main, whole: whole && (isNamedThere || removed), removed, files } }
}

function isIn(seen: Set<number>, reference: Value): boolean {
  if (reference?.is !== 'reference') return true
  const is = seen.has(reference.number)
  seen.add(reference.number)
  return is
}

/** Names are encrypted along with the document, so ours are told apart by type and content. */
function nameByContent(reference: Value, objects: Objects): string {
  if (isNamed(objects.dictionaryOf(reference)?.get('Subtype'), 'application/json')) return 'case.json'
  const bytes = objects.streamOf(reference)?.bytes
  return bytes === undefined ? '' : `evidence-${sha256Of(bytes)}`
}

const endsWhole = (bytes: Uint8Array) =>
  new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 2048))).includes('%%EOF')

function reachable(objects: Objects): readonly Dictionary[] {
  const found = new Set<Dictionary>()
  const seen = new Set<Dictionary>()
  for (const trailer of objects.trailers) {
    const catalogue = objects.dictionaryOf(trailer.get('Root'))
    if (catalogue === null) continue
    const names = objects.dictionaryOf(catalogue.get('Names'))
    walkTree(objects.dictionaryOf(names?.get('EmbeddedFiles')), objects, found, seen)
    const associated = dictionariesIn(catalogue.get('AF'), objects)
    for (const specification of associated.slice(0, READ_LIMITS.treeNodes)) found.add(specification)
    if (found.size > 0) break
  }
  return [...found]
}

const dictionariesIn = (value: Value | undefined, objects: Objects): readonly Dictionary[] => {
  const list = objects.resolve(value)
  return list?.is === 'array' ? list.items.map(objects.dictionaryOf).filter((each) => each !== null) : []
}

/** Name trees can be very wide, very deep or cyclic. */
function walkTree(root: Dictionary | null, objects: Objects, found: Set<Dictionary>, seen: Set<Dictionary>): void {
  const waiting = root === null ? [] : [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    for (const specification of dictionariesIn(node.get('Names'), objects)) found.add(specification)
    if (seen.size + found.size > READ_LIMITS.treeNodes) throw new TooMuch('tree')
    for (const kid of dictionariesIn(node.get('Kids'), objects)) waiting.push(kid)
  }
}

const everySpecification = (objects: Objects): readonly Dictionary[] =>
  [...objects.all()].map(([, dictionary]) => dictionary).filter((dictionary) => dictionary.has('EF'))

/** The names of a file as programs and as readers know it. Older files have one name. */
function fileOf(specification: Dictionary, objects: Objects): readonly [readonly string[], Value] {
  const names = ['F', 'UF'].map((key) => objects.resolve(specification.get(key)))
  const files = objects.dictionaryOf(specification.get('EF'))
  const written = names.map((name) => (name?.is === 'string' ? textOf(name.bytes) : ''))
  return [written, files?.get('UF') ?? files?.get('F') ?? null]
}

/** Rewriters may keep one of the names only. */
function ownName(written: readonly string[], reference: Value, objects: Objects): string {
  const own = written.find((name) => MAIN.has(name) || checksumIn(name) !== null)
  if (own !== undefined) return own
  return written.some(isEvidenceName) ? nameByContent(reference, objects) : ''
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return new TextDecoder().decode(bytes.subarray(3))
  return new TextDecoder('latin1').decode(bytes)
}
