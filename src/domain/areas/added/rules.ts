import {
  type AddedState,
  type Conclusion,
  doesNotApply,
  gap,
  met,
  notApplicable,
  type Practice,
} from '../../assessment/conclusion.ts'
import { answerOrNull, nonBlank } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import type { Addition } from './schema.ts'

/** S: "consider how this might impact your timeline". */
export function addedPractice({ added }: Answers): Practice<AddedState> {
  const only = (state: AddedState, conclusion: Conclusion) => ({ state, conclusions: [conclusion] })
  if (added.applies === 'no') return only('NA', doesNotApply('added', added.whyNot))
  if (added.any === 'no') return only('NA', notApplicable('added.any', 'added.any'))
  if (added.any === null) return only('OPEN', gap('added.any', 'added.any', 'SETTLE_CHANGES'))
  if (added.items.length === 0)
    return only('OPEN', gap('added.listed', 'added.items', 'SETTLE_CHANGES', { used: ['added.any'] }))
  const conclusions = added.items.map(effect)
  return { state: conclusions.some(({ state }) => state === 'gap') ? 'OPEN' : 'DONE', conclusions }
}

/** A delay of which nobody knows the length has been considered all the same (C). */
function effect(row: Addition): Conclusion {
  const about = `added.items.${row.id}.effect`
  const days = `added.items.${row.id}.delayWorkingDays`
  const texts = { code: `A${row.code}`, title: nonBlank(row.title) ?? '' }
  if (row.effect === null || row.effect === 'not_considered')
    return gap('added.effect', about, 'SETTLE_CHANGES', { texts })
  if (row.effect !== 'delay') return met('added.effect', about, { texts, variant: row.effect })
  const count = answerOrNull(row.delayWorkingDays)
  const used = [about, days]
  return count === null || count < 1
    ? met('added.effect', about, { used, texts, variant: 'longer' })
    : met('added.effect', days, { used, texts, variant: 'delay', count })
}
