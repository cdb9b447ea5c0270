import { checksumIn } from '../../evidence/attachmentName.ts'
import { TooMuch } from '../../inflate.ts'
import { sha256Of } from '../../sha256.ts'
import { findObjects, isNamed, type Objects } from './objects.ts'
import { newWork, READ_LIMITS } from './readBudget.ts'
import type { Dictionary, Value } from './values.ts'

/** What a PDF of ours carries. */
interface EmbeddedFiles {
  /** `case.json` or `reply.json`. */
  main: Uint8Array
  /** False where the file is cut off or damaged and what is here was rescued. */
  whole: boolean
  /** True where the file is whole and does not name it any more: somebody, or some program, took it out. */
  removed: boolean
  /** Attached files by the checksum in their name; null where one is there and cannot be read. */
  files: ReadonlyMap<string, Uint8Array | null>
}

export type ReadPdf =
  | { ok: true; embedded: EmbeddedFiles }
  | { ok: false; reason: 'isPdf' | 'pdfPassword' | 'tooComplex' | 'pdfDamaged' | 'twoCases' }

const MAIN = new Set(['case.json', 'reply.json'])

/** Takes the files that we put into a PDF out of it again. Never throws; costs a bounded time and memory. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  try {
    return filesIn(bytes)
  } catch (error) {
    if (error instanceof TooMuch) return { ok: false, reason: 'tooComplex' }
    throw error
  }
}

function filesIn(bytes: Uint8Array): ReadPdf {
  const objects = findObjects(bytes, newWork())
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
  const take = (written: string, reference: Value) => {
    // Two are too many already, and comparing a thousand takes long; so does one that goes by a thousand names.
    if (mains.length > 1 || (isEncrypted && isIn(looked, reference))) return
    const name = isEncrypted ? nameByContent(reference, objects) : written
    const checksum = checksumIn(name)
    if (checksum !== null && !files.has(checksum)) files.set(checksum, objects.streamOf(reference)?.bytes ?? null)
    if (!MAIN.has(name) || reference?.is !== 'reference' || taken.has(reference.number)) return
    taken.add(reference.number)
    const stream = objects.streamOf(reference)
    if (stream === null || !stream.whole) whole = false
    if (stream === null) broken = true
    else if (!mains.some((other) => isSame(other, stream.bytes))) mains.push(stream.bytes)
  }
  for (const specification of all) take(...fileOf(specification, objects))
  const isNamedThere = isReachable && mains.length > 0
  // A file that was cut off early ends before anything is named; ours stands first.
  if (mains.length === 0) {
    for (const [number, dictionary] of objects.all())
      if (isNamed(dictionary.get('Type'), 'EmbeddedFile') && isNamed(dictionary.get('Subtype'), 'application/json'))
        take('case.json', { is: 'reference', number })
  }
  const [main, other] = mains
  if (other !== undefined) return { ok: false, reason: 'twoCases' }
  if (main === undefined) return { ok: false, reason: broken ? 'pdfDamaged' : 'isPdf' }
  const hasCatalogue = objects.trailers.some((trailer) => objects.dictionaryOf(trailer.get('Root') ?? null) !== null)
  const removed = !isNamedThere && whole && hasCatalogue
  return { ok: true, embedded: { main, whole: whole && (isNamedThere || removed), removed, files } }
}

/** Whether it has been there before; from now on it has. */
function isIn(seen: Set<number>, reference: Value): boolean {
  if (reference?.is !== 'reference') return true
  const is = seen.has(reference.number)
  seen.add(reference.number)
  return is
}

/** What a file is called, where its name is encrypted: ours are told apart by what they are. */
function nameByContent(reference: Value, objects: Objects): string {
  if (isNamed(objects.dictionaryOf(reference)?.get('Subtype'), 'application/json')) return 'case.json'
  const bytes = objects.streamOf(reference)?.bytes
  return bytes === undefined ? '' : `evidence-${sha256Of(bytes)}`
}

const endsWhole = (bytes: Uint8Array) =>
  new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 2048))).includes('%%EOF')

const isSame = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, at) => byte === b[at])

/** The embedded files that the catalogue names. */
function reachable(objects: Objects): readonly Dictionary[] {
  const found: Dictionary[] = []
  const seen = new Set<Dictionary>()
  for (const trailer of objects.trailers) {
    const catalogue = objects.dictionaryOf(trailer.get('Root') ?? null)
    if (catalogue === null) continue
    const names = objects.dictionaryOf(catalogue.get('Names') ?? null)
    walkTree(objects.dictionaryOf(names?.get('EmbeddedFiles') ?? null), objects, found, seen)
    const associated = objects.resolve(catalogue.get('AF') ?? null)
    if (associated?.is === 'array')
      for (const item of associated.items.slice(0, READ_LIMITS.treeNodes)) {
        const specification = objects.dictionaryOf(item)
        if (specification !== null && !found.includes(specification)) found.push(specification)
      }
    if (found.length > 0) return found
  }
  return found
}

/** A tree of names may be wide, deep, or bite its own tail. */
function walkTree(root: Dictionary | null, objects: Objects, found: Dictionary[], seen: Set<Dictionary>): void {
  const waiting = root === null ? [] : [root]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (node === undefined || seen.has(node)) continue
    seen.add(node)
    if (seen.size + found.length > READ_LIMITS.treeNodes) throw new TooMuch('tree')
    const names = objects.resolve(node.get('Names') ?? null)
    if (names?.is === 'array')
      for (const item of names.items) {
        const specification = objects.dictionaryOf(item)
        if (specification !== null && !found.includes(specification)) found.push(specification)
        if (found.length > READ_LIMITS.treeNodes) throw new TooMuch('tree')
      }
    const kids = objects.resolve(node.get('Kids') ?? null)
    if (kids?.is === 'array')
      for (const kid of kids.items) {
        const child = objects.dictionaryOf(kid)
        if (child !== null) waiting.push(child)
      }
  }
}

const everySpecification = (objects: Objects): readonly Dictionary[] =>
  [...objects.all()].map(([, dictionary]) => dictionary).filter((dictionary) => dictionary.has('EF'))

/** The name of an embedded file and where its bytes are. */
function fileOf(specification: Dictionary, objects: Objects): readonly [string, Value] {
  const name = objects.resolve(specification.get('UF') ?? specification.get('F') ?? null)
  const files = objects.dictionaryOf(specification.get('EF') ?? null)
  return [name?.is === 'string' ? textOf(name.bytes) : '', files?.get('UF') ?? files?.get('F') ?? null]
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return new TextDecoder().decode(bytes.subarray(3))
  return new TextDecoder('latin1').decode(bytes)
}
