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

/** Lines that the first page has room for (C). */
export const FRONT = { tracks: 8, findings: 3, contacts: 5, notAnswered: 6 } as const

interface Impact {
  effect: (typeof EFFECTS)[number] | null
  figures: readonly Example[]
}

/** The first page of the summary, in its order. Ids only; words are added when rendered. */
export interface Sheet {
  report: Report
  schedule: Schedule
  hardDate: { date: PlainDate; reason: string | null } | null
  impact: Impact
  findings: readonly Deliverable[]
  contacts: {
    /** The first request and the latest messages, by date. */
    shown: readonly DatedContact[]
    others: number
    partnerSaid: DatedContact | null
  }
  /** Those that the merchant chose, else the most complete, the worst first. */
  examples: readonly Example[]
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

function frontNotAnswered({ notAnswered }: Report): readonly Question[] {
  const questions = [...new Set(notAnswered.map(({ question }) => question))]
  return questions.sort((a, b) => Number(b.need === 'R') - Number(a.need === 'R'))
}

function frontContacts({ contacts }: Schedule, all: number): Sheet['contacts'] {
  const first = contacts.find(({ from, concernStated }) => from === 'merchant' && concernStated === 'yes')
  const latest = contacts.slice(first === undefined ? -FRONT.contacts : -(FRONT.contacts - 1))
  const shown = first === undefined || latest.includes(first) ? contacts.slice(-FRONT.contacts) : [first, ...latest]
  return { shown, others: all - shown.length, partnerSaid: contacts.findLast(({ from }) => from === 'partner') ?? null }
}

function frontExamples(items: readonly Example[]): readonly Example[] {
  const chosen = items.filter(({ front }) => front === true)
  if (chosen.length > 0) return chosen.slice(0, FRONT_EXAMPLES)
  const weight = ({ effect }: Example) => (effect === null ? EFFECTS.length : EFFECTS.indexOf(effect))
  return [...items]
    .sort((a, b) => lacksOf(a).length - lacksOf(b).length || weight(a) - weight(b))
    .slice(0, FRONT_EXAMPLES)
}

export function contactOf({ name, email, phone }: Answers['about']): readonly string[] {
  const mail = nonBlank(answerOrNull(email))
  const address = mail === null ? null : (mailAddressIn(mail) ?? mail)
  return [nonBlank(name), address, nonBlank(answerOrNull(phone))].filter((text) => text !== null)
}
