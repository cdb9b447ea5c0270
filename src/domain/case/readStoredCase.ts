import * as z from 'zod/mini'
import { type Answers, type AnyRow, answersSchema, LIST_PATHS, type ListPath } from './answers.ts'
import { answersFromFormat1, rowFromFormat1 } from './migrations.ts'
import type { RemovedRow } from './removedRows.ts'

export type StoredAnswers = { about?: { company?: unknown; partnerCompany?: unknown } } & Record<string, unknown>

interface StoredCase {
  answers: StoredAnswers
  language: string
  rows: Readonly<Record<ListPath, readonly AnyRow[]>>
  removed: readonly RemovedRow[]
}

export function readStoredCase({
  answers: head,
  language,
  rows,
  removed,
}: StoredCase): { answers: Answers; removed: readonly RemovedRow[] } | null {
  // Untrusted: an area may be missing, and the schema below decides.
  const whole: StoredAnswers = { ...head }
  for (const list of LIST_PATHS) {
    const [area = '', field = ''] = list.split('.')
    whole[area] = { ...(whole[area] as object), [field]: rows[list] }
  }
  const result = z.safeParse(answersSchema, answersFromFormat1(whole, language))
  if (!result.success) return null
  return {
    answers: result.data as unknown as Answers,
    removed: removed.map((each) => {
      const { id, code } = each.row
      return { ...each, row: { ...rowFromFormat1(each.list, each.row, language), id, code } }
    }),
  }
}
