import type { EvidenceFile } from '../../domain/evidence/evidence.ts'
import { endingOf } from '../../domain/evidence/fileTypes.ts'
import { plainName } from '../fileName.ts'

/**
 * The name under which a file leaves us: its place in the list, its own name in plain letters, and the ending of what it
 * is. Never a name or an ending that somebody else chose.
 */
export function evidenceName({ name, type }: Pick<EvidenceFile, 'name' | 'type'>, at: number): string {
  const own = plainName(name.replace(/\.[A-Za-z0-9]{1,5}$/, '')) || 'file'
  return `${String(at + 1).padStart(2, '0')}-${own}.${endingOf(type) ?? 'bin'}`
}

/** The name of a file inside a PDF, where names are keys. */
export const attachmentName = ({ sha256, type }: EvidenceFile): string =>
  `evidence-${sha256}.${endingOf(type) ?? 'bin'}`

/** The checksum in such a name; null where it is none. Files of other versions may have no ending. */
export const checksumIn = (name: string): string | null =>
  /^evidence-([0-9a-f]{64})(?:\.[a-z]{1,4})?$/.exec(name)?.[1] ?? null
