import * as z from 'zod/mini'
import { replaceRows } from './address.ts'
import { type Answers, type AnyRow, answersSchema, LIST_PATHS, type ListPath } from './answers.ts'
import { answersFromFormat1, exampleFromFormat1 } from './fromFormat1.ts'
import type { RemovedRow } from './removedRows.ts'

/** Answers as the head of a stored case holds them: of unknown quality until they are read. */
export type StoredAnswers = { about?: { company?: unknown } } & Record<string, unknown>

interface StoredCase {
  answers: StoredAnswers
  language: string
  rows: Readonly<Record<ListPath, readonly AnyRow[]>>
  removed: readonly RemovedRow[]
}

/** What a stored case says, put together from its records; null where the answers are not what they should be. */
export function readStoredCase({
  answers: head,
  language,
  rows,
  removed,
}: StoredCase): { answers: Answers; removed: readonly RemovedRow[] } | null {
  // Still unread: the schema below decides what it is.
  const whole = LIST_PATHS.reduce((answers, list) => replaceRows(answers, list, () => rows[list]), head as Answers)
  const result = z.safeParse(answersSchema, answersFromFormat1(whole, language))
  if (!result.success) return null
  return {
    answers: result.data as unknown as Answers,
    removed: removed.map((each) => {
      if (each.list !== 'examples.items') return each
      const { id, code } = each.row
      return { ...each, row: { ...exampleFromFormat1(each.row, language), id, code } }
    }),
  }
}
