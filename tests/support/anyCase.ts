import fc from 'fast-check'
import { setAnswer } from '../../src/domain/case/address.ts'
import type { FieldSchemas } from '../../src/domain/case/answer.ts'
import {
  type Answers,
  areaFields,
  emptyRow,
  LIST_PATHS,
  type ListPath,
  rowFields,
} from '../../src/domain/case/answers.ts'
import { type Case, newCase, withRow } from '../../src/domain/case/case.ts'
import { addDays } from '../../src/domain/dates/plainDate.ts'
import { interview } from '../../src/domain/interview/interview.ts'
import { type Question, questionsOf } from '../../src/domain/interview/question.ts'

const day = fc.integer({ min: -60, max: 30 }).map((days) => addDays('2026-11-23', days))
const words = fc.oneof(
  fc.constantFrom('Order export', ' ', 'åäö', '<b>x</b>', '{{date}}', '$t(common:yes)', '=1+1', '\u202Eabc', '😀', 'ى'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)
const typed = words.map((text) => ({ typed: text }))

/** Answers that fit a question, whatever they say. */
function answerTo({ kind, choices, offers, path }: Question): fc.Arbitrary<unknown> {
  const others = [
    fc.constant(null),
    ...(offers?.includes('unknown') ? [fc.constant({ unknown: true })] : []),
    ...(offers?.includes('none') ? [fc.constant('none')] : []),
    ...(offers?.includes('month') ? [day.map((date) => date.slice(0, 7))] : []),
  ]
  const own: Record<Question['kind'], fc.Arbitrary<unknown>> = {
    text: words,
    longText: words,
    person: words,
    email: fc.oneof(words, typed),
    phone: fc.oneof(words, typed),
    number: fc.oneof(fc.integer({ min: -5, max: 50 }), typed),
    date: path.endsWith('.date') && path.startsWith('examples') ? fc.oneof(day, typed) : fc.oneof(day, day, typed),
    choice: fc.constantFrom(...(choices ?? ['none'])),
    choices: fc.subarray([...(choices ?? [])]),
    tick: fc.boolean(),
    people: fc.array(fc.record({ name: words, role: words }), { maxLength: 3 }),
    moves: fc.array(
      fc.record({
        date: fc.oneof(day, typed, fc.constant(null)),
        toldOn: fc.oneof(day, typed, fc.constant(null)),
        agreed: fc.constantFrom('yes', 'no', null),
        changeRequest: fc.oneof(words, fc.constant(null)),
      }),
      { maxLength: 3 },
    ),
    evidence: fc.subarray(['f0', 'f1']),
    deliverable: fc.constantFrom('r0', 'r1'),
    deliverables: fc.subarray(['r0', 'r1']),
  }
  return fc.oneof({ weight: 3, arbitrary: own[kind] }, ...others.map((arbitrary) => ({ weight: 1, arbitrary })))
}

const questions = interview.parts.flatMap(({ steps }) => steps.flatMap(questionsOf))
const questionAt = (path: string) => questions.find((question) => question.path === path)

const fieldsOf = (prefix: string, fields: FieldSchemas) =>
  Object.keys(fields).flatMap((field) => {
    const question = questionAt(`${prefix}${field}`)
    return question === undefined ? [] : [[field, answerTo(question)] as const]
  })

const rowsOf = (list: ListPath) =>
  fc.array(fc.record(Object.fromEntries(fieldsOf(`${list}.*.`, rowFields[list]))), { maxLength: 4 })

/** Any case that the product can hold, most of them odd. */
export const anyCase: fc.Arbitrary<Case> = fc
  .record({
    outside: fc.record(
      Object.fromEntries(
        Object.entries(areaFields).flatMap(([area, fields]) =>
          fieldsOf(`${area}.`, fields).map(([field, arbitrary]) => [`${area}.${field}`, arbitrary]),
        ),
      ),
    ),
    rows: fc.tuple(...LIST_PATHS.map(rowsOf)),
  })
  .map(({ outside, rows }) => {
    let current = newCase('any', 'en')
    for (const [address, value] of Object.entries(outside))
      current = { ...current, answers: setAnswer(current.answers, address, value) as Answers }
    for (const [at, list] of LIST_PATHS.entries())
      for (const [n, row] of (rows[at] ?? []).entries())
        current = withRow(current, list, `r${n}`, { ...emptyRow(list), ...row })
    return current
  })
