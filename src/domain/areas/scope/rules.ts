import {
  type Conclusion,
  doesNotApply,
  gap,
  met,
  notApplicable,
  type Practice,
  type ScopeState,
} from '../../assessment/conclusion.ts'
import { answerOrNull, isTyped, nonBlank } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import { firstDayOf, type PlainDate } from '../../dates/plainDate.ts'
import { isAffected } from './affected.ts'
import type { Deliverable } from './schema.ts'

const field = (row: Deliverable, name: keyof Deliverable & string) => `scope.deliverables.${row.id}.${name}`
const names = (row: Deliverable) => ({ code: `S${row.code}`, title: nonBlank(row.title) ?? '' })

/** S: "revisit the scope document". */
export function scopePractice({ scope }: Answers, asOf: PlainDate): Practice<ScopeState> {
  if (scope.applies === 'no') return { state: 'NA', conclusions: [doesNotApply('scope', scope.whyNot)] }
  if (scope.concern === 'none') return { state: 'NA', conclusions: [notApplicable('scope.concern', 'scope.concern')] }
  const affected = scope.deliverables.filter(isAffected)
  const review = [concern(scope), ...reviewed(scope, affected, asOf), listed(affected), ...affected.map(finding)]
  const changes = affected.filter(({ inScope }) => inScope === 'no').map(change)
  const isOpen = (all: readonly Conclusion[]) => all.some(({ state }) => state === 'gap')
  const state = isOpen(review) ? 'OPEN' : changes.length < affected.length ? 'IN' : isOpen(changes) ? 'OUT' : 'OUT_CR'
  return { state, conclusions: [...review, ...changes] }
}

const concern = (scope: Answers['scope']): Conclusion =>
  scope.concern === null
    ? gap('scope.concern', 'scope.concern', 'REVISIT_SCOPE')
    : met('scope.concern', 'scope.concern')

/** Without a document, what was agreed is written down here. A review after `asOf`, or of an older document, is none. */
function reviewed(scope: Answers['scope'], affected: readonly Deliverable[], asOf: PlainDate): readonly Conclusion[] {
  if (scope.noDocument === true)
    return affected.length === 0 ? [] : [met('scope.reviewed', 'scope.noDocument', { variant: 'noDocument' })]
  const on = answerOrNull(scope.reviewedOn)
  const dated = answerOrNull(scope.documentDate)
  const used = ['scope.reviewedOn', 'scope.documentTitle', 'scope.documentDate']
  const variant = isTyped(scope.reviewedOn) ? { variant: 'unread', texts: { typed: scope.reviewedOn.typed } } : {}
  if (on === null || on > asOf)
    return [gap('scope.reviewed', 'scope.reviewedOn', 'REVISIT_SCOPE', { used, ...variant })]
  return dated !== null && on < firstDayOf(dated)
    ? [
        gap('scope.reviewed', 'scope.reviewedOn', 'REVISIT_SCOPE', {
          used,
          variant: 'older',
          dates: { date: on, document: dated },
        }),
      ]
    : [met('scope.reviewed', 'scope.reviewedOn', { used, dates: { date: on } })]
}

function listed(affected: readonly Deliverable[]): Conclusion {
  const used = affected.map((row) => field(row, 'status'))
  return affected.length === 0
    ? gap('scope.listed', 'scope.deliverables', 'REVISIT_SCOPE', { used })
    : met('scope.listed', 'scope.deliverables', { used, count: affected.length })
}

function finding(row: Deliverable): Conclusion {
  const about = field(row, 'inScope')
  const used = [field(row, 'status'), about, field(row, 'reference')]
  return row.inScope === null
    ? gap('scope.finding', about, 'REVISIT_SCOPE', { used, texts: names(row) })
    : met('scope.finding', about, { used, texts: names(row), variant: row.inScope })
}

/** What turned out not to be in scope is a change, and a change has a request (C; A: new requirements are planned). */
function change(row: Deliverable): Conclusion {
  const about = field(row, 'changeRequest')
  const used = [field(row, 'inScope'), about]
  const number = nonBlank(row.changeRequest)
  return number === null
    ? gap('scope.change', about, 'SETTLE_CHANGES', { used, texts: names(row) })
    : met('scope.change', about, { used, texts: { ...names(row), number } })
}
