import { describe, expect, it } from 'vitest'
import type { Answers } from '../../../src/domain/case/answers.ts'
import { rowsInOrder } from '../../../src/domain/interview/askedQuestions.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import {
  findList,
  findPage,
  findQuestion,
  neighbour,
  pageAfter,
  pageOf,
} from '../../../src/domain/interview/interviewPages.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { aCase } from '../../support/aCase.ts'

const listOf = (path: string) => {
  const found = findList(interview, path)?.list
  if (found === undefined) throw new Error(`no list ${path}`)
  return found
}

/** Every page from the first on, by its buttons alone. */
function wayThrough(answers: Answers): readonly string[] {
  const way: string[] = []
  for (let id = 'problem/what'; !way.includes(id); ) {
    way.push(id)
    const page = findPage(interview, id)
    if (page === undefined) return way
    id = pageAfter(interview, answers, page.list ?? page.step)
  }
  throw new Error(`round and round: ${way.join(', ')}`)
}

const back = (answers: Answers, id: string) => neighbour(interview, answers, id, -1)

describe('the way through the pages', () => {
  it('leads past every question of a full case to the check, and past nothing that is answered elsewhere', () => {
    const { answers } = aCase({ 'scope.concern': 'unmet', 'partner.told': 'yes' })
    expect(wayThrough(answers)).toEqual([
      'problem/what',
      'problem/told',
      'scope/deliverables',
      'scope/document',
      'added/items',
      'partner/log',
      'examples/items',
      'request/ask',
      'about/company',
      'about/solution',
      'check',
    ])
  })

  it('asks for no document where nothing was agreed, and for no log where the partner cannot be told', () => {
    const { answers } = aCase({ 'scope.concern': 'none', 'partner.told': 'cannot' })
    const way = wayThrough(answers)
    expect(way).not.toContain('scope/deliverables')
    expect(way).not.toContain('scope/document')
    expect(way).not.toContain('partner/log')
    const logged = aCase({ 'scope.concern': 'none', 'partner.told': 'cannot' }, { 'partner.log': [{ text: 'Hello' }] })
    expect(wayThrough(logged.answers)).toContain('partner/log')
  })

  it('leads whoever has not told the partner yet to the draft once it is known what it is about', () => {
    const { answers } = aCase({
      'scope.concern': 'none',
      'partner.told': 'no',
      'request.summary': 'Orders are late',
    })
    expect(wayThrough(answers)).toEqual(['problem/what', 'problem/told', 'message/first'])
    expect(wayThrough(aCase({ 'scope.concern': 'none', 'partner.told': 'no' }).answers).at(-1)).toBe('check')
  })

  it('passes on the way forward what was answered while the document was read, and not on the way back', () => {
    const read = {
      'scope.documentTitle': 'Contract',
      'scope.documentDate': '2026-01-01',
      'scope.reviewedOn': '2026-11-01',
    }
    const { answers } = aCase({ 'scope.concern': 'unmet', ...read })
    expect(wayThrough(answers)).not.toContain('scope/document')
    expect(back(answers, 'added/items')).toBe('scope/document')
    const half = aCase({ 'scope.concern': 'unmet', ...read, 'scope.reviewedOn': null })
    expect(wayThrough(half.answers)).toContain('scope/document')
  })

  it('goes back the way that it came, to nothing before the first page', () => {
    const { answers } = aCase({ 'scope.concern': 'unmet', 'partner.told': 'yes' })
    const way = wayThrough(answers).slice(0, -1)
    for (const [at, id] of way.entries()) expect(back(answers, id), id).toBe(way[at - 1] ?? null)
  })

  it('goes on from a page apart from the way, and from one that is shown no more, as if it stood there', () => {
    const { answers } = aCase({ 'scope.concern': 'none' })
    expect(pageAfter(interview, answers, { id: 'problem/urgent' })).toBe('problem/what')
    expect(pageAfter(interview, answers, { id: 'scope/deliverables' })).toBe('added/items')
    expect(back(answers, 'scope/document')).toBe('problem/told')
    expect(back(answers, 'nowhere')).toBeNull()
  })

  it('leads from an emergency to what to do now, until the case with support has its number', () => {
    const urgent = findPage(interview, 'problem/urgent')?.step
    if (urgent === undefined) throw new Error('no such page')
    expect(pageAfter(interview, aCase({ 'about.urgent': 'down' }).answers, urgent)).toBe('urgent')
    const given = aCase({ 'about.urgent': 'down', 'about.urgentCase': '00123' })
    expect(pageAfter(interview, given.answers, urgent)).toBe('problem/what')
  })
})

describe('what is not asked any more', () => {
  const seen = (current: ReturnType<typeof aCase>) => visibleAnswers(interview, current.answers)

  it('is unanswered in all that is concluded and handed over, and kept in the case', () => {
    const current = aCase({ 'partner.told': 'cannot', 'partner.whyNot': 'They closed down' })
    expect(seen(current).partner.whyNot).toBe('They closed down')
    const told = aCase({ 'partner.told': 'yes', 'partner.whyNot': 'They closed down' })
    expect(seen(told).partner.whyNot).toBeNull()
    expect(told.answers.partner.whyNot).toBe('They closed down')
  })

  it('is a whole page, with what would be asked on it', () => {
    const document = { 'scope.documentTitle': 'Contract', 'scope.reviewedOn': '2026-11-01' }
    expect(seen(aCase({ 'scope.concern': 'unmet', ...document })).scope).toMatchObject({ documentTitle: 'Contract' })
    const hidden = seen(aCase({ 'scope.concern': 'none', ...document })).scope
    expect(hidden).toMatchObject({ documentTitle: null, reviewedOn: null, concern: 'none' })
  })

  it('is a whole list, and of a row what another answer of it has closed', () => {
    const rows = {
      'scope.deliverables': [{ title: 'A', inScope: 'yes', changeRequest: 'CR-7' }, { title: 'B' }],
    } as const
    const open = aCase({ 'scope.concern': 'unmet' }, rows)
    expect(seen(open).scope.deliverables.map(({ title, changeRequest }) => [title, changeRequest])).toEqual([
      ['A', null],
      ['B', null],
    ])
    expect(seen(open).scope.deliverables[1]).toBe(open.answers.scope.deliverables[1])
    expect(seen(aCase({ 'scope.concern': 'none' }, rows)).scope.deliverables).toEqual([])
  })

  it('changes nothing where everything is asked', () => {
    const { answers } = aCase(
      { 'scope.concern': 'unmet', 'partner.told': 'yes' },
      { 'scope.deliverables': [{ title: 'A' }] },
    )
    expect(visibleAnswers(interview, answers)).toEqual(answers)
    expect(visibleAnswers(interview, answers).scope.deliverables).toBe(answers.scope.deliverables)
  })
})

describe('where something is asked', () => {
  it('is its page, or its row', () => {
    expect(pageOf(interview, 'scope.reviewedOn')).toEqual({ page: 'scope/document' })
    expect(pageOf(interview, 'partner.solvedOn')).toEqual({ page: 'partner/log' })
    const inRow = { list: listOf('examples.items'), rowId: 'row-1' }
    expect(pageOf(interview, 'examples.items.row-1.title')).toEqual(inRow)
  })

  it('is the list for a row as a whole, and nothing for what is asked nowhere', () => {
    expect(pageOf(interview, 'examples.items')).toEqual({ page: 'examples/items' })
    expect(pageOf(interview, 'examples.items.row-1')).toEqual({ page: 'examples/items' })
    expect(pageOf(interview, 'nowhere.at.all')).toBeNull()
    expect(findQuestion(interview, 'nowhere.at.all')).toBeUndefined()
    expect(findPage(interview, 'nowhere')).toBeUndefined()
  })
})

describe('the order of a list', () => {
  const idsOf = (path: string, answers: Answers) => rowsInOrder(listOf(path), answers).map(({ id }) => id)

  it('is by day where days tell it: those of one day as they were entered, those without a day last', () => {
    const days = ['2026-11-20', null, '2026-10-01', '2026-11-20', { typed: 'soon' }, '2026-10'] as const
    const { answers } = aCase({}, { 'partner.log': days.map((date) => ({ date })) })
    expect(idsOf('partner.log', answers)).toEqual(['row-6', 'row-3', 'row-1', 'row-4', 'row-2', 'row-5'])
  })

  it('is by hand where the list says so, whatever the days', () => {
    const { answers } = aCase({}, { 'partner.log': [{ date: '2026-11-20' }, { date: '2026-10-01' }] })
    const byHand = { ...listOf('partner.log'), order: 'byHand' } as const
    expect(rowsInOrder(byHand, answers).map(({ id }) => id)).toEqual(['row-1', 'row-2'])
  })
})
