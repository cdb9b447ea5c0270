import { FRONT_EXAMPLES } from '../areas/examples/schema.ts'
import { rowsOf } from '../case/address.ts'
import { isTyped, isUnknown } from '../case/answer.ts'
import type { Answers, AnyRow } from '../case/answers.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import { isIsoDay, isPlainMonthText, readWrittenDate, type WritingHabits } from '../dates/writtenDate.ts'
import { readNumber } from './number.ts'
import type { Question } from './question.ts'
import type { Asked } from './walk.ts'

/** The language and the day that what a person types is read with. */
export interface Reader {
  language: string
  today: PlainDate
}

/** Something typed that asks for a second look. Never in the way: the person may go on and correct it later. */
export type Problem = { at: string } & (
  | { kind: 'notADate' | 'notANumber' | 'notAnEmail' | 'notAPhone' | 'future' | 'tooManyInFront' }
  | { kind: 'ambiguousDate'; either: readonly [PlainDate, PlainDate] }
)

const EMAIL = /^[^\s@]{1,200}@[^\s@.]{1,100}(?:\.[^\s@.]{1,100}){1,10}$/
const PHONE = /^\+?[\d\s()/.-]{5,40}$/

/**
 * A key press in a field that is read: what goes into the case while the person is still typing. Only text that says
 * exactly one thing becomes an answer already; the rest waits as typed until the page is left.
 */
export function takenDown({ kind, offers }: Question, text: string): unknown {
  if (text === '') return null
  if (kind === 'email') return EMAIL.test(text) ? text : { typed: text }
  if (kind === 'phone') return PHONE.test(text) ? text : { typed: text }
  if (kind === 'number') return /^(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : { typed: text }
  if (kind === 'date') {
    const exact = isIsoDay(text) || (offers?.includes('month') === true && isPlainMonthText(text))
    return exact ? text : { typed: text }
  }
  return text
}

/** The text of a field that is read, as it stands in the field. Numbers are written by `inDigits`. */
export function textOf(value: unknown, inDigits: (value: number) => string): string {
  if (isTyped(value)) return value.typed
  if (isUnknown(value) || value === null || value === 'none') return ''
  return typeof value === 'number' ? inDigits(value) : String(value)
}

/** The parts of a composite answer that are read from typed text, with the kind of reading. */
const READ_PARTS: Readonly<Record<string, Readonly<Record<string, 'date' | 'number'>>>> = {
  moves: { date: 'date', toldOn: 'date' },
  estimate: { low: 'number', likely: 'number', high: 'number' },
}

/** An answer once the page is left: what was typed becomes a date or a number where it can be understood. */
export function settled(question: Question, value: unknown, reader: Reader): unknown {
  const parts = READ_PARTS[question.kind]
  if (parts === undefined) return isTyped(value) ? understood(question, value, reader) : value
  const part = (whole: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(whole).map(([name, inner]) => {
        const kind = parts[name]
        return [name, kind !== undefined && isTyped(inner) ? understood({ kind }, inner, reader) : inner]
      }),
    )
  if (Array.isArray(value)) return value.map((item) => part(item))
  return typeof value === 'object' && value !== null && !isUnknown(value) ? part({ ...value }) : value
}

type Reading = Pick<Question, 'kind' | 'offers' | 'past'>

const habits = ({ past }: Reading, { language, today }: Reader): WritingHabits => ({
  language,
  today,
  past: past !== undefined,
})

function understood(question: Reading, value: { typed: string }, reader: Reader): unknown {
  const text = value.typed.trim()
  if (text === '') return null
  if (question.kind === 'number') return readNumber(text) ?? value
  if (question.kind === 'email') return EMAIL.test(text) ? text : value
  if (question.kind === 'phone') return PHONE.test(text) ? text : value
  const date = readWrittenDate(text, habits(question, reader))
  if (date.is === 'day') return date.day
  return date.is === 'month' && question.offers?.includes('month') === true ? date.month : value
}

/** What to point out on Continue. Empty fields are gaps, never problems. */
export function problemsIn(asked: readonly Asked[], answers: Answers, reader: Reader): readonly Problem[] {
  return asked.flatMap(({ question, address, value, row }) => [
    ...problemsOfValue(question, address, value, reader),
    ...tooManyInFront(question, address, answers, row),
  ])
}

function problemsOfValue(question: Question, at: string, value: unknown, reader: Reader): readonly Problem[] {
  const parts = READ_PARTS[question.kind]
  if (parts === undefined) return problemOf(question, at, value, reader)
  const wholes = Array.isArray(value)
    ? value.map((whole, index) => [`${index}.`, whole] as const)
    : [['', value] as const]
  return wholes.flatMap(([prefix, whole]) =>
    Object.entries(parts).flatMap(([name, kind]) =>
      problemOf(
        { kind },
        `${at}:${prefix}${name}`,
        (whole as Record<string, unknown> | null)?.[name],
        reader,
      ),
    ),
  )
}

const KIND_PROBLEMS = { number: 'notANumber', email: 'notAnEmail', phone: 'notAPhone' } as const

function problemOf(question: Reading, at: string, value: unknown, reader: Reader): readonly Problem[] {
  if (isTyped(value)) {
    const { kind } = question
    if (kind === 'number' || kind === 'email' || kind === 'phone') return [{ at, kind: KIND_PROBLEMS[kind] }]
    const date = readWrittenDate(value.typed, habits(question, reader))
    return [
      date.is === 'ambiguous' ? { at, kind: 'ambiguousDate', either: date.either } : { at, kind: 'notADate' },
    ]
  }
  const inFuture = question.past === 'required' && typeof value === 'string' && value > reader.today
  return inFuture ? [{ at, kind: 'future' }] : []
}

function tooManyInFront(
  question: Question,
  at: string,
  answers: Answers,
  row: AnyRow | undefined,
): readonly Problem[] {
  if (question.path !== 'examples.items.*.front' || row?.front !== true) return []
  const others = rowsOf(answers, 'examples.items').filter(({ id, front }) => id !== row.id && front === true)
  return others.length >= FRONT_EXAMPLES ? [{ at, kind: 'tooManyInFront' }] : []
}

/** True where nothing at all was written in a row. What could not be understood was written too, and is kept. */
export const isBlankRow = (row: AnyRow): boolean =>
  Object.entries(row).every(([name, value]) => name === 'id' || name === 'code' || isBlank(value))

function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.every(isBlank)
  return typeof value === 'object' && Object.values(value).every(isBlank)
}
