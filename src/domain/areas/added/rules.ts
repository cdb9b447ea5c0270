import type { AddedState, Conclusion, Practice } from '../../assessment/conclusion.ts'
import { known, written } from '../../case/answer.ts'
import type { Answers } from '../../case/answers.ts'
import type { Addition } from './schema.ts'

/** Has the effect of every addition on the timeline been considered? (S: "consider how this might impact your timeline".) */
export function addedPractice({ added }: Answers): Practice<AddedState> {
  if (added.applies === 'no') {
    return only('NA', {
      rule: 'added.applies',
      state: 'notApplicable',
      about: 'added.applies',
      used: ['added.applies', 'added.whyNot'],
      texts: { whyNot: written(added.whyNot) ?? '' },
    })
  }
  const about = { rule: 'added.any', about: 'added.any', used: ['added.any'] } as const
  if (added.any === 'no') return only('NA', { ...about, state: 'notApplicable' })
  if (added.any === null) return only('OPEN', { ...about, state: 'gap', action: 'SETTLE_CHANGES' })
  if (added.items.length === 0) {
    return only('OPEN', {
      rule: 'added.listed',
      state: 'gap',
      about: 'added.items',
      used: ['added.any'],
      action: 'SETTLE_CHANGES',
    })
  }
  const conclusions = added.items.map(effect)
  return { state: conclusions.some(({ state }) => state === 'gap') ? 'OPEN' : 'DONE', conclusions }
}

const only = (state: AddedState, conclusion: Conclusion): Practice<AddedState> => ({
  state,
  conclusions: [conclusion],
})

/** A delay counts as considered once it has a number of working days of at least 1 (C). */
function effect(row: Addition): Conclusion {
  const about = `added.items.${row.id}.effect`
  const days = `added.items.${row.id}.delayWorkingDays`
  const texts = { code: `A${row.code}`, title: written(row.title) ?? '' }
  const gap: Conclusion = {
    rule: 'added.effect',
    state: 'gap',
    about,
    used: [about],
    action: 'SETTLE_CHANGES',
    texts,
  }

  if (row.effect === null || row.effect === 'not_considered') return gap
  if (row.effect !== 'delay') {
    return {
      rule: 'added.effect',
      state: 'met',
      about,
      used: [about],
      texts: { ...texts, effect: row.effect },
    }
  }
  const workingDays = known(row.delayWorkingDays)
  if (workingDays === null || workingDays < 1) return { ...gap, about: days, used: [about, days] }
  return {
    rule: 'added.effect',
    state: 'met',
    about: days,
    used: [about, days],
    texts: { ...texts, effect: 'delay' },
    count: workingDays,
  }
}
