import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { readPdf } from '../../../src/exchange/pdf/read/readPdf.ts'
import { pdfOf } from '../../support/aPdf.ts'
import protectedPdfs from '../../support/protectedPdfs.json' with { type: 'json' }
import { runs } from '../../support/runs.ts'

const source = new Uint8Array(readFileSync(new URL('../../cases/C4-sv.json', import.meta.url)))
let pdf: Uint8Array
beforeAll(async () => {
  const result = openCaseFile(source)
  if (result.is !== 'case') throw new Error(JSON.stringify(result))
  pdf = await pdfOf(source, result.opened.file, 'sv')
})

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff)
const join = (...parts: readonly (string | Uint8Array)[]) => {
  const bytes = parts.map((part) => (typeof part === 'string' ? latin(part) : part))
  const out = new Uint8Array(bytes.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of bytes) {
    out.set(part, at)
    at += part.length
  }
  return out
}
const reasonOf = (bytes: Uint8Array) => {
  const result = readPdf(bytes)
  return result.ok ? 'ok' : result.reason
}

const stream = (number: number, dictionary: string, data: Uint8Array) =>
  join(`${number} 0 obj\n<< ${dictionary} /Length ${data.length} >>\nstream\n`, data, '\nendstream\nendobj\n')

/** A PDF of one's own that embeds one file, with what a test puts around it. */
const carrying = (file: Uint8Array, more = '') =>
  join(
    '%PDF-1.7\n',
    '1 0 obj\n<< /Type /Catalog /Names << /EmbeddedFiles << /Names [(case.json) 2 0 R] >> >> >>\nendobj\n',
    '2 0 obj\n<< /Type /Filespec /UF (case.json) /EF << /F 3 0 R >> >>\nendobj\n',
    file,
    more,
    'trailer\n<< /Root 1 0 R >>\n%%EOF\n',
  )

describe('a PDF that came a long way', () => {
  it('opens with something before and after it', () => {
    const result = readPdf(join('junk from a gateway\n', pdf, '\n-- \nsent from my phone\n'))
    expect(result.ok && [...result.embedded.main]).toEqual([...source])
  })

  it('gives the case although its table of contents is wrong', () => {
    const text = new TextDecoder('latin1').decode(pdf)
    const result = readPdf(latin(text.replace(/startxref\s+\d+/, 'startxref\n0')))
    expect(result.ok && [...result.embedded.main]).toEqual([...source])
  })

  it('gives the case from its beginning, and says that it was rescued', () => {
    for (const share of [0.3, 0.5, 0.9]) {
      const result = openCaseFile(pdf.slice(0, Math.floor(pdf.length * share)))
      expect(result.is === 'case' && result.opened.rescued).toBe(true)
      expect(result.is === 'case' && result.opened.unchanged).toBe(true)
    }
  })

  it('holds what was appended last, as an update does', () => {
    const changed = join(stream(3, '/Type /EmbeddedFile', latin('{"a":1}')), stream(3, '', latin('{"b":2}')))
    const result = readPdf(carrying(changed))
    expect(result.ok && new TextDecoder().decode(result.embedded.main)).toBe('{"b":2}')
  })

  it('F-35 says of a case that was taken out of the list of attachments that it was, and calls nothing damaged', () => {
    const text = new TextDecoder('latin1').decode(pdf)
    const [, number, catalogue = ''] =
      /\n(\d+) 0 obj\n(<<(?:(?!endobj)[\s\S])*\/Type \/Catalog(?:(?!endobj)[\s\S])*>>)\nendobj/.exec(text) ?? []
    const without = catalogue.replace(/\/Names \d+ 0 R/, '').replace(/\/AF (?:\[[^\]]*\]|\d+ 0 R)/, '')
    expect(without.length).toBeLessThan(catalogue.length - 10)
    const update = `\n${number} 0 obj\n${without}\nendobj\ntrailer\n<< /Root ${number} 0 R >>\n%%EOF\n`
    const result = openCaseFile(join(pdf, update))
    expect(result).toMatchObject({ is: 'case', opened: { rescued: false, removed: true, unchanged: true } })
    // Cut off behind that, it is a file that was cut off.
    const cut = openCaseFile(join(pdf, update).slice(0, pdf.length - 3_000))
    expect(cut).toMatchObject({ is: 'case', opened: { rescued: true, removed: false } })
    expect(openCaseFile(pdf)).toMatchObject({ opened: { rescued: false, removed: false } })
  })

  it('does not take objects in the content of an embedded file for its own', () => {
    const inner = latin('{"text":"3 0 obj << /Type /EmbeddedFile >> stream x endstream endobj 2 0 obj null endobj"}')
    const result = readPdf(carrying(stream(3, '/Type /EmbeddedFile', inner)))
    expect(result.ok && [...result.embedded.main]).toEqual([...inner])
  })
})

describe('a PDF that another program has protected', () => {
  const PASSWORD = 'a password to read it'
  const made = Object.entries(protectedPdfs).map(([how, text]) => [how, Buffer.from(text, 'base64')] as const)

  it.each(made.filter(([how]) => how !== PASSWORD))(
    'F-36 is read where it takes no password to be read: %s',
    (_, bytes) => {
      const result = openCaseFile(new Uint8Array(bytes))
      expect(result).toMatchObject({
        is: 'reply',
        read: { reply: { note: 'Återkommer på måndag.' } },
      })
    },
  )

  it('F-36 says that it is locked where it takes one, or cannot be understood', () => {
    for (const [how, bytes] of made) {
      if (how === PASSWORD) expect(reasonOf(new Uint8Array(bytes))).toBe('pdfPassword')
      const text = bytes.toString('latin1')
      // Another key, another handler, another version: nobody guesses.
      for (const broken of [
        text.replace(/\/O <../, '/O <00'),
        text.replace('/Filter /Standard', '/Filter /Anothers'),
        text.replace(/\/R \d/, '/R 9'),
        text.replace(/\/P -?\d+/, '/P 0'),
      ].filter((each) => each !== text && how.startsWith('RC4')))
        expect(reasonOf(latin(broken)), how).toBe('pdfPassword')
    }
  })

  it('F-36 never throws, whatever is changed in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...made),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
          minLength: 1,
          maxLength: 5,
        }),
        ([, original], changes) => {
          const bytes = new Uint8Array(original)
          for (const [share, byte] of changes) bytes[Math.floor(share * (bytes.length - 1))] = byte
          expect(() => openCaseFile(bytes)).not.toThrow()
        },
      ),
      runs(200),
    )
  })
})

describe('a PDF that is not what it should be', () => {
  it('says that the case is not in it', () => {
    expect(reasonOf(latin('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF'))).toBe(
      'isPdf',
    )
    expect(reasonOf(latin('%PDF-1.4'))).toBe('isPdf')
  })

  it('says that it is locked', () => {
    expect(reasonOf(join(pdf, '\ntrailer\n<< /Root 1 0 R /Encrypt 9 0 R >>\n'))).toBe('pdfPassword')
  })

  it('asks rather than chooses where there are two cases', () => {
    const two = join(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Names << /EmbeddedFiles << /Names [(case.json) 2 0 R (case.json) 4 0 R] >> >> >>\nendobj\n',
      '2 0 obj\n<< /UF (case.json) /EF << /F 3 0 R >> >>\nendobj\n4 0 obj\n<< /UF (case.json) /EF << /F 5 0 R >> >>\nendobj\n',
      stream(3, '', latin('{"a":1}')),
      stream(5, '', latin('{"b":1}')),
      'trailer\n<< /Root 1 0 R >>\n%%EOF',
    )
    expect(reasonOf(two)).toBe('twoCases')
  })

  it('takes nothing that is called otherwise', () => {
    const other = new TextDecoder('latin1')
      .decode(carrying(stream(3, '', latin('{}'))))
      .replaceAll('case.json', 'evil.json')
    expect(reasonOf(latin(other))).toBe('isPdf')
  })

  it.each<[string, () => Uint8Array]>([
    [
      'a small file that unpacks into gigabytes',
      () => carrying(stream(3, '/Filter /FlateDecode', new Uint8Array(deflateSync(new Uint8Array(64 * 1024 * 1024))))),
    ],
    [
      'bombs in bombs',
      () => {
        const inner = deflateSync(deflateSync(new Uint8Array(64 * 1024 * 1024)))
        return carrying(stream(3, '/Filter [/FlateDecode /FlateDecode]', new Uint8Array(inner)))
      },
    ],
    [
      'letters that each stand for four zeros',
      () => {
        const zeros = deflateSync(new Uint8Array(19 * 1024 * 1024).fill(0x7a))
        return carrying(stream(3, '/Filter [/FlateDecode /ASCII85Decode]', new Uint8Array(zeros)))
      },
    ],
    ['a thousand filters', () => carrying(stream(3, `/Filter [${'/FlateDecode '.repeat(1000)}]`, latin('x')))],
    [
      'brackets a hundred thousand deep',
      () => carrying(stream(3, '', latin('{}')), `9 0 obj\n${'['.repeat(100_000)}\nendobj\n`),
    ],
    ['a flood of small trailers', () => carrying(stream(3, '', latin('{}')), 'trailer<<>>'.repeat(300_000))],
    ['a flood of trailers', () => carrying(stream(3, '', latin('{}')), 'trailer<<('.repeat(200_000))],
    [
      'half a million objects',
      () =>
        carrying(
          stream(3, '', latin('{}')),
          Array.from({ length: 500_000 }, (_, at) => `${at + 10} 0 obj\nnull\nendobj\n`).join(''),
        ),
    ],
  ])(
    'stops at %s (F-18)',
    (_, make) => {
      const bytes = make()
      expect(reasonOf(bytes)).toBe('tooComplex')
    },
    30_000,
  )

  it('looks once at a file that goes by a thousand names', () => {
    const names = Array.from(
      { length: 1_500 },
      (_, at) => `${at + 4} 0 obj\n<< /UF (case.json) /EF << /F 3 0 R >> >>\nendobj\n`,
    )
    const bytes = join('%PDF-1.7\n', ...names, stream(3, '', new Uint8Array(1_000_000)), '%%EOF\n')
    expect(reasonOf(bytes)).toBe('ok')
  })

  it('takes no row of pixels that is longer than all there is', () => {
    const row = '/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 20000000 >>'
    expect(reasonOf(carrying(stream(3, row, new Uint8Array(deflateSync(latin('{}'))))))).toBe('pdfDamaged')
  })

  it('does not follow a tree of names that bites its tail', () => {
    const loop = latin(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>\nendobj\n2 0 obj\n<< /Kids [2 0 R 3 0 R] >>\nendobj\n3 0 obj\n<< /Kids [2 0 R] >>\nendobj\n4 0 obj\n4 0 R\nendobj\ntrailer\n<< /Root 1 0 R /Info 4 0 R >>\n%%EOF',
    )
    expect(reasonOf(loop)).toBe('isPdf')
  })

  it('never throws, and never gives other bytes without saying so, whatever is changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat(), byte: fc.nat({ max: 255 }) }), { minLength: 1, maxLength: 40 }),
        fc.option(fc.nat()),
        (changes, cut) => {
          const bytes = pdf.slice()
          for (const { at, byte } of changes) bytes[at % bytes.length] = byte
          const given = cut === null ? bytes : bytes.slice(0, cut % bytes.length)
          const result = openCaseFile(given)
          if (result.is !== 'case' || result.opened.rescued || !result.opened.unchanged) return
          expect(result.opened.file).toEqual((openCaseFile(source) as { opened: { file: unknown } }).opened.file)
        },
      ),
      runs(400),
    )
  })
})
