import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../../src/domain/assessment/assess.ts'
import { type Conclusion, OPEN_ACTIONS } from '../../../src/domain/assessment/conclusion.ts'
import { getAnswer, placeOf } from '../../../src/domain/case/address.ts'
import { canonicalText } from '../../../src/domain/case/canonicalJson.ts'
import { readCaseFile } from '../../../src/domain/case/readCaseFile.ts'
import { caseFileOf, copyContent, handedOver, handOverContent } from '../../../src/domain/case/writeCaseFile.ts'
import { askedIn, askedOn } from '../../../src/domain/interview/askedQuestions.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { pageOf } from '../../../src/domain/interview/interviewPages.ts'
import { isList } from '../../../src/domain/interview/question.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { buildReport } from '../../../src/domain/report/report.ts'
import { sha256 } from '../../../src/exchange/sha256.ts'
import { anyCase } from '../../support/anyCase.ts'
import { runs } from '../../support/runs.ts'

const asOf = '2026-11-23'
const seen = (current: Parameters<typeof visibleAnswers>[1]) => visibleAnswers(interview, current)
const conclude = (current: { answers: Parameters<typeof visibleAnswers>[1] }) =>
  assess(seen(current.answers), asOf, 'en')
const gaps = (assessment: ReturnType<typeof assess>): readonly Conclusion[] =>
  assessment.open.flatMap(({ reasons }) => reasons)

describe('the assessment of any case', () => {
  it('gives every open action a reason, and every reason a field to land on', () => {
    fc.assert(
      fc.property(anyCase, (current) => {
        const assessment = conclude(current)
        for (const { reasons } of assessment.open) expect(reasons.length).toBeGreaterThan(0)
        for (const conclusion of [...gaps(assessment), ...assessment.settled, ...assessment.notices])
          expect(pageOf(interview, conclusion.about), conclusion.about).not.toBeNull()
      }),
      runs(300),
    )
  })

  it('names a next step that is open wherever it is the merchant’s or the partner’s, and each action once', () => {
    fc.assert(
      fc.property(anyCase, (current) => {
        const { open, turn, next, warranted, until } = conclude(current)
        const actions = open.map(({ action }) => action)
        expect(new Set(actions).size).toBe(actions.length)
        if (OPEN_ACTIONS.some((action) => action === next)) expect(actions).toContain(next)
        if (turn === 'ACCOUNT_TEAM') expect(warranted).toBe(true)
        expect(until === null).toBe(turn !== 'PARTNER')
        if (until !== null) expect(until >= asOf).toBe(true)
      }),
      runs(300),
    )
  })

  it('is the same every time, and does not depend on what is hidden', () => {
    fc.assert(
      fc.property(anyCase, (current) => {
        const first = conclude(current)
        expect(conclude(current)).toEqual(first)
        const once = seen(current.answers)
        expect(assess(seen(once), asOf, 'en')).toEqual(first)
      }),
      runs(200),
    )
  })

  it('rests only on answers that are there or could be given', () => {
    fc.assert(
      fc.property(anyCase, (current) => {
        const assessment = conclude(current)
        for (const { used } of [...gaps(assessment), ...assessment.settled])
          for (const address of used) expect(placeOf(address)).not.toBeNull()
      }),
      runs(100),
    )
  })
})

describe('what can be seen of any case', () => {
  it('is seen again when it is looked at again', () => {
    fc.assert(
      fc.property(anyCase, ({ answers }) => {
        const once = seen(answers)
        expect(visibleAnswers(interview, once)).toEqual(once)
      }),
      runs(200),
    )
  })

  it('is what the pages ask for: no page asks for something hidden, and none hides what it asks', () => {
    fc.assert(
      fc.property(anyCase, ({ answers }) => {
        const visible = seen(answers)
        for (const part of interview.parts)
          for (const step of part.steps)
            if (!isList(step))
              expect(askedOn(step, answers).map(({ address }) => address)).toEqual(
                askedOn(step, visible).map(({ address }) => address),
              )
      }),
      runs(200),
    )
  })

  it('holds nothing that is not asked', () => {
    fc.assert(
      fc.property(anyCase, ({ answers }) => {
        const visible = seen(answers)
        const asked = new Set(interview.parts.flatMap((part) => askedIn(part, visible)).map(({ address }) => address))
        for (const part of interview.parts)
          for (const { address } of askedIn(part, answers))
            if (!asked.has(address)) expect(getAnswer(visible, address)).toBeNull()
      }),
      runs(100),
    )
  })
})

describe('a file of any case', () => {
  it('reads back as exactly what was written, hidden answers in a copy only', () => {
    fc.assert(
      fc.property(anyCase, (current) => {
        const visible = seen(current.answers)
        const assessment = assess(visible, asOf, 'en')
        for (const [purpose, content] of [
          ['copy', copyContent(current)],
          ['handover', handOverContent(current, visible)],
        ] as const) {
          const file = caseFileOf(current, purpose, content, { assessment }, sha256)
          const read = readCaseFile(JSON.parse(JSON.stringify(file)))
          if (!read.ok) throw new Error(JSON.stringify(read.error))
          if (read.repairs.length === 0) expect(canonicalText(read.file)).toBe(canonicalText(file))
        }
      }),
      runs(200),
    )
  })

  it('counts a revision only when the content is new', () => {
    fc.assert(
      fc.property(anyCase, anyCase, (one, other) => {
        const first = handedOver(one, copyContent(one), sha256)
        expect(first.revision).toBe(1)
        expect(handedOver(first, copyContent(first), sha256)).toBe(first)
        const changed = handedOver({ ...first, answers: other.answers }, copyContent(other), sha256)
        const same = canonicalText(copyContent(one)) === canonicalText(copyContent(other))
        expect(changed.revision).toBe(same ? 1 : 2)
      }),
      runs(50),
    )
  })

  it('reports every answer that can be seen, once', () => {
    fc.assert(
      fc.property(anyCase, (current) => {
        const visible = seen(current.answers)
        const report = buildReport(interview, visible, assess(visible, asOf, 'en'), {
          evidence: [],
          leftOut: [],
          replies: [],
        })
        const reported = report.parts.flatMap(({ groups }) =>
          groups.flatMap(({ entries }) => entries.map(({ address }) => address)),
        )
        expect(new Set(reported).size).toBe(reported.length)
        for (const part of interview.parts)
          for (const { address, value } of askedIn(part, visible))
            if (value !== null && value !== '' && value !== false && typeof value === 'string' && value.trim() !== '')
              expect(reported).toContain(address)
      }),
      runs(100),
    )
  })
})
