import { type EvidenceFile, FILE_LIMITS } from '../../domain/evidence/evidence.ts'
import type { FileBytes } from '../caseFileBytes.ts'
import { sha256Of } from '../sha256.ts'
import { kindOf } from './detectFileType.ts'

interface FileTrouble {
  id: string
  name: string
  /** `damaged`: unreadable, other bytes, or another kind of file than listed. */
  is: 'missing' | 'damaged'
}

export interface FoundFiles {
  files: FileBytes
  troubles: readonly FileTrouble[]
}

/** Null: present but unreadable. */
export type MatchedFiles = (file: EvidenceFile, at: number) => Uint8Array | null | undefined

/** Checks each listed file against what was found; files in `leftOut` (ids) are not missed. */
export function filesOf(list: readonly EvidenceFile[], found: MatchedFiles, leftOut: ReadonlySet<string>): FoundFiles {
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
    // Size first: hashing one large stream under forty names would take long.
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
