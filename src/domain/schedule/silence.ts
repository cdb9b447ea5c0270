import { type DatedContact, isRequest } from '../areas/partner/contactLog.ts'
import { daysBetween, type PlainDate } from '../dates/plainDate.ts'

/** The merchant has asked, and the partner has not written. */
export interface Silence {
  code: string
  from: PlainDate
  to: PlainDate
  /** Calendar days. */
  days: number
  ended: boolean
}

/** Calendar days (C). */
const DRAWN_FROM_DAYS = 14
const LABELLED_FROM_DAYS = 30
const LABELLED_AT_LEAST = 3

/** From the first unanswered request to the partner's next message of any kind, or to `until` (C). */
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

export function drawnSilences(silences: readonly Silence[]): readonly DrawnSilence[] {
  const drawn = silences.filter(({ days }) => days >= DRAWN_FROM_DAYS)
  const longest = new Set([...drawn].sort((a, b) => b.days - a.days).slice(0, LABELLED_AT_LEAST))
  return drawn.map((silence) => ({ ...silence, labelled: silence.days >= LABELLED_FROM_DAYS || longest.has(silence) }))
}
