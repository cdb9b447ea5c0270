import type { CaseFile } from '../../src/domain/case/caseFile.ts'
import type { EvidenceFile } from '../../src/domain/evidence/evidence.ts'
import { kindOf } from '../../src/exchange/evidence/detectFileType.ts'
import { sha256Of } from '../../src/exchange/sha256.ts'
import { sealed } from './sealed.ts'

export const bytesOfText = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** The smallest picture there is. */
export const PNG: Uint8Array<ArrayBuffer> = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** What a case says of a file, as the product would have found it out. */
export function listed(id: string, name: string, bytes: Uint8Array): EvidenceFile {
  const kind = kindOf(bytes, name)
  if (!kind.ok) throw new Error(`${name} is nothing that a case takes: ${kind.reason}`)
  return { id, name, type: kind.type, size: bytes.length, sha256: sha256Of(bytes), shows: null }
}

/** The case file with these files at its first example, and its digest made anew. */
export function withFiles(file: CaseFile, evidence: readonly EvidenceFile[]): CaseFile {
  const [first, ...others] = file.answers.examples.items
  if (first === undefined) throw new Error('the case has no example')
  const items = [{ ...first, evidence: evidence.map(({ id }) => id) }, ...others]
  const answers = { ...file.answers, examples: { ...file.answers.examples, items } }
  return sealed({ ...file, answers, evidence })
}
