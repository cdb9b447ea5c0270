import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MAX_TEXT } from '../../../src/domain/case/answer.ts'
import { answersFromFormat1, exampleFromFormat1, rowFromFormat1 } from '../../../src/domain/case/migrations.ts'
import { readCaseFile } from '../../../src/domain/case/readCaseFile.ts'

const folder = new URL('../../cases/format1/', import.meta.url)

type Row = Record<string, unknown>
type Area = Record<string, unknown> & { items?: Row[] }

/** A file of format 1 as it was written, and as it is read today. */
function both(name: string) {
  const written: { answers: Record<string, Area> } = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
  const read = readCaseFile(structuredClone(written))
  if (!read.ok) throw new Error(`${name}: ${read.error.reason}`)
  return { written, read: read.file }
}

describe('a file of format 1', () => {
  it.each(readdirSync(folder))(
    '%s keeps every answer but the ticks of finished parts; what a promise was for is what the row is about',
    (name) => {
      const { written, read } = both(name)
      for (const [area, { done: _, ...fields }] of Object.entries(written.answers)) {
        const { items, log, applies, ...others } = fields
        const same = area === 'examples' || area === 'partner' ? others : fields
        expect(read.answers).toHaveProperty(area, expect.objectContaining(same))
        expect(read.answers).not.toHaveProperty([area, 'done'])
        for (const [at, { promisedFor, ...row }] of ((log as Row[] | undefined) ?? []).entries())
          expect(read.answers.partner.log[at]).toMatchObject({ ...row, about: promisedFor ?? null })
        if (area === 'partner') expect(read.answers.partner.told).toBe(applies === 'no' ? 'cannot' : 'yes')
        if (area !== 'examples') continue
        for (const [at, { estimate: __, impact, ...row }] of (items ?? []).entries()) {
          const example = read.answers.examples.items[at]
          expect(example).toMatchObject(row)
          expect(example).not.toHaveProperty('estimate')
          expect(example?.impact ?? '').toContain(impact ?? '')
        }
      }
    },
  )

  it('has its estimates as words in what each example has led to, with what was typed and not understood', () => {
    const { written, read } = both('everything-that-went.json')
    const before = written.answers.examples?.items ?? []
    const cost = 'Uppskattad kostnad'
    expect(read.answers.examples.items.map(({ impact }) => impact?.replaceAll('\u00a0', ' '))).toEqual([
      `${before[0]?.impact}\n${cost}: lägst 45 000, troligast 76 500,5, högst kanske 100 tusen SEK`,
      `${cost}: troligast 1 200 000`,
      [before[2]?.impact, `${cost}: EUR`].filter(Boolean).join('\n'),
    ])
  })

  it.each([
    ['en', { low: 1, likely: null, high: 2_500.25, currency: ' EUR ' }, 'at least 1, at most 2,500.25 EUR'],
    [
      'de-AT',
      { low: 0, likely: 1e15, high: -3, currency: '' },
      'at least 0, most likely 1,000,000,000,000,000, at most -3',
    ],
    ['sv-FI', { low: null, likely: { typed: ' ca 5 tkr ' }, high: null, currency: null }, 'troligast ca 5 tkr'],
  ])('is said in the language of the case: %s', (language, estimate, said) => {
    expect(`${exampleFromFormat1({ estimate }, language).impact}`).toBe(
      `${language.startsWith('sv') ? 'Uppskattad kostnad' : 'Estimated cost'}: ${said}`,
    )
  })

  it('keeps by value what has no room, and what is no estimate; an empty one goes', () => {
    const estimate = { low: 1, likely: 2, high: 3, currency: 'SEK' }
    const full = { impact: 'x'.repeat(MAX_TEXT - 5), estimate }
    for (const row of [full, { estimate: 'much' }, { impact: 7, estimate }])
      expect(exampleFromFormat1(row, 'en')).toEqual(row)
    const nothing = { low: null, likely: null, high: null, currency: ' ' }
    for (const empty of [null, nothing]) expect(exampleFromFormat1({ estimate: empty }, 'en')).toEqual({})
  })

  it.each<[string, Row, Row]>([
    ['nobody can be told', { applies: 'no' }, { told: 'cannot' }],
    ['they can, and were', { applies: 'yes', log: [{ from: 'merchant', concernStated: 'yes' }] }, { told: 'yes' }],
    ['they can, and the message said nothing of it', { applies: 'yes', log: [{ from: 'merchant' }] }, { told: null }],
    [
      'they can, and they wrote themselves',
      { applies: 'yes', log: [{ from: 'partner', concernStated: 'yes' }] },
      { told: null },
    ],
    ['it was not answered, and nothing is known', { applies: null, log: [7] }, { told: null }],
    ['there is no log', { applies: null }, { told: null }],
    ['it is said already', { applies: 'no', told: 'yes' }, { applies: 'no', told: 'yes' }],
    ['it was never asked', { other: 1 }, { other: 1 }],
  ])('knows whether the partner was told, where %s', (_, before, after) => {
    const { partner } = answersFromFormat1({ partner: before }, 'en') as { partner: Row }
    const { log: __, ...others } = partner
    expect(others).toEqual(after)
  })

  it('has what a promise was for as what the row is about, of plans of the partner alone', () => {
    const plan = { from: 'partner', answer: 'plan', promisedFor: ['s1'] }
    const now = (row: Row) => rowFromFormat1('partner.log', row, 'en')
    expect(now(plan)).toEqual({ from: 'partner', answer: 'plan', about: ['s1'] })
    for (const same of [
      { ...plan, from: 'merchant' },
      { ...plan, answer: 'done' },
      { ...plan, about: null },
      { from: 'partner', answer: 'plan' },
    ])
      expect(now(same)).toEqual(same)
    for (const list of ['scope.deliverables', 'added.items'] as const)
      expect(rowFromFormat1(list, { ...plan, estimate: null }, 'en')).toEqual({ ...plan, estimate: null })
    expect(rowFromFormat1('examples.items', { ...plan, estimate: null }, 'en')).toEqual(plan)
  })

  it('is left as it is, where it is not what it should be', () => {
    for (const odd of [null, 7, 'x', [{ partner: { applies: 'no' } }]]) expect(answersFromFormat1(odd, 'en')).toBe(odd)
    const other = { about: 7, scope: null, partner: 'x', examples: [], added: { done: true } }
    expect(answersFromFormat1(other, 'en')).toEqual(other)
    expect(answersFromFormat1({ examples: { items: 'x' } }, 'en')).toEqual({ examples: { items: 'x' } })
  })

  it('has room for an estimate up to the very end of a text, with every decimal', () => {
    const estimate = { low: 1.123456789, likely: null, high: null, currency: null }
    const cost = 'Estimated cost: at least 1.123456789'
    const impact = 'x'.repeat(MAX_TEXT - cost.length - 1)
    expect(exampleFromFormat1({ impact, estimate }, 'en')).toEqual({ impact: `${impact}\n${cost}` })
    expect(exampleFromFormat1({ impact: `${impact}x`, estimate }, 'en')).toEqual({ impact: `${impact}x`, estimate })
  })

  it('is the same when it is brought up to date once more', () => {
    const { written } = both('everything-that-went.json')
    const once = answersFromFormat1(written.answers, 'sv')
    expect(answersFromFormat1(once, 'sv')).toEqual(once)
  })

  it('that has "done" where format 1 had none keeps it by value', () => {
    const { written } = both('C1.json')
    const odd = { ...written, answers: { ...written.answers, mood: { done: 'really' } } }
    expect(readCaseFile(odd)).toMatchObject({ ok: true, file: { answers: { mood: { done: 'really' } } } })
  })
})
