import { rowsOf } from '../case/address.ts'
import { type Answers, type AnyRow, LIST_PATHS, ROW_LETTERS } from '../case/answers.ts'
import { LIMITS } from '../case/limits.ts'

/** A file that belongs to a case: what is known of it. Its bytes are kept apart. */
export type EvidenceFile = {
  id: string
  name: string
  type: string
  /** Bytes. */
  size: number
  sha256: string
  shows: string | null
}

/** What a case takes (C), said before a file is chosen. Bytes; together with their JSON wrapping they stay below what opens. */
export const FILE_LIMITS = { files: LIMITS.files, file: 10_000_000, all: LIMITS.allFiles } as const

/** Above this, in bytes, the files do not go inside the PDF any more: a mail with it would be refused too often (C). */
export const MAX_INSIDE_PDF = 10_000_000

/** A locked file is text twice over, so it takes less, in bytes (C). */
export const MAX_LOCKED = 30_000_000

/** Larger pictures, in pixels, are neither drawn nor shown: one would take more room than a phone has (C). */
export const MAX_PIXELS = 64_000_000

const FILES_FIELD = 'evidence'

const filesOfRow = (row: AnyRow): readonly string[] => {
  const ids = row[FILES_FIELD]
  return Array.isArray(ids) ? ids.map(String) : []
}

/** The codes of the rows at which each file stands, in the order of the lists: `E3`, `P1`. */
export function usesOfFiles(answers: Answers): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>()
  for (const list of LIST_PATHS)
    for (const row of rowsOf(answers, list) as readonly AnyRow[])
      for (const id of filesOfRow(row)) uses.set(id, [...(uses.get(id) ?? []), `${ROW_LETTERS[list]}${row.code}`])
  return uses
}

/** The files that stand at a row of these answers. Others are kept, and shown nowhere. */
export function usedFiles(answers: Answers, files: readonly EvidenceFile[]): readonly EvidenceFile[] {
  const uses = usesOfFiles(answers)
  return files.filter(({ id }) => uses.has(id))
}

export const sizeOf = (files: readonly EvidenceFile[]): number => files.reduce((sum, { size }) => sum + size, 0)

/** Why another file of this size cannot be taken; null where it can. */
export function overLimit(files: readonly EvidenceFile[], size: number): 'file' | 'files' | 'all' | null {
  if (size > FILE_LIMITS.file) return 'file'
  if (files.length >= FILE_LIMITS.files) return 'files'
  return sizeOf(files) + size > FILE_LIMITS.all ? 'all' : null
}
