import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { MAX_CODE } from '../../../src/domain/case/answer.ts'
import { answersSchema } from '../../../src/domain/case/answers.ts'
import { digestOf } from '../../../src/domain/case/canonical.ts'
import { withRow } from '../../../src/domain/case/case.ts'
import { emptyRow } from '../../../src/domain/case/emptyRow.ts'
import { migrate, type RawCase } from '../../../src/domain/case/migrations.ts'
import { caseFromFile } from '../../../src/domain/case/writeCaseFile.ts'
import { receivedReplies } from '../../../src/domain/reply/received.ts'
import { type OpenResult, openCaseFile } from '../../../src/exchange/openCase.ts'
import { sha256 } from '../../../src/exchange/sha256.ts'
import { runs } from '../../support/runs.ts'

const fixture = readFileSync(new URL('../../cases/C1-sv.json', import.meta.url))
const text = fixture.toString('utf8')
const whole = () =>
  JSON.parse(text) as Record<string, never> & { answers: Record<string, Record<string, unknown>> }
const bytes = (content: string | object) =>
  new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))
const reasonOf = (result: OpenResult) => (result.ok ? 'opened' : result.error.reason)
const open = (content: string | object | Uint8Array) =>
  openCaseFile(content instanceof Uint8Array ? content : bytes(content))
const opened = (content: string | object) => {
  const result = open(content)
  if (!result.ok) throw new Error(`not opened: ${JSON.stringify(result.error)}`)
  return result.opened
}

describe('opening a file', () => {
  it('refuses more replies and questions than anybody asks', () => {
    const reply = (questions: number) => ({
      reply: { questions: Array.from({ length: questions }, () => ({})) },
    })
    for (const replies of [
      Array.from({ length: 201 }, () => reply(0)),
      Array.from({ length: 11 }, () => reply(200)),
    ])
      expect(open({ ...whole(), replies })).toMatchObject({
        ok: false,
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

  it('says of a file that was cut off that it was cut off, wherever', () => {
    for (let percent = 1; percent < 100; percent += 1) {
      const cut = fixture.subarray(0, Math.floor((fixture.length * percent) / 100))
      expect(['truncated', 'encoding']).toContain(reasonOf(open(new Uint8Array(cut))))
    }
  })

  it('stops at depth and at amount before it parses', () => {
    const before = performance.now()
    expect(reasonOf(open(`{"a":${'['.repeat(1_000_000)}`))).toBe('tooComplex')
    expect(reasonOf(open(`{"a":[${'1,'.repeat(2_100_000)}1]}`))).toBe('tooComplex')
    expect(performance.now() - before).toBeLessThan(5_000)
    expect(reasonOf(open(`{"a":"${'['.repeat(100_000)}"}`))).toBe('wrongFile')
  })

  it('refuses a file over the limit without reading it', () => {
    expect(reasonOf(open(new Uint8Array(60 * 1024 * 1024 + 1)))).toBe('tooBig')
  })

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])(
    'takes no harm from the key %s, at any level',
    (key) => {
      const at = (value: object) => ({ ...value, ...JSON.parse(`{"${key}":{"polluted":true}}`) })
      const file = whole()
      const evil = text
        .replace('{', `{"${key}":{"polluted":true},`)
        .replace('"answers": {', `"answers": {"${key}":{"polluted":true},`)
        .replace('"about": {', `"about": {"${key}":{"polluted":true},`)
      expect(reasonOf(open(evil))).toBe('opened')
      expect(reasonOf(open(at({ ...file, answers: at(file.answers) })))).toBe('opened')
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
      expect(Object.keys(Object.prototype)).toEqual([])
    },
  )

  it('keeps unknown keys of its own version by value, and renders none', () => {
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

  it('refuses a value of the wrong type in any field, and names the place', () => {
    const file = whole()
    for (const [area, fields] of Object.entries(file.answers))
      for (const field of Object.keys(fields))
        for (const wrong of [12, [1], { a: 1 }, 'x'.repeat(100_001), true]) {
          const broken = structuredClone(file)
          broken.answers[area] = { ...broken.answers[area], [field]: wrong }
          const result = open(broken)
          const fits =
            (Array.isArray(wrong) && reasonOf(result) === 'opened') ||
            (wrong === true && field === 'noDocument')
          if (fits) continue
          expect(reasonOf(result), `${area}.${field} = ${String(wrong).slice(0, 20)}`).toBe('shape')
          if (!result.ok && result.error.reason === 'shape')
            expect(result.error.places.join()).toContain(`answers.${area}.${field}`)
        }
  })

  it.each(['2026-02-30', '0000-00-00', '20260-01-01', 'yesterday'])(
    'refuses the date %s and names the field',
    (date) => {
      const file = whole()
      file.answers.scope = { ...file.answers.scope, reviewedOn: date }
      const result = open(file)
      expect(result).toMatchObject({
        ok: false,
        error: { reason: 'shape', places: ['answers.scope.reviewedOn'] },
      })
    },
  )

  it('never lets a number be more than a number', () => {
    const added = text.replace('"delayWorkingDays": 10', '"delayWorkingDays": 1e400')
    expect(added).not.toBe(text)
    expect(reasonOf(open(added))).toBe('shape')
  })

  it('counts rows and files before anything is copied', () => {
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

  it('gives rows of the same id or code their own, and says so', () => {
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

  it('removes references to nothing, and says where', () => {
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

  it('tells a file that has been changed from one that has not', () => {
    expect(opened(text.replace('Nordfjäll', 'Sydfjäll')).unchanged).toBe(false)
    expect(opened({ ...whole(), digest: '' }).unchanged).toBe(false)
    expect(opened({ ...whole(), language: 'en', asOf: '2026-11-24' }).unchanged).toBe(true)
  })

  it('takes the last of two equal keys, which is a change', () => {
    const twice = text.replace('"company": "Nordfjäll Friluft AB"', '"company": "A", "company": "B"')
    expect(opened(twice)).toMatchObject({ unchanged: false, file: { answers: { about: { company: 'B' } } } })
  })

  it('removes control characters and broken surrogates once, and keeps every other character', () => {
    const file = whole()
    const odd = 'a\u0000b\u000bc\r\nd\re\ud800f\u202eg\u200bh😀\uffff'
    file.answers.about = { ...file.answers.about, company: odd }
    expect(opened(file).file.answers.about.company).toBe('abc\nd\ne\ufffdf\u202eg\u200bh😀')
  })

  it('opens a newer file that it can read, says how much it does not know, and refuses one it cannot', () => {
    const newer = { ...whole(), formatVersion: 2, minReader: 1, mood: 'new' }
    expect(opened(newer).newer).toEqual({ version: 2, unrecognised: 1 })
    expect(open({ ...newer, minReader: 2 })).toMatchObject({ error: { reason: 'newer', version: 2 } })
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
      if (result.ok) expect(receivedReplies(result.opened.file.replies)).toEqual([])
      else expect(result.error).toMatchObject({ reason: 'shape' })
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
          if (result.ok && result.opened.unchanged)
            expect(digestOf(result.opened.raw as never, sha256)).toBe(result.opened.file.digest)
          if (result.ok && result.opened.file.digest === digest && result.opened.unchanged)
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

  it('need no step today: version 1 is what we write', () => {
    const raw = { formatVersion: 1 }
    expect(migrate(raw, 1)).toEqual({ ok: true, raw })
  })
})
