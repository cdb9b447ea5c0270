import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { getAnswer, pathOf, placeOf, setAnswer } from '../../../src/domain/case/address.ts'
import { answerOrNull, holdsTyped, isAnswered, isUnknown, MAX_CODE, nonBlank } from '../../../src/domain/case/answer.ts'
import { emptyAnswers, LIST_PATHS } from '../../../src/domain/case/answers.ts'
import { fromBase64, toBase64 } from '../../../src/domain/case/base64.ts'
import { canonicalText, digestOf } from '../../../src/domain/case/canonicalJson.ts'
import { codesAfter, newCase, withRow } from '../../../src/domain/case/case.ts'
import { caseCodeOf, caseName } from '../../../src/domain/case/caseCode.ts'
import { beginOf, cleanText } from '../../../src/domain/case/cleanText.ts'
import { folded } from '../../../src/domain/case/folded.ts'
import { isTooMuch, LIMITS, passedLimit, sizeInFile, tooManyReplies } from '../../../src/domain/case/limits.ts'
import { memoByObject } from '../../../src/domain/case/memo.ts'
import { orderKeys } from '../../../src/domain/case/orderKeys.ts'
import { readStoredCase } from '../../../src/domain/case/readStoredCase.ts'
import { checked, cleaned, finite, isRecord, isVersion } from '../../../src/domain/case/sanitize.ts'
import { aCase } from '../../support/aCase.ts'

describe('text that somebody wrote', () => {
  it('loses what no text holds, has line feeds alone, and keeps everything else', () => {
    expect(cleanText('a\r\nb\rc\n\td')).toBe('a\nb\nc\n\td')
    expect(cleanText('a\u0000b\u0008c\u000bd\u001fe\ufffef\uffffg')).toBe('abcdefg')
    expect(cleanText('\ud800a\udc00 \u202e\u200b😀 å')).toBe('\ufffda\ufffd \u202e\u200b😀 å')
  })

  it('begins with so many units, and never with half a character', () => {
    expect(beginOf('abc', 3)).toBe('abc')
    expect(beginOf('abcd', 3)).toBe('abc')
    expect(beginOf('ab😀', 3)).toBe('ab')
    expect(beginOf('ab😀d', 4)).toBe('ab😀')
    expect(beginOf('a\ud800', 2)).toBe('a\ud800')
  })

  it('is compared without accents, in either case and in every Unicode form', () => {
    expect(folded('Ångström ÉCOLE')).toBe('angstrom ecole')
    expect(folded('Ång'.normalize('NFD'))).toBe(folded('Ång'))
    expect(folded('Straße Øre Łódź ÆØŒ Þor ĐðĦŧ ıς ﬁ')).toBe('strasse ore lodz aeooe thor ddht iσ fi')
  })
})

describe('the name of a case', () => {
  const caseId = 'a1b2c3d4-e5f6-7890'

  it('is its company and the first eight characters of its id, as said over the phone', () => {
    expect(caseCodeOf(caseId)).toBe('A1B2C3D4')
    expect(caseName({ caseId, answers: aCase({ 'about.company': ' Nordfjäll ' }).answers })).toBe('Nordfjäll A1B2C3D4')
    expect(caseName({ caseId, answers: aCase({ 'about.company': ' ' }).answers })).toBe('A1B2C3D4')
  })
})

describe('an answer', () => {
  it.each([[null], [undefined], [false], [''], [' \n'], [[]], [['', null]], [{}], [{ a: ' ' }], [{ typed: 'soon' }]])(
    'is none where it is %j',
    (value) => {
      expect(isAnswered(value)).toBe(false)
    },
  )

  it.each([[true], [0], ['a'], [{ unknown: true }], [['', 'a']], [{ a: '', b: 'b' }]])(
    'is one where it is %j',
    (value) => {
      expect(isAnswered(value)).toBe(true)
    },
  )

  it('is no value where it is "don\'t know" or was not understood', () => {
    expect([{ unknown: true }, { typed: 'soon' }].map(answerOrNull)).toEqual([null, null])
    const other = { unknown: false, typed: 7 }
    expect([0, '', 'a', other].map(answerOrNull)).toEqual([0, '', 'a', other])
    expect([isUnknown({ unknown: true }), isUnknown({ unknown: 1 }), isUnknown('unknown'), isUnknown(null)]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('is words where it has any, without what surrounds them', () => {
    expect([' a ', '', ' ', null, 7].map(nonBlank)).toEqual(['a', null, null, null, null])
  })

  it('holds what was typed at any depth', () => {
    const typed = { typed: 'soon' }
    for (const value of [typed, [1, typed], { a: { b: [typed] } }]) expect(holdsTyped(value)).toBe(true)
    for (const value of [null, 'typed', { typed: 7 }, [{ a: 1 }], undefined]) expect(holdsTyped(value)).toBe(false)
  })
})

describe('the address of an answer', () => {
  it.each([
    '',
    'scope',
    'nowhere.title',
    'scope.',
    'scope.deliverables.r1',
    'scope.deliverables.r1.',
    'scope.deliverables..title',
  ])('is none: %s', (address) => {
    expect(placeOf(address)).toBeNull()
    expect(pathOf(address)).toBe(address)
    expect(getAnswer(emptyAnswers(), address)).toBeNull()
    const { answers } = aCase()
    expect(setAnswer(answers, address, 'x')).toBe(answers)
  })

  it('is of no list that is not one, and has no more parts', () => {
    expect(placeOf('scope.nothing.r1.title')).toBeNull()
    expect(placeOf('scope.deliverables.r1.title.more')).toBeNull()
  })

  it('leads to an answer, alone or in a row, and changes that one', () => {
    const { answers } = aCase({ 'about.company': 'A' }, { 'scope.deliverables': [{ title: 'B' }, { title: 'C' }] })
    expect(placeOf('about.company')).toEqual({ area: 'about', field: 'company' })
    expect(getAnswer(answers, 'about.company')).toBe('A')
    const at = 'scope.deliverables.row-2.title'
    expect(pathOf(at)).toBe('scope.deliverables.*.title')
    expect(getAnswer(answers, at)).toBe('C')
    expect(getAnswer(answers, 'scope.deliverables.gone.title')).toBeNull()
    const next = setAnswer(setAnswer(answers, at, 'D'), 'about.company', 'E')
    expect(next.scope.deliverables.map(({ title }) => title)).toEqual(['B', 'D'])
    expect(next.about.company).toBe('E')
    expect(answers.about.company).toBe('A')
  })
})

describe('the numbers of rows', () => {
  it('rise by one, and are never given twice', () => {
    const next = codesAfter(4, [{ code: 2 }])
    expect([next(), next()]).toEqual([5, 6])
  })

  it('are the lowest free ones, where a file has used the highest', () => {
    const next = codesAfter(MAX_CODE - 1, [{ code: 1 }, { code: 3 }])
    expect([next(), next(), next(), next()]).toEqual([MAX_CODE, 2, 4, 5])
  })

  it('go on from the highest that was given', () => {
    const empty = newCase('c', 'sv')
    const [list] = LIST_PATHS
    if (list === undefined) throw new Error('no lists')
    const one = withRow({ ...empty, codes: { ...empty.codes, [list]: 7 } }, list, 'r1', { title: 'A' })
    expect(one.answers.scope.deliverables).toEqual([{ title: 'A', id: 'r1', code: 8 }])
    expect(one.codes).toEqual({ ...empty.codes, [list]: 8 })
    const full = withRow({ ...empty, codes: { ...empty.codes, [list]: MAX_CODE } }, list, 'r1', {})
    expect(full.codes[list]).toBe(MAX_CODE)
    expect(full.answers.scope.deliverables[0]?.code).toBe(1)
  })
})

describe('bytes as text', () => {
  it('come back, also across the length of one call', () => {
    for (const length of [0, 1, 2, 3, 24_576, 24_577, 49_153]) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 256)
      const text = toBase64(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(text)).toEqual(bytes)
    }
    expect(fromBase64('not base64!')).toBeNull()
  })
})

describe('equal content', () => {
  it('is equal text, whatever the order of its keys and what is undefined in it', () => {
    expect(canonicalText({ b: [1, undefined, null], a: { d: 'x', c: true }, e: undefined })).toBe(
      '{"a":{"c":true,"d":"x"},"b":[1,null,null]}',
    )
    expect([canonicalText(undefined), canonicalText(null), canonicalText('"')]).toEqual(['null', 'null', '"\\""'])
  })

  it('has one digest: of answers, files and replies alone', () => {
    const content = { answers: { a: 1 }, evidence: [], replies: [2], language: 'sv' }
    expect(digestOf(content, (text) => text)).toBe('{"answers":{"a":1},"evidence":[],"replies":[2]}')
  })

  it('is found once for each object', () => {
    let found = 0
    const find = memoByObject((_: object) => {
      found += 1
      return found === 1 ? undefined : found
    })
    const [a, b] = [{}, {}]
    expect([find(a), find(a), find(b), find(a)]).toEqual([undefined, undefined, 2, undefined])
  })
})

describe('the order of stored rows', () => {
  const keys = (ids: string, before: Readonly<Record<string, number>> = {}) =>
    Object.fromEntries(orderKeys([...ids], new Map(Object.entries(before))))

  it('is counted where nothing was stored', () => {
    expect(keys('abc')).toEqual({ a: 1, b: 2, c: 3 })
    expect(keys('')).toEqual({})
  })

  it('keeps the keys that fit: a row at the end, at the beginning, between, moved down or up', () => {
    const before = { a: 1, b: 2, c: 3 }
    expect(keys('abcd', before)).toEqual({ ...before, d: 4 })
    expect(keys('dabc', before)).toEqual({ ...before, d: 0.5 })
    expect(keys('abdc', before)).toEqual({ ...before, d: 2.5 })
    expect(keys('adebc', before)).toEqual({ ...before, d: 1.5, e: 1.75 })
    expect(keys('bca', before)).toEqual({ b: 2, c: 3, a: 4 })
    expect(keys('cab', before)).toEqual({ c: 0.5, a: 1, b: 2 })
    expect(keys('ac', before)).toEqual({ a: 1, c: 3 })
  })

  it('is counted anew where two keys are the same or nothing lies between them', () => {
    expect(keys('axb', { a: 1, b: 1 + Number.EPSILON })).toEqual({ a: 1, x: 2, b: 3 })
    expect(keys('ab', { a: 1, b: 1 })).toEqual({ a: 1, b: 2 })
  })
})

describe('what a case may hold', () => {
  const rows = (count: number) => {
    const { answers } = aCase()
    return {
      answers: { ...answers, scope: { ...answers.scope, deliverables: Array(count).fill({ id: 'r' }) } },
      evidence: none,
    }
  }
  const none: readonly { size: number }[] = []
  const files = (count: number, size = 1) => ({ answers: aCase().answers, evidence: Array(count).fill({ size }) })

  it('is no more than its rows, unless it held more before', () => {
    expect(passedLimit(rows(0), rows(LIMITS.rows))).toBeNull()
    expect(passedLimit(rows(0), rows(LIMITS.rows + 1))).toBe('rows')
    expect(passedLimit(rows(LIMITS.rows + 5), rows(LIMITS.rows + 5))).toBeNull()
    expect(passedLimit(rows(LIMITS.rows + 5), rows(LIMITS.rows + 4))).toBeNull()
    expect(passedLimit(rows(LIMITS.rows + 5), rows(LIMITS.rows + 6))).toBe('rows')
  })

  it('is no more than its files, in number and in bytes, unless it held more before', () => {
    expect(passedLimit(files(0), files(LIMITS.files))).toBeNull()
    expect(passedLimit(files(0), files(LIMITS.files + 1))).toBe('files')
    expect(passedLimit(files(LIMITS.files + 2), files(LIMITS.files + 1))).toBeNull()
    expect(passedLimit(files(0), files(2, LIMITS.allFiles / 2))).toBeNull()
    expect(passedLimit(files(0), files(2, LIMITS.allFiles / 2 + 1))).toBe('files')
    expect(passedLimit(files(3, LIMITS.allFiles / 2), files(3, LIMITS.allFiles / 2))).toBeNull()
    expect(passedLimit(rows(1), rows(1))).toBeNull()
  })

  it('is no more than its replies and what is asked in them', () => {
    const reply = (questions: number) => ({ reply: { questions: Array(questions).fill({}) } })
    expect(tooManyReplies([null, 7, { reply: 'x' }, { reply: { questions: 'x' } }, reply(2_000)])).toBeNull()
    expect(tooManyReplies([reply(2_000), reply(1)])).toEqual({ count: 2_001, max: 2_000 })
    expect(tooManyReplies(Array(200).fill(null))).toBeNull()
    expect(tooManyReplies(Array(201).fill(reply(1_000)))).toEqual({ count: 201, max: 200 })
  })

  it('is no reply that is too long or too deep', () => {
    const deep = (depth: number): unknown =>
      depth === 0 ? 'x' : depth % 2 === 0 ? { a: deep(depth - 1), b: 1 } : [1, deep(depth - 1)]
    expect(isTooMuch(deep(20))).toBe(false)
    expect(isTooMuch(deep(21))).toBe(true)
    expect([isTooMuch(null), isTooMuch(7), isTooMuch({})]).toEqual([false, false, false])
    const around = sizeInFile('')
    expect(around).toBe(new TextEncoder().encode('[\n  [\n    ""\n  ]\n]').length)
    expect(sizeInFile('å')).toBe(around + 2)
    expect(isTooMuch('x'.repeat(LIMITS.reply - around))).toBe(false)
    expect(isTooMuch('x'.repeat(LIMITS.reply - around + 1))).toBe(true)
  })
})

describe('what comes from outside', () => {
  it('is a record or a version or is not', () => {
    expect([{}, [], null, 'x', undefined].map(isRecord)).toEqual([true, false, false, false, false])
    expect([1, 2, 0, -1, 1.5, '1', Number.NaN, null].map(isVersion)).toEqual([true, true, ...Array(6).fill(false)])
  })

  it('is copied with clean texts, without the keys that reach into prototypes', () => {
    const given = JSON.parse(
      '{"a":["x\\r\\ny",1,null],"__proto__":{"b":1},"constructor":1,"prototype":2,"c":{"d":true}}',
    )
    expect(cleaned(given)).toEqual({ a: ['x\ny', 1, null], c: { d: true } })
    expect(Object.getPrototypeOf(cleaned(given))).toBe(Object.prototype)
  })

  it('has numbers that can be written again; what is finite is the same object', () => {
    const given = { a: [1, { b: Number.POSITIVE_INFINITY }], c: [2], d: 'x' }
    const made = finite(given) as typeof given
    expect(made).toEqual({ a: [1, { b: null }], c: [2], d: 'x' })
    expect(made.c).toBe(given.c)
    const whole = { a: [1, 2], b: { c: null, d: 'x' } }
    expect(finite(whole)).toBe(whole)
    expect([finite(Number.NaN), finite(Number.NEGATIVE_INFINITY), finite(0)]).toEqual([null, null, 0])
  })

  it('is checked, and says the first twenty places that do not fit, each once', () => {
    const schema = z.object({ rows: z.array(z.object({ a: z.number(), b: z.string() })) })
    expect(checked(schema, { rows: [{ a: 1, b: 'x' }] })).toEqual({ ok: true, data: { rows: [{ a: 1, b: 'x' }] } })
    expect(
      checked(schema, {
        rows: [
          { a: 'x', b: 'x' },
          { a: 1, b: 1 },
        ],
      }),
    ).toEqual({
      ok: false,
      places: ['rows.0.a', 'rows.1.b'],
    })
    const wrong = checked(schema, { rows: Array(30).fill({ a: 'x', b: 'x' }) })
    expect(wrong.ok ? [] : wrong.places).toHaveLength(20)
    const twice = z.union([z.string(), z.string()])
    expect(checked(z.object({ a: twice }), { a: 1 })).toEqual({ ok: false, places: ['a'] })
  })
})

describe('a case in the browser', () => {
  const stored = (answers: object, more: object = {}) =>
    readStoredCase({
      answers: answers as never,
      language: 'en',
      rows: { 'scope.deliverables': [], 'added.items': [], 'partner.log': [], 'examples.items': [] },
      removed: [],
      ...more,
    })

  it('is read with its rows, brought up to date, and so are removed ones', () => {
    const estimate = { low: 1, likely: null, high: null, currency: 'EUR' }
    const example = { id: 'e1', code: 3, title: 'Stops', estimate }
    const read = stored(
      { about: { company: 'A' } },
      {
        rows: {
          'scope.deliverables': [{ id: 's1', code: 1, title: 'Checkout' }],
          'added.items': [],
          'partner.log': [{ id: 'p1', code: 2, from: 'partner', answer: 'plan', promisedFor: ['s1'] }],
          'examples.items': [example],
        },
        removed: [{ list: 'examples.items', row: example, at: 0, removedAt: 5 }],
      },
    )
    expect(read?.answers.about.company).toBe('A')
    expect(read?.answers.scope.deliverables).toMatchObject([{ id: 's1', code: 1, title: 'Checkout', status: null }])
    expect(read?.answers.partner.log[0]?.about).toEqual(['s1'])
    const impact = 'Estimated cost: at least 1 EUR'
    expect(read?.answers.examples.items).toMatchObject([{ id: 'e1', code: 3, impact }])
    expect(read?.removed).toEqual([
      { list: 'examples.items', row: { id: 'e1', code: 3, title: 'Stops', impact }, at: 0, removedAt: 5 },
    ])
  })

  it('is none where it does not fit', () => {
    expect(stored({ about: { company: 7 } })).toBeNull()
  })
})
