import { URGENT } from './schema.ts'

export type Emergency = Exclude<(typeof URGENT)[number], 'none'>

export const isEmergency = (urgent: unknown): urgent is Emergency =>
  urgent !== 'none' && URGENT.some((id) => id === urgent)
