import type { Address } from '../case/address.ts'
import { type Interview, isList, type List } from './question.ts'

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
