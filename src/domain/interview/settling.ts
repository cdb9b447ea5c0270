import { FRONT_EXAMPLES } from '../areas/examples/schema.ts'
import { rowsOf } from '../case/address.ts'
import { isTyped } from '../case/answer.ts'
import type { Answers, AnyRow } from '../case/answers.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import { readWrittenDate, type WritingHabits } from '../dates/writtenDate.ts'
import { mailAddressIn, PHONE, type Problem } from './entry.ts'
import { readNumber } from './number.ts'
import type { Kind, Question } from './question.ts'
import type { Asked } from './walk.ts'

/** The language and the day that what a person types is read with. */
export interface Reader {
  language: string
  today: PlainDate
}

/** The dates in answers that are made of several fields, by kind of question. */
const DATES_IN: Partial<Record<Kind, readonly string[]>> = { moves: ['date', 'toldOn'] }

/** An answer once the page is left: what was typed becomes a date or a number where it can be understood. */
export function settled(question: Question, value: unknown, reader: Reader): unknown {
  const dates = DATES_IN[question.kind]
  if (dates === undefined || !Array.isArray(value))
    return isTyped(value) ? understood(question, value, reader) : value
  const part = ([name, inner]: [string, unknown]) => [
    name,
    dates.includes(name) && isTyped(inner) ? understood({ kind: 'date' }, inner, reader) : inner,
  ]
  return value.map((whole: object) => Object.fromEntries(Object.entries(whole).map(part)))
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
  // As it was typed; what is made of it uses the address alone.
  if (question.kind === 'email') return mailAddressIn(text) === null ? value : value.typed
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
  const dates = DATES_IN[question.kind]
  if (dates === undefined || !Array.isArray(value)) return problemOf(question, at, value, reader)
  return value.flatMap((whole: Record<string, unknown>, index) =>
    dates.flatMap((name) => problemOf({ kind: 'date' }, `${at}:${index}.${name}`, whole[name], reader)),
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
  // A file can hold what no field would have taken.
  if (typeof value === 'string' && question.kind === 'email' && mailAddressIn(value) === null)
    return [{ at, kind: 'notAnEmail' }]
  if (typeof value === 'string' && question.kind === 'phone' && !PHONE.test(value))
    return [{ at, kind: 'notAPhone' }]
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
