import { type Address, addressOf, anyRows, getAnswer } from '../case/address.ts'
import type { Answers, AnyRow } from '../case/answers.ts'
import { compareDays } from '../dates/plainDate.ts'
import { fieldOf, type Interview, isList, type List, type Part, type Question, type Step } from './question.ts'

export interface Asked {
  question: Question
  address: Address
  value: unknown
  list?: List
  row?: AnyRow
}

export const NO_ROW: AnyRow = { id: '', code: 0 }

/** A question of a list needs the row. */
export const isAsked = ({ askIf }: Question, answers: Answers, row: AnyRow = NO_ROW): boolean =>
  askIf?.(answers, row) !== false

export const isShown = (step: Step | List, answers: Answers): boolean => step.askIf?.(answers) !== false

/** Rows of a list that is not shown are kept, and nobody sees them. */
export const hasShownRows = (list: List, answers: Answers): boolean =>
  isShown(list, answers) && list.rowsIf?.(answers) !== false

/** The questions of a page; those of a list are not the ones of its rows. */
export const askedOn = (step: Step | List, answers: Answers): readonly Asked[] =>
  isShown(step, answers)
    ? step.questions
        .filter((question) => isAsked(question, answers))
        .map((question) => ({ question, address: question.path, value: getAnswer(answers, question.path) }))
    : []

export const askedInRow = (list: List, answers: Answers, row: AnyRow): readonly Asked[] =>
  list.page.questions
    .filter((question) => isAsked(question, answers, row))
    .map((question) => ({
      question,
      address: addressOf(question.path, row.id),
      value: row[fieldOf(question)] ?? null,
      list,
      row,
    }))

export const askedIn = (part: Part, answers: Answers): readonly Asked[] =>
  part.steps.flatMap((step) => {
    const onPage = askedOn(step, answers)
    if (!isList(step) || !hasShownRows(step, answers)) return onPage
    const rows = anyRows(answers, step.path)
    return [...onPage, ...rows.flatMap((row) => askedInRow(step, answers, row))]
  })

export const askedAddresses = ({ parts }: Interview, answers: Answers): ReadonlySet<Address> =>
  new Set(parts.flatMap((part) => askedIn(part, answers).map(({ address }) => address)))

export const codeOf = (list: List, row: AnyRow): string => `${list.code}${row.code}`

/** Where the order is the merchant's: in a list by hand, and of two entries of the log on one day. */
export const mayChangePlaces = (list: List, row: AnyRow, other: AnyRow): boolean =>
  list.order === 'byHand' || (list.hasOrderInDay === true && typeof row.date === 'string' && row.date === other.date)

export function rowsInOrder(list: List, answers: Answers): readonly AnyRow[] {
  const rows = anyRows(answers, list.path)
  if (list.order === 'byHand') return rows
  const dayOf = ({ date }: AnyRow) => (typeof date === 'string' ? date : '9999')
  // A stable sort: rows of one day stay in the order they have, rows without a day come last.
  return [...rows].sort((a, b) => compareDays(dayOf(a), dayOf(b)))
}
