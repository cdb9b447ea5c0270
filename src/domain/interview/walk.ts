import { type Address, addressOf, findRow, getAnswer, rowsOf } from '../case/address.ts'
import { isAnswered, isTyped } from '../case/answer.ts'
import type { Answers, AnyRow } from '../case/answers.ts'
import {
  type Interview,
  isList,
  type List,
  type Part,
  type PartId,
  type Question,
  type Step,
} from './question.ts'

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

/** "Are you finished with this part?" is about the part, not part of the case. */
const isAboutThePart = ({ path }: Question) => path.endsWith('.done')

/** What is asked, has no answer, and would help the reader (needs R and P). */
export const notAnswered = (part: Part, answers: Answers): readonly Asked[] =>
  askedIn(part, answers).filter(
    ({ question, value }) => question.need !== 'O' && !isAboutThePart(question) && !isAnswered(value),
  )

export type PartStatus = 'notStarted' | 'inProgress' | 'toFix' | 'completed'

/** The status of a part: the first that holds of something to fix, completed, in progress, not started. */
export function statusOf(part: Part, answers: Answers): PartStatus {
  const asked = askedIn(part, answers)
  if (asked.some(({ value }) => holdsTyped(value))) return 'toFix'
  if (asked.some(({ question, value }) => isAboutThePart(question) && value === 'yes')) return 'completed'
  const hasRows = part.steps.some(
    (step) => isList(step) && isShown(step, answers) && rowsOf(answers, step.path).length > 0,
  )
  const begun = hasRows || asked.some(({ question, value }) => !isAboutThePart(question) && isAnswered(value))
  return begun ? 'inProgress' : 'notStarted'
}

/** True where something typed could not be understood, in the answer or in a part of it. */
export function holdsTyped(value: unknown): boolean {
  if (isTyped(value)) return true
  if (Array.isArray(value)) return value.some(holdsTyped)
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsTyped)
}

export const partOf = (interview: Interview, id: PartId): Part | undefined =>
  interview.parts.find((part) => part.id === id)

/** Where a page is in the interview. */
export type Found =
  | { part: Part; step: Step; list?: undefined }
  | { part: Part; list: List; step?: undefined }

/** The page with this id (`scope/document`), or undefined. */
export function findPage(interview: Interview, id: string): Found | undefined {
  for (const part of interview.parts)
    for (const step of part.steps)
      if (step.id === id) return isList(step) ? { part, list: step } : { part, step }
  return undefined
}

export function findList(interview: Interview, path: string): { part: Part; list: List } | undefined {
  for (const part of interview.parts)
    for (const step of part.steps) if (isList(step) && step.path === path) return { part, list: step }
  return undefined
}

/** The pages that a person walks through, as far as their conditions hold now. */
const pagesOf = (interview: Interview, answers: Answers): readonly (Step | List)[] =>
  interview.parts
    .flatMap((part) => part.steps)
    .filter((step) => isShown(step, answers) && (isList(step) || step.apart !== true))

/**
 * The page after or before this one, or null at either end of the interview. A page that is no longer shown has
 * neighbours all the same: those it would have if it were.
 */
export function neighbour(
  interview: Interview,
  answers: Answers,
  id: string,
  towards: 1 | -1,
): string | null {
  const shown = new Set(pagesOf(interview, answers).map((step) => step.id))
  const all = interview.parts.flatMap((part) => part.steps).map((step) => step.id)
  for (let at = all.indexOf(id) + towards; at >= 0 && at < all.length; at += towards) {
    const candidate = all[at]
    if (candidate !== undefined && shown.has(candidate)) return candidate
  }
  return null
}

/** Where an address is answered: a page of the interview, or a page of a row. */
export type PageOf = { page: string } | { list: List; rowId: string; step: string }

/** The page on which an answer is given, or null where the interview does not ask for it. */
export function pageOf(interview: Interview, address: Address): PageOf | null {
  for (const part of interview.parts)
    for (const step of part.steps) {
      if (!isList(step)) {
        if (step.questions.some(({ path }) => path === address)) return { page: step.id }
        continue
      }
      if (address === step.path) return { page: step.id }
      if (!address.startsWith(`${step.path}.`)) continue
      const [rowId = '', field = ''] = address.slice(step.path.length + 1).split('.')
      const page = step.steps.find(({ questions }) =>
        questions.some(({ path }) => path === `${step.path}.*.${field}`),
      )
      return page === undefined ? { page: step.id } : { list: step, rowId, step: page.id }
    }
  return null
}

/** The row that an address is about, if it is there. */
export function rowAt(answers: Answers, list: List, rowId: string): AnyRow | undefined {
  return findRow(answers, list.path, rowId)
}
