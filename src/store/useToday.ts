import { useSyncExternalStore } from 'react'
import type { PlainDate } from '../domain/dates/plainDate.ts'
import { useServices } from './session.tsx'

/** Nobody is at a page while its day passes: it is looked at again when somebody comes back. */
function whenSomebodyComes(look: () => void): () => void {
  window.addEventListener('focus', look)
  document.addEventListener('visibilitychange', look)
  return () => {
    window.removeEventListener('focus', look)
    document.removeEventListener('visibilitychange', look)
  }
}

/** The person's calendar day, for what a page shows: a page that stays open over midnight does not stay at yesterday. */
export function useToday(): PlainDate {
  const { clock } = useServices()
  return useSyncExternalStore(whenSomebodyComes, () => clock.today())
}
