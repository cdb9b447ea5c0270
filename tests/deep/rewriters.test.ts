import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AnnotationEditorType, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseFile } from '../../src/domain/case/caseFile.ts'
import { caseFileBytes } from '../../src/exchange/caseFileBytes.ts'
import { openCaseFile } from '../../src/exchange/importCase.ts'
import { readPdf } from '../../src/exchange/pdf/read/readPdf.ts'
import { bytesOfText, listed, PNG, withFiles } from '../support/aFile.ts'
import { pdfOf } from '../support/aPdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'rewriters-'))
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: 'latin1', stdio: ['ignore', 'pipe', 'pipe'] })
const ghostscript = (...more: string[]) =>
  run('gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', '-sOutputFile=out.pdf', ...more, 'case.pdf')

const worked = JSON.parse(readFileSync(new URL('../cases/C1-sv.json', import.meta.url), 'utf8')) as CaseFile
const contents = [bytesOfText('12:04 timeout\n'.repeat(500)), PNG, bytesOfText('%PDF-1.4\n% another document')]
const evidence = contents.map((bytes, at) => listed(`f${at}`, `bilaga ${at} åäö.txt`, bytes))
const file = withFiles(worked, evidence)
const source = caseFileBytes(file)
const files = new Map(evidence.map(({ sha256 }, at) => [sha256, contents[at] ?? PNG] as const))

beforeAll(async () => {
  writeFileSync(join(folder, 'case.pdf'), await pdfOf(source, file, 'sv', files))
  run('qpdf', '--empty', '--pages', 'case.pdf', '2', '--', 'other.pdf')
})

const script = fileURLToPath(new URL('engines/pdfLib.mjs', import.meta.url))
const pdfLib = (name: string, change: string) => run(process.execPath, script, name, change, 'case.pdf', 'out.pdf')

/** As the viewer in Firefox saves a file. */
async function savedByPdfJs(withNote = false) {
  const data = new Uint8Array(readFileSync(join(folder, 'case.pdf')))
  const document = await getDocument({ data, verbosity: 0 }).promise
  const note = {
    annotationType: AnnotationEditorType.FREETEXT,
    rect: [50, 700, 250, 730],
    rotation: 0,
    fontSize: 12,
    color: [200, 0, 0],
    value: 'Ring dem på måndag',
    pageIndex: 0,
  }
  if (withNote) document.annotationStorage.setValue('pdfjs_internal_editor_0', note)
  const saved = await document.saveDocument()
  expect(Buffer.from(saved).includes('/FreeText')).toBe(withNote)
  writeFileSync(join(folder, 'out.pdf'), saved)
}

const REWRITERS: readonly [string, () => unknown][] = [
  ['qpdf --linearize', () => run('qpdf', '--linearize', 'case.pdf', 'out.pdf')],
  ['qpdf with object streams', () => run('qpdf', '--object-streams=generate', 'case.pdf', 'out.pdf')],
  ['qpdf --qdf', () => run('qpdf', '--qdf', 'case.pdf', 'out.pdf')],
  ['qpdf, unpacked', () => run('qpdf', '--stream-data=uncompress', 'case.pdf', 'out.pdf')],
  ['Ghostscript', () => ghostscript()],
  ['Ghostscript for the screen', () => ghostscript('-dPDFSETTINGS=/screen')],
  ['Ghostscript for reading', () => ghostscript('-dPDFSETTINGS=/ebook')],
  ['Ghostscript for printing', () => ghostscript('-dPDFSETTINGS=/prepress')],
  ['Ghostscript as an older version', () => ghostscript('-dCompatibilityLevel=1.4')],
  ['qpdf --pages of the file itself', () => run('qpdf', 'case.pdf', '--pages', '.', '1', '--', 'out.pdf')],
  ['qpdf, merged behind', () => run('qpdf', 'case.pdf', '--pages', '.', 'other.pdf', '--', 'out.pdf')],
  ['qpdf --overlay', () => run('qpdf', 'case.pdf', '--overlay', 'other.pdf', '--repeat=1', '--', 'out.pdf')],
  ['qpdf --add-attachment', () => run('qpdf', 'case.pdf', '--add-attachment', 'other.pdf', '--', 'out.pdf')],
  ['pdfseparate', () => run('pdfseparate', '-f', '1', '-l', '1', 'case.pdf', 'out.pdf')],
  ['mutool clean -l', () => run('mutool', 'clean', '-l', 'case.pdf', 'out.pdf')],
  ['mutool clean -s', () => run('mutool', 'clean', '-s', 'case.pdf', 'out.pdf')],
  ['mutool clean -gggg', () => run('mutool', 'clean', '-gggg', 'case.pdf', 'out.pdf')],
  ...['pdf-lib', '@cantoo/pdf-lib'].flatMap((name) =>
    ['save', 'unpacked', 'changed'].map((change): [string, () => unknown] => [
      `${name}, ${change}`,
      () => pdfLib(name, change),
    ]),
  ),
  ['pdf.js', () => savedByPdfJs()],
  ['pdf.js, with a note as Firefox writes it', () => savedByPdfJs(true)],
  ['mutool clean', () => run('mutool', 'clean', 'case.pdf', 'out.pdf')],
  ['mutool clean -z -a', () => run('mutool', 'clean', '-z', '-a', 'case.pdf', 'out.pdf')],
  ['mutool clean -d', () => run('mutool', 'clean', '-d', 'case.pdf', 'out.pdf')],
]

const out = () => new Uint8Array(readFileSync(join(folder, 'out.pdf')))
const rewritten = () => readPdf(out())

describe('a PDF that other programs have rewritten', () => {
  it.each(REWRITERS)('gives the case and its files to the byte after %s', async (_, rewrite) => {
    await rewrite()
    const result = rewritten()
    expect(result.ok && Buffer.compare(result.embedded.main, source)).toBe(0)
    expect(result.ok && result.embedded.whole).toBe(true)
    const opened = openCaseFile(out())
    expect(opened.is === 'case' && opened.opened.troubles).toEqual([])
    expect(opened.is === 'case' && [...opened.opened.files]).toEqual([...files])
  })

  it('gives the case and its files, and says that they are not listed, after mutool clean of one page', () => {
    run('mutool', 'clean', 'case.pdf', 'out.pdf', '1')
    const opened = openCaseFile(out())
    expect(opened).toMatchObject({ opened: { unchanged: true, rescued: false, removed: true, troubles: [] } })
  })

  it.each<[string, () => unknown]>([
    ['pdftocairo', () => run('pdftocairo', '-pdf', 'case.pdf', 'out.pdf')],
    ['qpdf --empty --pages', () => run('qpdf', '--empty', '--pages', 'case.pdf', '--', 'out.pdf')],
    ['pdf-lib, copied', () => pdfLib('pdf-lib', 'copied')],
    ['mutool merge', () => run('mutool', 'merge', '-o', 'out.pdf', 'case.pdf')],
    ['mutool convert', () => run('mutool', 'convert', '-o', 'out.pdf', 'case.pdf')],
  ])('says that the case is not in it after %s, which makes a new document', (_, rewrite) => {
    rewrite()
    expect(rewritten()).toEqual({ ok: false, reason: 'isPdf' })
  })

  it.each([
    ['AES-256', ['--encrypt', '', 'owner', '256', '--']],
    ['AES-128', ['--encrypt', '', 'owner', '128', '--use-aes=y', '--']],
    ['RC4', ['--allow-weak-crypto', '--encrypt', '', 'owner', '128', '--use-aes=n', '--']],
  ])('gives the case and its files where only changing it takes a password, %s (F-36)', (_, how) => {
    run('qpdf', ...how, 'case.pdf', 'out.pdf')
    const opened = openCaseFile(out())
    expect(opened).toMatchObject({
      opened: { unchanged: true, rescued: false, removed: false, troubles: [] },
    })
    expect(opened.is === 'case' && [...opened.opened.files]).toEqual([...files])
  })

  it('says that it is locked after qpdf --encrypt', () => {
    run('qpdf', '--encrypt', 'a', 'b', '256', '--', 'case.pdf', 'out.pdf')
    expect(rewritten()).toEqual({ ok: false, reason: 'pdfPassword' })
  })
})

describe('the PDF, as other programs see it', () => {
  it('has no fault that qpdf finds', () => {
    expect(run('qpdf', '--check', 'case.pdf')).toContain('No syntax or stream encoding errors found')
  })

  it('is tagged, has its title, and lists every embedded file', () => {
    expect(run('pdfinfo', 'case.pdf')).toMatch(/Tagged:\s+yes/)
    const list = run('pdfdetach', '-list', 'case.pdf')
    for (const name of ['case.json', '01-bilaga-0-aao.txt', '03-bilaga-2-aao.pdf']) expect(list).toContain(name)
  })

  it('has every font embedded, cut, and with its letters known', () => {
    const fonts = run('pdffonts', 'case.pdf').split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) expect(font).toMatch(/yes yes yes/)
  })

  it('gives its text in the order in which it is read', () => {
    const text = run('pdftotext', '-enc', 'UTF-8', 'case.pdf', '-')
    const inUtf8 = Buffer.from(text, 'latin1').toString('utf8')
    expect(inUtf8.indexOf('Det kunden vill')).toBeLessThan(inUtf8.indexOf('Löften och leveranser'))
    expect(inUtf8).toContain('Lagersaldo från ERP var 5:e minut')
  })
})
