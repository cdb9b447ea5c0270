import { canonicalText } from '../domain/case/canonical.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'
import type { OpenedFile } from './openCase.ts'

/** The bytes of `case.json`: UTF-8, indented so that a person can read it where the app is not at hand. */
export const caseFileBytes = (file: CaseFile): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)

/**
 * Whether a file that was read back, through the door that every file comes in by, is what was meant.
 * @returns true only where it is whole, unchanged, and says exactly what was meant
 */
export const isAsMeant = (opened: OpenedFile, meant: CaseFile): boolean =>
  opened.unchanged && !opened.rescued && canonicalText(opened.raw) === canonicalText(meant)
