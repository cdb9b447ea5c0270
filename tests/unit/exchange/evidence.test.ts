import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { leftOutFile } from '../../../src/domain/case/leftOut.ts'
import { caseFileBlob, caseFileBytes } from '../../../src/exchange/caseFileBytes.ts'
import { evidenceName } from '../../../src/exchange/evidence/attachmentName.ts'
import { kindOf } from '../../../src/exchange/evidence/detectFileType.ts'
import { pictureFacts } from '../../../src/exchange/evidence/imageMetadata.ts'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { bytesOfText, listed, PNG, withFiles } from '../../support/aFile.ts'
import { exifWithPosition, withIptc, withPosition, withXmp, xmpWith } from '../../support/aPicture.ts'
import { readToday } from '../../support/readToday.ts'
import { runs } from '../../support/runs.ts'

const wide = (name: string) => Buffer.from(name, 'utf16le')
const ole = (...names: string[]) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), ...names.map(wide), Buffer.alloc(9)])
const archive = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))
const heif = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, 'latin1')

const TAKEN: readonly [what: string, bytes: Uint8Array, name: string, type: string][] = [
  ['a PDF', bytesOfText('%PDF-1.7 …'), 'x.docx', 'application/pdf'],
  ['a PNG', PNG, 'x.txt', 'image/png'],
  ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'x', 'image/jpeg'],
  ['a WebP', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'), 'x', 'image/webp'],
  ['text', bytesOfText('Kassan stod still i två timmar.'), 'a.txt', 'text/plain'],
  ['text of an older Windows', Buffer.from('Försenad två gånger', 'latin1'), 'a.txt', 'text/plain'],
  ['text in two bytes a letter', Buffer.from('\ufeffFörsenad', 'utf16le'), 'a.txt', 'text/plain'],
  ['a table', bytesOfText('a;b\n1;2'), 'A.CSV', 'text/csv'],
  ['a mail', bytesOfText('Received: from x\r\nFrom: a@b.se\r\nSubject: hej\r\n\r\n<html>'), 'a', 'message/rfc822'],
  ['a mail of Outlook', ole('__properties_version1.0'), 'a.msg', 'application/vnd.ms-outlook'],
  [
    'a mail of Outlook that speaks of macros',
    ole('__properties_version1.0', 'Macros are off'),
    'a.msg',
    'application/vnd.ms-outlook',
  ],
  ['an older Word file', ole('WordDocument'), 'a.doc', 'application/msword'],
  ['an older Excel file', ole('Workbook'), 'a.xls', 'application/vnd.ms-excel'],
  [
    'a Word file',
    archive('[Content_Types].xml', 'word/document.xml'),
    'a',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    'an Excel file',
    archive('[Content_Types].xml', 'xl/workbook.xml'),
    'a',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
]

const REFUSED: readonly [what: string, bytes: Uint8Array, name: string, reason: string][] = [
  ['nothing', new Uint8Array(), 'a.txt', 'empty'],
  ['a picture of an iPhone', heif('heic'), 'a.jpg', 'heic'],
  ['several of them', heif('mif1'), 'a.jpg', 'heic'],
  ['a film', heif('mp42'), 'a.png', 'type'],
  ['SVG that says it is PNG', bytesOfText('<svg xmlns="x"><script/></svg>'), 'a.png', 'type'],
  ['a web page as text', bytesOfText('\n <!DOCTYPE html><p>'), 'a.txt', 'type'],
  ['XML', bytesOfText('<?xml version="1.0"?><a/>'), 'a.txt', 'type'],
  ['a script by its name', bytesOfText('alert(1)'), 'a.JS ', 'type'],
  ['a shortcut', bytesOfText('[InternetShortcut]\r\nURL=https://example.com'), 'a.txt', 'type'],
  ['a program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'a.txt', 'type'],
  ['an archive', archive('a.txt'), 'a.docx', 'type'],
  ['a presentation', archive('[Content_Types].xml', 'ppt/presentation.xml'), 'a', 'type'],
  [
    'a Word file with macros',
    archive('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
    'a.docx',
    'macros',
  ],
  ['an older Excel file with macros', ole('Workbook', '_VBA_PROJECT'), 'a.xls', 'macros'],
  ['an installer', ole('Property'), 'a.doc', 'type'],
]

describe('what a file is', () => {
  it.each(TAKEN)('takes %s by its content', (_, bytes, name, type) => {
    expect(kindOf(bytes, name)).toEqual({ ok: true, type })
  })

  it.each(REFUSED)('does not take %s', (_, bytes, name, reason) => {
    expect(kindOf(bytes, name)).toEqual({ ok: false, reason })
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.string(),
        fc.constantFrom(...TAKEN),
        (noise, name, [, start]) => {
          kindOf(noise, name)
          kindOf(new Uint8Array([...start.subarray(0, 24), ...noise]), name)
          pictureFacts(noise)
          pictureFacts(new Uint8Array([...start.subarray(0, 24), ...noise]))
        },
      ),
      runs(200),
    )
  })
})

const jpeg = Buffer.from('ffd8ffc0000b080102030401011100ffd9', 'hex')
const pngChunk = (kind: string, data: Buffer) => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length, 0)
  head.write(kind, 4, 'latin1')
  return Buffer.concat([head, data, Buffer.alloc(4)])
}
const webp = (...chunks: [kind: string, data: Buffer][]) =>
  Buffer.concat([
    Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'),
    ...chunks.map(([kind, data]) => {
      const head = Buffer.alloc(8)
      head.write(kind, 0, 'latin1')
      head.writeUInt32LE(data.length, 4)
      return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
    }),
  ])

describe('a place in a picture (F-41)', () => {
  const inPng = (kind: string, text: string) =>
    Buffer.concat([PNG.subarray(0, 33), pngChunk(kind, Buffer.from(text, 'latin1'))])
  it.each([
    ['the city in IPTC', withIptc(jpeg, 90, 'Lillby')],
    ['the street in IPTC', withIptc(jpeg, 92, 'Storgatan')],
    ['the country in IPTC', withIptc(jpeg, 101, 'Sverige')],
    ['the city in XMP', withXmp(jpeg, '<photoshop:City>Lillby</photoshop:City>')],
    ['the city as an attribute', withXmp(jpeg, '<rdf:li photoshop:City="Lillby"/>')],
    ['the street in XMP', withXmp(jpeg, '<Iptc4xmpCore:Location>Storgatan</Iptc4xmpCore:Location>')],
    ['where it was made', withXmp(jpeg, '<Iptc4xmpExt:CountryName>Sverige</Iptc4xmpExt:CountryName>')],
    ['coordinates in XMP', withXmp(jpeg, '<exif:GPSLatitude>59,18.0N</exif:GPSLatitude>')],
    ['XMP in a PNG', inPng('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${xmpWith('<photoshop:City>L</photoshop:City>')}`)],
    ['packed XMP in a PNG', inPng('iTXt', 'XML:com.adobe.xmp\0\x01\0\0\0x')],
    ['a profile in a PNG', inPng('zTXt', 'Raw profile type iptc\0\0x')],
    ['XMP in a WebP', webp(['XMP ', Buffer.from(xmpWith('<photoshop:State>Skåne</photoshop:State>'))])],
  ])('is found: %s', (_, bytes) => {
    expect(pictureFacts(bytes).hasPosition).toBe(true)
  })
  it.each([
    ['a headline in IPTC', withIptc(jpeg, 105, 'Kassan')],
    ['an empty city in IPTC', withIptc(jpeg, 90, '')],
    ['an empty city in XMP', withXmp(jpeg, '<photoshop:City> </photoshop:City>')],
    ['an empty attribute', withXmp(jpeg, '<rdf:li photoshop:City=""/>')],
    ['who made it', withXmp(jpeg, '<photoshop:Credit>City desk</photoshop:Credit>')],
    ['a title in a PNG', inPng('tEXt', 'Title\0City')],
  ])('is not seen where none is: %s', (_, bytes) => {
    expect(pictureFacts(bytes).hasPosition).toBe(false)
  })
})

describe('what a picture says of itself', () => {
  it.each([
    ['a JPEG', jpeg, { width: 0x0304, height: 0x0102, hasPosition: false }],
    ['a JPEG of a phone', withPosition(jpeg), { width: 0x0304, height: 0x0102, hasPosition: true }],
    ['a PNG', PNG, { width: 1, height: 1, hasPosition: false }],
    [
      'a PNG with a position',
      Buffer.concat([PNG.subarray(0, 33), pngChunk('eXIf', exifWithPosition().subarray(6))]),
      { width: 1, height: 1, hasPosition: true },
    ],
    [
      'a PNG with a position in words',
      Buffer.concat([PNG.subarray(0, 33), pngChunk('iTXt', Buffer.from('<x exif:GPSLatitude="59,20N"/>'))]),
      { width: 1, height: 1, hasPosition: true },
    ],
    [
      'a WebP',
      webp(['VP8X', Buffer.from('00000000' + '1f0300' + '570200', 'hex')], ['EXIF', exifWithPosition()]),
      { width: 0x320, height: 0x258, hasPosition: true },
    ],
  ] as const)('reads %s', (_, bytes, facts) => {
    expect(pictureFacts(bytes)).toEqual(facts)
  })
})

const worked = JSON.parse(readFileSync(new URL('../../cases/C1.json', import.meta.url), 'utf8')) as CaseFile
const text = bytesOfText('12:04 timeout')
const evidence = [listed('f1', 'log.txt', text), listed('f2', 'screen.png', PNG)]
const held = withFiles(worked, evidence)
const files = new Map(evidence.map(({ sha256 }, at) => [sha256, at === 0 ? text : PNG] as const))

const opened = (json: unknown) => {
  const result = openCaseFile(bytesOfText(JSON.stringify(json)))
  if (result.is !== 'case') throw new Error(JSON.stringify(result))
  return result.opened
}

describe('files inside a JSON file', () => {
  it('are written piece by piece, the page having its turn between, as they are written at once', async () => {
    const large = new Uint8Array(4_000_001).map((_, at) => at % 251)
    const all = new Map([...files, ['0'.repeat(64), large]])
    let turns = 0
    const blob = await caseFileBlob(held, all, async () => {
      turns += 1
    })
    expect(Buffer.from(await blob.arrayBuffer()).equals(caseFileBytes(held, all))).toBe(true)
    expect(turns).toBe(files.size + 3)
    const none = await caseFileBlob(held, new Map(), async () => {})
    expect(Buffer.from(await none.arrayBuffer()).equals(caseFileBytes(held))).toBe(true)
  })

  const parsed = () => JSON.parse(new TextDecoder().decode(caseFileBytes(held, files)))

  it('come back byte by byte, and the case is the same', () => {
    const { files: found, troubles, unchanged, file } = opened(parsed())
    expect([...found]).toEqual([...files])
    expect([troubles, unchanged, file.evidence]).toEqual([[], true, evidence])
  })

  it.each([
    ['one that is not base64', (all: Record<string, unknown>, sum: string) => ({ ...all, [sum]: '%%%' }), 'damaged'],
    ['one that is no text', (all: Record<string, unknown>, sum: string) => ({ ...all, [sum]: { a: 1 } }), 'damaged'],
    [
      'other bytes',
      (all: Record<string, unknown>, sum: string) => ({ ...all, [sum]: btoa('12:05 timeout') }),
      'damaged',
    ],
    ['nothing', ({ ...all }: Record<string, unknown>, sum: string) => ({ ...all, [sum]: undefined }), 'missing'],
    ['no files at all', () => null, 'missing'],
  ] as const)('with %s, names that file and opens the rest (F-17)', (_, change, is) => {
    const json = parsed()
    const [first] = evidence
    const { troubles, file } = opened({ ...json, files: change(json.files, first?.sha256 ?? '') })
    expect(troubles[0]).toEqual({ id: 'f1', name: 'log.txt', is })
    expect(file.answers).toEqual(readToday(held).answers)
  })

  it('is told as damaged where the size lies, and where a page says that it is a picture (F-17, F-20)', () => {
    const svg = bytesOfText('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    const lying = {
      ...listed('f1', 'a.txt', bytesOfText('x')),
      type: 'image/png',
      size: svg.length,
      sha256: '',
    }
    const disguised = { ...lying, sha256: listed('f', 'a', PNG).sha256 }
    const hidden = { ...held, evidence: [disguised, { ...evidence[0], id: 'f3', size: 3 }] }
    const { troubles, files: found } = opened({
      ...hidden,
      files: {
        [disguised.sha256]: btoa(String.fromCharCode(...svg)),
        [evidence[0]?.sha256 ?? '']: btoa('12:04 timeout'),
      },
    })
    expect(troubles.map(({ is }) => is)).toEqual(['damaged', 'damaged'])
    expect(found.size).toBe(0)
  })

  it('are not missed where they were left out', () => {
    const { troubles, files: found } = opened({ ...held, leftOut: evidence.map(({ id }) => leftOutFile(id)) })
    expect([troubles, found.size]).toEqual([[], 0])
  })
})

describe('the name under which a file leaves', () => {
  it.each([
    ['../../etc/passwd', 'text/plain', '01-etc-passwd.txt'],
    ['CON.txt', 'text/plain', '01-con.txt'],
    ['räkning ”juni”.PDF.exe', 'application/pdf', '01-rakning-juni-pdf.pdf'],
    ['\u202egnp.exe', 'image/png', '01-gnp.png'],
    ['', 'image/png', '01-file.png'],
  ])('is ours for %j', (name, type, ours) => {
    expect(evidenceName({ name, type }, 0)).toBe(ours)
  })
})
