import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { handOverMail } from '../../../src/exchange/coverEmail.ts'
import { createWords } from '../../../src/i18n/i18n.ts'
import { wordsOf } from '../../../src/i18n/wordsOf.ts'

const worked = JSON.parse(readFileSync(new URL('../../cases/C1.json', import.meta.url), 'utf8')) as CaseFile
const words = await wordsOf(await createWords('en'), 'en')
const ADDRESS = 'https://guide.example/'

describe('the mail that goes with a file', () => {
  it('says what is asked for before it says what the file is', () => {
    const { body } = handOverMail(words, worked, 'case.pdf', ADDRESS)
    const places = [worked.answers.request.ask, worked.answers.request.summary, 'case.pdf', ADDRESS].map((said) =>
      body.indexOf(String(said)),
    )
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('quotes nothing of a file that is locked', () => {
    const { subject, body } = handOverMail(words, null, 'case.pdf', ADDRESS)
    for (const said of [worked.answers.about.company, worked.answers.about.partnerCompany, worked.answers.request.ask])
      expect(`${subject} ${body}`).not.toContain(String(said))
  })
})
