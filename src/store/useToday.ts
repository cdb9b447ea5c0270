import { useSyncExternalStore } from 'react'
import type { PlainDate } from '../domain/dates/plainDate.ts'
import { useServices } from './session.tsx'

/** At midnight the page is idle or hidden, so checking when the user comes back is enough. */
function watchReturn(look: () => void): () => void {
  window.addEventListener('focus', look)
  document.addEventListener('visibilitychange', look)
  return () => {
    window.removeEventListener('focus', look)
    document.removeEventListener('visibilitychange', look)
  }
}

export function useToday(): PlainDate {
  const { clock } = useServices()
  return useSyncExternalStore(watchReturn, () => clock.today())
}
