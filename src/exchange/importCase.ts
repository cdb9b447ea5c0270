import { fromBase64 } from '../domain/case/base64.ts'
import { digestOf } from '../domain/case/canonicalJson.ts'
import { type Lock, lockOf } from '../domain/case/encryptedFile.ts'
import { filesLeftOut } from '../domain/case/leftOut.ts'
import { type CaseFileError, type ReadCase, readCaseFile } from '../domain/case/readCaseFile.ts'
import { isRecord } from '../domain/case/sanitize.ts'
import { isReplyFile, type ReadReply, type ReplyError, readReply } from '../domain/reply/readReply.ts'
import { replyChecksum } from '../domain/reply/reply.ts'
import { evidenceName } from './evidence/attachmentName.ts'
import { type FoundFiles, filesOf, type MatchedFiles } from './evidence/filesOf.ts'
import { decodeText, fileKind, MAX_FILE, scanJson } from './inspectBytes.ts'
import { readPdf } from './pdf/read/readPdf.ts'
import { sha256 } from './sha256.ts'
import { readZip } from './zip/readZip.ts'

export type OpenError =
  | { reason: 'empty' | 'tooBig' | 'tooLong' | 'encoding' | 'tooComplex' | 'truncated' | 'notJson' }
  | { reason: 'zipDamaged' | 'zipPassword' }
  /** No file of ours, or several, with the names of what is inside. */
  | { reason: 'isZip' | 'severalInZip'; names: readonly string[] }
  | { reason: 'isPdf' | 'pdfPassword' | 'pdfDamaged' | 'twoCases' }
  | ReplyError
  | { reason: 'replyChanged' }
  | CaseFileError

export interface OpenedFile extends ReadCase, FoundFiles {
  /** The parsed JSON, without the bytes of its files. */
  raw: unknown
  digest: string
  /** Whether it equals the digest in the file. Detects corruption, not tampering. */
  unchanged: boolean
  rescued: boolean
  /** Whether another program removed it from the attachments of a PDF but left its bytes. */
  removed: boolean
}

export type OpenResult =
  | { is: 'case'; opened: OpenedFile }
  | { is: 'reply'; read: ReadReply }
  | { is: 'locked'; lock: Lock }
  | { is: 'refused'; error: OpenError }

const refused = (error: OpenError): OpenResult => ({ is: 'refused', error })

/** Opens a file of any kind by its bytes. Never throws. */
export function openCaseFile(bytes: Uint8Array): OpenResult {
  if (bytes.length === 0) return refused({ reason: 'empty' })
  if (bytes.length > MAX_FILE) return refused({ reason: 'tooBig' })
  return openBytes(bytes, { rescued: false, removed: false, found: null, depth: 0 })
}

function openBytes(bytes: Uint8Array, around: Wrapping): OpenResult {
  const kind = fileKind(bytes)
  if (kind === 'json') return openJson(bytes, around)
  if (kind === 'pdf') {
    const read = readPdf(bytes)
    if (!read.ok) return refused({ reason: read.reason })
    const { main, whole, removed, files } = read.embedded
    // Null: present but unreadable.
    const found: MatchedFiles = (file, at) => {
      const own = files.get(file.sha256)
      return own === undefined ? around.found?.(file, at) : own
    }
    return openJson(main, { ...around, rescued: around.rescued || !whole, removed, found })
  }
  if (kind === 'zip') return openZip(bytes, around.depth)
  return refused({ reason: kind })
}

interface Wrapping extends Pick<OpenedFile, 'rescued' | 'removed'> {
  /** Finds attached files in a PDF or archive; a JSON file contains its own. */
  found: MatchedFiles | null
  depth: number
}

const FOREIGN: readonly OpenError['reason'][] = [
  ...(['empty', 'encoding', 'notJson', 'truncated', 'tooComplex', 'wrongFile'] as const),
  ...(['isPdf', 'pdfPassword', 'isZip', 'zipPassword', 'zipDamaged'] as const),
]
const HALF_READ: readonly OpenError['reason'][] = ['truncated', 'tooComplex']
const isOurs = (result: OpenResult) => result.is !== 'refused' || !FOREIGN.includes(result.error.reason)

/** Archives in archives are opened, but not deeper. */
const DEEPEST = 2

function openZip(bytes: Uint8Array, depth: number): OpenResult {
  if (depth === DEEPEST) return refused({ reason: 'wrongFile' })
  const read = readZip(bytes)
  if (!read.ok) return refused(read.error)
  const { main, others, names, whole, files, isLocked, isBroken } = read.content
  const found: MatchedFiles = (file, at) => files.get(evidenceName(file, at).toLowerCase())
  const inside: Wrapping = { rescued: !whole, removed: false, found, depth: depth + 1 }
  if (main !== null) return openJson(main, inside)

  const results = others.map((other) => openBytes(other, inside))
  const [first, ...more] = results.filter(isOurs)
  if (first === undefined) {
    if (isBroken) return refused({ reason: 'zipDamaged' })
    if (isLocked) return refused({ reason: 'zipPassword' })
    const [only] = results.length === 1 ? results : []
    return only?.is === 'refused' && HALF_READ.includes(only.error.reason) ? only : refused({ reason: 'isZip', names })
  }
  // The same case may be there as PDF and as JSON.
  const isSame = (other: OpenResult) =>
    first.is === 'case' && other.is === 'case' && other.opened.digest === first.opened.digest
  return more.every(isSame) ? first : refused({ reason: 'severalInZip', names })
}

function openJson(bytes: Uint8Array, { rescued, removed, found }: Wrapping): OpenResult {
  const text = decodeText(bytes)
  if (text === null) return refused({ reason: decodeText(bytes, true) === null ? 'encoding' : 'truncated' })
  const scan = scanJson(text)
  if (scan === 'tooComplex') return refused({ reason: 'tooComplex' })
  const parsed = parse(text)
  if (parsed === undefined) return refused({ reason: scan === 'truncated' ? 'truncated' : 'notJson' })

  const lock = lockOf(parsed)
  if (lock !== null) return { is: 'locked', lock }
  if (isReplyFile(parsed)) return openReply(parsed)
  const { raw, inside } = withoutInside(parsed)
  const read = readCaseFile(raw)
  if (!read.ok) return refused(read.error)
  const { evidence, leftOut } = read.file
  const find: MatchedFiles = (file, at) => {
    const bytes = inside(file.sha256)
    return bytes === undefined ? found?.(file, at) : bytes
  }
  const held = filesOf(evidence, find, filesLeftOut(leftOut))
  const digest = digestIn(raw)
  const unchanged = digest === read.file.digest
  return { is: 'case', opened: { ...read, ...held, raw, digest, unchanged, rescued, removed } }
}

function openReply(parsed: Record<string, unknown>): OpenResult {
  const read = readReply(parsed)
  if (!read.ok) return refused(read.error)
  const { checksum } = read.reply
  const isChanged = checksum !== undefined && checksum !== replyChecksum(parsed, sha256)
  return isChanged ? refused({ reason: 'replyChanged' }) : { is: 'reply', read }
}

/** Attached files in JSON are not part of the case and its digest. */
function withoutInside(parsed: unknown) {
  const { files, ...raw } = recordOf(parsed)
  const texts = recordOf(files)
  const inside = (checksum: string): Uint8Array | null | undefined => {
    const text = Object.hasOwn(texts, checksum) ? texts[checksum] : undefined
    return typeof text === 'string' ? fromBase64(text) : text === undefined ? undefined : null
  }
  return { raw: Array.isArray(parsed) ? parsed : raw, inside }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {})

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Computed before anything is sanitized or filled in. */
function digestIn(raw: unknown): string {
  const { answers, evidence, replies } = recordOf(raw)
  return digestOf({ answers, evidence, replies }, sha256)
}
