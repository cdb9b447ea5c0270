import { requestsIn } from '../areas/partner/matters.ts'
import { answerOrNull } from '../case/answer.ts'
import type { ListPath } from '../case/answers.ts'
import type { Report, ReportGroup } from './report.ts'

export const QUICK_FILTERS = ['notDelivered', 'unanswered', 'stopsSales'] as const
export type QuickFilter = (typeof QUICK_FILTERS)[number]

/** Rows of two lists may have one id. */
const LIST_OF = {
  notDelivered: 'scope.deliverables',
  unanswered: 'partner.log',
  stopsSales: 'examples.items',
} as const satisfies Record<QuickFilter, ListPath>

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
  return ({ row: group, entries: [first] }) =>
    group?.list.path === LIST_OF[matter] && first?.row !== undefined && rows.has(first.row.id)
}
