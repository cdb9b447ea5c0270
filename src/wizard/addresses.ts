import type { Address } from '../domain/case/address.ts'
import type { List } from '../domain/interview/question.ts'

/** The page that opened another one to change an answer, and that it leads back to. */
export type CameFrom = 'check'

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

export const rowAddress = (caseId: string, list: List, rowId: string, step: string, landing: Landing = {}): string =>
  `/case/${caseId}/${list.path}/${rowId}/${step}${query(landing)}`
