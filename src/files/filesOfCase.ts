import type { EvidenceFile } from '../domain/evidence/evidence.ts'
import type { FileBytes } from '../exchange/caseFileBytes.ts'
import { sha256Of } from '../exchange/sha256.ts'
import type { CaseStorage } from '../platform/storedCase.ts'
import { yieldToMain } from '../platform/yieldToMain.ts'
import type { Services } from '../store/session.tsx'

/** Where the bytes of a file are asked for, by its checksum; null where they are not at hand. */
export type FileSource = (sha256: string) => Promise<Uint8Array<ArrayBuffer> | null | 'damaged'>

/** The bytes of a file of a case, if they are the ones that were added: browsers do not check what they keep. */
export async function wholeFile(storage: CaseStorage, caseId: string, sha256: string): ReturnType<FileSource> {
  const bytes = await storage.file(caseId, sha256)
  return bytes === null || sha256Of(bytes) === sha256 ? bytes : 'damaged'
}

/** The files of a case that can go out or be copied: what is missing or damaged is not among them, and stops nothing else. */
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
