import { type Address, pathOf } from '../case/address.ts'
import type { Answers } from '../case/answers.ts'
import { isShown } from './askedQuestions.ts'
import { type Interview, isList, type List, type Part, type Question, type Step } from './question.ts'

export type FoundPage = { part: Part; step: Step; list?: undefined } | { part: Part; list: List; step?: undefined }

const pages = ({ parts }: Interview) => parts.flatMap((part) => part.steps.map((step) => ({ part, step })))

export function findPage(interview: Interview, id: string): FoundPage | undefined {
  const found = pages(interview).find(({ step }) => step.id === id)
  if (found === undefined) return undefined
  const { part, step } = found
  return isList(step) ? { part, list: step } : { part, step }
}

export const findList = (interview: Interview, path: string): { part: Part; list: List } | undefined =>
  pages(interview)
    .flatMap(({ part, step }) => (isList(step) ? { part, list: step } : []))
    .find(({ list }) => list.path === path)

/** Null at either end. A page that is no longer shown has the neighbours that it would have. */
export function neighbour(interview: Interview, answers: Answers, id: string, towards: 1 | -1): string | null {
  const all = interview.parts.flatMap((part) => part.steps)
  const at = all.findIndex((step) => step.id === id)
  const isOnTheWay = (step: Step | List) => isShown(step, answers) && (isList(step) || step.apart !== true)
  const next = towards === 1 ? all.slice(at + 1).find(isOnTheWay) : all.slice(0, Math.max(0, at)).findLast(isOnTheWay)
  return next?.id ?? null
}

interface Placed {
  question: Question
  part: Part
  page: Step
  list?: List
}

// Cached: a case of a thousand rows looks up questions tens of thousands of times.
const placed = new WeakMap<Interview, ReadonlyMap<string, Placed>>()

function placedIn(interview: Interview): ReadonlyMap<string, Placed> {
  const known = placed.get(interview)
  if (known !== undefined) return known
  const all = new Map<string, Placed>()
  for (const { part, step } of pages(interview))
    for (const page of isList(step) ? step.steps : [step])
      for (const question of page.questions)
        all.set(question.path, { question, part, page, ...(isList(step) && { list: step }) })
  placed.set(interview, all)
  return all
}

export const findPlaced = (interview: Interview, path: string): Placed | undefined => placedIn(interview).get(path)

export const findQuestion = (interview: Interview, path: string): Question | undefined =>
  findPlaced(interview, path)?.question

export type PageOf = { page: string } | { list: List; rowId: string; step: string }

export function pageOf(interview: Interview, address: Address): PageOf | null {
  const found = findPlaced(interview, pathOf(address))
  const [area, field, rowId] = address.split('.')
  if (found === undefined) {
    const list = findList(interview, `${area}.${field}`)?.list
    return list === undefined ? null : { page: list.id }
  }
  const { page, list } = found
  return list === undefined || rowId === undefined ? { page: page.id } : { list, rowId, step: page.id }
}
