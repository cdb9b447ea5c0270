import { anyRows } from '../case/address.ts'
import { type Answers, LIST_PATHS, ROW_LETTERS } from '../case/answers.ts'
import { LIMITS } from '../case/limits.ts'

/** What is known of a file; its bytes are stored separately. */
export type EvidenceFile = {
  id: string
  name: string
  type: string
  /** Bytes. */
  size: number
  sha256: string
  shows: string | null
}

/** Bytes (C). With their JSON wrapping, the files stay below what opens. */
export const FILE_LIMITS = { files: LIMITS.files, file: 10_000_000, all: LIMITS.allFiles } as const

/** Bytes. A PDF with larger files would be refused by mail servers too often (C). */
export const MAX_INSIDE_PDF = 10_000_000

/** Bytes. An encrypted file is base64 twice over (C). */
export const MAX_LOCKED = 30_000_000

/** A larger picture needs more memory than a phone has (C). */
export const MAX_PIXELS = 64_000_000

export function usesOfFiles(answers: Answers): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>()
  // Rows of lists without files may hold anything by that name.
  for (const list of LIST_PATHS)
    for (const { code, evidence } of anyRows(answers, list))
      for (const id of Array.isArray(evidence) ? evidence.filter((each) => typeof each === 'string') : [])
        uses.set(id, [...(uses.get(id) ?? []), `${ROW_LETTERS[list]}${code}`])
  return uses
}

/** Files that no row uses are kept, and shown nowhere. */
export function usedFiles(answers: Answers, files: readonly EvidenceFile[]): readonly EvidenceFile[] {
  const uses = usesOfFiles(answers)
  return files.filter(({ id }) => uses.has(id))
}

export const sizeOf = (files: readonly EvidenceFile[]): number => files.reduce((sum, { size }) => sum + size, 0)

export function overLimit(files: readonly EvidenceFile[], size: number): 'file' | 'files' | 'all' | null {
  if (size > FILE_LIMITS.file) return 'file'
  if (files.length >= FILE_LIMITS.files) return 'files'
  return sizeOf(files) + size > FILE_LIMITS.all ? 'all' : null
}
