import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openCaseFile } from '../../src/exchange/openCase.ts'
import { readPdf } from '../../src/exchange/pdf/read/readPdf.ts'
import { writePdf } from '../../src/exchange/pdf/writePdf.ts'
import { caseAttachment, documentOf } from '../support/aPdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'rewriters-'))
const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { cwd: folder, encoding: 'latin1', stdio: ['ignore', 'pipe', 'pipe'] })
const ghostscript = (...more: string[]) =>
  run('gs', '-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', '-sOutputFile=out.pdf', ...more, 'case.pdf')

const source = new Uint8Array(readFileSync(new URL('../cases/C1-sv.json', import.meta.url)))

beforeAll(async () => {
  const result = openCaseFile(source)
  if (!result.ok) throw new Error(result.error.reason)
  const pdf = await writePdf(await documentOf(result.opened.file, 'sv'), [caseAttachment(source)])
  writeFileSync(join(folder, 'case.pdf'), pdf)
})

const REWRITERS: readonly [string, () => unknown][] = [
  ['qpdf --linearize', () => run('qpdf', '--linearize', 'case.pdf', 'out.pdf')],
  ['qpdf with object streams', () => run('qpdf', '--object-streams=generate', 'case.pdf', 'out.pdf')],
  ['qpdf --qdf', () => run('qpdf', '--qdf', 'case.pdf', 'out.pdf')],
  ['qpdf, unpacked', () => run('qpdf', '--stream-data=uncompress', 'case.pdf', 'out.pdf')],
  ['Ghostscript', () => ghostscript()],
  ['Ghostscript for the screen', () => ghostscript('-dPDFSETTINGS=/screen')],
  ['mutool clean', () => run('mutool', 'clean', 'case.pdf', 'out.pdf')],
  ['mutool clean -z -a', () => run('mutool', 'clean', '-z', '-a', 'case.pdf', 'out.pdf')],
  ['mutool clean -d', () => run('mutool', 'clean', '-d', 'case.pdf', 'out.pdf')],
]

const rewritten = () => readPdf(new Uint8Array(readFileSync(join(folder, 'out.pdf'))))

describe('a PDF that other programs have rewritten', () => {
  it.each(REWRITERS)('gives the case to the byte after %s', (_, rewrite) => {
    rewrite()
    const result = rewritten()
    expect(result.ok && Buffer.compare(result.embedded.main, source)).toBe(0)
    expect(result.ok && result.embedded.whole).toBe(true)
  })

  it.each<[string, () => unknown]>([
    ['pdftocairo', () => run('pdftocairo', '-pdf', 'case.pdf', 'out.pdf')],
    ['qpdf --empty --pages', () => run('qpdf', '--empty', '--pages', 'case.pdf', '--', 'out.pdf')],
  ])('says that the case is not in it after %s, which makes a new document', (_, rewrite) => {
    rewrite()
    expect(rewritten()).toEqual({ ok: false, reason: 'isPdf' })
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

  it('is tagged, has its title, and lists one embedded file', () => {
    expect(run('pdfinfo', 'case.pdf')).toMatch(/Tagged:\s+yes/)
    expect(run('pdfdetach', '-list', 'case.pdf')).toContain('case.json')
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
