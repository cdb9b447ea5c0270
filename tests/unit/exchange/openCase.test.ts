import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { MAX_CODE } from '../../../src/domain/case/answer.ts'
import { AREAS, answersSchema, areaFields, emptyRow, LIST_PATHS, rowFields } from '../../../src/domain/case/answers.ts'
import { digestOf } from '../../../src/domain/case/canonicalJson.ts'
import { withRow } from '../../../src/domain/case/case.ts'
import { FORMAT_VERSION, migrate, type RawCase } from '../../../src/domain/case/migrations.ts'
import { caseFromFile } from '../../../src/domain/case/writeCaseFile.ts'
import { readReplies } from '../../../src/domain/reply/readReply.ts'
import { receivedReplies } from '../../../src/domain/reply/received.ts'
import { replyChecksum } from '../../../src/domain/reply/reply.ts'
import { brokenLetters } from '../../../src/domain/report/excerpt.ts'
import { type OpenResult, openCaseFile } from '../../../src/exchange/importCase.ts'
import { sha256 } from '../../../src/exchange/sha256.ts'
import { aReply } from '../../support/aReply.ts'
import { runs } from '../../support/runs.ts'

const fixture = readFileSync(new URL('../../cases/C1-sv.json', import.meta.url))
const text = fixture.toString('utf8')
const NEWER = FORMAT_VERSION + 1
const whole = () => JSON.parse(text) as Record<string, never> & { answers: Record<string, Record<string, unknown>> }
const bytes = (content: string | object) =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))
const reasonOf = (result: OpenResult) =>
  result.is === 'refused' ? result.error.reason : result.is === 'case' ? 'opened' : result.is
const open = (content: string | object | Uint8Array) =>
  openCaseFile(content instanceof Uint8Array ? content : bytes(content))
const opened = (content: string | object) => {
  const result = open(content)
  if (result.is !== 'case') throw new Error(`not opened: ${JSON.stringify(result)}`)
  return result.opened
}

describe('opening a file', () => {
  it('refuses more replies and questions than anybody asks', () => {
    const reply = (questions: number) => ({
      reply: { questions: Array.from({ length: questions }, () => ({})) },
    })
    for (const replies of [Array.from({ length: 201 }, () => reply(0)), Array.from({ length: 11 }, () => reply(200))])
      expect(open({ ...whole(), replies })).toMatchObject({
        is: 'refused',
        error: { reason: 'tooMany', list: 'replies' },
      })
    expect(reasonOf(open({ ...whole(), replies: [reply(200), 7, null, { reply: 'x' }] }))).toBe('opened')
  })

  it('opens what was handed over, unchanged', () => {
    const { file, unchanged, repairs, newer } = opened(text)
    expect(file.answers.about.company).toBe('Nordfjäll Friluft AB')
    expect({ unchanged, repairs, newer }).toEqual({ unchanged: true, repairs: [], newer: null })
  })

  it('looks at the content, not at what it is called', () => {
    expect(reasonOf(open(new Uint8Array()))).toBe('empty')
    expect(reasonOf(open(`\ufeff${text}`))).toBe('opened')
    expect(reasonOf(open(`  \n${text}`))).toBe('opened')
    expect(reasonOf(open('%PDF-1.7 …'))).toBe('isPdf')
    expect(reasonOf(open(new Uint8Array([0x50, 0x4b, 3, 4])))).toBe('isZip')
    expect(reasonOf(open(new Uint8Array([0x89, 0x50, 0x4e, 0x47])))).toBe('wrongFile')
    expect(reasonOf(open('<!doctype html><html></html>'))).toBe('wrongFile')
    expect(reasonOf(open(new Uint8Array([0xff, 0xfe, 0x7b, 0])))).toBe('encoding')
    expect(reasonOf(open(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])))).toBe('encoding')
    expect(reasonOf(open('[1,2]'))).toBe('wrongFile')
    expect(reasonOf(open('{"format":"something else"}'))).toBe('wrongFile')
    expect(reasonOf(open('{"a": nonsense}'))).toBe('notJson')
  })

  it('says of a file that was cut off that it was cut off, at every hundredth of its length (F-03)', () => {
    for (let percent = 1; percent < 100; percent += 1) {
      const cut = fixture.subarray(0, Math.floor((fixture.length * percent) / 100))
      expect(reasonOf(open(new Uint8Array(cut)))).toBe('truncated')
    }
  })

  it('says so in the middle of a letter, too, and calls no other bytes cut off (F-03)', () => {
    const letter = fixture.indexOf('ä')
    expect(reasonOf(open(new Uint8Array(fixture.subarray(0, letter + 1))))).toBe('truncated')
    const wrong = new Uint8Array(fixture.subarray(0, letter + 2))
    wrong[letter + 1] = 0x20
    expect(reasonOf(open(wrong))).toBe('encoding')
  })

  it('stops at a million brackets within a second (F-08)', () => {
    const before = performance.now()
    expect(reasonOf(open(`{"a":${'['.repeat(1_000_000)}`))).toBe('tooComplex')
    expect(reasonOf(open(`${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`))).toBe('tooComplex')
    expect(performance.now() - before).toBeLessThan(1_000)
    expect(reasonOf(open(`{"a":"${'['.repeat(100_000)}"}`))).toBe('wrongFile')
  })

  it('stops at amount before it parses', () => {
    expect(reasonOf(open(`{"a":[${'1,'.repeat(2_100_000)}1]}`))).toBe('tooComplex')
  })

  it('refuses a file over the limit without reading it', () => {
    expect(reasonOf(open(new Uint8Array(60 * 1024 * 1024 + 1)))).toBe('tooBig')
  })

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'takes no harm from the key %s, at every level (F-09)',
    (key) => {
      // In front of the first key of every object: rows, parts of answers, files and replies too.
      const evil = JSON.stringify(whole()).replaceAll('{"', `{"${key}":{"polluted":true},"`)
      const { file } = opened(evil)
      expect(file.answers.about.company).toBe('Nordfjäll Friluft AB')
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(`${{}}`).toBe('[object Object]')
      if (key === '__proto__')
        for (const part of [file, file.answers, file.answers.scope.deliverables[0]])
          expect((part as unknown as Record<string, unknown>).polluted).toBeUndefined()
    },
  )

  it('keeps unknown keys of its own version by value, and renders none (F-05)', () => {
    const file = whole()
    file.answers.about = { ...file.answers.about, shoeSize: { deep: [1, '<b>'] } }
    expect((opened(file).file.answers.about as Record<string, unknown>).shoeSize).toEqual({
      deep: [1, '<b>'],
    })
  })

  it('reads a missing or empty answer as unanswered', () => {
    const file = whole()
    delete file.answers.request
    delete file.answers.about?.company
    const { answers } = opened(file).file
    expect(answers.request.ask).toBeNull()
    expect(answers.about.company).toBeNull()
    expect(answers.scope.deliverables[0]?.evidence).toBeNull()
  })

  // An object of the right kind reads its own keys only, so the wrong one has them with wrong values.
  const WRONG: readonly unknown[] = [12, true, [1], { typed: 7, unknown: 7, low: [] }, 'x'.repeat(1_000_000)]
  type Read = Record<string, Record<string, unknown>>
  /** Where a field stands: in its area, or in the first row of a list of it. */
  const holderIn = (answers: Read, area: string, list: string | null): Record<string, unknown> => {
    const inArea = answers[area] ?? {}
    return list === null ? inArea : ((inArea[list] as Record<string, unknown>[])[0] ?? {})
  }
  const replaced = (area: string, field: string, value: unknown, list: string | null = null) => {
    const file = whole()
    holderIn(file.answers, area, list)[field] = value
    return file
  }
  const everyField = [
    ...AREAS.flatMap((area) =>
      Object.keys(areaFields[area]).map((field) => [area, field, null, `answers.${area}.${field}`] as const),
    ),
    ...LIST_PATHS.flatMap((path) => {
      const [area = '', list = ''] = path.split('.')
      return ['id', 'code', ...Object.keys(rowFields[path])].map(
        (field) => [area, field, list, `answers.${area}.${list}.0.${field}`] as const,
      )
    }),
  ]

  it('refuses a value of the wrong type in every field there is, and names the place (F-13)', () => {
    for (const [area, field, list, place] of everyField) {
      const results = WRONG.map((wrong) => open(replaced(area, field, wrong, list)))
      // Numbers are right in some fields, ticks in others: everywhere at least three of the five are wrong.
      const refused = results.filter(({ is }) => is === 'refused')
      expect(refused.length, place).toBeGreaterThanOrEqual(3)
      for (const result of refused) {
        expect(result, place).toMatchObject({ is: 'refused', error: { reason: 'shape' } })
        if (result.is === 'refused' && result.error.reason === 'shape')
          expect(
            result.error.places.every((at) => at.startsWith(place)),
            place,
          ).toBe(true)
      }
      // No text is a megabyte, and no object is an answer because it is one.
      expect([reasonOf(results[3] as OpenResult), reasonOf(results[4] as OpenResult)], place).toEqual([
        'shape',
        'shape',
      ])
    }
  })

  it('names at most twenty places, and opens nothing (F-13)', () => {
    const file = whole()
    const [row] = (file.answers.scope as { deliverables: object[] }).deliverables
    const rows = Array.from({ length: 300 }, (_, at) => ({ ...row, id: `r${at}`, code: at + 1, title: 7 }))
    file.answers.scope = { ...file.answers.scope, deliverables: rows }
    const result = open(file)
    expect(result).toMatchObject({ is: 'refused', error: { reason: 'shape' } })
    if (result.is === 'refused' && result.error.reason === 'shape') expect(result.error.places).toHaveLength(20)
  })

  it('reads every field that is null or missing as unanswered (F-13)', () => {
    for (const [area, field, list, place] of everyField) {
      if (field === 'id' || field === 'code') continue
      const isList = list === null && LIST_PATHS.some((path) => path === `${area}.${field}`)
      for (const nothing of isList ? [undefined] : [null, undefined]) {
        const { answers } = opened(replaced(area, field, nothing, list)).file
        const holder = holderIn(answers as unknown as Read, area, list)
        expect(holder[field], place).toEqual(isList ? [] : null)
      }
    }
  })

  it.each(['2026-02-30', '0000-00-00', '20260-01-01', 'yesterday'])(
    'refuses the date %s and names the field (F-28)',
    (date) => {
      const file = whole()
      file.answers.scope = { ...file.answers.scope, reviewedOn: date }
      const result = open(file)
      expect(result).toMatchObject({
        is: 'refused',
        error: { reason: 'shape', places: ['answers.scope.reviewedOn'] },
      })
    },
  )

  it.each([
    ['1e400', 'shape', null],
    ['-1e400', 'shape', null],
    ['1e16', 'shape', null],
    ['-0', 'opened', 0],
    ['9007199254740993', 'shape', null],
    ['999999999999999', 'opened', 999_999_999_999_999],
  ])('never lets the number %s be more than a number (F-14)', (written, reason, value) => {
    const changed = text.replace('"delayWorkingDays": 10', `"delayWorkingDays": ${written}`)
    expect(changed).not.toBe(text)
    const result = open(changed)
    expect(reasonOf(result)).toBe(reason)
    if (result.is !== 'case') return
    const [addition] = result.opened.file.answers.added.items
    expect(JSON.stringify(addition?.delayWorkingDays)).toBe(String(value))
  })

  it('counts rows and files before anything is copied (F-16)', () => {
    const file = whole()
    const row = (file.answers.scope as { deliverables: object[] }).deliverables[0]
    const many = {
      ...file,
      answers: {
        ...file.answers,
        scope: { ...file.answers.scope, deliverables: Array.from({ length: 5_001 }, () => row) },
      },
    }
    expect(open(many)).toMatchObject({
      error: { reason: 'tooMany', list: 'scope.deliverables', count: 5_001, max: 5_000 },
    })
    const evidence = Array.from({ length: 41 }, () => ({}))
    expect(open({ ...file, evidence })).toMatchObject({ error: { reason: 'tooMany', list: 'evidence' } })
  })

  it('gives rows of the same id or code their own, and says so (F-11)', () => {
    const file = whole()
    const rows = file.answers.scope?.deliverables as { id: string; code: number }[]
    const twice = {
      ...file,
      answers: { ...file.answers, scope: { ...file.answers.scope, deliverables: [...rows, rows[0]] } },
    }
    const { file: read, repairs } = opened(twice)
    const ids = read.answers.scope.deliverables.map(({ id, code }) => `${id} ${code}`)
    expect(new Set(ids).size).toBe(rows.length + 1)
    expect(new Set(read.answers.scope.deliverables.map(({ code }) => code)).size).toBe(rows.length + 1)
    expect(repairs.map(({ kind }) => kind)).toEqual(['sameId', 'sameCode'])
    expect(read.codes['scope.deliverables']).toBe(rows.length + 1)
  })

  it('removes references to nothing, and says where (F-12)', () => {
    const file = whole()
    const items = (file.answers.examples as { items: object[] }).items.map((row) => ({
      ...row,
      deliverable: 'nowhere',
    }))
    const { file: read, repairs } = opened({
      ...file,
      answers: { ...file.answers, examples: { ...file.answers.examples, items } },
    })
    expect(read.answers.examples.items.every(({ deliverable }) => deliverable === null)).toBe(true)
    expect(repairs).toHaveLength(items.length)
  })

  it('F-31 finds what broke on the way in a case, and nothing in a whole one', () => {
    for (const encoding of ['latin1', 'windows-1252']) {
      const { file, unchanged } = opened(new TextDecoder(encoding).decode(fixture))
      expect(unchanged).toBe(false)
      expect(brokenLetters(file.answers)).toMatch(/Ã|Â/)
    }
    const ascii = new TextDecoder().decode(fixture.map((byte) => (byte > 127 ? 0x3f : byte)))
    expect(opened(ascii).unchanged).toBe(false)
    const { answers } = opened(text).file
    expect(brokenLetters(answers)).toBeNull()
    expect(brokenLetters(['SÃO PAULO', 'à la carte', 'Â', 'Ångström', 7, null, { a: [] }])).toBeNull()
  })

  it('F-31 takes no reply that has been changed since it was written', () => {
    const written = { ...aReply({ id: 'case-1' }, { note: 'Återkommer på måndag.' }) }
    const reply = { ...written, checksum: replyChecksum(written, sha256) }
    expect(reasonOf(open(reply))).toBe('reply')
    expect(reasonOf(open(JSON.stringify(reply, null, 7)))).toBe('reply')
    expect(reasonOf(open(new TextDecoder('latin1').decode(bytes(reply))))).toBe('replyChanged')
    expect(reasonOf(open({ ...reply, nextWordBy: '2026-12-24' }))).toBe('replyChanged')
    // Replies of earlier versions say nothing of themselves.
    expect(reasonOf(open(written))).toBe('reply')
  })

  it('tells a file that has been changed from one that has not (F-24)', () => {
    expect(opened(text.replace('Nordfjäll', 'Sydfjäll')).unchanged).toBe(false)
    expect(opened({ ...whole(), digest: '' }).unchanged).toBe(false)
    expect(opened({ ...whole(), language: 'en', asOf: '2026-11-24' }).unchanged).toBe(true)
  })

  it('takes the last of two equal keys, which is a change (F-10)', () => {
    const twice = text.replace('"company": "Nordfjäll Friluft AB"', '"company": "A", "company": "B"')
    expect(opened(twice)).toMatchObject({ unchanged: false, file: { answers: { about: { company: 'B' } } } })
  })

  it('removes control characters and broken surrogates once, and keeps every other character (I-06)', () => {
    const file = whole()
    const odd = 'a\u0000b\u000bc\r\nd\re\ud800f\u202eg\u200bh😀\uffff'
    file.answers.about = { ...file.answers.about, company: odd }
    expect(opened(file).file.answers.about.company).toBe('abc\nd\ne\ufffdf\u202eg\u200bh😀')
  })

  it('F-32 opens a newer file without an area, and refuses one that is built otherwise as newer', () => {
    const newer = { ...whole(), formatVersion: NEWER, minReader: 1 }
    for (const area of AREAS) {
      const { [area]: _, ...answers } = newer.answers
      expect(opened({ ...newer, answers }).newer).toEqual({ version: NEWER, unrecognised: 0 })
      for (const value of [null, 7, 'x', [], true])
        expect(open({ ...newer, answers: { ...answers, [area]: value } })).toMatchObject({
          error: { reason: 'newer', version: NEWER },
        })
    }
    expect(opened({ ...newer, answers: {} }).newer).not.toBeNull()
  })

  it('F-32 says of any newer file that it is newer, whatever is missing or of whatever type', () => {
    const paths = [
      ...AREAS.map((area) => ['answers', area]),
      ...LIST_PATHS.map((list) => ['answers', ...list.split('.')]),
      ...AREAS.flatMap((area) => Object.keys(areaFields[area]).map((field) => ['answers', area, field])),
      ...['answers', 'evidence', 'replies', 'codes', 'result', 'leftOut', 'asOf'].map((key) => [key]),
    ]
    const change = fc.record({ path: fc.constantFrom(...paths), value: fc.option(fc.jsonValue()) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const file: Record<string, unknown> = { ...whole(), formatVersion: NEWER, minReader: 1 }
        for (const { path, value } of changes) {
          const last = path.at(-1) ?? ''
          const at = path.slice(0, -1).reduce<unknown>((inner, key) => Object(inner)[key], file)
          if (typeof at !== 'object' || at === null) continue
          if (value === null) Reflect.deleteProperty(at, last)
          else Reflect.set(at, last, value)
        }
        const result = open(file)
        if (result.is === 'case') expect(result.opened.newer?.version).toBe(NEWER)
        else expect(['newer', 'tooMany']).toContain(reasonOf(result))
      }),
      runs(300),
    )
  })

  it('opens a newer file that it can read, says how much it does not know, and refuses one it cannot (F-05, F-06)', () => {
    const newer = { ...whole(), formatVersion: NEWER, minReader: 1, mood: 'new' }
    expect(opened(newer).newer).toEqual({ version: NEWER, unrecognised: 1 })
    expect(open({ ...newer, minReader: NEWER })).toMatchObject({ error: { reason: 'newer', version: NEWER } })
    expect(reasonOf(open({ ...newer, minReader: 'x' }))).toBe('newer')
    expect(reasonOf(open({ ...newer, formatVersion: 'x' }))).toBe('wrongFile')
  })

  it.each([
    ['ancestors', { ancestors: Array(200_000).fill(1) }],
    ['replies', { replies: [{ reply: {}, receivedOn: '2026-11-25', changed: Array(200_000).fill(1) }] }],
  ])(
    'is refused, or read without them, where hundreds of thousands of %s are wrong',
    (_, wrong) => {
      const result = open({ ...whole(), ...wrong })
      if (result.is === 'case') expect(receivedReplies(readReplies(result.opened.file.replies))).toEqual([])
      else expect(reasonOf(result)).toBe('shape')
    },
    // Counting so many faults is slow on a small machine.
    30_000,
  )

  it('gives five thousand rows of one id an id each, and goes on counting where the codes have come to their end', () => {
    const file = whole()
    const row = { id: 'same', code: MAX_CODE, title: 'Kassa' }
    const read = opened({
      ...file,
      answers: { ...file.answers, scope: { deliverables: Array(5_000).fill(row) } },
    })
    const rows = read.file.answers.scope.deliverables
    expect(new Set(rows.map(({ id }) => id)).size).toBe(5_000)
    expect(new Set(rows.map(({ code }) => code)).size).toBe(5_000)
    const next = withRow(caseFromFile(read.file), 'scope.deliverables', 'new', emptyRow('scope.deliverables'))
    expect(z.safeParse(answersSchema, next.answers).success).toBe(true)
  })

  it('never throws on changed bytes, and never calls a changed case unchanged', () => {
    const digest = digestOf(whole() as never, sha256)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(fixture.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const mutated = new Uint8Array(fixture)
          for (const [at, byte] of changes) mutated[at] = byte
          const result = open(mutated)
          if (result.is === 'case' && result.opened.unchanged)
            expect(digestOf(result.opened.raw as never, sha256)).toBe(result.opened.file.digest)
          if (result.is === 'case' && result.opened.file.digest === digest && result.opened.unchanged)
            expect(result.opened.file.answers).toEqual(opened(text).file.answers)
        },
      ),
      runs(500),
    )
  })
})

describe('older versions', () => {
  const steps = [
    (raw: RawCase): RawCase => ({ ...raw, first: true }),
    (raw: RawCase): RawCase => ({ ...raw, second: raw.first === true }),
  ]

  it('are brought up to date one step at a time, on a copy', () => {
    const old = { formatVersion: 1, answers: { a: [1] } }
    const frozen = structuredClone(old)
    expect(migrate(old, 1, steps)).toEqual({
      ok: true,
      raw: { ...old, formatVersion: 3, first: true, second: true },
    })
    expect(migrate({ ...old, formatVersion: 2 }, 2, steps)).toMatchObject({
      raw: { formatVersion: 3, second: false },
    })
    expect(old).toEqual(frozen)
  })

  it('stay as they are when a step fails, and the step is named', () => {
    const failing = [
      steps[0] as (raw: RawCase) => RawCase,
      () => {
        throw new Error('cannot')
      },
    ]
    const old = { formatVersion: 1 }
    expect(migrate(old, 1, failing)).toEqual({ ok: false, failedAt: 2 })
    expect(old).toEqual({ formatVersion: 1 })
  })

  it('need no step where they are of today', () => {
    const raw = { formatVersion: FORMAT_VERSION }
    expect(migrate(raw, FORMAT_VERSION)).toEqual({ ok: true, raw })
  })
})
