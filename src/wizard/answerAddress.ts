import type { Address } from '../domain/case/address.ts'
import { pageOf } from '../domain/interview/interviewPages.ts'
import { type Interview, isList, type List, type Part } from '../domain/interview/question.ts'
import { type CameFrom, caseAddress, type Landing, query } from './addresses.ts'

/** The page on which an answer is given, landing on its field. */
export function answerAddress(interview: Interview, caseId: string, address: Address, from?: CameFrom): string {
  const page = pageOf(interview, address)
  const landing = { at: address, from: from ?? null }
  if (page === null) return caseAddress(caseId)
  return 'list' in page ? rowAddress(caseId, page.list, page.rowId, landing) : caseAddress(caseId, page.page, landing)
}

export const rowAddress = (caseId: string, { path, page }: List, rowId: string, landing: Landing = {}): string =>
  `/case/${caseId}/${path}/${rowId}/${page.id}${query(landing)}`

/** The first page of a part that is not asked elsewhere. */
export const partAddress = (caseId: string, { steps }: Part): string =>
  caseAddress(caseId, steps.find((step) => isList(step) || step.apart !== true)?.id)
