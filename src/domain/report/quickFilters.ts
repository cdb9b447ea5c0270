import { contactsUntil, readLog } from '../areas/partner/contactLog.ts'
import { answerOrNull } from '../case/answer.ts'
import type { Report, ReportGroup } from './report.ts'

export const MATTERS = ['notDelivered', 'unanswered', 'stopsSales'] as const
export type Matter = (typeof MATTERS)[number]

function rowsOf(matter: Matter, { answers, assessment }: Report): ReadonlySet<string> {
  const ids = (rows: readonly { id: string }[]) => new Set(rows.map(({ id }) => id))
  if (matter === 'stopsSales') return ids(answers.examples.items.filter(({ effect }) => effect === 'stops_sales'))
  if (matter === 'unanswered') return ids(readLog(contactsUntil(answers.partner.log, assessment.asOf)).unanswered)
  return ids(
    answers.scope.deliverables.filter(({ status }) => ['late', 'missing'].includes(String(answerOrNull(status)))),
  )
}

export function belongsTo(matter: Matter, report: Report): (group: ReportGroup) => boolean {
  const rows = rowsOf(matter, report)
  return ({ entries }) => entries.some(({ row }) => row !== undefined && rows.has(row.id))
}
