import type { EvidenceFile } from '../domain/evidence/evidence.ts'
import type { FileBytes } from '../exchange/caseFileBytes.ts'
import { sha256Of } from '../exchange/sha256.ts'
import type { CaseStorage } from '../platform/storedCase.ts'
import { yieldToMain } from '../platform/yieldToMain.ts'
import type { Services } from '../store/session.tsx'

/** Bytes by checksum; null if this browser does not have them. */
export type FileSource = (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null | 'damaged'>

/** Verifies the checksum: browsers do not check what they store. */
export async function wholeFile(storage: CaseStorage, caseId: string, sha256: string): ReturnType<FileSource> {
  const bytes = await storage.file(caseId, sha256)
  return bytes === null || sha256Of(bytes) === sha256 ? bytes : 'damaged'
}

/** Leaves out files that are missing or damaged. */
export async function wholeFilesOfCase(
  storage: CaseStorage,
  caseId: string,
  evidence: readonly EvidenceFile[],
): Promise<FileBytes> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const { sha256 } of evidence) {
    const bytes = await wholeFile(storage, caseId, sha256)
    if (bytes !== null && bytes !== 'damaged') files.set(sha256, bytes)
    await yieldToMain()
  }
  return files
}

/** Stores files before the case that names them; false if there is not enough room. */
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
