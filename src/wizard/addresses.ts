import type { Address } from '../domain/case/address.ts'
import { isList, type List, type Part } from '../domain/interview/question.ts'

/** The page that opened another one for one answer, and that it leads back to. */
export type CameFrom = 'check' | 'reply'

interface Landing {
  at?: Address
  from?: CameFrom | null
}

const query = ({ at, from }: Landing) => {
  const parameters = new URLSearchParams()
  if (at !== undefined) parameters.set('at', at)
  if (from) parameters.set('from', from)
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

export const caseAddress = (caseId: string, page?: string, landing: Landing = {}): string =>
  `/case/${caseId}${page === undefined ? '' : `/${page}`}${query(landing)}`

export const rowAddress = (caseId: string, { path, page }: List, rowId: string, landing: Landing = {}): string =>
  `/case/${caseId}/${path}/${rowId}/${page.id}${query(landing)}`

/** The first page of a part that is not asked elsewhere. */
export const partAddress = (caseId: string, { steps }: Part): string =>
  caseAddress(caseId, steps.find((step) => isList(step) || step.apart !== true)?.id)
