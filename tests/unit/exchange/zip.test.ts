import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { deflateSync, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { caseFileBytes } from '../../../src/exchange/caseFileBytes.ts'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { caseArchive } from '../../../src/exchange/zip/caseArchive.ts'
import { readZip } from '../../../src/exchange/zip/readZip.ts'
import { writeZip } from '../../../src/exchange/zip/writeZip.ts'
import { createWords } from '../../../src/i18n/i18n.ts'
import { wordsOf } from '../../../src/i18n/wordsOf.ts'
import { bytesOfText, listed, PNG, withFiles } from '../../support/aFile.ts'
import { GUIDE, pdfOf } from '../../support/aPdf.ts'
import { aReply } from '../../support/aReply.ts'
import { readToday } from '../../support/readToday.ts'
import { runs } from '../../support/runs.ts'

const worked = JSON.parse(readFileSync(new URL('../../cases/C1-sv.json', import.meta.url), 'utf8')) as CaseFile
const text = bytesOfText('12:04 timeout')
const evidence = [listed('f1', 'logg för kassan.txt', text), listed('f2', 'skärm.png', PNG)]
const file = withFiles(worked, evidence)
const files = new Map(evidence.map(({ sha256 }, at) => [sha256, at === 0 ? text : PNG] as const))

const words = await createWords('sv')
const inWords = await Promise.all((['en', 'sv'] as const).map((language) => wordsOf(words, language)))
const entries = caseArchive({ file, files, pdf: bytesOfText('%PDF-1.7'), inWords, opensAt: GUIDE })
const MADE = Date.UTC(2026, 10, 24, 12)
const zip = writeZip(entries, MADE)

const open = (bytes: Uint8Array) => {
  const result = openCaseFile(bytes)
  if (result.is !== 'case') throw new Error(JSON.stringify(result))
  return result.opened
}
const repacked = (change: (all: Record<string, Uint8Array>) => Record<string, Uint8Array>) =>
  zipSync(change(unzipSync(zip)))

describe('a case as a ZIP', () => {
  it('holds what one reads, what the guide reads, the files by their numbers, and what to do in both languages', () => {
    const all = unzipSync(zip)
    expect(Object.keys(all)).toEqual([
      'case.json',
      expect.stringMatching(/^case-nordfjall-friluft-ab-.*\.pdf$/),
      'README.txt',
      'evidence/01-logg-for-kassan.txt',
      'evidence/02-skarm.png',
    ])
    const readme = new TextDecoder().decode(all['README.txt'])
    expect(readme).toContain('Det här är ett underlag')
    expect(readme).toContain('This is a case about')
    expect(readme).not.toMatch(/[^\r]\n/)
  })

  it('opens as it is, with every file equal', () => {
    const { files: found, troubles, unchanged, rescued } = open(zip)
    expect([...found]).toEqual([...files])
    expect([troubles, unchanged, rescued]).toEqual([[], true, false])
  })

  it('is the same bytes for the same case', () => {
    expect(writeZip(entries, MADE)).toEqual(zip)
  })

  it('opens when somebody has unpacked it and packed its folder anew', () => {
    const moved = repacked((all) => ({
      ...Object.fromEntries(Object.entries(all).map(([name, bytes]) => [`underlag/${name}`, bytes])),
      '__MACOSX/underlag/._case.json': strToU8('nothing'),
    }))
    expect(open(moved).troubles).toEqual([])
  })

  it('names a file that is missing and one that is damaged, and opens the rest (F-17)', () => {
    const changed = repacked(({ 'evidence/01-logg-for-kassan.txt': _, ...all }) => ({
      ...all,
      'evidence/02-skarm.png': strToU8('something else'),
    }))
    expect(open(changed).troubles).toEqual([
      { id: 'f1', name: 'logg för kassan.txt', is: 'missing' },
      { id: 'f2', name: 'skärm.png', is: 'damaged' },
    ])
  })

  it('is rescued where it is cut off behind the case', () => {
    const { rescued, troubles } = open(zip.slice(0, zip.length - 200))
    expect(rescued).toBe(true)
    expect(troubles.length).toBeLessThan(2)
  })
})

const json = bytesOfText(JSON.stringify(worked))
const other = bytesOfText(readFileSync(new URL('../../cases/C4.json', import.meta.url), 'utf8'))
const reasonOf = (files: Record<string, Uint8Array>) => {
  const result = openCaseFile(zipSync(files))
  if (result.is === 'case') return result.opened.file.answers.about.company
  return result.is === 'refused' ? result.error.reason : result.is
}
const COMPANY = worked.answers.about.company

describe('a ZIP that somebody else has made', () => {
  let pdf: Uint8Array
  beforeAll(async () => {
    pdf = await pdfOf(caseFileBytes(worked), worked, 'sv')
  })

  it('F-33 opens with the one file of ours in it, whatever that is called and whatever lies beside it', () => {
    const beside = { 'Faktura.pdf': bytesOfText('%PDF-1.7\n%%EOF'), 'a/b.json': bytesOfText('{"a": 1}') }
    for (const name of ['case (1).json', 'Case.JSON', 'ärende.txt', 'x/y/z', 'evidence/fall.json'])
      expect(reasonOf({ [name]: json, ...beside }), name).toBe(COMPANY)
    expect(reasonOf({ 'dokument.pdf': pdf, ...beside })).toBe(COMPANY)
    expect(reasonOf({ 'inre.zip': zip, ...beside })).toBe(file.answers.about.company)
    expect(reasonOf({ 'svar (2).json': bytesOfText(JSON.stringify(aReply({ id: 'c' }))), ...beside })).toBe('reply')
    // The document and the data of one case are one case.
    expect(reasonOf({ 'a.pdf': pdf, 'b.json': json })).toBe(COMPANY)
    expect(reasonOf({ 'a.json': json, 'b.json': json })).toBe(COMPANY)
  })

  it('F-33 says what is in it where that is several, or none', () => {
    expect(openCaseFile(zipSync({ 'a.json': json, 'b/c.pdf': other }))).toMatchObject({
      error: { reason: 'severalInZip', names: ['a.json', 'b/c.pdf'] },
    })
    expect(openCaseFile(zipSync({ 'x/': new Uint8Array(), 'x/foto.png': PNG, __MACOSX: PNG }))).toMatchObject({
      error: { reason: 'isZip', names: ['x/foto.png', '__MACOSX'] },
    })
    expect(reasonOf({ 'case (1).json': json.slice(0, 500) })).toBe('truncated')
    expect(reasonOf({ 'a.zip': zipSync({ 'b.zip': zipSync({ 'case.json': json }) }) })).toBe('isZip')
  })

  it('F-33 finds the attachments where everything is written in capitals', () => {
    const { troubles, files } = open(
      repacked((all) => Object.fromEntries(Object.entries(all).map(([name, data]) => [name.toUpperCase(), data]))),
    )
    expect(troubles).toEqual([])
    expect(files.size).toBe(2)
  })

  it('F-34 opens where only an attachment takes a password, and names it', () => {
    const locked = zip.slice()
    const view = new DataView(locked.buffer)
    // Both headers of an entry say whether it is locked.
    for (let at = 0; at + 4 < locked.length; at += 1) {
      const [flags, name] = ({ 67324752: [6, 30], 33639248: [8, 46] } as const)[view.getUint32(at, true)] ?? []
      if (flags === undefined || name === undefined) continue
      const isFile = new TextDecoder().decode(locked.subarray(at + name, at + name + 11)) === 'evidence/01'
      if (isFile) view.setUint16(at + flags, view.getUint16(at + flags, true) | 1, true)
    }
    const { file: read, troubles, files } = open(locked)
    expect(read.answers).toMatchObject(file.answers)
    expect(troubles).toEqual([{ id: 'f1', name: 'logg för kassan.txt', is: 'damaged' }])
    expect(files.size).toBe(1)
  })
})

const BOMB = deflateSync(new Uint8Array(70_000_000), { level: 9 })
/** One entry whose headers say what they like. */
function entry(name: string, data: Uint8Array, { size = data.length, method = 8, flag = 0 } = {}) {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(flag, 6)
  head.writeUInt16LE(method, 8)
  head.writeUInt32LE(size, 18)
  head.writeUInt32LE(10, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name), data])
}

describe('a hostile ZIP', () => {
  it.each([
    ['a bomb that says ten bytes', entry('case.json', BOMB), 'tooComplex'],
    [
      'a bomb among the files',
      Buffer.concat([entry('case.json', deflateSync(strToU8('{}'))), entry('evidence/01-a.txt', BOMB)]),
      'tooComplex',
    ],
    [
      'a hundred thousand entries',
      Buffer.concat(Array.from({ length: 100_000 }, () => entry('a', new Uint8Array()))),
      'tooComplex',
    ],
    [
      'data that is long and gives nothing',
      Buffer.concat(Array.from({ length: 150 }, () => entry('case.json', Buffer.alloc(2_000_000), { size: 0 }))),
      'tooComplex',
    ],
    [
      'a hundred cases that differ at their end',
      Buffer.concat(
        Array.from({ length: 100 }, (_, at) =>
          entry('case.json', deflateSync(Buffer.from(`${' '.repeat(700_000)}${at}`))),
        ),
      ),
      'severalInZip',
    ],
    [
      'two cases',
      Buffer.concat([entry('case.json', deflateSync(strToU8('{}'))), entry('x/case.json', deflateSync(strToU8('[]')))]),
      'severalInZip',
    ],
    ['a case that is locked by another program', entry('case.json', new Uint8Array(20), { flag: 1 }), 'zipPassword'],
    [
      'a case packed in a way that we do not read',
      entry('case.json', new Uint8Array(20), { method: 14 }),
      'zipDamaged',
    ],
    ['a case that does not unpack', entry('case.json', Buffer.from('ffffffff', 'hex')), 'zipDamaged'],
    ['names that lead out of the folder', entry('../../case.jsonx', deflateSync(strToU8('{}'))), 'isZip'],
    ['an archive in an archive in an archive', zipSync({ 'a.zip': zipSync({ 'b.zip': zip }) }), 'isZip'],
    [
      'a list that bites its tail',
      Buffer.concat([entry('a', new Uint8Array()), Buffer.from('504b0506000000000100010000000000ffffffff0000', 'hex')]),
      'isZip',
    ],
  ])(
    'with %s costs little and is told by its own sentence (F-18)',
    (_, bytes, reason) => {
      const read = readZip(bytes)
      const result = read.ok ? openCaseFile(bytes) : { is: 'refused', error: read.error }
      expect(result).toMatchObject({ is: 'refused', error: { reason } })
      // Three hundred megabytes are slow to come by where several tests share a small machine.
    },
    20_000,
  )

  it('does not believe a header that says more than comes out, and opens the case (F-18)', () => {
    const bytes = zip.slice()
    const view = new DataView(bytes.buffer)
    // The first entry, here and in the list at the end, says that it unpacks into four gigabytes.
    view.setUint32(22, 0xffffffff, true)
    const inList = Buffer.from(bytes).indexOf(Buffer.from('504b0102', 'hex'))
    view.setUint32(inList + 24, 0xffffffff, true)
    const { file: read, unchanged, troubles } = open(bytes)
    expect([read.answers, unchanged, troubles]).toEqual([readToday(file).answers, true, []])
  })

  it('opens where a program that packed it anew has given folders an entry, and keeps a file of no bytes (F-18)', () => {
    const large = new Uint8Array(11_000_000)
    const repacked = zipSync({
      'case/evidence/': new Uint8Array(),
      'case/evidence/empty.txt': [new Uint8Array(), { level: 0 }],
      'case/case.json': caseFileBytes(file),
      'case/other.bin': [large, { level: 0 }],
    })
    const read = readZip(repacked)
    expect(read).toMatchObject({ ok: true, content: { whole: true } })
    if (read.ok)
      expect([...read.content.files].map(([name, bytes]) => [name, bytes?.length])).toEqual([['empty.txt', 0]])
  })

  it('never throws and never gives other files unsaid, whatever bytes are changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(zip.length),
        (changes, cut) => {
          const bytes = zip.slice(0, cut % 3 === 0 ? cut : zip.length)
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
          const result = openCaseFile(bytes)
          if (result.is !== 'case') return
          const { files: found, unchanged, raw } = result.opened
          for (const [sum, content] of found) expect(content).toEqual(files.get(sum))
          if (unchanged) expect((raw as CaseFile).answers).toEqual(file.answers)
        },
      ),
      runs(200),
    )
  })
})
