import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { forPartner } from '../../../src/domain/report/forPartner.ts'
import { anyCase } from '../../support/anyCase.ts'

describe('what the partner may see', () => {
  it('is nothing of any request, and no consequence of any example, whatever the case', () => {
    fc.assert(
      fc.property(anyCase, ({ answers }) => {
        const seen = forPartner(visibleAnswers(interview, answers))
        for (const value of Object.values(seen.request)) expect(value).toBeNull()
        for (const row of seen.examples.items)
          expect([row.effect, row.impact, row.evidence, row.evidenceText, row.supportCase]).toEqual(Array(5).fill(null))
        expect([seen.about.adobeContact, seen.about.adobeProject, seen.about.customerNumber]).toEqual(
          Array(3).fill(null),
        )
      }),
    )
  })

  it('is all of what was agreed, and what the two have said to each other', () => {
    fc.assert(
      fc.property(anyCase, ({ answers }) => {
        const visible = visibleAnswers(interview, answers)
        const seen = forPartner(visible)
        const without = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, evidence: null }))
        const { scope, added, partner } = visible
        expect([seen.scope, seen.added, seen.partner]).toEqual([
          { ...scope, deliverables: without(scope.deliverables) },
          added,
          { ...partner, log: without(partner.log.filter(({ from }) => from === 'merchant' || from === 'partner')) },
        ])
        expect(seen.examples.items.map(({ code, actual }) => [code, actual])).toEqual(
          visible.examples.items.map(({ code, actual }) => [code, actual]),
        )
      }),
    )
  })
})
