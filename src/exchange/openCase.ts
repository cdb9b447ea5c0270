import { digestOf } from '../domain/case/canonical.ts'
import { type Lock, lockOf } from '../domain/case/lockedFile.ts'
import { type CaseFileError, type ReadCase, readCaseFile } from '../domain/case/readCaseFile.ts'
import { scanJson } from './json/scan.ts'
import { readPdf } from './pdf/read/readPdf.ts'
import { sha256 } from './sha256.ts'

/** Larger files are not read at all, in bytes. */
export const MAX_FILE = 60 * 1024 * 1024

/** Why bytes cannot be opened as a case. A page turns the reason into a sentence with a next step. */
export type OpenError =
  | { reason: 'empty' | 'tooBig' | 'encoding' | 'tooComplex' | 'truncated' | 'notJson' | 'isZip' }
  | { reason: 'isPdf' | 'pdfPassword' | 'pdfDamaged' | 'twoCases' }
  /** It takes a passphrase to open it. */
  | { reason: 'locked'; lock: Lock }
  | CaseFileError

export interface OpenedFile extends ReadCase {
  /** The parsed JSON as it stood in the file. */
  raw: unknown
  /** True where the digest in the file is the digest of what it holds. Tells of accidents only. */
  unchanged: boolean
  /** True where the case was taken out of a file that is cut off or damaged. */
  rescued: boolean
}

export type OpenResult = { ok: true; opened: OpenedFile } | { ok: false; error: OpenError }

const failed = (error: OpenError): OpenResult => ({ ok: false, error })

/** Opens the bytes of a file, whatever its name says. Never throws, and touches nothing but its argument. */
export function openCaseFile(bytes: Uint8Array): OpenResult {
  if (bytes.length === 0) return failed({ reason: 'empty' })
  if (bytes.length > MAX_FILE) return failed({ reason: 'tooBig' })
  const kind = kindOf(bytes)
  if (kind === 'json') return openJson(bytes, false)
  if (kind !== 'pdf') return failed({ reason: kind })
  const read = readPdf(bytes)
  return read.ok ? openJson(read.embedded.main, !read.embedded.whole) : failed({ reason: read.reason })
}

/** From here on, every wrapping is the same bytes of `case.json`. */
function openJson(bytes: Uint8Array, rescued: boolean): OpenResult {
  const text = decoded(bytes)
  if (text === null) return failed({ reason: 'encoding' })
  const scan = scanJson(text)
  if (scan === 'tooComplex') return failed({ reason: 'tooComplex' })
  const raw = parsed(text)
  if (raw === undefined) return failed({ reason: scan === 'truncated' ? 'truncated' : 'notJson' })

  const lock = lockOf(raw)
  if (lock !== null) return failed({ reason: 'locked', lock })
  const read = readCaseFile(raw)
  if (!read.ok) return failed(read.error)
  return { ok: true, opened: { ...read, raw, unchanged: isUnchanged(raw, read.file.digest), rescued } }
}

/** By the first bytes: names and media types are never believed. */
function kindOf(bytes: Uint8Array): 'json' | 'pdf' | 'encoding' | 'isZip' | 'wrongFile' {
  const [first, second, third] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'encoding'
  if (first === 0x50 && second === 0x4b) return 'isZip'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (start.includes('%PDF')) return 'pdf'
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf
  const text = (hasMark ? start.slice(3) : start).trimStart()
  return text.startsWith('{') ? 'json' : 'wrongFile'
}

/** The text as strict UTF-8; a byte order mark is taken away. Null where it is something else. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Digests are taken of what the file says, before anything is cleaned or filled in. */
function isUnchanged(raw: unknown, digest: string): boolean {
  const { answers, evidence, replies } = raw as Record<string, unknown>
  return digest === digestOf({ answers, evidence, replies }, sha256)
}
