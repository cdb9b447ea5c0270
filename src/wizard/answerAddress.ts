import type { Address } from '../domain/case/address.ts'
import { pageOf } from '../domain/interview/interviewPages.ts'
import type { Interview } from '../domain/interview/question.ts'
import { type CameFrom, caseAddress, rowAddress } from './addresses.ts'

/** The page on which an answer is given, landing on its field. */
export function answerAddress(interview: Interview, caseId: string, address: Address, from?: CameFrom): string {
  const page = pageOf(interview, address)
  const landing = { at: address, from: from ?? null }
  if (page === null) return caseAddress(caseId)
  return 'list' in page ? rowAddress(caseId, page.list, page.rowId, landing) : caseAddress(caseId, page.page, landing)
}
