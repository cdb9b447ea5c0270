import type { EvidenceFile } from '../../domain/evidence/evidence.ts'
import type { FileBytes } from '../../exchange/caseFileBytes.ts'
import type { CaseStorage } from '../../platform/storedCase.ts'
import type { Services } from '../../store/session.tsx'

/** Where the bytes of a file are asked for, by its checksum; null where they are not at hand. */
export type FileSource = (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null>

/** The bytes of these files as far as this browser has them; what it lacks is not in the answer. */
export async function filesOfCase(
  storage: CaseStorage,
  caseId: string,
  evidence: readonly EvidenceFile[],
): Promise<FileBytes> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const { sha256 } of evidence) {
    const bytes = await storage.file(caseId, sha256)
    if (bytes !== null) files.set(sha256, bytes)
  }
  return files
}

/** Keeps files with a case before the case itself is kept; false where there is no room for all of them. */
export async function keepFiles(
  { storage, clock }: Pick<Services, 'storage' | 'clock'>,
  caseId: string,
  files: FileBytes,
): Promise<boolean> {
  for (const [sha256, bytes] of files) {
    const kept = await storage.keepFile(caseId, sha256, bytes, clock.now())
    if (!kept.ok) return false
  }
  return true
}
