import { describe, expect, it } from 'vitest'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import type { MessageKind } from '../../../src/domain/messages/message.ts'
import { talkFor } from '../../../src/domain/messages/talk.ts'
import { aCase } from '../../support/aCase.ts'

const late = { status: 'late', promised: '2026-11-01', inScope: 'yes' } as const
const DELIVERABLES = ['A', 'B', 'C'].map((title) => ({ title, ...late }))
const asked = (date: string, ...about: string[]) =>
  ({ date, from: 'merchant', concernStated: 'yes', answerBy: '2026-11-20', about }) as const

/** The state of the talk, and what it is about: null for the whole case. */
function talkOf(kind: MessageKind, log: readonly object[], deliverables: readonly object[] = DELIVERABLES) {
  const { answers } = aCase({ 'scope.concern': 'unmet' }, { 'scope.deliverables': deliverables, 'partner.log': log })
  const talk = talkFor(kind, visibleAnswers(interview, answers), '2026-11-24')
  return talk === null ? null : [talk.thread.state, talk.deliverables?.map(({ title }) => title) ?? null]
}

describe('the talk that a draft belongs to', () => {
  it('is about what was asked together, and not about what was asked on another day', () => {
    const together = [asked('2026-11-02', 'row-1', 'row-2'), asked('2026-11-10', 'row-3')]
    expect(talkOf('followUp', together)).toEqual(['SILENT', ['A', 'B']])
    expect(talkOf('followUp', [asked('2026-11-02', 'row-1'), asked('2026-11-03', 'row-2')])).toEqual(['SILENT', ['A']])
  })

  it('is about everything that was never asked, in a first draft', () => {
    expect(talkOf('first', [asked('2026-11-02', 'row-2')])).toEqual(['NOT_TOLD', ['A', 'C']])
    expect(talkOf('first', [asked('2026-11-02', 'row-1', 'row-2', 'row-3')])).toBeNull()
  })

  it('is about the whole case where the messages name nothing', () => {
    expect(talkOf('followUp', [asked('2026-11-02')], [])).toEqual(['SILENT', null])
    expect(talkOf('change', [asked('2026-11-02')])).toBeNull()
  })

  it('is about what the messages name, where nothing is late, missing or wrong yet', () => {
    const unsaid = ['A', 'B', 'C'].map((title) => ({ title }))
    const no = (...about: string[]) => ({ date: '2026-11-10', from: 'partner', answer: 'refused', about }) as const
    expect(talkOf('followUp', [asked('2026-11-02', 'row-2')], unsaid)).toEqual(['SILENT', ['B']])
    expect(talkOf('followUp', [asked('2026-11-02', 'row-1'), asked('2026-11-03', 'row-3')], unsaid)).toEqual([
      'SILENT',
      ['A', 'C'],
    ])
    expect(talkOf('followUp', [asked('2026-11-02', 'row-1'), asked('2026-11-03')], unsaid)).toEqual(['SILENT', null])
    expect(talkOf('followUp', [asked('2026-11-02', 'row-1'), no('row-3')], unsaid)).toEqual(['REFUSED', ['C']])
    expect(talkOf('followUp', [asked('2026-11-02', 'row-1'), no()], unsaid)).toEqual(['REFUSED', null])
    expect(talkOf('first', [], unsaid)).toEqual(['NOT_TOLD', null])
  })

  it('is not about what both have moved to another day', () => {
    const plan = { date: '2026-11-04', from: 'partner', answer: 'plan', promised: '2026-12-10', about: [] } as const
    const moves = [{ date: '2026-12-20', agreed: 'yes', changeRequest: null }]
    const [first, second] = DELIVERABLES
    expect(
      talkOf('accept', [asked('2026-11-02'), plan], [{ ...first, status: 'unsatisfactory', moves }, second ?? {}]),
      // Of the day that comes first, as the next step is.
    ).toEqual(['PLAN', ['B']])
    expect(talkOf('accept', [asked('2026-11-02'), plan], DELIVERABLES.slice(0, 2))).toEqual(['PLAN', ['A', 'B']])
  })

  it('is not about what has another past', () => {
    const plan = (date: string, promised: string, ...about: string[]) =>
      ({ date, from: 'partner', answer: 'plan', promised, about }) as const
    const pair = DELIVERABLES.slice(0, 2)
    const both = [
      asked('2026-10-05'),
      plan('2026-10-06', '2026-11-01'),
      asked('2026-11-05'),
      plan('2026-11-06', '2026-11-20'),
    ]
    expect(talkOf('followUp', both, pair)).toEqual(['REPEATED', ['A', 'B']])
    // A third day was promised for the first of them alone.
    const before = [asked('2026-09-20'), plan('2026-09-21', '2026-10-01', 'row-1')]
    expect(talkOf('followUp', [...before, ...both], pair)).toEqual(['REPEATED', ['A']])
    const left = { date: '2026-10-05', from: 'partner', answer: 'auto', autoSays: 'left', about: ['row-1'] } as const
    const again = [asked('2026-10-01', 'row-1'), left, asked('2026-10-10')]
    expect(talkOf('followUp', again, pair)).toEqual(['SILENT', ['A']])
  })

  it('is the most pressing one, wherever it stands', () => {
    const no = { date: '2026-11-10', from: 'partner', answer: 'refused', about: ['row-1'] } as const
    const log = [asked('2026-11-02', 'row-1'), no, asked('2026-11-02', 'row-2')]
    expect(talkOf('followUp', log, DELIVERABLES.slice(0, 2))).toEqual(['SILENT', ['B']])
  })

  it('is not about what was asked on another day and answered in one message', () => {
    const no = { date: '2026-11-10', from: 'partner', answer: 'refused', about: ['row-1', 'row-2'] } as const
    const log = [asked('2026-11-02', 'row-1'), asked('2026-11-03', 'row-2'), no]
    expect(talkOf('followUp', log, DELIVERABLES.slice(0, 2))).toEqual(['REFUSED', ['A']])
  })
})
