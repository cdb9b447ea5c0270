import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { cleanText } from '../../../src/domain/case/cleanText.ts'
import { readCaseFile } from '../../../src/domain/case/readCaseFile.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { MESSAGE_KINDS } from '../../../src/domain/messages/message.ts'
import { defaultChoice, messageOf } from '../../../src/domain/messages/messages.ts'
import { remindersOf } from '../../../src/domain/reminders/reminders.ts'
import { calendarFile } from '../../../src/exchange/calendar/calendarFile.ts'
import { caseFileBytes } from '../../../src/exchange/caseFileBytes.ts'
import { handOverMail } from '../../../src/exchange/coverEmail.ts'
import { fileNameOf } from '../../../src/exchange/fileName.ts'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { createWords } from '../../../src/i18n/i18n.ts'
import { messageText, reminderTitle } from '../../../src/i18n/messageWords.ts'
import { wordsOf } from '../../../src/i18n/wordsOf.ts'
import { mailAddress } from '../../../src/merchant/messages/mailAddress.ts'
import { GUIDE, pdfOf } from '../../support/aPdf.ts'
import { BREAKERS, hostileCases, marksIn, TEXT_FIELDS, TYPED_FIELDS } from '../../support/everyText.ts'

const worked = JSON.parse(readFileSync(new URL('../../cases/C1.json', import.meta.url), 'utf8')) as CaseFile

const opened = (bytes: Uint8Array): CaseFile => {
  const result = openCaseFile(bytes)
  if (result.is !== 'case') throw new Error(JSON.stringify(result))
  return result.opened.file
}
/** As the product has them: read at the door, where no text comes in that it would not keep. */
const cases = Object.entries(hostileCases(worked)).map(([name, file]) => [name, opened(caseFileBytes(file))] as const)
const words = await wordsOf(await createWords('sv'), 'sv')

const KEPT = cleanText(BREAKERS)
/** What templates of ours must not take for theirs. */
const UNCHANGED = BREAKERS.slice(BREAKERS.indexOf('{{date}}'), BREAKERS.indexOf(' javascript:'))
const without = (text: string, blank: RegExp) => text.replace(blank, '')

describe('text that breaks other formats, in every field', () => {
  it('has a case for every field of the interview, so that a new one cannot be forgotten (X-01)', () => {
    const shown = new Set(cases.flatMap(([, file]) => marksIn(file)))
    const missing = [...TEXT_FIELDS, ...TYPED_FIELDS].filter(({ mark }) => !shown.has(mark))
    expect(missing.map(({ path }) => path)).toEqual([])
    expect(TEXT_FIELDS.length).toBeGreaterThan(40)
  })

  it.each(cases)(
    'is all on the pages of our PDF, as text and as nothing else: %s (X-01, X-04)',
    async (_, file) => {
      const source = caseFileBytes(file)
      const pdf = await pdfOf(source, file, 'sv')
      expect(opened(pdf)).toEqual(file)
      const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
      let drawn = ''
      for (let number = 1; number <= document.numPages; number += 1) {
        const page = await document.getPage(number)
        const { items } = await page.getTextContent()
        drawn += items.map((item) => ('str' in item ? item.str : '')).join('')
        // One link leads to where the file is opened; none comes from what somebody wrote.
        const links = (await page.getAnnotations()).map(({ unsafeUrl }) => unsafeUrl)
        expect(links).toEqual(number === 1 ? [GUIDE] : [])
      }
      const together = without(drawn, /\s/g)
      expect(marksIn(file).filter((mark) => !together.includes(mark))).toEqual([])
      expect(together).toContain('<imgsrc=xonerror=alert(1)><script>alert(2)</script></textarea></title>')
      expect(together).toContain(without(UNCHANGED, / /g))
      expect(await document.getJSActions()).toBeNull()
      expect(await document.hasJSActions()).toBe(false)
      const { info, metadata } = await document.getMetadata()
      const title = (info as { Title: string }).Title
      expect(title.startsWith('Sammanfattning: ')).toBe(true)
      // The description of the document is XML, in which the title is one text.
      expect(metadata?.get('dc:title')).toBe(title)
      await document.destroy()
    },
    30_000,
  )

  it.each(cases)('is sentences in a message, and never another part of its address: %s (X-01, X-09)', (name, file) => {
    const visible = visibleAnswers(interview, file.answers)
    const messages = MESSAGE_KINDS.map((kind) => {
      const choice = { ...defaultChoice(kind, visible, file.asOf), withImpact: true, withAdobe: true }
      return messageText(words, messageOf(kind, visible, choice, file.asOf))
    })
    const mails = [...messages, handOverMail(words, file, 'case.pdf', 'https://guide.example/')]
    for (const { subject, body } of mails) {
      expect(subject).not.toMatch(/[\r\n]/)
      if (/F\d{3}F/.test(body)) expect(body).toContain(UNCHANGED)
      // Short enough for an address, and with everything that could end its parts.
      const address = mailAddress(subject.slice(0, 90), body.slice(-260)) ?? ''
      expect(address).toMatch(/^mailto:\?subject=[^&?#\s<>"]*&body=[^&?#\s<>"]*$/)
      expect(/subject=([^&]*)/.exec(address)?.[1]).not.toMatch(/%0[AD]/i)
      expect([...new URL(address).searchParams.keys()]).toEqual(['subject', 'body'])
    }
    expect(mails.some(({ body }) => body.includes(KEPT.slice(0, 40)))).toBe(name !== 'every day and number')
  })

  it('is the title of a day in a calendar, and begins no line of its own there (X-01)', () => {
    const [, file] = cases[0] ?? []
    if (file === undefined) throw new Error('there is no case')
    const reminders = remindersOf(visibleAnswers(interview, file.answers), file.asOf)
    expect(reminders.length).toBeGreaterThan(1)
    const days = reminders.map((reminder, at) => ({
      uid: `day-${at}`,
      date: reminder.date,
      title: reminderTitle(words, reminder, file.answers),
      description: '',
    }))
    const read = new ICAL.Component(ICAL.parse(calendarFile(days, 0)))
    expect(read.getAllSubcomponents().map(({ name }) => name)).toEqual(days.map(() => 'vevent'))
    for (const [at, component] of read.getAllSubcomponents('vevent').entries()) {
      // One reminder of ours each, and none that somebody wrote.
      expect(component.getAllSubcomponents().map(({ name }) => name)).toEqual(['valarm'])
      expect(new ICAL.Event(component).summary).toBe(days[at]?.title.replace('\t', ''))
    }
    expect(days.some(({ title }) => title.includes(KEPT.slice(-40)))).toBe(true)
  })

  it('leaves nothing in the name of a file but letters and digits (X-01)', () => {
    for (const [, file] of cases) expect(fileNameOf(file, 'pdf')).toMatch(/^case-[a-z0-9-]{1,45}-2026-11-23-r1\.pdf$/)
  })

  it('is read back as it was kept, in every field (X-01)', () => {
    for (const [, file] of cases) {
      const again = readCaseFile(JSON.parse(new TextDecoder().decode(caseFileBytes(file))))
      expect(again.ok && again.file.answers).toEqual(file.answers)
      expect(JSON.stringify(file.answers)).not.toMatch(/[\ufffe\uffff]/)
    }
  })
})
