import { type Address, addressOf, getAnswer, rowsOf } from '../case/address.ts'
import type { Answers, AnyRow } from '../case/answers.ts'
import { type Interview, isList, type List, type Part, type Question, type Step } from './question.ts'

/** A question at its place in one case. */
export interface Asked {
  question: Question
  address: Address
  value: unknown
  row?: AnyRow
}

const NO_ROW: AnyRow = { id: '', code: 0 }

export const isShown = (step: Step | List, answers: Answers): boolean => step.askIf?.(answers) !== false

/** The questions of a page that are asked, given the answers so far. */
export const askedOn = (step: Step, answers: Answers): readonly Asked[] =>
  isShown(step, answers)
    ? step.questions
        .filter(({ askIf }) => askIf?.(answers, NO_ROW) !== false)
        .map((question) => ({ question, address: question.path, value: getAnswer(answers, question.path) }))
    : []

/** The questions of one page of a row that are asked. */
export const askedInRow = (list: List, step: Step, answers: Answers, row: AnyRow): readonly Asked[] =>
  step.questions
    .filter(({ askIf }) => askIf?.(answers, row) !== false)
    .map((question) => ({
      question,
      address: addressOf(question.path, row.id),
      value: row[question.path.slice(list.path.length + 3)] ?? null,
      row,
    }))

/** Every question of a part that is asked, in order, list rows with all their pages. */
export const askedIn = (part: Part, answers: Answers): readonly Asked[] =>
  part.steps.flatMap((step) => {
    if (!isList(step)) return askedOn(step, answers)
    if (!isShown(step, answers)) return []
    const rows = rowsOf(answers, step.path) as readonly AnyRow[]
    return rows.flatMap((row) => step.steps.flatMap((page) => askedInRow(step, page, answers, row)))
  })

/** The addresses of every question that a case asks now. */
export const askedAddresses = ({ parts }: Interview, answers: Answers): ReadonlySet<Address> =>
  new Set(parts.flatMap((part) => askedIn(part, answers).map(({ address }) => address)))
