import { type PlainDate, plainDate } from '../domain/dates/plainDate.ts'

/** The only places that ask the machine for the time. */
export interface Clock {
  /** The person's own calendar day: near midnight it differs from the day in Greenwich. */
  today(): PlainDate
  /** Milliseconds since 1970, for showing and ordering moments on this machine. */
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
