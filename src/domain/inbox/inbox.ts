import type { Emergency } from '../areas/about/urgent.ts'
import { folded } from '../case/folded.ts'
import { compareDays, daysBetween, type PlainDate } from '../dates/plainDate.ts'
import { isVerdict } from '../reply/reply.ts'
import { companyKey } from './companyKey.ts'
import type { ReceivedCase, ReplySummary } from './receivedCase.ts'

export const WAITING = ['adobe', 'customer', 'partner', 'nobody'] as const
export type Waiting = (typeof WAITING)[number]

interface NextDate {
  date: PlainDate
  is: 'word' | 'by' | 'hardDate'
  isOver: boolean
}

export interface InboxEntry {
  newest: ReceivedCase
  older: readonly ReceivedCase[]
  /** The latest that is known: from files, from the case, or just written. */
  reply: ReplySummary | null
  verdict: string | null
  waiting: Waiting
  /** Unless the customer says that all is solved. */
  emergency: Emergency | null
  /** Calendar days, never negative. */
  age: number
  /** The day of the next step has passed since the file was made. */
  isOver: boolean
  /** The next word that Adobe promised, else the first of the customer's own dates. */
  next: NextDate | null
  /** Folded. */
  searchable: string
  /** The same for every way to write the name. */
  partnerKey: string | null
}

export const latestFirst = (
  a: Pick<ReceivedCase, 'revision' | 'asOf'>,
  b: Pick<ReceivedCase, 'revision' | 'asOf'>,
): number => b.revision - a.revision || compareDays(b.asOf, a.asOf)

const isLaterReply = (a: ReplySummary, b: ReplySummary) =>
  b.revision - a.revision || compareDays(b.writtenOn, a.writtenOn)

/** (C) A revision newer than the reply waits for Adobe. */
function waitingFor({ revision, turn }: ReceivedCase, reply: ReplySummary | null): Waiting {
  if (turn === 'NOBODY') return 'nobody'
  if (reply === null || reply.revision < revision) return 'adobe'
  if (!isVerdict(reply.verdict)) return reply.questions > 0 ? 'customer' : 'adobe'
  return ({ takeOn: 'adobe', needMore: 'customer', toPartner: 'partner', notOurs: 'nobody', urgent: 'adobe' } as const)[
    reply.verdict
  ]
}

export function inboxOf(
  cases: readonly ReceivedCase[],
  replies: readonly ReplySummary[],
  today: PlainDate,
): readonly InboxEntry[] {
  const byCase = new Map<string, ReceivedCase[]>()
  for (const each of cases) {
    const known = byCase.get(each.caseId)
    if (known === undefined) byCase.set(each.caseId, [each])
    else if (!known.some(({ digest }) => digest === each.digest)) known.push(each)
  }
  const answers = new Map<string, ReplySummary[]>()
  for (const reply of replies) answers.set(reply.caseId, [...(answers.get(reply.caseId) ?? []), reply])
  return [...byCase.values()].flatMap((revisions) => {
    const [newest, ...older] = revisions.reverse().sort(latestFirst)
    if (newest === undefined) return []
    // Of replies of one day, the one imported last counts.
    const known = [...revisions.flatMap(({ replies: own }) => own), ...(answers.get(newest.caseId) ?? [])]
    return [entryOf(newest, older, known.reverse().sort(isLaterReply)[0] ?? null, today)]
  })
}

function nextDate({ by, hardDate }: ReceivedCase, reply: ReplySummary | null): Omit<NextDate, 'isOver'> | null {
  const word = reply?.nextWordBy ?? null
  if (word !== null) return { date: word, is: 'word' }
  if (by !== null && (hardDate === null || by <= hardDate)) return { date: by, is: 'by' }
  return hardDate === null ? null : { date: hardDate, is: 'hardDate' }
}

function entryOf(
  newest: ReceivedCase,
  older: readonly ReceivedCase[],
  reply: ReplySummary | null,
  today: PlainDate,
): InboxEntry {
  const waiting = waitingFor(newest, reply)
  const next = nextDate(newest, waiting === 'nobody' ? null : reply)
  const { company, partner, impact, fileName, turn, urgent, ask, askEnglish, customerNumber, project, adobeContact } =
    newest
  return {
    newest,
    older,
    reply,
    verdict: reply?.verdict ?? null,
    waiting,
    emergency: turn === 'NOBODY' ? null : urgent,
    age: Math.max(0, daysBetween(newest.asOf, today)),
    isOver: newest.until !== null && newest.until < today,
    next: next === null ? null : { ...next, isOver: next.date < today },
    searchable: folded(
      [company, partner, impact, ask, askEnglish, customerNumber, project, adobeContact, fileName].join('\n'),
    ),
    partnerKey: partner === null ? null : companyKey(partner),
  }
}
