import { requestsIn } from '../areas/partner/matters.ts'
import { answerOrNull } from '../case/answer.ts'
import type { Report, ReportGroup } from './report.ts'

export const QUICK_FILTERS = ['notDelivered', 'unanswered', 'stopsSales'] as const
export type QuickFilter = (typeof QUICK_FILTERS)[number]

function rowsOf(matter: QuickFilter, { answers, assessment }: Report): ReadonlySet<string> {
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id))
  if (matter === 'stopsSales') return ids(answers.examples.items.filter(({ effect }) => effect === 'stops_sales'))
  if (matter === 'unanswered') return ids(requestsIn(assessment.standing.matters))
  return ids(
    answers.scope.deliverables.filter(({ status }) => ['late', 'missing'].includes(String(answerOrNull(status)))),
  )
}

export function belongsTo(matter: QuickFilter, report: Report): (group: ReportGroup) => boolean {
  const rows = rowsOf(matter, report)
  return ({ entries }) => entries.some(({ row }) => row !== undefined && rows.has(row.id))
}
