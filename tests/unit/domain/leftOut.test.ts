import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../../src/domain/assessment/assess.ts'
import { getAnswer, placeOf } from '../../../src/domain/case/address.ts'
import {
  filesLeftOut,
  LEAVE_OUT,
  leftOutFile,
  thereToLeaveOut,
  withoutLeftOut,
} from '../../../src/domain/case/leftOut.ts'
import { handOverContent } from '../../../src/domain/case/writeCaseFile.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { questionsOf } from '../../../src/domain/interview/question.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { aCase } from '../../support/aCase.ts'
import { anyCase } from '../../support/anyCase.ts'
import { runs } from '../../support/runs.ts'

const every = Object.values(LEAVE_OUT).flat()
const paths = interview.parts.flatMap(({ steps }) => steps.flatMap(questionsOf).map(({ path }) => path))

describe('what is left out of a hand-over', () => {
  it.each(every)('%s is a question that is asked', (path) => {
    expect(paths).toContain(path)
  })

  it('never changes what the guide concludes, whatever is left out of whatever case', () => {
    fc.assert(
      fc.property(anyCase, fc.subarray(every), (current, leftOut) => {
        const visible = visibleAnswers(interview, current.answers)
        const conclude = (answers: typeof visible) => {
          const { turn, next, warranted, until, state, open } = assess(answers, '2026-11-24', 'en')
          return { turn, next, warranted, until, state, open: open.map(({ action }) => action) }
        }
        expect(conclude(withoutLeftOut(visible, leftOut))).toEqual(conclude(visible))
      }),
      runs(200),
    )
  })

  it('is unanswered in the file, and everything else is as it was', () => {
    fc.assert(
      fc.property(anyCase, fc.subarray(every), (current, leftOut) => {
        const visible = visibleAnswers(interview, current.answers)
        const less = withoutLeftOut(visible, leftOut)
        for (const path of paths) {
          const rowIds = ['r0', 'r1']
          for (const address of path.includes('*') ? rowIds.map((id) => path.replace('*', id)) : [path]) {
            if (placeOf(address) === null) continue
            expect(getAnswer(less, address)).toEqual(
              leftOut.includes(path as never) ? null : getAnswer(visible, address),
            )
          }
        }
      }),
      runs(200),
    )
  })

  it('leaves answers that no path names alone, also paths that lead nowhere', () => {
    const visible = visibleAnswers(interview, aCase({ 'about.company': 'Nordfjäll' }).answers)
    expect(
      withoutLeftOut(visible, ['about.nothing', 'nowhere.at.all', '__proto__.x', 'constructor.prototype', '']),
    ).toEqual(visible)
  })

  it('names files by their ids, among the paths of answers', () => {
    expect(filesLeftOut(['about.email', leftOutFile('f1'), 'evidences.f2', leftOutFile('f.3')])).toEqual(
      new Set(['f1', 'f.3']),
    )
  })

  it('leaves every list alone that no path is of', () => {
    const rows = { 'partner.log': [{ text: 'A' }], 'examples.items': [{ impact: 'B', title: 'C' }] }
    const visible = visibleAnswers(interview, aCase({}, rows).answers)
    const less = withoutLeftOut(visible, ['examples.items.*.impact'])
    expect(less.partner.log).toBe(visible.partner.log)
    expect(less.examples.items[0]).toEqual({ ...visible.examples.items[0], impact: null })
  })

  it('is only what is there: nothing is said to be missing that was never written', () => {
    const seen = (...given: Parameters<typeof aCase>) => visibleAnswers(interview, aCase(...given).answers)
    const person = { from: 'partner', person: 'Bo' } as const
    const answers = seen({ 'about.email': 'a@b.example' }, { 'partner.log': [{ text: 'A' }, person] })
    const without = seen({}, { 'partner.log': [{ text: 'A', person: ' ' }] })
    for (const path of ['about.email', 'partner.log.*.person', leftOutFile('f1')])
      expect(thereToLeaveOut(answers, [path]), path).toEqual([path])
    for (const path of ['about.email', 'about.phone', 'partner.log.*.person', 'examples.items.*.impact'])
      expect(thereToLeaveOut(without, [path]), path).toEqual([])
  })

  it('keeps a file in the list when its bytes are left out', () => {
    const file = { id: 'f1', name: 'a.txt', type: 'text/plain', size: 1, sha256: 'a'.repeat(64), shows: null }
    const current = { ...aCase({}, { 'examples.items': [{ evidence: ['f1'] }] }), evidence: [file] }
    const visible = visibleAnswers(interview, current.answers)
    expect(handOverContent(current, visible, [leftOutFile('f1')]).evidence).toEqual([file])
  })

  it('holds only files that stand at an answer that can be seen', () => {
    const file = { id: 'f1', name: 'a.txt', type: 'text/plain', size: 1, sha256: 'a'.repeat(64), shows: null }
    const unused = { ...file, id: 'f2' }
    const current = {
      ...aCase({ 'examples.applies': 'no' }, { 'examples.items': [{ evidence: ['f1'] }] }),
      evidence: [file, unused],
    }
    const visible = visibleAnswers(interview, current.answers)
    expect(handOverContent(current, visible).evidence).toEqual([])
  })
})
