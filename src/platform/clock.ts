import { type PlainDate, plainDate } from '../domain/dates/plainDate.ts'

export interface Clock {
  /** The user's calendar day, not the one in UTC. */
  today(): PlainDate
  /** Milliseconds since 1970. */
  now(): number
}

export const clock: Clock = {
  today: () => {
    const now = new Date()
    const today = plainDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
    if (today === null) throw new Error('clock.today: the machine gave a day that does not exist')
    return today
  },
  now: () => Date.now(),
}
