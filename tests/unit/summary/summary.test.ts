import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { addressOf, setAnswer } from '../../../src/domain/case/address.ts'
import { type Case, newCase } from '../../../src/domain/case/case.ts'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { readCaseFile } from '../../../src/domain/case/readCaseFile.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { receivedReplies, withReply, withSaid } from '../../../src/domain/reply/received.ts'
import { reportOfFile } from '../../../src/domain/report/report.ts'
import { buildSheet, openQuestions } from '../../../src/domain/report/sheet.ts'
import { writePdf } from '../../../src/exchange/pdf/writePdf.ts'
import { sha256 } from '../../../src/exchange/sha256.ts'
import { createWords } from '../../../src/i18n/i18n.ts'
import { openQuestionText } from '../../../src/i18n/sheetWords.ts'
import { wordsOf } from '../../../src/i18n/wordsOf.ts'
import { printed } from '../../../src/summary/blocks.ts'
import { summaryOf } from '../../../src/summary/summary.ts'
import { textsIn } from '../../../src/summary/text.ts'
import { aCase } from '../../support/aCase.ts'
import { caseFileOfCase } from '../../support/aCaseFile.ts'
import { documentOf } from '../../support/aPdf.ts'
import { aQuestion, aReply } from '../../support/aReply.ts'

const AS_OF = '2026-11-24'
const words = await wordsOf(await createWords('en'), 'en')

const worked = ((): CaseFile => {
  const read = readCaseFile(JSON.parse(readFileSync('tests/cases/C1.json', 'utf8')))
  if (!read.ok) throw new Error('C1')
  return read.file
})()

/** The worked case with some answers changed. */
const changed = (answers: Readonly<Record<string, unknown>>): Case => ({
  ...newCase(worked.caseId, worked.language),
  answers: Object.entries(answers).reduce(
    (all, [address, value]) => setAnswer(all, addressOf(address), value),
    worked.answers,
  ),
})

function summary(current: Case, reader: 'accountManager' | 'partner' = 'accountManager') {
  const file = caseFileOfCase(current, AS_OF)
  const sheet = buildSheet(reportOfFile(interview, file))
  const origin = { caseCode: 'ABCD', revision: 1, checksum: null }
  return summaryOf({ sheet, interview, words, language: 'en', reader, onScreen: false, ...origin })
}
const front = (...given: Parameters<typeof summary>) => [...textsIn(summary(...given).front)]

describe('what the guide says to the reader', () => {
  const headings = (madeOn: string | null) => {
    const sheet = buildSheet(reportOfFile(interview, caseFileOfCase(changed({}), AS_OF)))
    const origin = { caseCode: 'ABCD', revision: 1, checksum: null, madeOn }
    const said = { sheet, interview, words, language: 'en', reader: 'accountManager', onScreen: false } as const
    return [...textsIn(summaryOf({ ...said, ...origin }).behind)]
  }

  it('is what it told the customer on that day alone; another day is counted from the file', () => {
    const told = 'This is what the guide told the customer'
    for (const day of [null, AS_OF]) expect(headings(day)).toContain(told)
    expect(headings('2026-10-20')).not.toContain(told)
    expect(headings('2026-10-20')).toContain(
      'What the guide says as of 24 November 2026, based on the file from 20 October 2026',
    )
  })
})

describe('the first page', () => {
  const saidOf = (row: object, answers = {}) =>
    front(
      aCase(answers, { 'partner.log': [{ date: '2026-11-02', from: 'merchant', concernStated: 'yes' }, row] }),
    ).join('')
  const theirs = (row: object) => saidOf({ date: '2026-11-04', from: 'partner', ...row })

  it('says what kind of answer it was: an absence is no promise, and a plan without a date no plan', () => {
    expect(theirs({ answer: 'plan', promised: '2026-11-20' })).toContain('(a plan with a date: 20 Nov)')
    expect(theirs({ answer: 'plan' })).toContain('(no clear answer)')
    const away = { answer: 'auto', autoSays: 'away' }
    expect(theirs({ ...away, promised: '2026-11-20' })).toContain('(automatic reply, away until 20 Nov)')
    expect(theirs(away)).toContain('(automatic reply, away)')
    expect(theirs({ answer: 'auto', autoSays: 'left' })).toContain('(automatic reply, the person has left)')
  })

  it('ends a sentence that the customer has ended without a full stop', () => {
    const cannot = { 'partner.told': 'cannot', 'partner.whyNot': 'Bankrupt since 16 November' }
    const said = front(aCase(cannot, { 'examples.items': [{ title: 'Orders' }] })).join('')
    expect(said).toContain('The customer cannot raise this with the partner: Bankrupt since 16 November.')
  })

  it('says nothing of what is missing where the customer says that it is solved', () => {
    const rows = { 'scope.deliverables': [{ title: 'Search', promised: '2026-10-01', status: 'missing' }] } as const
    const lateOf = (answers: object) => front(aCase({ 'scope.concern': 'unmet', ...answers }, rows)).join('')
    expect(lateOf({})).toContain('not delivered')
    expect(lateOf({ 'partner.solvedOn': '2026-10-02' })).not.toContain('not delivered')
    expect(lateOf({ 'partner.solvedOn': '2026-10-02' })).toContain('The longest delay was 1 day')
  })

  it('names the change request of the day that counts, whichever move was written last', () => {
    const move = (date: string, changeRequest: string) => ({ date, agreed: 'yes', toldOn: null, changeRequest })
    const moves = [move('2026-12-01', 'CR-2'), move('2026-11-15', 'CR-1')]
    const text = front(changed({ 'scope.deliverables.S-1.moves': moves })).join('')
    expect(text).toContain('CR-2')
    expect(text).not.toContain('CR-1')
  })

  it('says of what was agreed by word of mouth that it was', () => {
    const said = (agreedIn: string) => front(changed({ 'scope.deliverables.S-1.agreedIn': agreedIn })).join('')
    expect(said('spoken')).toContain('(Verbally only')
    expect(said('contract')).not.toContain('In the contract')
  })

  it('begins with the emergency, and with the case number at Adobe Support', () => {
    const urgent = { 'about.urgent': 'down', 'about.urgentCase': 'E-100234' }
    expect(front(changed(urgent))[0]).toMatch(/^Urgent: .*E-100234$/)
    expect(front(changed({ 'about.urgent': 'none' })).join('\n')).not.toContain('Urgent')
    // What is urgent is between the customer and Adobe.
    expect(front(changed(urgent), 'partner').join('\n')).not.toMatch(/Urgent|E-100234/)
  })

  it('draws the date that must not be missed, inside the axis, and only if there is one', () => {
    const limitOf = (current: Case) =>
      [...printed(summary(current).front)].flatMap((block) => (block.is === 'drawing' ? [block.drawing.limit] : []))
    const [limit] = limitOf(changed({ 'request.hardDate': '2027-06-30' }))
    expect(limit?.label).toBe('30 Jun: fixed deadline')
    expect(limit?.at).toBeGreaterThan(0.5)
    expect(limit?.at).toBeLessThanOrEqual(1)
    expect(limitOf(changed({ 'request.hardDate': null }))).toEqual([null])
  })

  it('says how many questions from Adobe a revision answers, and answers them first behind it', () => {
    const current = changed({})
    const questions = [
      aQuestion(current, 'q1', 'request.ask', 'Until when?'),
      aQuestion(current, 'q2', null, 'Whom may we call?'),
    ]
    const reply = aReply(current, { questions })
    const placed = withReply(current, { reply, raw: reply }, AS_OF, sha256)
    if (!placed.ok) throw new Error(placed.reason)
    expect(front(placed.next).join('\n')).not.toContain('This revision answers')
    const [received] = receivedReplies(placed.next.replies)
    if (received === undefined) throw new Error('there is no reply')
    const replies = withSaid(placed.next.replies, received.reply.replyId, 'q2', 'Åsa, on 070-123 45 67.')
    const answered = { ...placed.next, replies }
    expect(front(answered)).toContain(
      'This revision answers 1 of 2 questions from Adobe. The answers come first on the following pages.',
    )
    const behind = [...textsIn(summary(answered).behind)]
    expect(behind.indexOf('Åsa, on 070-123 45 67.')).toBeLessThan(8)
  })
})

describe('what has not been answered', () => {
  it('stands once for each question, with rows in a row as one range', () => {
    const rows = (levels: readonly (string | null)[]) => levels.map((effect) => ({ title: 'Orders', effect }))
    const current = aCase({}, { 'examples.items': rows([null, null, null, 'stops', null]) } as never)
    const report = reportOfFile(interview, caseFileOfCase(current, AS_OF))
    const texts = openQuestions(report.notAnswered).map((open) => openQuestionText(words, open))
    const effect = texts.filter((text) => text.endsWith('(E1–E3, E5)'))
    expect(effect).toHaveLength(1)
    expect(new Set(texts).size).toBe(texts.length)
  })
})

describe('behind the first page', () => {
  it('bookmarks lead to the rows, folded below their parts', async () => {
    const pdf = await writePdf(await documentOf(worked, 'en'), [])
    type Outline = readonly { title: string; dest: unknown; items: Outline }[]
    const outline: Outline = await (await getDocument({ data: pdf.slice(), verbosity: 0 }).promise).getOutline()
    const examples = outline
      .flatMap(({ items }) => items)
      .find(({ items }) => items.some(({ title }) => /^E1 /.test(title)))
    expect(examples?.items.map(({ title }) => title.slice(0, 2)).toSorted()).toEqual(['E1', 'E2', 'E3'])
    for (const { title, dest } of [...outline, ...(examples?.items ?? [])]) {
      expect([...title].length).toBeLessThanOrEqual(62)
      expect(dest).not.toBeNull()
    }
  })

  it('a row that runs over a page is named again on top of the next', async () => {
    // A title is no pattern.
    const long = {
      'examples.items.E-1.title': 'Price is $$ at $&',
      'examples.items.E-1.actual': 'Nothing came. '.repeat(800),
    }
    const file = caseFileOfCase(changed(long), AS_OF)
    const pdf = await writePdf(await documentOf(file, 'en'), [])
    const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
    const tops: string[] = []
    for (let number = 2; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      tops.push(
        items
          .map((item) => ('str' in item ? item.str : ''))
          .join('')
          .slice(0, 90),
      )
    }
    expect(tops.filter((top) => top.startsWith('E1 Price is $$ at $& (continued)')).length).toBeGreaterThan(0)
  })
})
