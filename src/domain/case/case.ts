import type { EvidenceFile } from '../evidence/evidence.ts'
import type { CaseReply } from '../reply/readEntry.ts'
import { replaceRows, rowsOf } from './address.ts'
import { MAX_CODE, type RowIdentity } from './answer.ts'
import { type Answers, emptyAnswers, type ListPath, perList } from './answers.ts'

/** Where a case was copied from: the case and the digest of what it held then. */
export type CopiedFrom = { caseId: string; digest: string }

/** One case: what the merchant has answered, and what its files need to be told apart. */
export interface Case {
  id: string
  language: string
  answers: Answers
  /** The highest row code ever given in each list, so that none is given twice. */
  codes: Readonly<Record<ListPath, number>>
  /** Every file that was ever added, also what stands at no row any more. */
  evidence: readonly EvidenceFile[]
  replies: readonly CaseReply[]
  /** How many different contents have been handed over. */
  revision: number
  /** Digests of what was handed over, oldest first; the last one belongs to `revision`. */
  ancestors: readonly string[]
  copiedFrom: CopiedFrom | null
}

const NO_CODES = perList(() => 0)

export const newCase = (id: string, language: string): Case => ({
  id,
  language,
  answers: emptyAnswers(),
  codes: NO_CODES,
  evidence: [],
  replies: [],
  revision: 0,
  ancestors: [],
  copiedFrom: null,
})

/**
 * Gives the next code of a list at each call: one higher than any before. Where a file has used the highest one, the
 * lowest that is free, so that the case can still be written and read.
 */
export function codesAfter(highest: number, rows: readonly Pick<RowIdentity, 'code'>[]): () => number {
  let [last, free] = [highest, 1]
  let used: Set<number> | null = null
  return () => {
    if (last < MAX_CODE) {
      last += 1
      return last
    }
    used ??= new Set(rows.map(({ code }) => code))
    while (used.has(free)) free += 1
    used.add(free)
    return free
  }
}

/**
 * The case with one more row at the end of a list. The row gets the next code of its list.
 * @param rowId random and never used before
 * @param emptyRow a row of that list in which nothing, or little, is answered
 */
export function withRow(current: Case, list: ListPath, rowId: string, emptyRow: Record<string, unknown>): Case {
  const code = codesAfter(current.codes[list], rowsOf(current.answers, list))()
  const row = { ...emptyRow, id: rowId, code }
  return {
    ...current,
    answers: replaceRows(current.answers, list, (rows) => [...rows, row]),
    codes: { ...current.codes, [list]: Math.max(current.codes[list], code) },
  }
}
