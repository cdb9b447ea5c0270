import ICAL from 'ical.js'
import { cleanText } from '../../../domain/case/cleanText.ts'
import { plainDate } from '../../../domain/dates/plainDate.ts'
import { type FoundMessage, NO_MESSAGE, type Party, partyIn } from '../../../domain/sources/foundMessage.ts'

const MOST_MEETINGS = 200

/** Answers to an invitation, and what is called off, are no meetings (RFC 5546). */
const NO_MEETING = /^(?:REPLY|CANCEL|REFRESH|COUNTER|DECLINECOUNTER)$/i

/** The meetings of a calendar file (RFC 5545); none where it cannot be read, or invites to none. Never throws. */
export function messagesOfCalendar(text: string): readonly FoundMessage[] {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text))
    if (NO_MEETING.test(String(calendar.getFirstPropertyValue('method') ?? ''))) return []
    const events = calendar.getAllSubcomponents('vevent').slice(0, MOST_MEETINGS)
    return events
      .filter((event) => !/^CANCELLED$/i.test(String(event.getFirstPropertyValue('status') ?? '')))
      .map(meetingOf)
  } catch {
    return []
  }
}

function meetingOf(event: ICAL.Component): FoundMessage {
  const textOf = (name: string) => cleanText(String(event.getFirstPropertyValue(name) ?? '')).trim() || null
  const start = event.getFirstPropertyValue('dtstart')
  return {
    ...NO_MESSAGE,
    ...(start instanceof ICAL.Time ? dayOf(start) : {}),
    // Moved to another day, it is another meeting.
    id: [textOf('uid'), textOf('recurrence-id'), textOf('dtstart')].filter(Boolean).join(' ') || null,
    from: partyOf(event.getFirstProperty('organizer')),
    to: event
      .getAllProperties('attendee')
      .slice(0, 20)
      .flatMap((each) => partyOf(each) ?? []),
    subject: textOf('summary'),
    text: textOf('description') ?? '',
    kind: 'meeting',
  }
}

const two = (number: number) => String(number).padStart(2, '0')

/** In the zone that the meeting names; a time in UTC is in the zone of this browser. */
function dayOf(start: ICAL.Time): Pick<FoundMessage, 'day' | 'time'> {
  const isUtc = start.zone === ICAL.Timezone.utcTimezone
  const here = isUtc ? start.toJSDate() : null
  const [year, month, day] =
    here === null ? [start.year, start.month, start.day] : [here.getFullYear(), here.getMonth() + 1, here.getDate()]
  const [hour, minute] = here === null ? [start.hour, start.minute] : [here.getHours(), here.getMinutes()]
  return { day: plainDate(year, month, day), time: start.isDate ? null : `${two(hour)}:${two(minute)}` }
}

function partyOf(property: ICAL.Property | null): Party | null {
  if (property === null) return null
  const address = String(property.getFirstValue() ?? '').replace(/^mailto:/i, '')
  return partyIn(`${property.getFirstParameter('cn') ?? ''} <${address}>`)
}
