import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCaseFile } from '../../../src/domain/case/readCaseFile.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import type { PartId } from '../../../src/domain/interview/question.ts'
import { statusOf } from '../../../src/domain/interview/status.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { aCase } from '../../support/aCase.ts'

function statusIn(id: PartId, ...[given, rows]: Parameters<typeof aCase>) {
  const part = interview.parts.find((each) => each.id === id)
  if (part === undefined) throw new Error(`no such part: ${id}`)
  return statusOf(part, visibleAnswers(interview, aCase(given, rows).answers))
}

const example = { title: 'Köp avbryts', expected: 'ett kvitto', actual: 'en tom sida', where: 'kassan' }
const contact = {
  date: '2026-11-12',
  from: 'merchant',
  channel: 'email',
  concernStated: 'yes',
  text: 'Hej',
} as const

describe('the status of a part', () => {
  it.each(['C1', 'C1-sv', 'V14'])('misses nothing in %s, which is ready', (name) => {
    const read = readCaseFile(JSON.parse(readFileSync(new URL(`../../cases/${name}.json`, import.meta.url), 'utf8')))
    if (!read.ok) throw new Error(read.error.reason)
    const seen = visibleAnswers(interview, read.file.answers)
    for (const part of interview.parts) expect(statusOf(part, seen).missing, part.id).toBe(0)
  })

  it('is not started where nothing has been written', () => {
    for (const { id } of interview.parts) expect(statusIn(id).is, id).toBe('notStarted')
  })

  it('counts what the outcome rests on and is not there: answers, and rows of lists', () => {
    // When it was read, deliverables, and whether something has been added.
    expect(statusIn('scope', { 'scope.documentTitle': 'SOW' })).toEqual({ is: 'inProgress', missing: 3 })
    expect(statusIn('scope', {}, { 'scope.deliverables': [{ title: 'Kassa' }] })).toEqual({
      is: 'inProgress',
      missing: 4,
    })
  })

  it('needs one example that is whole, and counts what the nearest lacks', () => {
    const applies = { 'examples.applies': 'yes' }
    expect(statusIn('examples', applies).missing).toBe(1)
    expect(statusIn('examples', applies, { 'examples.items': [{ title: 'Kassan' }, example] })).toEqual({
      is: 'inProgress',
      missing: 1,
    })
    const whole = { ...example, date: '2026-11-17' }
    expect(statusIn('examples', applies, { 'examples.items': [{ title: 'Kassan' }, whole] })).toEqual({
      is: 'enough',
      missing: 0,
    })
  })

  it('is completed where every answer is there that helps, and needs no last day to answer', () => {
    expect(statusIn('partner', { 'partner.told': 'yes' }, { 'partner.log': [contact] })).toEqual({
      is: 'completed',
      missing: 0,
    })
  })

  it('is enough where nothing is missing that the outcome rests on', () => {
    expect(statusIn('request', { 'request.ask': 'Ett möte' }).is).toBe('enough')
  })

  it('asks for what could not be read before anything else', () => {
    expect(statusIn('request', { 'request.followUpOn': { typed: 'snart' } }).is).toBe('toFix')
  })
})
