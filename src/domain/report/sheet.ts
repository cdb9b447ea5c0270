import type { Addition } from '../areas/added/schema.ts'
import { lacksOf } from '../areas/examples/missingFields.ts'
import { EFFECTS, type Example, FRONT_EXAMPLES } from '../areas/examples/schema.ts'
import type { DatedContact } from '../areas/partner/contactLog.ts'
import { isRequest } from '../areas/partner/schema.ts'
import type { Deliverable } from '../areas/scope/schema.ts'
import { answerOrNull, nonBlank } from '../case/answer.ts'
import type { Answers } from '../case/answers.ts'
import type { PlainDate } from '../dates/plainDate.ts'
import type { Asked } from '../interview/askedQuestions.ts'
import { mailAddressIn } from '../interview/entry.ts'
import type { Question } from '../interview/question.ts'
import { buildSchedule, type Schedule } from '../schedule/schedule.ts'
import type { Report } from './report.ts'

/** Lines that the first page has room for (C). */
export const FRONT = { tracks: 8, findings: 3, additions: 3, contacts: 5, notAnswered: 8 } as const

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
  additions: readonly Addition[]
  contacts: {
    /** The first request and the latest messages, by date. */
    shown: readonly DatedContact[]
    others: number
    partnerSaid: DatedContact | null
  }
  /** Those that the merchant chose, else the most complete, the worst first. */
  examples: readonly Example[]
  notAnswered: readonly OpenQuestion[]
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
      figures: examples.filter(({ impact }) => nonBlank(impact) !== null).sort((a, b) => weightOf(a) - weightOf(b)),
    },
    findings: order.flatMap(({ id }) => answers.scope.deliverables.filter((row) => row.id === id)),
    additions: answers.added.items.slice(0, FRONT.additions),
    contacts: frontContacts(schedule, answers.partner.log.length),
    examples,
    notAnswered: openQuestions(report.notAnswered),
  }
}

/** A question and everywhere it has no answer: in its rows, or on its page. */
export interface OpenQuestion {
  question: Question
  asked: readonly Asked[]
}

/** By question, those that are required first. */
export function openQuestions(notAnswered: readonly Asked[]): readonly OpenQuestion[] {
  const found = new Map<Question, Asked[]>()
  for (const asked of notAnswered) {
    const known = found.get(asked.question)
    if (known === undefined) found.set(asked.question, [asked])
    else known.push(asked)
  }
  return [...found]
    .map(([question, asked]) => ({ question, asked }))
    .sort((a, b) => Number(b.question.need === 'R') - Number(a.question.need === 'R'))
}

function frontContacts({ contacts }: Schedule, all: number): Sheet['contacts'] {
  const first = contacts.find(isRequest)
  const latest = contacts.slice(-(FRONT.contacts - 1))
  const shown = first === undefined || latest.includes(first) ? contacts.slice(-FRONT.contacts) : [first, ...latest]
  return { shown, others: all - shown.length, partnerSaid: contacts.findLast(({ from }) => from === 'partner') ?? null }
}

/** The worst effect first, those without one last. */
const weightOf = ({ effect }: Example) => (effect === null ? EFFECTS.length : EFFECTS.indexOf(effect))

function frontExamples(items: readonly Example[]): readonly Example[] {
  const chosen = items.filter(({ front }) => front === true)
  if (chosen.length > 0) return chosen.slice(0, FRONT_EXAMPLES)
  return [...items]
    .sort((a, b) => lacksOf(a).length - lacksOf(b).length || weightOf(a) - weightOf(b))
    .slice(0, FRONT_EXAMPLES)
}

export function contactOf({ name, role, email, phone }: Answers['about']): readonly string[] {
  const mail = nonBlank(answerOrNull(email))
  const address = mail === null ? null : (mailAddressIn(mail) ?? mail)
  return [nonBlank(name), nonBlank(role), address, nonBlank(answerOrNull(phone))].filter((text) => text !== null)
}
