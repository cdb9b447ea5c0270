import { readdirSync, readFileSync } from 'node:fs'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { replyNow } from '../../../src/account/review/makeReply.ts'
import { assess } from '../../../src/domain/assessment/assess.ts'
import { RULES_VERSION } from '../../../src/domain/assessment/conclusion.ts'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { FORMAT_VERSION } from '../../../src/domain/case/migrations.ts'
import { caseFromFile } from '../../../src/domain/case/writeCaseFile.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { EMPTY_DRAFT } from '../../../src/domain/reply/reply.ts'
import { caseFileBytes } from '../../../src/exchange/caseFileBytes.ts'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { caseArchive } from '../../../src/exchange/zip/caseArchive.ts'
import { writeZip } from '../../../src/exchange/zip/writeZip.ts'
import { openFile } from '../../../src/files/openFile.ts'
import { createWords } from '../../../src/i18n/i18n.ts'
import { wordsOf } from '../../../src/i18n/wordsOf.ts'
import { fileTools } from '../../../src/merchant/openCase/browserFileTools.ts'
import { caseFileOfCase } from '../../support/aCaseFile.ts'
import { bytesOfText, PNG } from '../../support/aFile.ts'
import { GUIDE, pdfOf } from '../../support/aPdf.ts'
import { readToday } from '../../support/readToday.ts'

const cases = new URL('../../cases/', import.meta.url)
const source = new Uint8Array(readFileSync(new URL('C1-sv.json', cases)))
const parsed = () => JSON.parse(new TextDecoder().decode(source)) as CaseFile & Record<string, unknown>

const opened = (bytes: Uint8Array) => {
  const result = openCaseFile(bytes)
  if (result.is !== 'case') throw new Error(JSON.stringify(result))
  return result.opened
}

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff)
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
const withoutCase = (zip: Uint8Array) => {
  const { 'case.json': _, ...rest } = unzipSync(zip)
  return zipSync(rest)
}

/** A PDF that embeds two files of the name that a case has. */
const TWO_CASES = latin(
  `%PDF-1.7
1 0 obj\n<< /Type /Catalog /Names << /EmbeddedFiles << /Names [(case.json) 2 0 R (case.json) 4 0 R] >> >> >>\nendobj
2 0 obj\n<< /UF (case.json) /EF << /F 3 0 R >> >>\nendobj
3 0 obj\n<< /Length 7 >>\nstream\n{"a":1}\nendstream\nendobj
4 0 obj\n<< /UF (case.json) /EF << /F 5 0 R >> >>\nendobj
5 0 obj\n<< /Length 7 >>\nstream\n{"b":1}\nendstream\nendobj
trailer\n<< /Root 1 0 R >>\n%%EOF`,
)

/** What every kind of file is made of, and what is said of it. */
const kinds = new Map<string, { name: string; bytes: Uint8Array; is: string }>()
beforeAll(async () => {
  const pdf = await pdfOf(source, parsed(), 'sv')
  const inWords = await Promise.all(
    (['en', 'sv'] as const).map(async (language) => wordsOf(await createWords(language), language)),
  )
  const entries = caseArchive({
    file: parsed(),
    files: new Map(),
    pdf: bytesOfText('%PDF-1.7'),
    inWords,
    opensAt: GUIDE,
  })
  const zip = writeZip(entries, Date.UTC(2026, 10, 24))
  // The second general flag of the first entry says that it is locked.
  const lockedZip = zip.slice()
  lockedZip[6] = (lockedZip[6] ?? 0) | 1
  const text = new TextDecoder().decode(source)
  const all: [what: string, name: string, bytes: Uint8Array, is: string][] = [
    ['JSON', 'underlag.json', source, 'opened'],
    ['JSON with a byte order mark', 'underlag.json', bytesOfText(`\ufeff${text}`), 'opened'],
    ['nothing', 'tom.json', new Uint8Array(), 'empty'],
    ['PNG', 'bild.png', PNG, 'wrongFile'],
    ['HTML', 'sida.html', bytesOfText('<!doctype html><p>{"format":1}'), 'wrongFile'],
    ['UTF-16', 'underlag.txt', utf16(text), 'encoding'],
    ['PDF with the case', 'underlag.pdf', pdf, 'opened'],
    ['PDF without it', 'annan.pdf', latin('%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF'), 'isPdf'],
    [
      'locked PDF',
      'last.pdf',
      new Uint8Array([...pdf, ...latin('\ntrailer\n<< /Root 1 0 R /Encrypt 9 0 R >>\n')]),
      'pdfPassword',
    ],
    ['damaged PDF', 'halv.pdf', pdf.slice(0, Math.floor(pdf.length / 2)), 'rescued'],
    ['PDF with two cases', 'hopsatt.pdf', TWO_CASES, 'twoCases'],
    ['ZIP with the case', 'underlag.zip', zip, 'opened'],
    ['ZIP without it', 'annan.zip', withoutCase(zip), 'isZip'],
    ['locked ZIP', 'last.zip', lockedZip, 'zipPassword'],
    ['damaged ZIP', 'halv.zip', zip.slice(0, zip.length - 200), 'rescued'],
    [
      'ZIP with two cases',
      'hopsatt.zip',
      zipSync({ 'case.json': strToU8('{"a":1}'), 'x/case.json': strToU8('{"b":1}') }),
      'severalInZip',
    ],
  ]
  for (const [what, name, bytes, is] of all) kinds.set(what, { name, bytes, is })
})

const given = async (bytes: Uint8Array, name: string) => {
  const outcome = await openFile(new File([bytes.slice()], name))
  if (outcome.is !== 'case') return outcome.is === 'refused' ? outcome.error.reason : outcome.is
  return outcome.opened.rescued ? 'rescued' : 'opened'
}

describe('a file that somebody chooses', () => {
  it.each([
    'JSON',
    'JSON with a byte order mark',
    'nothing',
    'PNG',
    'HTML',
    'UTF-16',
    'PDF with the case',
    'PDF without it',
    'locked PDF',
    'damaged PDF',
    'PDF with two cases',
    'ZIP with the case',
    'ZIP without it',
    'locked ZIP',
    'damaged ZIP',
    'ZIP with two cases',
  ])('that holds %s is what it holds, under its own name and as any other (F-01, F-04)', async (what) => {
    const kind = kinds.get(what)
    if (kind === undefined) throw new Error(`no such kind: ${what}`)
    for (const name of [kind.name, 'fall.json', 'fall.pdf', 'fall.zip', 'fall'])
      expect(await given(kind.bytes, name), name).toBe(kind.is)
  })

  it('is not read at all where it is larger than 60 MB (F-15)', async () => {
    let reads = 0
    const file = new File([], 'stor.json')
    Object.defineProperty(file, 'size', { value: 61 * 1024 * 1024, configurable: true })
    Object.defineProperty(file, 'arrayBuffer', {
      value: () => {
        reads += 1
        return Promise.resolve(source.slice().buffer)
      },
    })
    expect(await openFile(file)).toEqual({ is: 'refused', error: { reason: 'tooBig' } })
    expect(reads).toBe(0)
    Object.defineProperty(file, 'size', { value: 60 * 1024 * 1024 })
    expect((await openFile(file)).is).toBe('case')
    expect(reads).toBe(1)
  })

  it('and that disappears before it is read is told as such, as a case and as a supporting file (I-18)', async () => {
    const file = new File(['{}'], 'borta.json')
    Object.defineProperty(file, 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('', 'NotFoundError')),
    })
    expect(await openFile(file)).toEqual({ is: 'refused', error: { reason: 'unreadable' } })
    expect(await fileTools.look(file, file.name)).toEqual({ ok: false, reason: 'unreadable' })
    // It can be chosen again.
    expect(await fileTools.look(new File([PNG], 'här.png'), 'här.png')).toMatchObject({ ok: true })
  })
})

/** Files as each released version wrote them. They are never written anew. */
const RELEASED: Readonly<Record<number, readonly string[]>> = {
  1: readdirSync(new URL('format1/', cases)).map((name) => `format1/${name}`),
  2: readdirSync(cases).filter((name) => name.endsWith('.json') && name !== 'expected.json'),
}

describe('a file of every version that was ever released', () => {
  it('is kept here, for each of them (F-07)', () => {
    expect(Object.keys(RELEASED).map(Number)).toEqual(Array.from({ length: FORMAT_VERSION }, (_, at) => at + 1))
  })

  it.each(Object.entries(RELEASED).flatMap(([version, names]) => names.map((name) => [version, name] as const)))(
    'opens, version %s, %s, with the result that it was handed over with (F-07)',
    (version, name) => {
      const bytes = new Uint8Array(readFileSync(new URL(name, cases)))
      const { file, unchanged, repairs, newer, raw } = opened(bytes)
      expect((raw as CaseFile).formatVersion).toBe(Number(version))
      expect({ unchanged, repairs, newer }).toEqual({ unchanged: true, repairs: [], newer: null })
      expect(file.result).toEqual((raw as CaseFile).result)
      if (file.rules !== RULES_VERSION) return
      const { turn, next, warranted, until, open } = assess(
        visibleAnswers(interview, file.answers),
        file.asOf,
        file.language,
      )
      expect(file.result).toEqual({ turn, next, warranted, until, open: open.map(({ action }) => action) })
    },
  )
})

describe('what this version does not know', () => {
  it('goes out again by value, at every level, when the case is handed on (F-05)', () => {
    const file = parsed()
    const [row] = file.answers.scope.deliverables
    const [example] = file.answers.examples.items
    for (const holder of [file.answers, file.answers.about, row, example])
      Object.assign(holder ?? {}, { mood: { deep: [1, '<b>', null] } })
    const current = caseFromFile(opened(bytesOfText(JSON.stringify(file))).file)
    const { raw, unchanged } = opened(caseFileBytes(caseFileOfCase(current, file.asOf)))
    expect(unchanged).toBe(true)
    expect((raw as CaseFile).answers).toEqual(readToday(file).answers)
    // What is read today has lost nothing of what stood there.
    expect(readToday(file).answers).toMatchObject(file.answers)
  })
})

describe('a file whose language is not ours', () => {
  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['unknown', 'xx'],
    ['no language at all', '<b>'],
  ])('because it is %s opens, and is answered in the language of the screen (F-30)', (_, language) => {
    const found = opened(bytesOfText(JSON.stringify({ ...parsed(), language })))
    expect(found.unchanged).toBe(true)
    for (const screen of ['sv', 'en'] as const) {
      const reply = replyNow(EMPTY_DRAFT, found, { language: screen, today: '2026-11-24' })
      expect(reply.language).toBe(screen)
    }
  })
})
