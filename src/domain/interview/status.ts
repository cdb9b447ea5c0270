import { type Address, rowsOf } from '../case/address.ts'
import { isAnswered, isTyped } from '../case/answer.ts'
import type { Answers } from '../case/answers.ts'
import { isList, type Part, type Question } from './question.ts'
import { type Asked, askedIn, isShown } from './walk.ts'

/** "Are you finished with this part?" is about the part, not part of the case. */
const isAboutThePart = ({ path }: Question) => path.endsWith('.done')

/** What is asked, has no answer, and would help the reader (needs R and P). */
export const notAnswered = (part: Part, answers: Answers): readonly Asked[] =>
  askedIn(part, answers).filter(
    ({ question, value }) =>
      question.need !== 'O' && question.emptySays !== true && !isAboutThePart(question) && !isAnswered(value),
  )

export type PartStatus = 'backWithQuestion' | 'notStarted' | 'inProgress' | 'toFix' | 'completed'

/**
 * The status of a part: the first that holds of back with a question, something to fix, completed, in progress, not
 * started.
 * @param isAskedBack tells whether an account manager's question waits for an answer at an address
 */
export function statusOf(
  part: Part,
  answers: Answers,
  isAskedBack: (at: Address) => boolean = () => false,
): PartStatus {
  const asked = askedIn(part, answers)
  if (asked.some(({ address }) => isAskedBack(address))) return 'backWithQuestion'
  if (asked.some(({ value }) => holdsTyped(value))) return 'toFix'
  if (asked.some(({ question, value }) => isAboutThePart(question) && value === 'yes')) return 'completed'
  const hasRows = part.steps.some(
    (step) => isList(step) && isShown(step, answers) && rowsOf(answers, step.path).length > 0,
  )
  const begun = hasRows || asked.some(({ question, value }) => !isAboutThePart(question) && isAnswered(value))
  return begun ? 'inProgress' : 'notStarted'
}

/** True where something typed could not be understood, in the answer or in a part of it. */
function holdsTyped(value: unknown): boolean {
  if (isTyped(value)) return true
  if (Array.isArray(value)) return value.some(holdsTyped)
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsTyped)
}
