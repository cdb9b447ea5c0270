import { type DatedContact, isRequest } from '../areas/partner/contactLog.ts'
import { daysBetween, type PlainDate } from '../dates/plainDate.ts'

/** A time in which the merchant had asked and the partner had not written. */
export interface Silence {
  /** The message that began it. */
  code: string
  from: PlainDate
  to: PlainDate
  /** Calendar days. */
  days: number
  /** False while it lasts. */
  ended: boolean
}

/** Shorter silences are not drawn, and only the longer ones are labelled (C). */
const DRAWN_FROM_DAYS = 14
const LABELLED_FROM_DAYS = 30
const LABELLED_AT_LEAST = 3

/**
 * The silences of the contact log: from the first unanswered message in which the concern is stated to the partner's
 * next message, whatever it says, or to `until` (C). Without a question there is no silence.
 */
export function silencesIn(rows: readonly DatedContact[], until: PlainDate): readonly Silence[] {
  const silences: Silence[] = []
  let asked: DatedContact | null = null
  const end = (to: PlainDate, ended: boolean) => {
    if (asked === null) return
    const days = daysBetween(asked.date, to)
    if (days > 0) silences.push({ code: `P${asked.code}`, from: asked.date, to, days, ended })
    asked = null
  }
  for (const row of rows) {
    if (row.date > until) break
    if (row.from === 'partner') end(row.date, true)
    else if (asked === null && isRequest(row)) asked = row
  }
  end(until, false)
  return silences
}

export interface DrawnSilence extends Silence {
  labelled: boolean
}

/** The silences that are long enough to be drawn, and which of them carry their days. */
export function drawnSilences(silences: readonly Silence[]): readonly DrawnSilence[] {
  const drawn = silences.filter(({ days }) => days >= DRAWN_FROM_DAYS)
  const longest = new Set([...drawn].sort((a, b) => b.days - a.days).slice(0, LABELLED_AT_LEAST))
  return drawn.map((silence) => ({
    ...silence,
    labelled: silence.days >= LABELLED_FROM_DAYS || longest.has(silence),
  }))
}
