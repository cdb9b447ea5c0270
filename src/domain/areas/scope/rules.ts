import type { Conclusion, Practice, ScopeState } from '../../assessment/conclusion.ts'
import { known, written } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import type { PlainDate } from '../../dates/plainDate.ts'
import { isAffected } from './affected.ts'
import type { Deliverable } from './schema.ts'

const field = (row: Deliverable, name: keyof Deliverable & string) => `scope.deliverables.${row.id}.${name}`
const names = (row: Deliverable) => ({ code: `S${row.code}`, title: written(row.title) ?? '' })

/**
 * Have the affected deliverables been compared with the scope document? (S: "revisit the scope document".)
 * @param asOf the day of judgement; a review dated later does not count
 */
export function scopePractice({ scope }: Answers, asOf: PlainDate): Practice<ScopeState> {
  if (scope.applies === 'no') {
    const whyNot = written(scope.whyNot)
    return {
      state: 'NA',
      conclusions: [
        {
          rule: 'scope.applies',
          state: 'notApplicable',
          about: 'scope.applies',
          used: ['scope.applies', 'scope.whyNot'],
          texts: { whyNot: whyNot ?? '' },
        },
      ],
    }
  }
  if (scope.concern === 'none') {
    return {
      state: 'NA',
      conclusions: [
        { rule: 'scope.concern', state: 'notApplicable', about: 'scope.concern', used: ['scope.concern'] },
      ],
    }
  }
  const affected = scope.deliverables.filter(isAffected)
  const conclusions = [concern(scope), reviewed(scope, asOf), listed(affected), ...affected.map(finding)]
  if (conclusions.some(({ state }) => state === 'gap')) return { state: 'OPEN', conclusions }
  if (affected.some(({ inScope }) => inScope !== 'no')) return { state: 'IN', conclusions }

  const changes = affected.map(change)
  const open = changes.some(({ state }) => state === 'gap')
  return { state: open ? 'OUT' : 'OUT_CR', conclusions: [...conclusions, ...changes] }
}

const concern = (scope: Answers['scope']): Conclusion =>
  scope.concern === null
    ? gap('scope.concern', 'scope.concern', ['scope.concern'])
    : { rule: 'scope.concern', state: 'met', about: 'scope.concern', used: ['scope.concern'] }

function reviewed(scope: Answers['scope'], asOf: PlainDate): Conclusion {
  const on = known(scope.reviewedOn)
  const used = ['scope.reviewedOn', 'scope.documentTitle']
  if (on === null || on > asOf) return gap('scope.reviewed', 'scope.reviewedOn', used)
  return { rule: 'scope.reviewed', state: 'met', about: 'scope.reviewedOn', used, dates: { date: on } }
}

function listed(affected: readonly Deliverable[]): Conclusion {
  const used = affected.map((row) => field(row, 'status'))
  if (affected.length === 0) return gap('scope.listed', 'scope.deliverables', used)
  return { rule: 'scope.listed', state: 'met', about: 'scope.deliverables', used, count: affected.length }
}

function finding(row: Deliverable): Conclusion {
  const about = field(row, 'inScope')
  const used = [field(row, 'status'), about, field(row, 'reference')]
  if (row.inScope === null) return { ...gap('scope.finding', about, used), texts: names(row) }
  return {
    rule: 'scope.finding',
    state: 'met',
    about,
    used,
    texts: { ...names(row), finding: row.inScope },
  }
}

/** What turned out not to be in scope is a change, and a change has a request (C; A: new requirements are planned). */
function change(row: Deliverable): Conclusion {
  const about = field(row, 'changeRequest')
  const used = [field(row, 'inScope'), about]
  const number = written(row.changeRequest)
  if (number === null)
    return { rule: 'scope.change', state: 'gap', about, used, action: 'SETTLE_CHANGES', texts: names(row) }
  return { rule: 'scope.change', state: 'met', about, used, texts: { ...names(row), number } }
}

const gap = (rule: Conclusion['rule'], about: string, used: readonly string[]): Conclusion => ({
  rule,
  state: 'gap',
  about,
  used,
  action: 'REVISIT_SCOPE',
})
