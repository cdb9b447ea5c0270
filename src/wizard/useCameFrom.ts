import { useLocation, useNavigate, useSearchParams } from 'react-router-dom'
import { type Address, addressOf } from '../domain/case/address.ts'
import { useOpenCase } from '../store/openCaseContext.tsx'
import { useInterview } from '../store/session.tsx'
import { caseAddress } from './addresses.ts'
import { answerAddress } from './answerAddress.ts'

/** Questions of an account manager that are gone through one after the other. */
export interface AskedInTurn {
  inTurn: readonly Address[]
}

/** Where a page leads that was opened for one answer; null if it was reached in its turn. */
export function useCameFrom(): { back: string; goOn: () => void } | null {
  const interview = useInterview()
  const caseId = useOpenCase((state) => state.case.id)
  const navigate = useNavigate()
  const { inTurn = [] } = (useLocation().state ?? {}) as Partial<AskedInTurn>
  const [parameters] = useSearchParams()
  const at = parameters.get('at')
  const from = parameters.get('from')
  if (from === 'check') {
    const back = caseAddress(caseId, 'check', at === null ? {} : { at: addressOf(at) })
    return { back, goOn: () => navigate(back) }
  }
  if (from !== 'reply') return null
  const back = caseAddress(caseId, 'reply')
  const next = at === null ? undefined : inTurn[inTurn.indexOf(addressOf(at)) + 1]
  const goOn = () =>
    next === undefined
      ? navigate(back)
      : navigate(answerAddress(interview, caseId, next, 'reply'), { state: { inTurn } satisfies AskedInTurn })
  return { back, goOn }
}
