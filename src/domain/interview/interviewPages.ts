import { type Address, pathOf } from '../case/address.ts'
import type { Answers } from '../case/answers.ts'
import { isShown } from './askedQuestions.ts'
import { type Interview, isList, type List, type Part, type Question, type Step } from './question.ts'

export type FoundPage = { part: Part; step: Step; list?: undefined } | { part: Part; list: List; step?: undefined }

export function findPage(interview: Interview, id: string): FoundPage | undefined {
  for (const part of interview.parts)
    for (const step of part.steps) if (step.id === id) return isList(step) ? { part, list: step } : { part, step }
  return undefined
}

export function findList(interview: Interview, path: string): { part: Part; list: List } | undefined {
  for (const part of interview.parts)
    for (const step of part.steps) if (isList(step) && step.path === path) return { part, list: step }
  return undefined
}

const pagesOf = (interview: Interview, answers: Answers): readonly (Step | List)[] =>
  interview.parts
    .flatMap((part) => part.steps)
    .filter((step) => isShown(step, answers) && (isList(step) || step.apart !== true))

/** Null at either end. A page that is no longer shown has the neighbours that it would have. */
export function neighbour(interview: Interview, answers: Answers, id: string, towards: 1 | -1): string | null {
  const shown = new Set(pagesOf(interview, answers).map((step) => step.id))
  const all = interview.parts.flatMap((part) => part.steps).map((step) => step.id)
  for (let at = all.indexOf(id) + towards; at >= 0 && at < all.length; at += towards) {
    const candidate = all[at]
    if (candidate !== undefined && shown.has(candidate)) return candidate
  }
  return null
}

interface Placed {
  question: Question
  page: Step
  list?: List
}

// Cached: a case of a thousand rows looks up questions tens of thousands of times.
const placed = new WeakMap<Interview, ReadonlyMap<string, Placed>>()

function placedIn(interview: Interview): ReadonlyMap<string, Placed> {
  const known = placed.get(interview)
  if (known !== undefined) return known
  const all = new Map<string, Placed>()
  for (const { steps } of interview.parts)
    for (const step of steps)
      for (const page of isList(step) ? step.steps : [step])
        for (const question of page.questions)
          all.set(question.path, isList(step) ? { question, page, list: step } : { question, page })
  placed.set(interview, all)
  return all
}

export const findQuestion = (interview: Interview, path: string): Question | undefined =>
  placedIn(interview).get(path)?.question

export type PageOf = { page: string } | { list: List; rowId: string; step: string }

export function pageOf(interview: Interview, address: Address): PageOf | null {
  const found = placedIn(interview).get(pathOf(address))
  const [area, field, rowId] = address.split('.')
  if (found === undefined) {
    const list = findList(interview, `${area}.${field}`)?.list
    return list === undefined ? null : { page: list.id }
  }
  const { page, list } = found
  return list === undefined || rowId === undefined ? { page: page.id } : { list, rowId, step: page.id }
}
