import { digestOf } from '../../src/domain/case/canonicalJson.ts'
import type { CaseFile } from '../../src/domain/case/caseFile.ts'
import { sha256 } from '../../src/exchange/sha256.ts'

/** A file that was changed for a test, as one that is as it was made: with the digest of what it holds. */
export const sealed = <File extends Pick<CaseFile, 'answers' | 'evidence' | 'replies'>>(file: File) => {
  const { answers, evidence, replies } = file
  return { ...file, digest: digestOf({ answers, evidence, replies }, sha256) }
}
