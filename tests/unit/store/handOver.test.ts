import { describe, expect, it } from 'vitest'
import { handedOver, handOverContent } from '../../../src/domain/case/writeCaseFile.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { sha256 } from '../../../src/exchange/sha256.ts'
import { createOpenCase, handOver } from '../../../src/store/openCase.ts'
import { aCase } from '../../support/aCase.ts'

describe('handing over', () => {
  it('keeps what was written while the file was made', () => {
    const current = aCase({ 'about.company': 'Nordfjäll' })
    const loaded = { case: current, place: null, lastCopyAt: null, removed: [], saveNo: 1, savedAt: 1 }
    const clock = { today: () => '2026-11-24', now: () => 1 }
    const store = createOpenCase(loaded, true, { clock, newId: () => 'id' })
    const content = handOverContent(current, visibleAnswers(interview, current.answers))
    const next = handedOver(current, content, sha256)
    store.getState().answer('request.whyAnyway', 'Lanseringen väntar inte')
    handOver(store, next)
    const { revision, answers } = store.getState().case
    expect(revision).toBe(1)
    expect(answers.request.whyAnyway).toBe('Lanseringen väntar inte')
  })
})
