import { type EvidenceFile, FILE_LIMITS } from '../../domain/evidence/evidence.ts'
import type { FileBytes } from '../caseFileBytes.ts'
import { sha256Of } from '../sha256.ts'
import { kindOf } from './detectFileType.ts'

/** A file that is listed in a case and cannot be used, told of by its name; all the rest can. */
export interface FileTrouble {
  id: string
  name: string
  /** Not there at all, or there and not what was listed: other bytes, or another kind of file. */
  is: 'missing' | 'damaged'
}

export interface FoundFiles {
  /** The bytes of the listed files that are whole, by their checksum. */
  files: FileBytes
  troubles: readonly FileTrouble[]
}

/** What was found under a name or checksum: the bytes, or null where they are there and cannot be read. */
export type MatchedFiles = (file: EvidenceFile, at: number) => Uint8Array | null | undefined

/**
 * Sees to it that each listed file is there and is what is listed.
 * @param leftOut ids of files that were left out on purpose: they are not missed
 */
export function filesOf(
  list: readonly EvidenceFile[],
  found: MatchedFiles,
  leftOut: ReadonlySet<string> = new Set(),
): FoundFiles {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const troubles: FileTrouble[] = []
  for (const [at, file] of list.entries()) {
    if (leftOut.has(file.id)) continue
    const { id, name, sha256, type, size } = file
    const bytes = files.get(sha256) ?? found(file, at)
    if (bytes === undefined) {
      troubles.push({ id, name, is: 'missing' })
      continue
    }
    // What is larger than any file of ours is not looked at: one stream can be listed under forty names.
    const isWhole =
      bytes !== null &&
      bytes.length === size &&
      size <= FILE_LIMITS.file &&
      isOfType(bytes, type) &&
      sha256Of(bytes) === sha256
    if (isWhole) files.set(sha256, bytes.slice())
    else troubles.push({ id, name, is: 'damaged' })
  }
  return { files, troubles }
}

function isOfType(bytes: Uint8Array, type: string): boolean {
  const kind = kindOf(bytes, `.${type === 'text/csv' ? 'csv' : ''}`)
  return kind.ok && kind.type === type
}
