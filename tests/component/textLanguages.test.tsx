// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { act, render } from '@testing-library/react'
import type { i18n } from 'i18next'
import { I18nextProvider } from 'react-i18next'
import { expect, it } from 'vitest'
import { csvRows } from '../../src/account/inbox/CsvButton.tsx'
import { readCaseFile } from '../../src/domain/case/readCaseFile.ts'
import { inboxOf } from '../../src/domain/inbox/inbox.ts'
import { receivedCase, replySummary } from '../../src/domain/inbox/receivedCase.ts'
import { interview } from '../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../src/domain/interview/visibleAnswers.ts'
import { MESSAGE_KINDS } from '../../src/domain/messages/message.ts'
import { defaultChoice, messageOf } from '../../src/domain/messages/messages.ts'
import { remindersOf } from '../../src/domain/reminders/reminders.ts'
import { filledChecklist } from '../../src/domain/report/checklist.ts'
import { reportOfFile } from '../../src/domain/report/report.ts'
import { buildSheet } from '../../src/domain/report/sheet.ts'
import { calendarFile } from '../../src/exchange/calendar/calendarFile.ts'
import { handOverMail } from '../../src/exchange/coverEmail.ts'
import { CSV_STYLES, csvFile } from '../../src/exchange/inbox/csv.ts'
import { briefForColleagues, questionToPartner, textForCustomer } from '../../src/exchange/managerTexts.ts'
import { coverDocument } from '../../src/exchange/pdf/coverDocument.ts'
import { replyDocument } from '../../src/exchange/pdf/replyDocument.ts'
import { sheetDocument } from '../../src/exchange/pdf/sheetDocument.ts'
import { supportCase } from '../../src/exchange/supportCase.ts'
import { caseArchive } from '../../src/exchange/zip/caseArchive.ts'
import { InLanguage } from '../../src/i18n/InLanguage.tsx'
import { createWords } from '../../src/i18n/i18n.ts'
import type { Language } from '../../src/i18n/languages.ts'
import { messageText, reminderTitle } from '../../src/i18n/messageWords.ts'
import { type Words, wordsIn } from '../../src/i18n/useWords.ts'
import { useWordsIn, wordsOf } from '../../src/i18n/wordsOf.ts'
import { ChecklistPaper } from '../../src/paper/ChecklistPaper.tsx'
import { memoryStorage } from '../../src/platform/memoryStorage.ts'
import { newId } from '../../src/platform/newId.ts'
import { browserPreferences } from '../../src/platform/preferences.ts'
import { receivedFiles } from '../../src/platform/receivedStore.ts'
import { LocalizedSheet } from '../../src/screen/LocalizedSheet.tsx'
import { ServicesProvider } from '../../src/store/session.tsx'
import { GUIDE } from '../support/aPdf.ts'
import { aReply } from '../support/aReply.ts'

const NOW = Date.UTC(2026, 10, 24, 12)
const TODAY = '2026-11-24'
const BOTH: readonly Language[] = ['sv', 'en']
const PAIRS = BOTH.flatMap((page) => BOTH.map((text) => ({ page, text })))

const cases = ['C1', 'C4-sv', 'V2', 'V20'].map((name) => {
  const read = readCaseFile(JSON.parse(readFileSync(`tests/cases/${name}.json`, 'utf8')))
  if (!read.ok) throw new Error(name)
  const { file } = read
  const visible = visibleAnswers(interview, file.answers)
  const sheet = buildSheet(reportOfFile(interview, file))
  return { file, visible, sheet }
})

/** Every text that goes out in a language that somebody chooses. */
const textsIn = (words: Words): readonly string[] =>
  cases.flatMap(({ file, visible, sheet }) => {
    const reply = aReply({ id: file.caseId }, { verdict: 'needMore', reason: 'scope', nextWordBy: '2026-12-04' })
    const from = { words, file, sheet }
    const document = (reader: 'accountManager' | 'partner') =>
      sheetDocument({
        ...{ sheet, interview, words, reader, language: file.language, madeAt: NOW },
        ...{ caseCode: 'ABCD', revision: 1, checksum: 'abcd', opensAt: reader === 'accountManager' ? GUIDE : null },
      })
    const days = remindersOf(visible, file.asOf).map((reminder, at) => {
      const title = reminderTitle(words, reminder, file.answers)
      return { uid: `${at}`, date: reminder.date, title, description: '' }
    })
    const received = receivedCase(interview, { file, digest: file.digest, unchanged: true, rescued: false }, 'case.pdf')
    const inbox = csvRows(words, inboxOf([received], [replySummary(reply)], TODAY))
    const messages = MESSAGE_KINDS.map((kind) => {
      const choice = { ...defaultChoice(kind, visible, file.asOf), withImpact: true, withAdobe: true }
      return messageText(words, messageOf(kind, visible, choice, file.asOf))
    })
    const archive = caseArchive({ file, files: new Map(), pdf: new Uint8Array(), inWords: [words], opensAt: GUIDE })
    return [
      document('accountManager'),
      document('partner'),
      coverDocument(words, GUIDE, NOW),
      replyDocument(reply, { company: 'Vadtorp', words, opensAt: GUIDE, now: NOW }),
      handOverMail(words, file, 'case.pdf', 'https://guide.example/'),
      handOverMail(words, null, 'case.pdf', 'https://guide.example/'),
      messages,
      textForCustomer(from, reply, 'reply.pdf'),
      briefForColleagues(from, reply),
      questionToPartner(from, '2026-12-02'),
      supportCase(from),
      calendarFile(days, NOW),
      csvFile(inbox, CSV_STYLES.sv),
      archive.map(({ bytes }) => new TextDecoder().decode(bytes)),
    ].map((text) => JSON.stringify(text))
  })

const keysBelow = (words: object, path: string): readonly string[] =>
  Object.entries(words).flatMap(([name, inner]) =>
    typeof inner === 'string' ? [`${path}${name}`] : keysBelow(inner, `${path}${name}.`),
  )
/** What a text shows that is made of keys or has a place that was not filled. */
function faultsIn(texts: readonly string[], words: i18n): readonly string[] {
  const keys = new Set(Object.values(words.store.data.sv ?? {}).flatMap((all) => keysBelow(Object(all), '')))
  const seen = texts.flatMap((text) => text.match(/\b[a-z]\w*(?:\.\w+)+|\{\{\w+/gi) ?? [])
  return seen.filter((each) => each.startsWith('{{') || keys.has(each))
}

/** As a session of one language alone says it. */
async function alone(language: Language): Promise<readonly string[]> {
  const words = await createWords(language, 'account')
  return textsIn(wordsIn(words, words.t, language))
}

it.each(PAIRS)(
  'X-20 a $page page says each text in $text, the first time and the second',
  async (pair) => {
    const words = await createWords(pair.page)
    const said = await alone(pair.text)
    for (const _ of ['first', 'second']) {
      const texts = textsIn(await wordsOf(words, pair.text))
      expect(texts).toEqual(said)
      expect(faultsIn(texts, words)).toEqual([])
    }
    // What was changed at another place of the page does not turn them.
    await words.changeLanguage(pair.page === 'sv' ? 'en' : 'sv')
    expect(textsIn(await wordsOf(words, pair.text))).toEqual(said)
  },
  30_000,
)

it('X-20 words that cannot be had are an error, and never their keys', async () => {
  await expect(wordsOf(await createWords('sv'), 'xx')).rejects.toThrow('no words in xx')
})

const services = {
  interview: async () => interview,
  storage: { ...memoryStorage(), keeps: true },
  clock: { today: () => TODAY, now: () => NOW },
  newId,
  preferences: browserPreferences(),
  received: async () => receivedFiles(),
}
function Mail({ language }: { language: Language }) {
  const words = useWordsIn(language)
  return <p>{words === null ? '' : words.translate('handOver:email.body', { name: 'a', address: 'b' })}</p>
}

it.each(PAIRS)(
  'X-20 a $page page shows in $text what is drawn a second time',
  async ({ page, text }) => {
    const words = await createWords(page, 'account')
    const [first] = cases
    if (first === undefined) throw new Error('there is no case')
    const { file, visible, sheet } = first
    const drawn = async (from: i18n) => {
      const shown = await act(async () =>
        render(
          <I18nextProvider i18n={from}>
            <ServicesProvider services={services}>
              <Mail language={text} />
              <InLanguage language={text}>
                <ChecklistPaper checklist={filledChecklist(visible, TODAY)} caseCode="ABCD" language={file.language} />
                <LocalizedSheet
                  sheet={sheet}
                  interview={interview}
                  language={file.language}
                  origin={{ caseCode: 'ABCD', revision: 1, checksum: null }}
                  source={async () => null}
                />
              </InLanguage>
            </ServicesProvider>
          </I18nextProvider>,
        ),
      )
      const { container } = shown
      expect(faultsIn([container.textContent ?? ''], from)).toEqual([])
      // The answers of the sheet come while it is read, some now and some then; the paper is there at once.
      const said = [...container.querySelectorAll('p, .paper, h2')].map(({ textContent }) => textContent)
      shown.unmount()
      return said.slice(0, 20)
    }
    const said = await drawn(await createWords(text, 'account'))
    await drawn(words)
    expect(await drawn(words)).toEqual(said)
  },
  30_000,
)
