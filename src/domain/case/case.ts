import type { EvidenceFile } from '../evidence/evidence.ts'
import type { CaseReply } from '../reply/readReply.ts'
import { replaceRows, rowsOf } from './address.ts'
import { MAX_CODE, type RowIdentity } from './answer.ts'
import { type Answers, emptyAnswers, type ListPath, perList } from './answers.ts'

export type CopiedFrom = { caseId: string; digest: string }

export interface Case {
  id: string
  language: string
  answers: Answers
  /** The highest row code ever given, so that none is given twice. */
  codes: Readonly<Record<ListPath, number>>
  /** Every file ever added, even if no row uses it any more. */
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

/** Codes rise by one; if a file has used up MAX_CODE, the lowest free one, so that the case can still be read. */
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

export function withRow(current: Case, list: ListPath, rowId: string, emptyRow: Record<string, unknown>): Case {
  const code = codesAfter(current.codes[list], rowsOf(current.answers, list))()
  const row = { ...emptyRow, id: rowId, code }
  return {
    ...current,
    answers: replaceRows(current.answers, list, (rows) => [...rows, row]),
    codes: { ...current.codes, [list]: Math.max(current.codes[list], code) },
  }
}
