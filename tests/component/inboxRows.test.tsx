// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { csvRows } from '../../src/account/inbox/CsvButton.tsx'
import { EFFECTS } from '../../src/domain/areas/examples/schema.ts'
import { setAnswer } from '../../src/domain/case/address.ts'
import { readCaseFile } from '../../src/domain/case/readCaseFile.ts'
import { inboxOf } from '../../src/domain/inbox/inbox.ts'
import { receivedCase } from '../../src/domain/inbox/receivedCase.ts'
import { interview } from '../../src/domain/interview/interview.ts'
import { VERDICTS } from '../../src/domain/reply/reply.ts'
import { CSV_STYLES, csvFile } from '../../src/exchange/inbox/csv.ts'
import { readIn } from '../../src/exchange/inbox/readIn.ts'
import { writeZip } from '../../src/exchange/zip/writeZip.ts'
import { createWords } from '../../src/i18n/i18n.ts'
import type { Language } from '../../src/i18n/languages.ts'
import { wordsOf } from '../../src/i18n/wordsOf.ts'

/** A worked case with other answers, as the list shows it. */
function received(name: string, answers: Readonly<Record<string, unknown>> = {}, asOf?: string) {
  const read = readCaseFile(JSON.parse(readFileSync(`tests/cases/${name}.json`, 'utf8')))
  if (!read.ok) throw new Error(name)
  let file = { ...read.file, asOf: asOf ?? read.file.asOf }
  for (const [path, value] of Object.entries(answers)) file = { ...file, answers: setAnswer(file.answers, path, value) }
  return receivedCase(interview, { file, digest: file.digest, unchanged: true, rescued: false }, `${name}.pdf`)
}
const spoken = async (language: Language) => wordsOf(await createWords(language, 'account'), language)

/** The table that is downloaded, with its one case by the names of the columns. */
async function inTable(of: ReturnType<typeof received>, { today = '2026-11-24', language = 'sv' as Language } = {}) {
  const [heads = [], cells = []] = csvRows(await spoken(language), inboxOf([of], [], today))
  expect(cells).toHaveLength(heads.length)
  return Object.fromEntries(heads.map((head, at) => [head, cells[at]]))
}

/** Handed over on 23 November; the partner has until 25 November. */
const waiting = received(
  'V2',
  { 'partner.log.P-1.date': '2026-11-20', 'partner.log.P-1.answerBy': '2026-11-25' },
  '2026-11-23',
)

describe('a received case in the table', () => {
  it('says that it is an emergency, and which, unless it says that nothing is urgent', async () => {
    const down = received('C1', { 'about.urgent': 'down' })
    expect(down.urgent).toBe('down')
    expect(await inTable(down)).toMatchObject({ Akut: 'Akut: butiken ligger nere' })
    expect(await inTable(down, { language: 'en' })).toMatchObject({ Emergency: 'Emergency: store down' })
    expect(await inTable(received('C1', { 'about.urgent': 'none' }))).toMatchObject({ Akut: '' })
    expect(await inTable(received('C1'))).toMatchObject({ Akut: '' })
  })

  it('says what is asked for in a line, by when, which customer it is at Adobe, and that the file was rescued', async () => {
    const ask = `Ett möte den här veckan ${'om ordrarna '.repeat(40)}`
    const given = received('C1', {
      'request.ask': ask,
      'request.by': '2026-12-01',
      'request.hardDate': '2026-12-15',
      'about.customerNumber': '=10442',
      'about.adobeProject': 'prj-7',
      'about.adobeContact': 'Karin Ek',
    })
    const shown = await inTable({ ...given, rescued: true })
    expect(shown).toMatchObject({
      'Nästa datum': '2026-12-01',
      'Vad datumet är': 'önskat datum',
      Avtalsnummer: '=10442',
      'Projekt-id': 'prj-7',
      'Kontakt hos Adobe': 'Karin Ek',
      'Obesvarade frågor': 0,
      'Om filen': 'räddat ur skadad fil',
    })
    expect(shown['Vad kunden vill']).toMatch(/^Ett möte den här veckan om .* …$/)
    expect(String(shown['Vad kunden vill']).length).toBeLessThanOrEqual(302)
    expect(csvFile([[shown.Avtalsnummer ?? null]], CSV_STYLES.sv)).toContain(`"'=10442"`)
    expect(await inTable(received('C1', { 'about.adobeContact': { unknown: true } }))).toMatchObject({
      'Kontakt hos Adobe': null,
      Avtalsnummer: null,
      'Om filen': '',
    })
  })

  it('says that it was rescued from a file that is cut off, and nothing of the kind of a whole one', async () => {
    const bytes = new Uint8Array(readFileSync('tests/cases/C1.json'))
    const zip = writeZip(
      [
        { name: 'case.json', bytes, isPacked: true },
        { name: 'README.txt', bytes: new Uint8Array(500), isPacked: false },
      ],
      Date.UTC(2026, 10, 24, 12),
    )
    const rescuedFrom = async (length: number) => {
      const read = await readIn(new File([zip.slice(0, length)], 'case.zip'))
      return read.is === 'case' ? read.summary.rescued : read
    }
    expect(await rescuedFrom(zip.length)).toBe(false)
    expect(await rescuedFrom(zip.length - 100)).toBe(true)
  })

  it('says what is asked for in English to who reads English, and what was chosen where nothing was written', async () => {
    const both = received('C1-sv', { 'request.askEnglish': 'A meeting this week' })
    expect((await inTable(both, { language: 'en' }))['What is asked for']).toBe('A meeting this week')
    expect((await inTable(both))['Vad kunden vill']).toBe(both.ask)
    const chosen = received('C1', { 'request.ask': null, 'request.wants': ['meeting', 'datedPlan'] })
    expect((await inTable(chosen))['Vad kunden vill']).toBe(
      'Ett möte mellan alla tre och en plan med datum från partnern',
    )
  })

  it.each([
    ['sv', /\b(?:oss|vi|vår|vårt|våra)\b/i],
    ['en', /\b(?:us|we|our)\b/i],
  ] as const)('names whoever it speaks of, in %s', async (language, us) => {
    const words = await spoken(language)
    const cases = EFFECTS.map((effect, at) => ({ ...received('C1'), caseId: `c${at}`, effect }))
    const verdicts = [...VERDICTS, null]
    const many = verdicts.flatMap((verdict) => {
      const reply = { replyId: 'r', caseId: 'c0', revision: 1, writtenOn: '2026-11-24', nextWordBy: null, questions: 1 }
      return csvRows(words, inboxOf(cases, [{ ...reply, verdict }], '2026-11-24'))
    })
    expect(many.flat().filter((cell) => us.test(String(cell)))).toEqual([])
    expect(many.flat()).toContain('Adobe')
  })

  it('says on each day what is true then of the day that the partner has', async () => {
    const { 'Läge i filen': before } = await inTable(waiting, { today: '2026-11-25' })
    const { 'Läge i filen': after } = await inTable(waiting, { today: '2026-12-20' })
    expect(before).toBe('Partnern har till och med 25 nov. 2026 på sig')
    expect(after).toBe('Partnern hade till och med 25 nov. 2026 på sig')
    const { 'Status in the file': english } = await inTable(waiting, { today: '2026-12-20', language: 'en' })
    expect(english).toBe('Partner had until 25 Nov 2026 to answer')
    const planned = { ...waiting, next: 'FOLLOW_PLAN', until: '2026-11-14' } as const
    expect((await inTable(planned))['Läge i filen']).toBe('Partnerns plan gällde till och med 14 nov. 2026')
    const later = { ...waiting, next: 'NOT_DUE', until: '2026-12-01' } as const
    expect((await inTable(later))['Läge i filen']).toBe('Ska vara klart först 1 dec. 2026')
    // Kept before a step had a day.
    expect((await inTable({ ...waiting, until: null }))['Läge i filen']).toBe('Väntar på partnern')
  })
})
