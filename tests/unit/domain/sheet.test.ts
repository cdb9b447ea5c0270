import { describe, expect, it } from 'vitest'
import type { Case } from '../../../src/domain/case/case.ts'
import { leftOutFile } from '../../../src/domain/case/leftOut.ts'
import { FILE_LIMITS, overLimit, sizeOf, usedFiles, usesOfFiles } from '../../../src/domain/evidence/evidence.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { checklistForPartner, filledChecklist } from '../../../src/domain/report/checklist.ts'
import { brokenLetters, excerpt, short } from '../../../src/domain/report/excerpt.ts'
import { belongsTo, type QuickFilter } from '../../../src/domain/report/quickFilters.ts'
import { reportOf } from '../../../src/domain/report/report.ts'
import { buildSheet } from '../../../src/domain/report/sheet.ts'
import { aCase } from '../../support/aCase.ts'

const AS_OF = '2026-11-24'
const reportFor = (current: Case, leftOut: readonly string[] = []) =>
  reportOf(interview, { ...current, leftOut }, AS_OF)
const sheetFor = (current: Case) => buildSheet(reportFor(current))

const file = (id: string, size = 3) => ({
  id,
  name: `${id}.txt`,
  type: 'text/plain',
  size,
  sha256: 'b'.repeat(64),
  shows: null,
})
const asked = (date: string) =>
  ({ date, from: 'merchant', concernStated: 'yes', text: 'Where are the orders?' }) as const

describe('what it costs, on the first page', () => {
  it('is the worst effect of all examples, also of those that are not shown', () => {
    const effectOf = (...effects: ('stops_sales' | 'costs_weekly' | 'nuisance' | null)[]) =>
      sheetFor(aCase({}, { 'examples.items': effects.map((effect, at) => ({ effect, front: at === 0 })) })).impact
        .effect
    expect(effectOf('nuisance', 'costs_weekly')).toBe('costs_weekly')
    expect(effectOf('costs_weekly', 'nuisance', 'stops_sales')).toBe('stops_sales')
    expect(effectOf(null, null)).toBeNull()
    expect(effectOf()).toBeNull()
  })

  it('has the figures of the examples that are shown, the worst first and those without an effect last', () => {
    const rows = [
      { title: 'none', effect: null, impact: 'a', front: true },
      { title: 'small', effect: 'nuisance' as const, impact: 'b', front: true },
      { title: 'large', effect: 'stops_sales' as const, impact: 'c', front: true },
      { title: 'hidden', effect: 'stops_sales' as const, impact: 'd', front: false },
    ]
    const titles = (change: object) =>
      sheetFor(aCase({}, { 'examples.items': rows.map((row) => ({ ...row, ...change })) })).impact.figures.map(
        ({ title }) => title,
      )
    expect(titles({})).toEqual(['large', 'small', 'none'])
    expect(titles({ impact: ' ' })).toEqual([])
  })

  it('chooses at most three examples', () => {
    const items = [1, 2, 3, 4].map((at) => ({ title: `${at}`, front: true }))
    const chosen = sheetFor(aCase({}, { 'examples.items': items })).examples
    expect(chosen.map(({ title }) => title)).toEqual(['1', '2', '3'])
  })
})

describe('what was agreed and asked, on the first page', () => {
  it('has the deliverables that are affected, the dated ones first, and the first three additions', () => {
    const { findings, additions } = sheetFor(
      aCase(
        { 'scope.concern': 'unmet', 'added.any': 'yes' },
        {
          'scope.deliverables': [
            { title: 'undated', status: 'missing' },
            { title: 'fine', status: 'delivered', promised: '2026-10-01' },
            { title: 'late', status: 'late', promised: '2026-11-01' },
          ],
          'added.items': ['a', 'b', 'c', 'd'].map((title) => ({ title })),
        },
      ),
    )
    expect(findings.map(({ title }) => title)).toEqual(['late', 'undated'])
    expect(additions.map(({ title }) => title)).toEqual(['a', 'b', 'c'])
  })

  const contactsOf = (...log: object[]) => {
    const { contacts } = sheetFor(aCase({ 'scope.concern': 'unmet' }, { 'partner.log': log }))
    return [contacts.shown.map(({ code }) => code), contacts.others, contacts.partnerSaid?.code ?? null]
  }
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`)

  it('has five messages, with the first request among them, and the last word of the partner', () => {
    expect(contactsOf(...days.slice(0, 2).map(asked))).toEqual([[1, 2], 0, null])
    expect(contactsOf(...days.map(asked))).toEqual([[1, 4, 5, 6, 7], 2, null])
    expect(contactsOf(...days.slice(0, 5).map(asked))).toEqual([[1, 2, 3, 4, 5], 0, null])
    const small = days.map((date) => ({ date, from: 'merchant', concernStated: 'no', gave: 'no' }))
    expect(contactsOf(...small)).toEqual([[3, 4, 5, 6, 7], 2, null])
    const said = { from: 'partner', answer: 'nothing' }
    const mixed = days.map((date, at) => (at === 1 || at === 4 ? { ...said, date } : { ...small[at] }))
    expect(contactsOf(...mixed)).toEqual([[3, 4, 5, 6, 7], 2, 5])
    expect(contactsOf(...mixed.with(3, asked('2026-10-04')))).toEqual([[3, 4, 5, 6, 7], 2, 5])
    expect(contactsOf({ ...said, date: '2026-10-01', concernStated: 'yes' }, ...small.slice(1))).toEqual([
      [3, 4, 5, 6, 7],
      2,
      1,
    ])
  })

  it('lists what has no answer by question, the required ones first, and nothing that was left out', () => {
    const current = aCase({ 'scope.concern': 'unmet' }, { 'examples.items': [{ title: 'a' }, { title: 'b' }] })
    const { notAnswered } = sheetFor(current)
    const needs = notAnswered.map(({ question }) => question.need)
    expect(needs).toEqual([...needs].sort((a, b) => Number(b === 'R') - Number(a === 'R')))
    expect(new Set(needs)).toEqual(new Set(['R', 'P']))
    const actual = notAnswered.find(({ question }) => question.path === 'examples.items.*.actual')
    expect(actual?.asked.map(({ address }) => address)).toEqual([
      'examples.items.row-1.actual',
      'examples.items.row-2.actual',
    ])
    const leftOut = reportFor(current, ['examples.items.*.actual']).notAnswered
    expect(leftOut.map(({ question }) => question.path)).not.toContain('examples.items.*.actual')
  })
})

describe('everything that was asked', () => {
  it('has each page once, and pages that are asked elsewhere only with an answer', () => {
    const pagesOf = (current: Case) =>
      reportFor(current).parts.flatMap(({ groups }) => groups.flatMap(({ page, row }) => (row ? [] : page)))
    const plain = pagesOf(aCase({ 'scope.concern': 'unmet' }))
    expect(plain).toContain('problem/what')
    expect(plain).toContain('scope/document')
    expect(plain).not.toContain('problem/urgent')
    const urgent = reportFor(aCase({ 'about.urgent': 'down' }))
    const group = urgent.parts.flatMap(({ groups }) => groups).find(({ page }) => page === 'problem/urgent')
    expect(group?.entries.map(({ address }) => address)).toEqual(['about.urgent'])
    for (const { groups } of urgent.parts)
      for (const { entries, row } of groups) if (row === undefined) expect(entries.length).toBeGreaterThan(0)
  })

  const withFiles = {
    ...aCase(
      { 'scope.concern': 'unmet' },
      { 'examples.items': [{ evidence: ['f2', 'f3'] }, { evidence: ['f3'] }], 'partner.log': [{ evidence: ['f3'] }] },
    ),
    evidence: [file('f1'), file('f2'), file('f3')],
  }

  it('numbers the files that a row uses, with the rows, and says which are left out', () => {
    expect(
      reportFor(withFiles, [leftOutFile('f3')]).files.map(({ file: { id }, ...rest }) => ({ id, ...rest })),
    ).toEqual([
      { id: 'f2', number: 1, uses: ['E1'], isLeftOut: false },
      { id: 'f3', number: 2, uses: ['P1', 'E1', 'E2'], isLeftOut: true },
    ])
    expect(usedFiles(withFiles.answers, withFiles.evidence).map(({ id }) => id)).toEqual(['f2', 'f3'])
  })

  it('takes no row of another kind for one with files', () => {
    const odd = aCase({}, { 'added.items': [{ evidence: 'f1' } as object, { evidence: [7, 'f1'] } as object] })
    expect([...usesOfFiles(odd.answers)]).toEqual([['f1', ['A2']]])
    expect(usesOfFiles(aCase({}, { 'added.items': [{}] }).answers).size).toBe(0)
  })
})

describe('room for files', () => {
  it.each([
    ['the last byte of a file', [], FILE_LIMITS.file, null],
    ['one byte more', [], FILE_LIMITS.file + 1, 'file'],
    ['the last file', Array.from({ length: FILE_LIMITS.files - 1 }, () => 1), 1, null],
    ['one file more', Array.from({ length: FILE_LIMITS.files }, () => 1), 1, 'files'],
    ['the last byte of all', [FILE_LIMITS.all - 5], 5, null],
    ['one byte more than all', [FILE_LIMITS.all - 5], 6, 'all'],
  ])('ends after %s', (_, sizes, size, over) => {
    const files = sizes.map((each, at) => file(`f${at}`, each))
    expect(overLimit(files, size)).toBe(over)
    expect(sizeOf(files)).toBe(sizes.reduce((sum, each) => sum + each, 0))
  })
})

describe('a quick filter', () => {
  const current = aCase(
    { 'scope.concern': 'unmet' },
    {
      'scope.deliverables': [
        { title: 'a', status: 'late' },
        { title: 'b', status: 'missing' },
        { title: 'c', status: 'delivered' },
        { title: 'd', status: { unknown: true } },
        { title: 'e', status: 'unsatisfactory' },
      ],
      'examples.items': [{ effect: 'stops_sales' }, { effect: 'nuisance' }],
      'partner.log': [asked('2026-11-02'), { date: '2026-11-03', from: 'merchant', concernStated: 'no', gave: 'no' }],
    },
  )
  const codesOf = (matter: QuickFilter) => {
    const report = reportFor(current)
    const groups = report.parts.flatMap((part) => part.groups)
    return groups.filter(belongsTo(matter, report)).map(({ row }) => row?.code)
  }

  it('shows the rows of its matter and no others', () => {
    expect(codesOf('notDelivered')).toEqual(['S1', 'S2'])
    expect(codesOf('stopsSales')).toEqual(['E1'])
    expect(codesOf('unanswered')).toEqual(['P1'])
  })
})

describe('the checklist', () => {
  const { answers } = aCase(
    { 'request.ask': 'A plan', 'request.ourSide': 'We were late, too', 'added.any': 'yes', 'scope.concern': 'unmet' },
    {
      'added.items': [
        { title: 'B2B', effect: 'delay', delayWorkingDays: 7 },
        { title: 'Swish', effect: 'no_impact', delayWorkingDays: 3 },
      ],
    },
  )
  const visible = visibleAnswers(interview, answers)

  it('names working days where an addition delays, and nowhere else', () => {
    expect(filledChecklist(visible, AS_OF).added.map(({ workingDays }) => workingDays)).toEqual([7, null])
  })

  it('has what is for us alone, and for the partner everything but that', () => {
    const ours = filledChecklist(visible, AS_OF)
    expect(ours.forUs).toEqual({ ask: 'A plan', hardDate: null, hardReason: null, ourSide: 'We were late, too' })
    expect(checklistForPartner(visible, AS_OF)).toMatchObject({ forUs: null, added: ours.added })
  })
})

describe('a text that is cut', () => {
  it.each([
    ['  many   spaces  ', 40, 'many spaces', false],
    ['one two three', 9, 'one two', true],
    ['anextremelylongword', 9, 'anextreme', true],
    ['a verylongwordindeed', 9, 'a verylon', true],
    ['abcd efghijk', 8, 'abcd efg', true],
    ['abcde fghijk', 8, 'abcde', true],
  ])('"%s" in %i characters is "%s"', (text, most, shown, cut) => {
    expect(excerpt(text, most)).toEqual({ text: shown, cut })
    expect(short(text, most)).toBe(cut ? `${shown} …` : shown)
  })

  it('is none where nothing was written', () => {
    for (const nothing of [null, undefined, ' ', 7]) expect(short(nothing, 9)).toBeNull()
  })
})

describe('letters that were read in a wrong encoding', () => {
  it.each([
    ['NordfjÃ¤ll', 'NordfjÃ¤ll'],
    [{ a: 1, b: [null, { c: 'fine' }, 'Ã¥'] }, 'Ã¥'],
    ['Nordfjäll', null],
    [['Ångström', 'Â'], null],
    [null, null],
    [undefined, null],
    [7, null],
  ])('are found wherever they stand: %j', (value, found) => {
    expect(brokenLetters(value)).toBe(found)
  })
})
