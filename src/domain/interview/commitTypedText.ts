import { anyRows, setAnswer } from '../case/address.ts'
import { holdsTyped, isTyped } from '../case/answer.ts'
import type { Answers, AnyRow } from '../case/answers.ts'
import { firstDayOf, type PlainDate } from '../dates/plainDate.ts'
import { readWrittenDate } from '../dates/writtenDate.ts'
import { type Asked, askedIn } from './askedQuestions.ts'
import { mailAddressIn, PHONE, type Problem } from './entry.ts'
import { fieldOf, type Interview, type Kind, type Question, READ_AS, type ReadAs } from './question.ts'

export interface ReadingContext {
  language: string
  today: PlainDate
}

const READ_PARTS: Partial<Readonly<Record<Kind, Readonly<Record<string, Reading>>>>> = {
  moves: { date: { kind: 'date', year: 'nearest' }, toldOn: { kind: 'date', past: 'expected' } },
}

/** The answer once the page is left: typed text becomes a date or a number if it can be parsed. */
export function settled(question: Question, value: unknown, context: ReadingContext, row?: AnyRow): unknown {
  const parts = READ_PARTS[question.kind]
  const reader = readerOf(question, row, context)
  if (parts === undefined || !Array.isArray(value)) return understood(question, value, reader)
  const part = ([name, inner]: [string, unknown]) => {
    const reading = parts[name]
    return [name, reading === undefined ? inner : understood(reading, inner, reader)]
  }
  return value.map((whole: object) => Object.fromEntries(Object.entries(whole).map(part)))
}

/** The day of a row, as far as it is known: what it names comes after it. */
function dayOf(row: AnyRow | undefined, { language, today }: ReadingContext): PlainDate | null {
  const date = row?.date
  if (typeof date === 'string') return firstDayOf(date)
  const read = isTyped(date) ? readWrittenDate(date.typed, { language, today, year: 'past' }) : null
  return read?.is === 'day' ? read.day : read?.is === 'month' ? firstDayOf(read.month) : null
}

/** The answers as they will be once their pages are left: what is seen beside a page counts with it. */
export function asSettled(interview: Interview, answers: Answers, context: ReadingContext): Answers {
  // Most often nothing is, and a case has thousands of questions.
  if (!holdsTyped(answers)) return answers
  let next = answers
  for (const part of interview.parts)
    for (const { question, address, value, row } of askedIn(part, answers))
      if (holdsTyped(value)) next = setAnswer(next, address, settled(question, value, context, row))
  return next
}

type Reading = Pick<Question, 'kind' | 'offers' | 'past' | 'year'>

interface Reader extends ReadingContext {
  rowDay: PlainDate | null
  isPast: boolean
}

const readerOf = (question: Question, row: AnyRow | undefined, context: ReadingContext): Reader => ({
  ...context,
  rowDay: dayOf(row, context),
  isPast: row !== undefined && question.hasPassed?.(row) === true,
})

function readDate(text: string, { past, year }: Reading, { language, today, rowDay, isPast }: Reader) {
  const missing = year === 'fromRow' ? (rowDay === null ? 'nearest' : { from: rowDay }) : (year ?? 'coming')
  return readWrittenDate(text, { language, today, year: past === undefined && !isPast ? missing : 'past' })
}

const WHOLE: Readonly<Record<ReadAs, (text: string, question: Reading, reader: Reader) => unknown>> = {
  // Kept as typed, name and all.
  email: (text) => (mailAddressIn(text.trim()) === null ? null : text),
  phone: (text) => (PHONE.test(text.trim()) ? text.trim() : null),
  number: (text) => readNumber(text.trim()),
  date: (text, question, reader) => {
    const date = readDate(text.trim(), question, reader)
    if (date.is === 'day') return date.day
    return date.is === 'month' && question.offers?.includes('month') === true ? date.month : null
  },
}

/** "Don't know", where that is an answer of its own. */
const UNKNOWN = /^(?:vet (?:inte|ej)|i do(?: not|n[’']t) know)\.?$/i

function understood(reading: Reading, value: unknown, reader: Reader): unknown {
  if (typeof value === 'string' && reading.offers?.includes('unknown') && UNKNOWN.test(value.trim()))
    return { unknown: true }
  if (!isTyped(value)) return value
  if (value.typed.trim() === '') return null
  return WHOLE[READ_AS[reading.kind] ?? 'date'](value.typed, reading, reader) ?? value
}

/** Empty fields are gaps, never problems. */
export function problemsIn(asked: readonly Asked[], answers: Answers, context: ReadingContext): readonly Problem[] {
  return asked.flatMap((each) => [
    ...problemsOfValue(each.question, each.address, each.value, readerOf(each.question, each.row, context)),
    ...tooManyInFront(each, answers),
  ])
}

function problemsOfValue(question: Question, at: string, value: unknown, reader: Reader): readonly Problem[] {
  const parts = READ_PARTS[question.kind]
  if (parts === undefined || !Array.isArray(value)) return problemOf(question, at, value, reader)
  return value.flatMap((whole: Record<string, unknown>, index) =>
    Object.entries(parts).flatMap(([name, reading]) =>
      problemOf(reading, `${at}:${index}.${name}`, whole[name], reader),
    ),
  )
}

const NOT_UNDERSTOOD = {
  email: 'notAnEmail',
  phone: 'notAPhone',
  number: 'notANumber',
  date: 'notADate',
} as const satisfies Record<ReadAs, Problem['kind']>

function problemOf(question: Reading, at: string, value: unknown, reader: Reader): readonly Problem[] {
  const readAs = READ_AS[question.kind] ?? 'date'
  if (isTyped(value)) {
    const date = readAs === 'date' ? readDate(value.typed, question, reader) : null
    return date?.is === 'ambiguous'
      ? [{ at, kind: 'ambiguousDate', either: date.either }]
      : [{ at, kind: NOT_UNDERSTOOD[readAs] }]
  }
  if (typeof value !== 'string') return []
  // A file can hold what no field would have accepted.
  const isMisspelt = readAs === 'email' ? mailAddressIn(value) === null : readAs === 'phone' && !PHONE.test(value)
  if (isMisspelt) return [{ at, kind: NOT_UNDERSTOOD[readAs] }]
  return question.past === 'required' && value > reader.today ? [{ at, kind: 'future' }] : []
}

function tooManyInFront({ question, address, list, row }: Asked, answers: Answers): readonly Problem[] {
  const field = fieldOf(question)
  if (question.mostRows === undefined || list === undefined || row?.[field] !== true) return []
  const others = anyRows(answers, list.path).filter((other) => other.id !== row.id && other[field] === true)
  return others.length >= question.mostRows ? [{ at: address, kind: 'tooManyInFront' }] : []
}

const MINUS = /^[−–-]/

/** As written in Swedish or English: spaces, dots or commas, a typographic minus. Null if invalid or ambiguous. */
export function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s’']/g, '')
  if (plain.length > 30) return null
  const negative = MINUS.test(plain)
  const digits = plain.replace(MINUS, '')
  if (!/^\d[\d.,]*$/.test(digits)) return null
  const value = decimalOf(digits)
  return negative && value !== null ? -value : value
}

function decimalOf(digits: string): number | null {
  const lastMark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (lastMark < 0) return Number(digits)
  const mark = digits[lastMark]
  const whole = digits.slice(0, lastMark)
  const decimals = digits.slice(lastMark + 1)
  const marks = digits.split(mark ?? '').length - 1
  const thousandsOnly = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits)
  // 1.234.567 can only be thousands; 1,234 is read as thousands too, since nobody counts in thousandths.
  if (thousandsOnly && (marks > 1 || !/[.,]/.test(whole))) return Number(digits.replace(/[.,]/g, ''))
  if (marks > 1 || decimals === '') return null
  const grouped = /^\d{1,3}(?:[.,]\d{3})*$/.test(whole) || /^\d+$/.test(whole)
  return grouped ? Number(`${whole.replace(/[.,]/g, '')}.${decimals}`) : null
}
