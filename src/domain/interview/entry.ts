import { isTyped, isUnknown } from '../case/answer.ts'
import type { AnyRow } from '../case/answers.ts'
import { isPlainDate, isPlainMonth, type PlainDate } from '../dates/plainDate.ts'
import { type Question, READ_AS, type ReadAs } from './question.ts'

/** Never in the way: the user may go on and fix it later. */
export type Problem = { at: string } & (
  | { kind: 'notADate' | 'notANumber' | 'notAnEmail' | 'notAPhone' | 'future' | 'tooManyInFront' }
  | { kind: 'ambiguousDate'; either: readonly [PlainDate, PlainDate] }
)

const EMAIL = /^[^\s@<>]{1,200}@[^\s@.<>]{1,100}(?:\.[^\s@.<>]{1,100}){1,10}$/
export const PHONE = /^\+?[\d\s()/.-]{5,40}$/

/** The address alone, or as mail programs copy it: `Anna <anna@example.com>`. */
export function mailAddressIn(text: string): string | null {
  const address = (/<([^<>]{1,400})>\s*$/.exec(text)?.[1] ?? text).trim()
  return EMAIL.test(address) ? address : null
}

type Offers = Question['offers']

const EXACTLY: Readonly<Record<ReadAs, (text: string, offers: Offers) => string | number | null>> = {
  email: (text) => (mailAddressIn(text) === null ? null : text),
  phone: (text) => (PHONE.test(text) ? text : null),
  number: (text) => (/^(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : null),
  date: (text, offers) =>
    isPlainDate(text) || (offers?.includes('month') === true && isPlainMonth(text)) ? text : null,
}

/** The answer while the user types: text with exactly one meaning is parsed, the rest waits until the page is left. */
export function takenDown({ kind, offers }: Question, text: string): unknown {
  if (text === '') return null
  const readAs = READ_AS[kind]
  return readAs === null ? text : (EXACTLY[readAs](text, offers) ?? { typed: text })
}

export function textOf(value: unknown, inDigits: (value: number) => string): string {
  if (isTyped(value)) return value.typed
  if (isUnknown(value) || value === null || value === 'none') return ''
  return typeof value === 'number' ? inDigits(value) : String(value)
}

export const isBlankRow = (row: AnyRow): boolean =>
  Object.entries(row).every(([name, value]) => name === 'id' || name === 'code' || isBlank(value))

function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.every(isBlank)
  return typeof value === 'object' && Object.values(value).every(isBlank)
}
