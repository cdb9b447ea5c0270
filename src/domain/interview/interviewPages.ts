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
  const isSkipped = (step: Step | List) =>
    isList(step)
      ? step.skipIf?.(answers) === true
      : step.apart === true || (towards === 1 && step.passIf?.(answers) === true)
  const isOnTheWay = (step: Step | List) => isShown(step, answers) && !isSkipped(step)
  const next = towards === 1 ? all.slice(at + 1).find(isOnTheWay) : all.slice(0, Math.max(0, at)).findLast(isOnTheWay)
  return next?.id ?? null
}

/** The page of the case after this one; after the last it is the check. */
export function pageAfter(
  interview: Interview,
  answers: Answers,
  { id, leadsTo }: Pick<Step, 'id' | 'leadsTo'>,
): string {
  return leadsTo?.(answers) ?? neighbour(interview, answers, id, 1) ?? 'check'
}

interface Placed {
  question: Question
  part: Part
  /** The id of its step, or of the list on whose page it stands. */
  page: string
  /** Of whose rows it is asked. */
  list?: List
}

// Cached: a case of a thousand rows looks up questions tens of thousands of times.
const placed = new WeakMap<Interview, ReadonlyMap<string, Placed>>()

function placedIn(interview: Interview): ReadonlyMap<string, Placed> {
  const known = placed.get(interview)
  if (known !== undefined) return known
  const all = new Map<string, Placed>()
  for (const { part, step } of pages(interview)) {
    for (const question of step.questions) all.set(question.path, { question, part, page: step.id })
    if (!isList(step)) continue
    const { page } = step
    for (const question of page.questions) all.set(question.path, { question, part, page: page.id, list: step })
  }
  placed.set(interview, all)
  return all
}

export const findPlaced = (interview: Interview, path: string): Placed | undefined => placedIn(interview).get(path)

export const findQuestion = (interview: Interview, path: string): Question | undefined =>
  findPlaced(interview, path)?.question

export type PageOf = { page: string } | { list: List; rowId: string }

export function pageOf(interview: Interview, address: Address): PageOf | null {
  const found = findPlaced(interview, pathOf(address))
  const [area, field, rowId] = address.split('.')
  if (found === undefined) {
    const list = findList(interview, `${area}.${field}`)?.list
    return list === undefined ? null : { page: list.id }
  }
  const { page, list } = found
  return list === undefined || rowId === undefined ? { page } : { list, rowId }
}
