import { toBase64 } from '../domain/case/base64.ts'
import { canonicalText } from '../domain/case/canonical.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'
import type { OpenedFile } from './openCase.ts'

/** The bytes of files, by their checksum. */
export type FileBytes = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/**
 * The bytes of `case.json`: UTF-8, indented so that a person can read it where the app is not at hand.
 * @param files goes in as text where the wrapping has no place for files, outside the case and its digest
 */
export function caseFileBytes(file: CaseFile, files: FileBytes = new Map()): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify(file, null, 2)
  if (files.size === 0) return new TextEncoder().encode(`${text}\n`)
  // Put together by hand: base64 has nothing to escape, and looking for it in forty megabytes holds the page up.
  const inside = [...files].map(([sha256, bytes]) => `    "${sha256}": "${toBase64(bytes)}"`).join(',\n')
  return new TextEncoder().encode(`${text.slice(0, -2)},\n  "files": {\n${inside}\n  }\n}\n`)
}

/**
 * Whether a file that was read back, through the door that every file comes in by, is what was meant.
 * @returns true only where it is whole, unchanged, says exactly what was meant and holds these files
 */
export const isAsMeant = (opened: OpenedFile, meant: CaseFile, files: FileBytes = new Map()): boolean =>
  opened.unchanged &&
  !opened.rescued &&
  canonicalText(opened.raw) === canonicalText(meant) &&
  opened.files.size === files.size &&
  [...files.keys()].every((sha256) => opened.files.has(sha256))
