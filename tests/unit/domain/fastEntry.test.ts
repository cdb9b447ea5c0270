import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import en from '../../../locales/en/pairs.json' with { type: 'json' }
import sv from '../../../locales/sv/pairs.json' with { type: 'json' }
import { lacksOf } from '../../../src/domain/areas/examples/missingFields.ts'
import type { Example } from '../../../src/domain/areas/examples/schema.ts'
import { deliverablesIn } from '../../../src/domain/areas/scope/pastedList.ts'
import { emptyRow } from '../../../src/domain/case/answers.ts'
import { stillAsked } from '../../../src/domain/specificity/improvementHints.ts'
import { exampleFromPair, PAIRS } from '../../../src/domain/specificity/sampleExamples.ts'
import { aCase } from '../../support/aCase.ts'

const HABITS = { language: 'sv', today: '2026-11-25', year: 'past' } as const

describe('a pasted list of deliverables', () => {
  it('has one for each line, without bullets and numbers, and marks what is there already', () => {
    const text =
      '1. Kassa med kortbetalning\n2) Lager från ERP\n\n  • Offertflöde\n- kassa med kortbetalning\n[x] Sök\n4.2.1 Order till ERP\n'
    expect(deliverablesIn(text, ['Offertflöde', null], HABITS).map(({ title, isKnown }) => [title, isKnown])).toEqual([
      ['Kassa med kortbetalning', false],
      ['Lager från ERP', false],
      ['Offertflöde', true],
      ['kassa med kortbetalning', true],
      ['Sök', false],
      ['Order till ERP', false],
    ])
  })

  it('takes a day from a column of its own, and keeps numbers that are part of a name', () => {
    const text =
      'Kassa\tSprint 3\t2026-03-01\n\tLager\t14 mars 2026\n3D-visning\n2FA för kunder\n3 betalsätt i kassan\n- 360 graders vy'
    expect(deliverablesIn(text, [], HABITS)).toEqual([
      { title: 'Kassa', promised: '2026-03-01', isKnown: false },
      { title: 'Lager', promised: '2026-03-14', isKnown: false },
      { title: '3D-visning', promised: null, isKnown: false },
      { title: '2FA för kunder', promised: null, isKnown: false },
      { title: '3 betalsätt i kassan', promised: null, isKnown: false },
      { title: '360 graders vy', promised: null, isKnown: false },
    ])
  })

  it('passes over a column of numbers before the names', () => {
    const text = '1\tKassa\t2026-03-01\n4.2.1\tLager\n(3)\tSök\n12'
    expect(deliverablesIn(text, [], HABITS).map(({ title, promised }) => [title, promised])).toEqual([
      ['Kassa', '2026-03-01'],
      ['Lager', null],
      ['Sök', null],
      ['12', null],
    ])
  })

  it('takes a month, and keeps what stands alone beside a name and is no day', () => {
    const promised = (line: string) => deliverablesIn(line, [], HABITS)[0]?.promised
    expect(promised('Kassa\toktober 2026')).toBe('2026-10')
    for (const typed of ['mitten av oktober', 'mid October', 'klart i november, kanske'])
      expect(promised(`Kassa\t${typed}`), typed).toEqual({ typed })
    for (const other of ['Anna Ek', 'Klar', '25 000 kr', 'Datum']) expect(promised(`Kassa\t${other}`), other).toBeNull()
    expect(promised('Kassa\tSprint 3\tBo')).toBeNull()
    expect(promised('Kassa')).toBeNull()
  })

  it('keeps a name whole, however long it is', () => {
    const name = 'Orderexport '.repeat(500).trim()
    expect(deliverablesIn(`- ${name}\n- Lager`, [], HABITS).map(({ title }) => title)).toEqual([name, 'Lager'])
  })

  it('never throws and never gives an empty name, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { title } of deliverablesIn(text, [], HABITS)) expect(title.trim()).not.toBe('')
      }),
    )
  })
})

describe('a strong example to begin with', () => {
  it.each(PAIRS.flatMap((id) => [[id, sv.kinds[id]] as const, [id, en.kinds[id]] as const]))(
    '%s does not count before its blanks are filled in, and counts after',
    (_, pattern) => {
      const begun = {
        ...emptyRow('examples.items'),
        ...exampleFromPair((field) => pattern[field]),
      } as Example
      expect(lacksOf(begun).length).toBeGreaterThan(0)
      const filled = Object.fromEntries(
        Object.entries(begun).map(([key, value]) => [
          key,
          typeof value === 'string' ? value.replace(/_{3,}/g, '7') : value,
        ]),
      ) as Example
      expect(lacksOf(filled)).toEqual([])
    },
  )

  it('has eight kinds in both languages, and no weak one with a figure in it', () => {
    expect(PAIRS).toHaveLength(8)
    for (const words of [sv, en])
      for (const id of PAIRS) expect(words.kinds[id].weak.replace(/B2B/, '')).not.toMatch(/\d/)
  })
})

describe('what a stranger would still ask', () => {
  const usable = { title: 'a', expected: 'b', actual: 'c', date: '2026-11-01', where: 'd' }
  const asked = (row: Partial<Example>, deliverables: object[] = []) =>
    stillAsked(aCase({}, { 'examples.items': [row], 'scope.deliverables': deliverables }).answers).map(({ id }) => id)

  it('is how often and what it costs, and what was agreed where something is', () => {
    expect(asked(usable)).toEqual(['howOften', 'cost'])
    expect(asked(usable, [{ title: 'Kassa' }])).toEqual(['agreed', 'howOften', 'cost'])
    expect(asked({ ...usable, deliverable: 'row-1' }, [{ title: 'Kassa' }])).toEqual(['howOften', 'cost'])
    expect(asked({ ...usable, frequency: '3 av 4', impact: '12 order' })).toEqual([])
  })

  it('is said at the field that would answer it', () => {
    const { answers } = aCase({}, { 'examples.items': [{}, usable], 'scope.deliverables': [{ title: 'Kassa' }] })
    expect(stillAsked(answers).map(({ about }) => about)).toEqual([
      'examples.items.row-2.deliverable',
      'examples.items.row-2.frequency',
      'examples.items.row-2.impact',
    ])
  })

  it('is not said of an example that lacks what matters more', () => {
    expect(asked({ title: 'a' })).toEqual([])
  })
})
