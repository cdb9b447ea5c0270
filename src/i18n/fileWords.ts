import type { EvidenceFile } from '../domain/evidence/evidence.ts'
import { endingOf } from '../domain/evidence/fileTypes.ts'
import type { Words } from './useWords.ts'

export function sizeWords({ translate, formats }: Words, bytes: number): string {
  const isMega = bytes >= 1_000_000
  const size = isMega ? Math.round(bytes / 100_000) / 10 : Math.max(1, Math.round(bytes / 1_000))
  return translate(`evidence:size.${isMega ? 'mega' : 'kilo'}`, { size: formats.number(size) })
}

function typeWords({ translate }: Words, type: string): string {
  const ending = endingOf(type)
  return ending === null ? type : translate(`evidence:types.${ending}`)
}

export const factsOfFile = (words: Words, { type, size }: EvidenceFile): string =>
  `${typeWords(words, type)}, ${sizeWords(words, size)}`
