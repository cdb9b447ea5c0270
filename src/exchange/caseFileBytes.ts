import { canonicalText } from '../domain/case/canonical.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'
import { openCaseFile } from './openCase.ts'

/** The bytes of `case.json`: UTF-8, indented so that a person can read it where the app is not at hand. */
export const caseFileBytes = (file: CaseFile): Blob =>
  new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' })

/**
 * Reads back the very bytes that are offered, through the door that every file comes in by.
 * @returns true only where they open, are unchanged, and say exactly what was meant
 */
export async function isAsMeant(offered: Blob, meant: CaseFile): Promise<boolean> {
  const result = openCaseFile(new Uint8Array(await offered.arrayBuffer()))
  if (!result.ok || !result.opened.unchanged) return false
  return canonicalText(result.opened.raw) === canonicalText(meant)
}
