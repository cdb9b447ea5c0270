import type { EvidenceFile } from '../domain/evidence/evidence.ts'
import { endingOf } from '../domain/evidence/fileTypes.ts'
import type { Words } from './useWords.ts'

/** A number of bytes in kB, or in MB with one decimal from a million. */
export function sizeWords({ translate, formats }: Words, bytes: number): string {
  const isMega = bytes >= 1_000_000
  const size = isMega ? Math.round(bytes / 100_000) / 10 : Math.max(1, Math.round(bytes / 1_000))
  return translate(`evidence:size.${isMega ? 'mega' : 'kilo'}`, { size: formats.number(size) })
}

/** What a file is, in a word; the media type where we have none. */
function typeWords({ translate }: Words, type: string): string {
  const ending = endingOf(type)
  return ending === null ? type : translate(`evidence:types.${ending}`)
}

/** What it is and how large, after its name. */
export const factsOfFile = (words: Words, { type, size }: EvidenceFile): string =>
  `${typeWords(words, type)}, ${sizeWords(words, size)}`
