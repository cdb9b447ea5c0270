import { anyRows, replaceRows, setAnswer } from '../case/address.ts'
import type { Answers, AnyRow } from '../case/answers.ts'
import { hasShownRows, isAsked, isShown } from './askedQuestions.ts'
import { fieldOf, type Interview, isList, type List, type Step } from './question.ts'

declare const visible: unique symbol

/** Hidden fields are null, hidden lists empty. Assessment, report and hand-over see no more; storage keeps all. */
export type VisibleAnswers = Answers & { readonly [visible]: true }

/** In the order of the interview: a condition sees what is visible before it. */
export function visibleAnswers(interview: Interview, answers: Answers): VisibleAnswers {
  let seen = answers
  for (const part of interview.parts)
    for (const step of part.steps) {
      seen = withVisibleStep(seen, step)
      if (isList(step)) seen = withVisibleRows(seen, step)
    }
  // This function is what makes answers visible ones.
  return seen as VisibleAnswers
}

function withVisibleStep(answers: Answers, step: Step | List): Answers {
  const shown = isShown(step, answers)
  let seen = answers
  for (const question of step.questions)
    if (!shown || !isAsked(question, seen)) seen = setAnswer(seen, question.path, null)
  return seen
}

function withVisibleRows(answers: Answers, list: List): Answers {
  const rows = anyRows(answers, list.path)
  if (!hasShownRows(list, answers)) return rows.length === 0 ? answers : replaceRows(answers, list.path, () => [])
  const seen = rows.map((row) => withVisibleFields(answers, list, row))
  return seen.every((row, at) => row === rows[at]) ? answers : replaceRows(answers, list.path, () => seen)
}

function withVisibleFields(answers: Answers, list: List, row: AnyRow): AnyRow {
  let seen = row
  for (const question of list.page.questions) {
    const field = fieldOf(question)
    if (!isAsked(question, answers, seen) && (seen[field] ?? null) !== null) seen = { ...seen, [field]: null }
  }
  return seen
}
