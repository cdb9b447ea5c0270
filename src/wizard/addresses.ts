import type { Address } from '../domain/case/address.ts'

/** The page that opened another one for one answer, and that it leads back to. */
export type CameFrom = 'check' | 'reply'

export interface Landing {
  at?: Address
  from?: CameFrom | null
}

/** Behind an address. */
export const query = ({ at, from }: Landing) => {
  const parameters = new URLSearchParams()
  if (at !== undefined) parameters.set('at', at)
  if (from) parameters.set('from', from)
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

export const caseAddress = (caseId: string, page?: string, landing: Landing = {}): string =>
  `/case/${caseId}${page === undefined ? '' : `/${page}`}${query(landing)}`
