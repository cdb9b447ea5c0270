import { URGENT } from '../../domain/areas/about/schema.ts'

export type Urgent = Exclude<(typeof URGENT)[number], 'none'>

/** Where the person came from. It travels in the history, not in the address: what is urgent is theirs alone. */
export interface UrgentState {
  caseId: string
  what: Urgent
}

export const isUrgent = (what: unknown): what is Urgent => what !== 'none' && URGENT.some((id) => id === what)
