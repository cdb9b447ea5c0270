import { URGENT } from '../../domain/areas/about/schema.ts'

export type Urgent = Exclude<(typeof URGENT)[number], 'none'>

/** In the history, not in the address, which never holds an answer. */
export interface UrgentState {
  caseId: string
  what: Urgent
}

export const isUrgent = (what: unknown): what is Urgent => what !== 'none' && URGENT.some((id) => id === what)
