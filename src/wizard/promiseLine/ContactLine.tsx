import type { Contact } from '../../domain/areas/partner/schema.ts'
import { type Axis, placeOf } from '../../domain/schedule/axis.ts'
import type { Schedule } from '../../domain/schedule/schedule.ts'
import { drawnSilences } from '../../domain/schedule/silence.ts'
import { contactsSentence } from '../../i18n/scheduleWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import { ContactStrip } from '../../ui/promiseLine/ContactStrip.tsx'

interface ContactLineProps {
  words: Words
  schedule: Schedule
  axis: Axis
  small?: boolean
}

/** The messages of the promise line, drawn and said. */
export function ContactLine({ words, schedule, axis, small = false }: ContactLineProps) {
  const messages = (from: 'merchant' | 'partner', isHollow: (row: Contact) => boolean) =>
    schedule.contacts
      .filter((row) => row.from === from)
      .map((row) => ({ key: row.id, place: placeOf(axis, row.date), hollow: isHollow(row) }))
  return (
    <div className="contact-line">
      <ContactStrip
        title={contactsSentence(words, schedule)}
        merchant={messages('merchant', ({ concernStated }) => concernStated !== 'yes')}
        partner={messages('partner', ({ answer }) => answer === null)}
        promises={schedule.promises.map((day) => placeOf(axis, day))}
        silences={drawnSilences(schedule.silences).map(({ code, from, to, days, labelled }) => ({
          key: `${code} ${from}`,
          from: placeOf(axis, from),
          to: placeOf(axis, to),
          label: labelled ? words.translate('sheet:line.days', { count: days }) : null,
        }))}
        ticks={axis.ticks.map(({ date }) => placeOf(axis, date))}
        today={placeOf(axis, schedule.asOf)}
        small={small}
      />
    </div>
  )
}
