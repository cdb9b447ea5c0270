import type { EvidenceFile } from '../../domain/evidence/evidence.ts'
import { endingOf } from '../../domain/evidence/fileTypes.ts'
import { plainName } from '../fileName.ts'

/** The name of an exported file: `01-name.pdf`. The extension follows from the type, not from the original name. */
export function evidenceName({ name, type }: Pick<EvidenceFile, 'name' | 'type'>, at: number): string {
  const own = plainName(name.replace(/\.[A-Za-z0-9]{1,5}$/, '')) || 'file'
  return `${String(at + 1).padStart(2, '0')}-${own}.${endingOf(type) ?? 'bin'}`
}

export const attachmentName = ({ sha256, type }: EvidenceFile): string =>
  `evidence-${sha256}.${endingOf(type) ?? 'bin'}`

/** The checksum in such a name. Other versions may write no extension. */
export const checksumIn = (name: string): string | null =>
  /^evidence-([0-9a-f]{64})(?:\.[a-z]{1,4})?$/.exec(name)?.[1] ?? null

/** Whether a file may be called so by `evidenceName`. */
export const isEvidenceName = (name: string): boolean => /^\d{2,4}-[a-z0-9-]{1,40}\.[a-z]{1,4}$/.test(name)
