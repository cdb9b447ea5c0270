import { createContext, type ReactNode, use, useContext } from 'react'
import type { Interview } from '../domain/interview/question.ts'
import type { Clock } from '../platform/clock.ts'
import type { Preferences } from '../platform/preferences.ts'
import type { ReceivedFiles } from '../platform/receivedStore.ts'
import type { CaseStorage } from '../platform/storedCase.ts'

/** What is real in the product and different in a test; chosen in `main.tsx`. */
export interface Services {
  /** Fetched for the first page that needs it: the start page does not. */
  interview: () => Promise<Interview>
  storage: CaseStorage
  clock: Clock
  newId: () => string
  preferences: Preferences
  received: () => Promise<ReceivedFiles>
}

const ServicesContext = createContext<Services | null>(null)

export const ServicesProvider = ({ services, children }: { services: Services; children: ReactNode }) => (
  <ServicesContext value={services}>{children}</ServicesContext>
)

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (services === null) throw new Error('useServices: render inside <ServicesProvider>')
  return services
}

/** Pages that need it have fetched it with themselves (`app/pages.tsx`), so that nothing waits here. */
export const useInterview = (): Interview => use(useServices().interview())
