import { lacksOf } from '../areas/examples/missingFields.ts'
import { EFFECTS, type Example, FRONT_EXAMPLES } from '../areas/examples/schema.ts'
import type { DatedContact } from '../areas/partner/contactLog.ts'
import type { Deliverable } from '../areas/scope/schema.ts'
import { answerOrNull, nonBlank } from '../case/answer.ts'
import type { Answers } from '../case/answers.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import { mailAddressIn } from '../interview/entry.ts'
import type { Question } from '../interview/question.ts'
import { buildSchedule, type Schedule } from '../schedule/schedule.ts'
import type { Report } from './report.ts'

/** How many lines of each sort the first page has room for (C). */
export const FRONT = { tracks: 8, findings: 3, contacts: 5, notAnswered: 6 } as const

/** What it has led to: the highest effect of all examples, and the figures of those on the first page, never summed. */
interface Impact {
  effect: (typeof EFFECTS)[number] | null
  figures: readonly Example[]
}

/** The readiness sheet: what its first page says, in its order. In ids; words come last. */
export interface Sheet {
  report: Report
  schedule: Schedule
  hardDate: { date: PlainDate; reason: string | null } | null
  impact: Impact
  /** The affected deliverables, in the order of the promise line. */
  findings: readonly Deliverable[]
  contacts: {
    /** The first message in which the concern is stated and the latest ones, by date; at most five. */
    shown: readonly DatedContact[]
    /** How many others there are, with and without a date. */
    others: number
    /** What the partner said last, whatever kind of answer it was. */
    partnerSaid: DatedContact | null
  }
  /** Those that the merchant chose, else those that can be looked up, the worst first; at most three. */
  examples: readonly Example[]
  /** What was not answered, what decides the outcome first. */
  notAnswered: readonly Question[]
}

export function buildSheet(report: Report): Sheet {
  const { answers, assessment } = report
  const schedule = buildSchedule(answers, assessment.asOf)
  const examples = frontExamples(answers.examples.items)
  const date = answerOrNull(answers.request.hardDate)
  const order = [...schedule.tracks, ...schedule.undated].filter(({ affected }) => affected)
  return {
    report,
    schedule,
    hardDate: date === null ? null : { date, reason: nonBlank(answers.request.hardReason) },
    impact: {
      effect: EFFECTS.find((effect) => answers.examples.items.some((row) => row.effect === effect)) ?? null,
      figures: examples.filter(({ impact }) => nonBlank(impact) !== null),
    },
    findings: order.flatMap(({ id }) => answers.scope.deliverables.filter((row) => row.id === id)),
    contacts: frontContacts(schedule, answers.partner.log.length),
    examples,
    notAnswered: frontNotAnswered(report),
  }
}

/** "Does it apply?" without an answer counts as yes, so nobody misses it. */
function frontNotAnswered({ notAnswered }: Report): readonly Question[] {
  const questions = [...new Set(notAnswered.map(({ question }) => question))]
  return questions
    .filter(({ path }) => !path.endsWith('.applies'))
    .sort((a, b) => Number(b.need === 'R') - Number(a.need === 'R'))
}

function frontContacts({ contacts }: Schedule, all: number): Sheet['contacts'] {
  const first = contacts.find(({ from, concernStated }) => from === 'merchant' && concernStated === 'yes')
  const latest = contacts.slice(first === undefined ? -FRONT.contacts : -(FRONT.contacts - 1))
  const shown = first === undefined || latest.includes(first) ? contacts.slice(-FRONT.contacts) : [first, ...latest]
  return {
    shown,
    others: all - shown.length,
    partnerSaid: contacts.findLast(({ from }) => from === 'partner') ?? null,
  }
}

function frontExamples(items: readonly Example[]): readonly Example[] {
  const chosen = items.filter(({ front }) => front === true)
  if (chosen.length > 0) return chosen.slice(0, FRONT_EXAMPLES)
  const weight = ({ effect }: Example) => (effect === null ? EFFECTS.length : EFFECTS.indexOf(effect))
  return [...items]
    .sort((a, b) => lacksOf(a).length - lacksOf(b).length || weight(a) - weight(b))
    .slice(0, FRONT_EXAMPLES)
}

/** Whom the reader can reach: name, e-mail address and telephone number, as far as they are given. */
export function contactOf({ name, email, phone }: Answers['about']): readonly string[] {
  const mail = nonBlank(answerOrNull(email))
  const address = mail === null ? null : (mailAddressIn(mail) ?? mail)
  return [nonBlank(name), address, nonBlank(answerOrNull(phone))].filter((text) => text !== null)
}
