import type { Answers } from '../case/answers.ts'
import { type Interview, isList, type List, type Part, type Question, type Step } from './question.ts'
import { isShown } from './walk.ts'

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

/** The question with this path, `scope.concern` or `scope.deliverables.*.inScope`. */
export function findQuestion(interview: Interview, path: string): Question | undefined {
  for (const { steps } of interview.parts)
    for (const step of steps) {
      const questions = isList(step) ? step.steps.flatMap((page) => page.questions) : step.questions
      const found = questions.find((question) => question.path === path)
      if (found !== undefined) return found
    }
  return undefined
}
