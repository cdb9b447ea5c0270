import { known, written } from '../../case/answer.ts'
import type { PlainDate } from '../../dates/plainDate.ts'
import type { VisibleAnswers } from '../../interview/visibleAnswers.ts'
import { filledChecklist } from '../../report/checklist.ts'
import type { Contact } from './schema.ts'

/** A line of the paper that was taken to the meeting. */
export interface MeetingLine {
  /** As on the paper and on the screens: S1, P4. */
  code: string
  what: string | null
}

/** The parts of the paper in which something can be agreed, in its order. */
export const MEETING_PARTS = ['deliverables', 'added', 'unanswered', 'examples'] as const
export type MeetingPart = (typeof MEETING_PARTS)[number]

/** What came out of one line. */
export interface MeetingOutcome {
  agreed: 'yes' | 'no' | null
  who: string
  byWhen: PlainDate | null
  note: string
}

/** The lines of the paper, part by part, as it was printed from this case. */
export function meetingLines(
  answers: VisibleAnswers,
  asOf: PlainDate,
): Readonly<Record<MeetingPart, readonly MeetingLine[]>> {
  const { deliverables, added, unanswered, examples } = filledChecklist(answers, asOf)
  const lines = (rows: readonly MeetingLine[]) => rows.map(({ code, what }) => ({ code, what }))
  return {
    deliverables: lines(deliverables),
    added: lines(added),
    unanswered: lines(unanswered),
    examples: examples.map(({ code, title }) => ({ code, what: title })),
  }
}

/**
 * The row of the contact log that a filled line becomes; null for a line that says nothing. A yes is a plan, with or
 * without a day; a no is a clear no; a note alone is no answer.
 */
export function contactFromMeeting(
  line: MeetingLine,
  { agreed, who, byWhen, note }: MeetingOutcome,
  meeting: { date: PlainDate; answers: VisibleAnswers },
): Partial<Contact> | null {
  const said = written(note)
  const person = written(who)
  if (agreed === null && said === null && person === null && byWhen === null) return null
  const named = [line.code, written(line.what)].filter(Boolean).join(' ')
  return {
    date: meeting.date,
    from: 'partner',
    channel: 'meeting',
    person,
    text: [named, said].filter((part) => part !== null && part !== '').join(': '),
    answer: agreed === 'no' ? 'refused' : agreed === 'yes' || byWhen !== null ? 'plan' : null,
    promised: agreed === 'no' ? null : byWhen,
    promisedFor: deliverablesOf(line, meeting.answers),
  }
}

/** The deliverable that a line is about: itself, or the one that its example shows. */
function deliverablesOf({ code }: MeetingLine, { scope, examples }: VisibleAnswers): string[] | null {
  const number = Number(code.slice(1))
  if (code.startsWith('S')) {
    const row = scope.deliverables.find((each) => each.code === number)
    return row === undefined ? null : [row.id]
  }
  const shown = code.startsWith('E') ? examples.items.find((each) => each.code === number) : undefined
  const id = known(shown?.deliverable ?? null)
  return id === null || !scope.deliverables.some((row) => row.id === id) ? null : [id]
}
