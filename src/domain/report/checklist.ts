import type { Example } from '../areas/examples/schema.ts'
import { partnerStanding, requestsIn } from '../areas/partner/matters.ts'
import { agreedDate, isAffected } from '../areas/scope/affected.ts'
import { answerOrNull, nonBlank } from '../case/answer.ts'
import type { PlainDate, PlainMonth } from '../dates/plainDate.ts'
import type { VisibleAnswers } from '../interview/visibleAnswers.ts'
import { forPartner } from './forPartner.ts'

export interface ChecklistLine {
  code: string
  what: string | null
  date?: PlainDate | PlainMonth | null
  state?: string | null
  workingDays?: number | null
}

const exampleOf = (row: Example) => ({
  code: `E${row.code}`,
  title: nonBlank(row.title),
  expected: nonBlank(row.expected),
  actual: nonBlank(row.actual),
  when: answerOrNull(row.date),
  period: nonBlank(row.period),
  where: nonBlank(row.where),
  impact: nonBlank(row.impact),
})
export type ChecklistExample = ReturnType<typeof exampleOf>

const forUsOf = ({ request }: VisibleAnswers) => ({
  ask: nonBlank(request.ask),
  hardDate: answerOrNull(request.hardDate),
  hardReason: nonBlank(request.hardReason),
  ourSide: nonBlank(request.ourSide),
})

/** Ids only; words are added when rendered. */
export interface Checklist {
  company: string | null
  partner: string | null
  deliverables: readonly ChecklistLine[]
  added: readonly ChecklistLine[]
  unanswered: readonly ChecklistLine[]
  examples: readonly ChecklistExample[]
  forUs: ReturnType<typeof forUsOf> | null
  /** For what comes up in the meeting. */
  emptyLines: { deliverables: number; added: number; unanswered: number; examples: number }
}

/** Empty lines on the blank paper, and on a filled one (C). */
const BLANK = { deliverables: 8, added: 4, unanswered: 8, examples: 3 }
const ROOM = 2

export const blankChecklist: Checklist = {
  company: null,
  partner: null,
  deliverables: [],
  added: [],
  unanswered: [],
  examples: [],
  forUs: null,
  emptyLines: BLANK,
}

export function filledChecklist(answers: VisibleAnswers, asOf: PlainDate): Checklist {
  const { about, scope, added, examples } = answers
  const deliverables = [...scope.deliverables].sort((a, b) => Number(isAffected(b)) - Number(isAffected(a)))
  return {
    company: nonBlank(about.company),
    partner: nonBlank(about.partnerCompany),
    deliverables: deliverables.map((row) => ({
      code: `S${row.code}`,
      what: nonBlank(row.title),
      date: agreedDate(row),
      state: answerOrNull(row.status),
    })),
    added: added.items.map((row) => ({
      code: `A${row.code}`,
      what: nonBlank(row.title),
      state: row.effect,
      workingDays: row.effect === 'delay' ? answerOrNull(row.delayWorkingDays) : null,
    })),
    unanswered: requestsIn(partnerStanding(answers, asOf).matters).map((row) => ({
      code: `P${row.code}`,
      date: row.date,
      what: nonBlank(row.text),
    })),
    examples: examples.items.map(exampleOf),
    forUs: forUsOf(answers),
    emptyLines: { deliverables: ROOM, added: ROOM, unanswered: ROOM, examples: 0 },
  }
}

export const checklistForPartner = (answers: VisibleAnswers, asOf: PlainDate): Checklist => ({
  ...filledChecklist(forPartner(answers), asOf),
  forUs: null,
})
