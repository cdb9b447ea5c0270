import { rowsOf } from '../domain/case/address.ts'
import { perList } from '../domain/case/answers.ts'
import { readStoredCase } from '../domain/case/readStoredCase.ts'
import { crc32 } from './crc32.ts'
import { STORED_FORMAT } from './database.ts'
import type { LoadedCase } from './storedCase.ts'

/** A case as it is kept a second time, outside the database. Files, notes and versions are not in it. */
export interface SpareCopy extends LoadedCase {
  savedAt: number
  /** When the saves were made that it goes on from, in milliseconds since 1970: what was stored, and what was under way. */
  after: readonly number[]
}

export const asText = (copy: SpareCopy) => {
  const text = JSON.stringify({ ...copy, formatVersion: STORED_FORMAT })
  return `${crc32(text)} ${text}`
}

/** The copy, or null if the text is not what was written. */
export function copyIn(text: string): SpareCopy | null {
  const [sum = ''] = text.split(' ', 1)
  const json = text.slice(sum.length + 1)
  if (crc32(json) !== sum) return null
  const { formatVersion, ...copy }: SpareCopy & { formatVersion: number } = JSON.parse(json)
  if (formatVersion !== STORED_FORMAT) return null
  const { answers, language } = copy.case
  const rows = perList((list) => rowsOf(answers, list))
  const read = readStoredCase({ answers, language, rows, removed: copy.removed })
  if (read === null) return null
  return { ...copy, case: { ...copy.case, answers: read.answers }, removed: read.removed }
}

export const newerOf = (one: SpareCopy | null, other: SpareCopy | null): SpareCopy | null =>
  (one?.savedAt ?? 0) >= (other?.savedAt ?? 0) ? (one ?? other) : other
