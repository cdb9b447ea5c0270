import * as z from 'zod/mini'
import { replaceRows } from './address.ts'
import { type Answers, type AnyRow, answersSchema, LIST_PATHS, type ListPath } from './answers.ts'
import { answersFromFormat1 } from './fromFormat1.ts'

/** Answers as the head of a stored case holds them: of unknown quality until they are read. */
export type StoredAnswers = { about?: { company?: unknown } } & Record<string, unknown>

/** The answers of a stored case, put together from its head and its rows; null where they are not what they should be. */
export function readStoredCase(
  stored: StoredAnswers,
  rows: Readonly<Record<ListPath, readonly AnyRow[]>>,
): Answers | null {
  // Still unread: the schema below decides what it is.
  const whole = LIST_PATHS.reduce(
    (answers, list) => replaceRows(answers, list, () => rows[list]),
    stored as Answers,
  )
  const result = z.safeParse(answersSchema, answersFromFormat1(whole))
  return result.success ? (result.data as unknown as Answers) : null
}
