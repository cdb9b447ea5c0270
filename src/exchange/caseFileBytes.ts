import { toBase64 } from '../domain/case/base64.ts'
import { canonicalText } from '../domain/case/canonicalJson.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'

/** The bytes of files, by their checksum. */
export type FileBytes = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** What stands around the bytes of files in `case.json`, indented so that a person can read it where the app is not at hand. */
function around(file: CaseFile, hasFiles: boolean): readonly [before: string, after: string] {
  const text = JSON.stringify(file, null, 2)
  // Put together by hand: base64 has nothing to escape, and looking for it in forty megabytes holds the page up.
  return hasFiles ? [`${text.slice(0, -2)},\n  "files": {\n`, '\n  }\n}\n'] : [text, '\n']
}

/**
 * The bytes of `case.json`, as UTF-8.
 * @param files goes in as text where the wrapping has no place for files, outside the case and its digest
 */
export function caseFileBytes(file: CaseFile, files: FileBytes = new Map()): Uint8Array<ArrayBuffer> {
  const [before, after] = around(file, files.size > 0)
  const inside = [...files].map(([sha256, bytes]) => `    "${sha256}": "${toBase64(bytes)}"`).join(',\n')
  return new TextEncoder().encode(before + inside + after)
}

/** So much becomes base64 at a time, in bytes: few milliseconds' work, and a multiple of three. */
const PIECE = 1_500_000

/**
 * The same, piece by piece: forty megabytes of files would hold the page up for a second.
 * @param turn lets the page have its turn
 */
export async function caseFileBlob(file: CaseFile, files: FileBytes, turn: () => Promise<void>): Promise<Blob> {
  const [before, after] = around(file, files.size > 0)
  const pieces: Blob[] = []
  for (const [sha256, bytes] of files) {
    pieces.push(new Blob([`${pieces.length === 0 ? '' : ',\n'}    "${sha256}": "`]))
    for (let at = 0; at < bytes.length; at += PIECE) {
      await turn()
      pieces.push(new Blob([toBase64(bytes.subarray(at, at + PIECE))]))
    }
    pieces.push(new Blob(['"']))
  }
  return new Blob([before, ...pieces, after], { type: 'application/json' })
}

/** A case file as it was read back. */
interface ReadBack {
  unchanged: boolean
  rescued: boolean
  removed: boolean
  raw: unknown
  files: FileBytes
}

/**
 * Whether a file that was read back, through the door that every file comes in by, is what was meant.
 * @returns true only where it is whole, unchanged, says exactly what was meant and holds these files
 */
export const isAsMeant = (opened: ReadBack, meant: CaseFile, files: FileBytes = new Map()): boolean =>
  opened.unchanged &&
  !opened.rescued &&
  !opened.removed &&
  canonicalText(opened.raw) === canonicalText(meant) &&
  opened.files.size === files.size &&
  [...files.keys()].every((sha256) => opened.files.has(sha256))
