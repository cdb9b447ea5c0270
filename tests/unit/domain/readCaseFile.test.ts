import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { MAX_CODE } from '../../../src/domain/case/answer.ts'
import { AREAS, answersSchema, areaFields, emptyRow, LIST_PATHS, rowFields } from '../../../src/domain/case/answers.ts'
import { withRow } from '../../../src/domain/case/case.ts'
import { FORMAT } from '../../../src/domain/case/caseFile.ts'
import { headOfLock, lockedFileOf, lockOf } from '../../../src/domain/case/encryptedFile.ts'
import { FORMAT_VERSION, migrate, type RawCase } from '../../../src/domain/case/migrations.ts'
import { type CaseFileResult, readCaseFile } from '../../../src/domain/case/readCaseFile.ts'
import { caseFromFile } from '../../../src/domain/case/writeCaseFile.ts'
import { runs } from '../../support/runs.ts'

const text = readFileSync(new URL('../../cases/C1-sv.json', import.meta.url), 'utf8')
const NEWER = FORMAT_VERSION + 1
const whole = () => JSON.parse(text) as Record<string, never> & { answers: Record<string, Record<string, unknown>> }
const read = (content: string | object) => readCaseFile(typeof content === 'string' ? JSON.parse(content) : content)
const reasonOf = (result: CaseFileResult) => (result.ok ? 'opened' : result.error.reason)
const opened = (content: string | object) => {
  const result = read(content)
  if (!result.ok) throw new Error(`not opened: ${JSON.stringify(result)}`)
  return result
}

describe('a case as it is read', () => {
  it('refuses more replies and questions than anybody asks', () => {
    const reply = (questions: number) => ({
      reply: { questions: Array.from({ length: questions }, () => ({})) },
    })
    for (const replies of [Array.from({ length: 201 }, () => reply(0)), Array.from({ length: 11 }, () => reply(200))])
      expect(read({ ...whole(), replies })).toMatchObject({
        ok: false,
        error: { reason: 'tooMany', list: 'replies' },
      })
    expect(reasonOf(read({ ...whole(), replies: [reply(200), 7, null, { reply: 'x' }] }))).toBe('opened')
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
      const results = WRONG.map((wrong) => read(replaced(area, field, wrong, list)))
      // Numbers are right in some fields, ticks in others: everywhere at least three of the five are wrong.
      const refused = results.filter(({ ok }) => !ok)
      expect(refused.length, place).toBeGreaterThanOrEqual(3)
      for (const result of refused) {
        expect(result, place).toMatchObject({ ok: false, error: { reason: 'shape' } })
        if (!result.ok && result.error.reason === 'shape')
          expect(
            result.error.places.every((at) => at.startsWith(place)),
            place,
          ).toBe(true)
      }
      // No text is a megabyte, and no object is an answer because it is one.
      expect([reasonOf(results[3] as CaseFileResult), reasonOf(results[4] as CaseFileResult)], place).toEqual([
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
    const result = read(file)
    expect(result).toMatchObject({ ok: false, error: { reason: 'shape' } })
    if (!result.ok && result.error.reason === 'shape') expect(result.error.places).toHaveLength(20)
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
      const result = read(file)
      expect(result).toMatchObject({
        ok: false,
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
    const result = read(changed)
    expect(reasonOf(result)).toBe(reason)
    if (!result.ok) return
    const [addition] = result.file.answers.added.items
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
    expect(read(many)).toMatchObject({
      error: { reason: 'tooMany', list: 'scope.deliverables', count: 5_001, max: 5_000 },
    })
    const evidence = Array.from({ length: 41 }, () => ({}))
    expect(read({ ...file, evidence })).toMatchObject({ error: { reason: 'tooMany', list: 'evidence' } })
  })

  it('gives rows of the same id or code their own, and says so (F-11)', () => {
    const file = whole()
    const rows = file.answers.scope?.deliverables as { id: string; code: number }[]
    const twice = {
      ...file,
      answers: { ...file.answers, scope: { ...file.answers.scope, deliverables: [...rows, rows[0]] } },
    }
    const { file: now, repairs } = opened(twice)
    const ids = now.answers.scope.deliverables.map(({ id, code }) => `${id} ${code}`)
    expect(new Set(ids).size).toBe(rows.length + 1)
    expect(new Set(now.answers.scope.deliverables.map(({ code }) => code)).size).toBe(rows.length + 1)
    expect(repairs.map(({ kind }) => kind)).toEqual(['sameId', 'sameCode'])
    expect(now.codes['scope.deliverables']).toBe(rows.length + 1)
  })

  it('removes references to nothing, and says where (F-12)', () => {
    const file = whole()
    const items = (file.answers.examples as { items: object[] }).items.map((row) => ({
      ...row,
      deliverable: 'nowhere',
    }))
    const { file: now, repairs } = opened({
      ...file,
      answers: { ...file.answers, examples: { ...file.answers.examples, items } },
    })
    expect(now.answers.examples.items.every(({ deliverable }) => deliverable === null)).toBe(true)
    expect(repairs).toHaveLength(items.length)
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
        expect(read({ ...newer, answers: { ...answers, [area]: value } })).toMatchObject({
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
        const result = read(file)
        if (result.ok) expect(result.newer?.version).toBe(NEWER)
        else expect(['newer', 'tooMany']).toContain(reasonOf(result))
      }),
      runs(300),
    )
  })

  it('opens a newer file that it can read, says how much it does not know, and refuses one it cannot (F-05, F-06)', () => {
    const newer = { ...whole(), formatVersion: NEWER, minReader: 1, mood: 'new' }
    expect(opened(newer).newer).toEqual({ version: NEWER, unrecognised: 1 })
    expect(read({ ...newer, minReader: NEWER })).toMatchObject({ error: { reason: 'newer', version: NEWER } })
    expect(reasonOf(read({ ...newer, minReader: 'x' }))).toBe('newer')
    expect(reasonOf(read({ ...newer, formatVersion: 'x' }))).toBe('wrongFile')
  })

  it('gives five thousand rows of one id an id each, and goes on counting where the codes have come to their end', () => {
    const file = whole()
    const row = { id: 'same', code: MAX_CODE, title: 'Kassa' }
    const { file: now } = opened({
      ...file,
      answers: { ...file.answers, scope: { deliverables: Array(5_000).fill(row) } },
    })
    const rows = now.answers.scope.deliverables
    expect(new Set(rows.map(({ id }) => id)).size).toBe(5_000)
    expect(new Set(rows.map(({ code }) => code)).size).toBe(5_000)
    const next = withRow(caseFromFile(now), 'scope.deliverables', 'new', emptyRow('scope.deliverables'))
    expect(z.safeParse(answersSchema, next.answers).success).toBe(true)
  })
})

describe('what a file has to be', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', [{ format: 'partner-escalation-case' }]],
    ['a text', 'partner-escalation-case'],
    ['of another format', { ...whole(), format: 'another' }],
    ['of no version', { ...whole(), formatVersion: undefined }],
    ['of version 0', { ...whole(), formatVersion: 0 }],
    ['of half a version', { ...whole(), formatVersion: 1.5 }],
    ['of a version that is a text', { ...whole(), formatVersion: '1' }],
  ])('is no case where it is %s', (_, content) => {
    expect(readCaseFile(content)).toEqual({ ok: false, error: { reason: 'wrongFile' } })
  })

  it.each([0, 1.5, NEWER, null, '1'])('is newer where its oldest reader is %j', (minReader) => {
    const error = { reason: 'newer', version: NEWER }
    expect(read({ ...whole(), formatVersion: NEWER, minReader })).toEqual({ ok: false, error })
  })

  it('is read by the reader that it names, and says nothing of newer in its own version', () => {
    expect(opened({ ...whole(), formatVersion: NEWER, minReader: FORMAT_VERSION }).newer).not.toBeNull()
    expect(opened({ ...whole(), minReader: NEWER }).newer).toBeNull()
  })

  it('has every part that it does not know counted: in the file, an area, its questions and its rows', () => {
    const file = { ...whole(), formatVersion: NEWER, minReader: 1, mood: 1, weather: 2 }
    const { about, scope, ...others } = file.answers
    const rows = (scope as { deliverables: object[] }).deliverables.map((row) => ({ ...row, colour: 'red' }))
    const answers = { ...others, about: { ...about, shoe: 1 }, scope: { ...scope, deliverables: rows }, hobby: {} }
    expect(opened({ ...file, answers }).newer?.unrecognised).toBe(2 + 1 + 1 + rows.length)
  })

  it('may be full, and no fuller', () => {
    const file = whole()
    const [row] = (file.answers.scope as { deliverables: object[] }).deliverables
    const { list, rows, evidence } = { list: 'scope.deliverables', rows: 5_000, evidence: 40 }
    const filled = (count: number) => ({
      ...file,
      answers: {
        ...file.answers,
        scope: { deliverables: Array.from({ length: count }, (_, at) => ({ ...row, id: `r${at}`, code: at + 1 })) },
      },
    })
    expect(reasonOf(read(filled(rows)))).toBe('opened')
    expect(read(filled(rows + 1))).toMatchObject({ error: { list, count: rows + 1, max: rows } })
    const aFile = { id: 'f', name: 'a.txt', type: 'text/plain', size: 1, sha256: 'a'.repeat(64) }
    const files = (count: number) => ({
      ...file,
      evidence: Array.from({ length: count }, (_, at) => ({ ...aFile, id: `f${at}` })),
    })
    expect(reasonOf(read(files(evidence)))).toBe('opened')
    expect(read(files(evidence + 1))).toMatchObject({ error: { list: 'evidence', count: evidence + 1, max: evidence } })
    const asked = (each: number, count: number) =>
      read({ ...file, replies: Array.from({ length: count }, () => ({ reply: { questions: Array(each).fill({}) } })) })
    expect(reasonOf(asked(0, 200))).toBe('opened')
    expect(reasonOf(asked(200, 10))).toBe('opened')
    expect(asked(0, 201)).toMatchObject({ error: { list: 'replies', count: 201, max: 200 } })
    expect(asked(667, 3)).toMatchObject({ error: { list: 'replies', count: 2_001, max: 2_000 } })
  })
})

describe('what is mended in a file', () => {
  const withRows = (rows: readonly object[], more: object = {}) => {
    const file = whole()
    return opened({
      ...file,
      evidence: [{ id: 'f1', name: 'a.txt', type: 'text/plain', size: 1, sha256: 'a'.repeat(64) }],
      ...more,
      answers: { ...file.answers, scope: { deliverables: rows }, added: {}, partner: {}, examples: {} },
    })
  }
  const identities = (rows: readonly object[], more: object = {}) => {
    const { file, repairs } = withRows(rows, more)
    return {
      rows: file.answers.scope.deliverables.map(({ id, code }) => `${id} ${code}`),
      highest: file.codes['scope.deliverables'],
      repairs: repairs.map(({ kind, at }) => `${kind} ${at}`),
    }
  }

  it('is nothing where rows have their own ids and codes', () => {
    expect(
      identities(
        [
          { id: 'a', code: 3 },
          { id: 'b', code: 1 },
        ],
        { codes: { 'scope.deliverables': 7 } },
      ),
    ).toEqual({
      rows: ['a 3', 'b 1'],
      highest: 7,
      repairs: [],
    })
  })

  it('is an id that two rows have, and never to one that a third has', () => {
    const rows = ['a', 'a', 'a-2', 'a', 'b'].map((id, at) => ({ id, code: at + 1 }))
    expect(identities(rows)).toEqual({
      rows: ['a 1', 'a-2 2', 'a-2-2 3', 'a-3 4', 'b 5'],
      highest: 5,
      repairs: ['sameId scope.deliverables.a-2', 'sameId scope.deliverables.a-2-2', 'sameId scope.deliverables.a-3'],
    })
  })

  it('stays within the length of an id', () => {
    const id = 'x'.repeat(64)
    const { rows } = identities([
      { id, code: 1 },
      { id, code: 2 },
    ])
    expect(rows).toEqual([`${id} 1`, `${'x'.repeat(56)}-2 2`])
  })

  it('is a code that two rows have: the later one gets the next that was never given', () => {
    const rows = [
      { id: 'a', code: 2 },
      { id: 'b', code: 2 },
      { id: 'c', code: 2 },
      { id: 'd', code: 4 },
    ]
    expect(identities(rows, { codes: { 'scope.deliverables': 9 } })).toEqual({
      rows: ['a 2', 'b 10', 'c 11', 'd 4'],
      highest: 11,
      repairs: ['sameCode scope.deliverables.b', 'sameCode scope.deliverables.c'],
    })
    expect(identities(rows)).toMatchObject({ rows: ['a 2', 'b 5', 'c 6', 'd 4'], highest: 6 })
  })

  it('are references to nothing in every list that has some; what a message was about stays', () => {
    const file = whole()
    const id = { id: 'r', code: 1 }
    const gone = { evidence: ['f1', 'gone'], deliverable: 'gone', about: ['gone'] }
    const { file: now, repairs } = opened({
      ...file,
      evidence: [{ id: 'f1', name: 'a.txt', type: 'text/plain', size: 1, sha256: 'a'.repeat(64) }],
      answers: {
        scope: {
          deliverables: [
            { ...id, evidence: ['f1', 'gone'] },
            { id: 's', code: 2, evidence: ['f1'] },
          ],
        },
        partner: { log: [{ ...id, evidence: gone.evidence, about: gone.about }] },
        examples: {
          items: [
            { ...id, evidence: gone.evidence, deliverable: 'gone' },
            { id: 's', code: 2, deliverable: 's', evidence: [] },
          ],
        },
      },
    })
    expect(repairs).toEqual([
      { kind: 'reference', at: 'scope.deliverables.r.evidence' },
      { kind: 'reference', at: 'partner.log.r.evidence' },
      { kind: 'reference', at: 'examples.items.r.deliverable' },
      { kind: 'reference', at: 'examples.items.r.evidence' },
    ])
    const { scope, partner, examples } = now.answers
    expect(scope.deliverables.map(({ evidence }) => evidence)).toEqual([['f1'], ['f1']])
    expect(partner.log[0]).toMatchObject({ evidence: ['f1'], about: ['gone'] })
    expect(examples.items[0]).toMatchObject({ evidence: ['f1'], deliverable: null })
    expect(examples.items[1]).toMatchObject({ evidence: [], deliverable: 's' })
  })
})

describe('a locked file', () => {
  const lock = {
    cipher: 'AES-256-GCM',
    derivation: 'PBKDF2-SHA-256',
    iterations: 600_000,
    salt: `${'A'.repeat(22)}==`,
    iv: 'A'.repeat(16),
    body: 'AAAA',
  } as const
  const locked = (change: object) => lockOf({ ...lockedFileOf(lock), locked: { ...lock, ...change } })

  it('says its format, its version and who can read it, and is known by them', () => {
    expect(lockedFileOf(lock)).toEqual({ format: FORMAT, formatVersion: FORMAT_VERSION, minReader: 1, locked: lock })
    expect(locked({})).toEqual(lock)
    expect(lockOf({ ...lockedFileOf(lock), format: 'another' })).toBeNull()
    expect(lockOf(whole())).toBeNull()
    expect(headOfLock(lock)).toBe(
      `{"cipher":"AES-256-GCM","derivation":"PBKDF2-SHA-256","format":"${FORMAT}","iterations":600000,"iv":"${lock.iv}","salt":"${lock.salt}"}`,
    )
  })

  it('is tried only where its key can be made in a time that somebody waits', () => {
    for (const iterations of [100_000, 5_000_000]) expect(locked({ iterations })).not.toBeNull()
    for (const iterations of [99_999, 5_000_001, 600_000.5, '600000']) expect(locked({ iterations })).toBeNull()
  })

  it.each([
    { cipher: 'AES-128-GCM' },
    { derivation: 'PBKDF2-SHA-1' },
    { salt: 'A'.repeat(16) },
    { salt: `${'A'.repeat(21)}å==` },
    { salt: `å${'A'.repeat(21)}==` },
    { salt: `${'A'.repeat(21)}===` },
    { iv: `${'A'.repeat(22)}==` },
    { body: '' },
    { body: 'AA A' },
    { body: 'A===' },
    { body: ' AAAA' },
  ])('is none with %j', (change) => {
    expect(locked(change)).toBeNull()
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
