import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assess } from '../../../src/domain/assessment/assess.ts'
import { caseFileOf, copyContent } from '../../../src/domain/case/writeCaseFile.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { caseFileBytes, isAsMeant } from '../../../src/exchange/caseFileBytes.ts'
import { fileNameOf, plainName, replyFileName } from '../../../src/exchange/fileName.ts'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { sha256 } from '../../../src/exchange/sha256.ts'
import { aCase } from '../../support/aCase.ts'
import { aReply } from '../../support/aReply.ts'

const fileOf = (company: string | null, purpose: 'copy' | 'handover' = 'handover') => {
  const current = aCase(company === null ? {} : { 'about.company': company })
  const assessment = assess(visibleAnswers(interview, current.answers), '2026-11-24', 'sv')
  return caseFileOf({ ...current, revision: 2 }, purpose, copyContent(current), { assessment }, sha256)
}

describe('the name of a file', () => {
  it('says company, day and revision', () => {
    expect(fileNameOf(fileOf('Nordfjäll Friluft AB'), 'json')).toBe('case-nordfjall-friluft-ab-2026-11-24-r2.json')
    expect(fileNameOf(fileOf('Åsa & Öberg', 'copy'), 'json')).toBe('copy-asa-oberg-2026-11-24-r2.json')
    expect(fileNameOf(fileOf(null), 'json')).toBe('case-case-1-2026-11-24-r2.json')
    expect(plainName('Søren Østergård Łódź')).toBe('soren-ostergard-lodz')
  })

  it('has the code of the case instead of a company without Latin letters, so that two of them differ', () => {
    expect(fileNameOf({ ...fileOf('Магазин'), caseId: '2f9a01bc-1' }, 'pdf')).toBe('case-2f9a01bc-2026-11-24-r2.pdf')
    const reply = aReply({ id: '77c0ffee-2' }, {})
    expect(replyFileName(reply, 'متجر', 'pdf')).toMatch(/^reply-77c0ffee-2/)
  })

  it('is safe on every system, whatever the company is called (X-10)', () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom(
        'CON',
        'nul.txt',
        'LPT1',
        '../../x',
        '..\\x',
        'C:\\x',
        '.htaccess',
        'a.',
        'a ',
        'a\u202Egpj.exe',
        '😀',
        ' ',
        '',
        'å'.repeat(400),
      ),
    )
    fc.assert(
      fc.property(names, (company) => {
        const name = fileNameOf(fileOf(company), 'json')
        expect(name).toMatch(/^case-([a-z0-9]+(-[a-z0-9]+)*-)?2026-11-24-r2\.json$/)
        expect(name.length).toBeLessThan(80)
      }),
    )
  })
})

describe('reading back what is offered', () => {
  it('accepts the very file, and none in which a byte has changed its meaning', () => {
    const file = fileOf('Nordfjäll Friluft AB')
    const whole = caseFileBytes(file)
    const readsBack = (bytes: Uint8Array) => {
      const result = openCaseFile(bytes)
      return result.is === 'case' && isAsMeant(result.opened, file)
    }
    expect(readsBack(whole)).toBe(true)
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = whole.slice()
      damaged[at] = damaged[at] === 0x58 ? 0x59 : 0x58
      expect(readsBack(damaged), `byte ${at}`).toBe(false)
    }
    expect(readsBack(whole.slice(0, -10))).toBe(false)
    expect(readsBack(new Uint8Array())).toBe(false)
  })

  it('takes the same SHA-256 as everybody else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
      }),
    )
  })
})
