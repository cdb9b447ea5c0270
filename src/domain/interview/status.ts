import { type Address, anyRows, rowsOf } from '../case/address.ts'
import { holdsTyped, isAnswered } from '../case/answer.ts'
import type { Answers } from '../case/answers.ts'
import { type Asked, askedIn, hasShownRows, NO_ROW } from './askedQuestions.ts'
import { isList, type Part } from './question.ts'
import { rowLacks } from './rowLacks.ts'

export const notAnswered = (part: Part, answers: Answers): readonly Asked[] =>
  askedIn(part, answers).filter(
    ({ question, value }) => question.need !== 'O' && question.emptySays !== true && !isAnswered(value),
  )

export interface PartStatus {
  is: 'backWithQuestion' | 'notStarted' | 'inProgress' | 'toFix' | 'enough' | 'completed'
  missing: number
}

/** The first that applies. `enough`: the outcome needs no more, but the reader would be helped. */
export function statusOf(
  part: Part,
  answers: Answers,
  isAskedBack: (at: Address) => boolean = () => false,
): PartStatus {
  const asked = askedIn(part, answers)
  const missing = missingIn(part, answers)
  const is = (): PartStatus['is'] => {
    if (asked.some(({ address }) => isAskedBack(address))) return 'backWithQuestion'
    if (asked.some(({ value }) => holdsTyped(value))) return 'toFix'
    if (!hasRows(part, answers) && !asked.some(({ value }) => isAnswered(value))) return 'notStarted'
    if (missing > 0) return 'inProgress'
    return notAnswered(part, answers).length === 0 ? 'completed' : 'enough'
  }
  return { is: is(), missing }
}

const hasRows = (part: Part, answers: Answers) =>
  part.steps.some((step) => isList(step) && hasShownRows(step, answers) && rowsOf(answers, step.path).length > 0)

/** A list lacks a row; a row lacks what it declares, or its unanswered questions. */
function missingIn(part: Part, answers: Answers): number {
  const unanswered = notAnswered(part, answers).filter(({ question }) => question.need === 'R')
  const lists = part.steps.filter(isList).filter((list) => hasShownRows(list, answers))
  const inLists = lists.map((list) => {
    const rows = anyRows(answers, list.path)
    if (rows.length === 0) return 1
    // One complete row is enough.
    return Math.min(...rows.map((row) => rowLacks(list.path, row)?.length ?? 0))
  })
  const isCounted = ({ question }: Asked) =>
    !lists.some(({ path }) => rowLacks(path, NO_ROW) !== null && question.path.startsWith(`${path}.*.`))
  return unanswered.filter(isCounted).length + inLists.reduce((sum, count) => sum + count, 0)
}
