import { toBase64 } from '../domain/case/base64.ts'
import { canonicalText } from '../domain/case/canonicalJson.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'

/** By checksum. */
export type FileBytes = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** The JSON before and after the attached files, indented so that people can read it without the app. */
function around(file: CaseFile, hasFiles: boolean): readonly [before: string, after: string] {
  const text = JSON.stringify(file, null, 2)
  // Concatenated: base64 needs no escaping, and JSON.stringify of 40 MB would block the page.
  return hasFiles ? [`${text.slice(0, -2)},\n  "files": {\n`, '\n  }\n}\n'] : [text, '\n']
}

/** The bytes of `case.json`, with `files` as base64 outside the case and its digest. */
export function caseFileBytes(file: CaseFile, files: FileBytes = new Map()): Uint8Array<ArrayBuffer> {
  const [before, after] = around(file, files.size > 0)
  const inside = [...files].map(([sha256, bytes]) => `    "${sha256}": "${toBase64(bytes)}"`).join(',\n')
  return new TextEncoder().encode(before + inside + after)
}

/** Bytes encoded at a time: a few milliseconds, and a multiple of three, so that no padding is inside. */
const PIECE = 1_500_000

/** The same without blocking the page: 40 MB of files take a second. */
export async function caseFileBlob(file: CaseFile, files: FileBytes, yieldToPage: () => Promise<void>): Promise<Blob> {
  const [before, after] = around(file, files.size > 0)
  const pieces: Blob[] = []
  for (const [sha256, bytes] of files) {
    pieces.push(new Blob([`${pieces.length === 0 ? '' : ',\n'}    "${sha256}": "`]))
    for (let at = 0; at < bytes.length; at += PIECE) {
      await yieldToPage()
      pieces.push(new Blob([toBase64(bytes.subarray(at, at + PIECE))]))
    }
    pieces.push(new Blob(['"']))
  }
  return new Blob([before, ...pieces, after], { type: 'application/json' })
}

interface ReadBack {
  unchanged: boolean
  rescued: boolean
  removed: boolean
  raw: unknown
  files: FileBytes
}

/** Whether a file that was just made opens as exactly this case with these attachments. */
export const isAsMeant = (opened: ReadBack, meant: CaseFile, files: FileBytes = new Map()): boolean =>
  opened.unchanged &&
  !opened.rescued &&
  !opened.removed &&
  canonicalText(opened.raw) === canonicalText(meant) &&
  opened.files.size === files.size &&
  [...files.keys()].every((sha256) => opened.files.has(sha256))
