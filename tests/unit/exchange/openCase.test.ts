import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../../src/domain/case/canonicalJson.ts'
import { readReplies } from '../../../src/domain/reply/readReply.ts'
import { receivedReplies } from '../../../src/domain/reply/received.ts'
import { replyChecksum } from '../../../src/domain/reply/reply.ts'
import { brokenLetters } from '../../../src/domain/report/excerpt.ts'
import { type OpenResult, openCaseFile } from '../../../src/exchange/importCase.ts'
import { sha256 } from '../../../src/exchange/sha256.ts'
import { aReply } from '../../support/aReply.ts'
import { isQuick } from '../../support/isQuick.ts'
import { runs } from '../../support/runs.ts'

const fixture = readFileSync(new URL('../../cases/C1-sv.json', import.meta.url))
const text = fixture.toString('utf8')
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

  it('stops at a million brackets within a second (F-08)', async () => {
    const files = [`{"a":${'['.repeat(1_000_000)}`, `${'{"a":'.repeat(1_000_000)}1${'}'.repeat(1_000_000)}`]
    const openAll = () => expect(files.map((file) => reasonOf(open(file)))).toEqual(['tooComplex', 'tooComplex'])
    expect(await isQuick(1_000, openAll)).toBe(true)
    expect(reasonOf(open(`{"a":"${'['.repeat(100_000)}"}`))).toBe('wrongFile')
  })

  it('stops at amount before it parses', () => {
    expect(reasonOf(open(`{"a":[${'1,'.repeat(2_100_000)}1]}`))).toBe('tooComplex')
  })

  it('refuses a file over the limit without reading it', () => {
    expect(reasonOf(open(new Uint8Array(60 * 1024 * 1024 + 1)))).toBe('tooBig')
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
