import type { Emergency } from '../../domain/areas/about/urgent.ts'

/** In the history, not in the address, which never holds an answer. */
export interface UrgentState {
  caseId: string
  what: Emergency
}
