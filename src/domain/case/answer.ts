import * as z from 'zod/mini'
import { isPlainDate, isPlainMonth } from '../dates/plainDate.ts'

/** Longer text than anybody writes by hand; what a question hints at as a good length is said in the interview. */
export const MAX_TEXT = 100_000

/** "Don't know": an answer of its own, only where the question offers it. */
export type Unknown = {
  unknown: true
}

/** What was typed and could not be understood. Kept as it is, counted as unanswered, shown as something to fix. */
export type Typed = {
  typed: string
}

const unknown = z.object({ unknown: z.literal(true) })

export const text = z.string().check(z.maxLength(MAX_TEXT))
const typed = z.object({ typed: text })

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isPlainDate))
const dayOrMonth = z.string().check(
  z.regex(/^\d{4}-\d{2}(-\d{2})?$/),
  z.refine((value) => isPlainDate(value) || isPlainMonth(value)),
)

/** A question without an answer is `null`; a key that a file lacks is read as `null`. */
export const answer = <S extends z.ZodMiniType>(value: S) => z._default(z.nullable(value), null)

export const answerOrUnknown = <S extends z.ZodMiniType>(value: S) => answer(z.union([value, unknown]))

/** Answers that are read from what a person typed keep the text where it could not be understood. */
const readable = <S extends z.ZodMiniType>(value: S) => z.union([value, typed])

export const dateAnswer = answer(readable(day))
export const dateOrUnknown = answer(z.union([day, typed, unknown]))
export const dayOrMonthAnswer = answer(readable(dayOrMonth))
/** `none`: no date was promised. */
export const promisedDateAnswer = answer(z.union([dayOrMonth, z.literal('none'), typed, unknown]))
export const writtenAnswer = answer(readable(text))
export const numberAnswer = answer(readable(z.number().check(z.gte(-1e15), z.lte(1e15))))

export const YES_NO = ['yes', 'no'] as const
export const yesNo = z.enum(YES_NO)

/** The fields of an area or a row, by name. The type of the answers follows from them. */
export type FieldSchemas = Readonly<Record<string, z.ZodMiniType>>
export type Fields<S extends FieldSchemas> = { [K in keyof S]: z.output<S[K]> }

/** `code` is the number on screen and paper (3 in S3): given once, in order of creation, never again. */
export type RowIdentity = {
  id: string
  code: number
}

/** No list that is written by hand comes near it. */
export const MAX_CODE = 1_000_000
export type Row<S extends FieldSchemas = FieldSchemas> = RowIdentity & Fields<S>

/** Rows are read loosely: what a newer version added to a row is kept by value. */
export const rows = <S extends FieldSchemas>(fields: S): z.ZodMiniType<Row<S>[]> => {
  const row = z.looseObject({
    id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
    code: z.int().check(z.gte(1), z.lte(MAX_CODE)),
    ...fields,
  })
  // The loose object adds an index signature that would erase the names of the fields from the type.
  return z._default(z.array(row), []) as unknown as z.ZodMiniType<Row<S>[]>
}

export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && 'unknown' in value && value.unknown === true

export const isTyped = (value: unknown): value is Typed =>
  typeof value === 'object' && value !== null && 'typed' in value && typeof value.typed === 'string'

/** The answer itself, or null where there is none, where it is "don't know", or where it was not understood. */
export const answerOrNull = <T>(value: T): Exclude<T, Unknown | Typed> | null =>
  // The two shapes that are excluded from the type are the two that the guards find.
  isUnknown(value) || isTyped(value) ? null : (value as Exclude<T, Unknown | Typed>)

/** The text without surrounding blanks, or null where nothing but blanks was written. */
export const nonBlank = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

/** "Don't know" is an answer; blanks and text that was not understood are not. */
export function isAnswered(value: unknown): boolean {
  if (value === null || value === undefined || value === false || isTyped(value)) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.some(isAnswered)
  if (typeof value === 'object') return Object.values(value).some(isAnswered)
  return true
}
