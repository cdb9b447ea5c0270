import * as z from 'zod/mini'
import { isPlainDate, isPlainMonth } from '../dates/plainDate.ts'

/** No text written by hand is longer; the length that reads well is `goodLength` of the question. */
export const MAX_TEXT = 100_000

export type Unknown = { unknown: true }

/** Typed text that could not be parsed: kept, counted as unanswered, shown as a problem. */
export type Typed = { typed: string }

const unknown = z.object({ unknown: z.literal(true) })

export const text = z.string().check(z.maxLength(MAX_TEXT))
const typed = z.object({ typed: text })

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isPlainDate))
const dayOrMonth = z.string().check(
  z.regex(/^\d{4}-\d{2}(-\d{2})?$/),
  z.refine((value) => isPlainDate(value) || isPlainMonth(value)),
)

/** Unanswered is `null`; so is a key that a file lacks. */
export const answer = <S extends z.ZodMiniType>(value: S) => z._default(z.nullable(value), null)

export const answerOrUnknown = <S extends z.ZodMiniType>(value: S) => answer(z.union([value, unknown]))

const readable = <S extends z.ZodMiniType>(value: S) => z.union([value, typed])

export const dateAnswer = answer(readable(day))
export const dateOrUnknown = answer(z.union([day, typed, unknown]))
export const dayOrMonthAnswer = answer(readable(dayOrMonth))
export const dayOrMonthOrUnknown = answer(z.union([dayOrMonth, typed, unknown]))
/** `none`: no date was promised. */
export const promisedDateAnswer = answer(z.union([dayOrMonth, z.literal('none'), typed, unknown]))
export const writtenAnswer = answer(readable(text))
export const numberOrUnknown = answer(z.union([z.number().check(z.gte(-1e15), z.lte(1e15)), typed, unknown]))

export const YES_NO = ['yes', 'no'] as const
export const yesNo = z.enum(YES_NO)

export type FieldSchemas = Readonly<Record<string, z.ZodMiniType>>
export type Fields<S extends FieldSchemas> = { [K in keyof S]: z.output<S[K]> }

/** `code` is the number on screen and paper (3 in S3), given once, in order of creation. */
export type RowIdentity = { id: string; code: number }

/** No list written by hand comes near it. */
export const MAX_CODE = 1_000_000
export type Row<S extends FieldSchemas = FieldSchemas> = RowIdentity & Fields<S>

/** Loose: what a newer version added to a row is kept. */
export const rows = <S extends FieldSchemas>(fields: S): z.ZodMiniType<Row<S>[]> => {
  const row = z.looseObject({
    id: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
    code: z.int().check(z.gte(1), z.lte(MAX_CODE)),
    ...fields,
  })
  // The index signature of the loose object would erase the names of the fields from the type.
  return z._default(z.array(row), []) as unknown as z.ZodMiniType<Row<S>[]>
}

export const isUnknown = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && 'unknown' in value && value.unknown === true

export const isTyped = (value: unknown): value is Typed =>
  typeof value === 'object' && value !== null && 'typed' in value && typeof value.typed === 'string'

/** Null for no answer, "don't know" and unparsed text. */
export const answerOrNull = <T>(value: T): Exclude<T, Unknown | Typed> | null =>
  // The guards find exactly the two excluded types.
  isUnknown(value) || isTyped(value) ? null : (value as Exclude<T, Unknown | Typed>)

export const nonBlank = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

/** "Don't know" is an answer; blank or unparsed text is not. */
export function isAnswered(value: unknown): boolean {
  if (value === null || value === undefined || value === false || isTyped(value)) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.some(isAnswered)
  if (typeof value === 'object') return Object.values(value).some(isAnswered)
  return true
}

/** An answer, or text that could not be read. */
export const isWritten = (value: unknown): boolean => isAnswered(value) || holdsTyped(value)

/** Something in it was typed and is not read yet. */
export function holdsTyped(value: unknown): boolean {
  if (isTyped(value)) return true
  if (Array.isArray(value)) return value.some(holdsTyped)
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsTyped)
}
