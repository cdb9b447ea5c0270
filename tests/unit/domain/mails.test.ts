import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCase } from '../../support/aCase.ts'
import { proposalsIn } from '../../support/mails.ts'

const READER = { language: 'sv', today: '2026-11-25' } as const

const { answers } = aCase(
  {
    'about.company': 'Nordfjäll Friluft AB',
    'about.name': 'Anna Ek',
    'about.email': 'anna@nordfjall.example',
    'about.partnerCompany': 'Kvistbro Digital AB',
    'about.partnerPeople': [{ name: 'Bo Lind', role: 'projektledare' }],
  },
  {
    'scope.deliverables': [
      { title: 'Kassa med kortbetalning', reference: 'Avsnitt 4.2' },
      { title: 'Lagersaldo per butik', reference: 'Avsnitt 4.3' },
    ],
  },
)
const all = (...lines: string[]) => proposalsIn(lines.join('\n'), answers, READER)
const mail = (...lines: string[]) => all(...lines)[0]?.row

describe('a pasted mail', () => {
  it('gives day, sender, receiver and subject out of Swedish headers, and the mail that it quotes as one of its own', () => {
    expect(
      all(
        'Från: Bo Lind <bo.lind@kvistbro.example>',
        'Skickat: den 12 november 2026 10:15',
        'Till: Anna Ek <anna@nordfjall.example>',
        'Ämne: SV: Lagersaldo',
        '',
        'Hej Anna!',
        'Vi räknar med att det är klart den 20 december.',
        '',
        'Mvh',
        'Bo Lind',
        'Kvistbro Digital, 070-123 45 67',
        '',
        'Från: Anna Ek',
        'Skickat: den 11 november',
        'Till: Bo Lind',
        'Ämne: Lagersaldo',
        'Saldot visar fortfarande fel. När är det klart?',
      ).map(({ row }) => row),
    ).toEqual([
      {
        ...{ channel: 'email', date: '2026-11-11', from: 'merchant', person: 'Bo Lind', reference: 'Lagersaldo' },
        text: 'Saldot visar fortfarande fel. När är det klart?',
        ...{ about: ['row-2'], concernStated: 'yes', answerBy: null, answer: null, autoSays: null, promised: null },
      },
      {
        ...{ channel: 'email', date: '2026-11-12', from: 'partner', person: 'Bo Lind', reference: 'SV: Lagersaldo' },
        text: 'Vi räknar med att det är klart den 20 december.',
        ...{ about: ['row-2'], concernStated: null, answerBy: null, autoSays: null },
        ...{ answer: 'plan', promised: '2026-12-20' },
      },
    ])
  })

  it.each([
    ['Thu, 12 Nov 2026 10:15:00 +0100', '2026-11-12'],
    ['Thursday, November 12, 2026 10:15 AM', '2026-11-12'],
    ['12 November 2026 at 10:15', '2026-11-12'],
    ['torsdag 12 november 2026 kl. 10:15', '2026-11-12'],
    ['2026-11-12 10:15', '2026-11-12'],
    ['2026-11-12T10:15:00Z', '2026-11-12'],
    ['den 12 november 2026 10:15', '2026-11-12'],
    ['någon gång i höstas', { typed: 'någon gång i höstas' }],
  ])('reads %s', (sent, date) => {
    expect(mail(`Sent: ${sent}`, 'From: x@y.example', '', 'Text')?.date).toEqual(date)
  })

  it.each([
    ['Anna Ek <anna@nordfjall.example>', 'merchant'],
    ['support@nordfjall.example', 'merchant'],
    ['"Bo Lind" <bo@elsewhere.example>', 'partner'],
    ['info@kvistbro.example', 'partner'],
    ['Licensing <noreply@adobe.com>', 'other'],
    ['somebody@example.com', null],
  ])('knows whose mail it is from %s', (sender, from) => {
    expect(mail(`From: ${sender}`, 'Subject: x', '', 'Text')?.from).toBe(from)
  })

  it('is text alone where it has no headers', () => {
    expect(mail('Vi väntar fortfarande på svar.')).toMatchObject({
      date: null,
      from: null,
      text: 'Vi väntar fortfarande på svar.',
    })
  })

  it('is cut where a sentence ends and said to go on, and keeps the sentence with the promise', () => {
    const text = mail(
      'From: bo@kvistbro.example',
      'Sent: 2026-11-12',
      '',
      'En mening som är lagom lång. '.repeat(30),
      'Vi levererar kassan den 4 december.',
    )?.text
    expect(text).toMatch(/lång\. …\nVi levererar kassan den 4 december\. …$/)
    expect(text?.length).toBeLessThan(700)
  })

  it('never throws, whatever is pasted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void all(text)))
  })
})

const QUOTES: readonly (readonly [program: string, lines: readonly string[], sent: string | null])[] = [
  [
    'Outlook',
    [
      '________________________________',
      'Från: Bo Lind <bo@kvistbro.example>',
      'Skickat: den 9 november 2026 08:00',
      'Till: Anna Ek',
      'Ämne: Kassan',
      '',
    ],
    '2026-11-09',
  ],
  [
    'Outlook in English',
    [
      'From: Lind, Bo <bo@kvistbro.example>',
      'Sent: Monday, November 9, 2026 8:00 AM',
      'To: Ek, Anna',
      'Cc: x@kvistbro.example',
      'Subject: Kassan',
      '',
    ],
    '2026-11-09',
  ],
  [
    'Outlook of old',
    [
      '-----Ursprungligt meddelande-----',
      'Från: Bo Lind [mailto:bo@kvistbro.example]',
      'Skickat: den 9 november 2026 08:00',
      'Ämne: Kassan',
      '',
    ],
    '2026-11-09',
  ],
  [
    'Outlook on a Mac',
    ['Från: Bo Lind <bo@kvistbro.example>', 'Datum: måndag, 9 november 2026 08:00', 'Till: Anna', 'Ämne: Kassan', ''],
    '2026-11-09',
  ],
  ['Gmail', ['Den mån 9 nov. 2026 kl 08:00 skrev Bo Lind <bo@kvistbro.example>:', ''], '2026-11-09'],
  ['Gmail in English', ['On Mon, Nov 9, 2026 at 8:00 AM Bo Lind <bo@kvistbro.example>', 'wrote:', ''], '2026-11-09'],
  ['Apple Mail', ['9 nov. 2026 kl. 08:00 skrev Bo Lind <bo@kvistbro.example>:', ''], '2026-11-09'],
  ['Apple Mail in English', ['On 9 Nov 2026, at 08:00, Bo Lind <bo@kvistbro.example> wrote:', ''], '2026-11-09'],
  ['Thunderbird', ['Den 2026-11-09 kl. 08:00, skrev Bo Lind:', ''], '2026-11-09'],
  [
    'a mail that is sent on',
    [
      '---------- Forwarded message ---------',
      'From: Bo Lind <bo@kvistbro.example>',
      'Date: Mon, 9 Nov 2026 at 08:00',
      'Subject: Kassan',
      'To: Anna <anna@nordfjall.example>',
      '',
    ],
    '2026-11-09',
  ],
]

describe('a quoted mail', () => {
  const head = [
    'Från: Anna Ek <anna@nordfjall.example>',
    'Skickat: den 10 november 2026',
    'Till: Bo Lind',
    'Ämne: SV: Kassan',
    '',
  ]
  it.each(QUOTES.flatMap((each) => [['', ...each] as const, ['> ', ...each] as const]))(
    'is a row of its own, after "%s" by %s',
    (mark, _, lines, sent) => {
      // Only the quoted text has marks where the line above it has none.
      const isField = /^(?:Från|From|-|_)/.test(lines[0] ?? '')
      const quoted = [...lines.map((line) => (isField ? mark + line : line)), `${mark}Vi tittar på kassan.`]
      const found = all(...head, 'Kassan kraschar fortfarande.', '', ...quoted)
      expect(found.map(({ row }) => [row.date, row.from, row.text])).toEqual([
        [sent, 'partner', 'Vi tittar på kassan.'],
        ['2026-11-10', 'merchant', 'Kassan kraschar fortfarande.'],
      ])
    },
  )

  it('is told from the answers that stand between its lines', () => {
    const found = all(
      ...head,
      'Svar nedan.',
      'Den mån 9 nov. 2026 kl 08:00 skrev Bo Lind <bo@kvistbro.example>:',
      '> Vilken vecka passar er?',
      'Vecka 50.',
      '> Vem testar hos er?',
      'Det gör jag.',
    )
    expect(found.map(({ row }) => row.text)).toEqual([
      'Vilken vecka passar er?\nVem testar hos er?',
      'Svar nedan.\nVecka 50.\nDet gör jag.',
    ])
  })

  it('that is there twice, or stands in the log already, is one row', () => {
    const one = [...head, 'Kassan kraschar fortfarande på mobil.']
    expect(all(...one, '', ...one)).toHaveLength(1)
    const logged = aCase(
      {},
      { 'partner.log': [{ date: '2026-11-10', from: 'merchant', text: 'Kassan kraschar fortfarande på mobil.' }] },
    ).answers
    expect(proposalsIn(one.join('\n'), logged, READER).map(({ leftOut }) => leftOut)).toEqual(['known'])
  })
})

describe('what the partner writes', () => {
  const from = (text: string, day = '2026-11-10') =>
    mail('From: bo@kvistbro.example', `Sent: ${day}`, 'Subject: x', '', text)
  it.each([
    ['Vi levererar den 20 november.', 'plan', '2026-11-20'],
    ['Det ska vara klart till fredag.', 'plan', '2026-11-13'],
    ['Vi räknar med att gå live i slutet av nästa vecka.', 'plan', '2026-11-20'],
    ['Kassan blir klar i december.', 'plan', '2026-12'],
    ['We plan the release in week 47.', 'plan', '2026-11-20'],
    ['The fix goes to production on 11/14/2026.', 'plan', '2026-11-14'],
    ['Kassan är nu driftsatt.', 'done', null],
    ['Det här ingår inte i offerten.', 'refused', null],
    ['That is not part of the agreed scope.', 'refused', null],
    // A delay with a new day is a plan, and a refusal without one.
    ['Vi kommer inte att leverera i tid. Listorna blir klara den 20 december.', 'plan', '2026-12-20'],
    ['Vi kommer inte att åtgärda det.', 'refused', null],
    ['We deploy v2 to staging.', null, null],
    ['Det blir klart nästa fredag.', 'plan', '2026-11-20'],
    ['Vi behöver en export från er först.', 'asks', null],
    ['Could you send us the file?', 'asks', null],
    ['Vi återkommer när vi vet mer.', 'unclear', null],
    ['We are looking into it.', 'unclear', null],
    ['Trevlig helg!', null, null],
    // A day that has been is no promise, and neither are a section and a question.
    ['Vi levererade den 2 november.', null, null],
    ['Se avsnitt 4.12 om vad som ska vara klart.', null, null],
    ['Passar det att vi ses på fredag?', null, null],
  ])('"%s" is %s, %s', (text, answer, promised) => {
    expect(from(text)).toMatchObject({ answer, promised })
  })

  it('is said to be done only where it is plain what is', () => {
    const text = 'We have fixed the checkout, please test.'
    // Two deliverables, and neither is named.
    expect(from(text)).toMatchObject({ answer: null })
    const { answers: one } = aCase({}, { 'scope.deliverables': [{ title: 'Kassa' }] })
    const [only] = proposalsIn(`From: bo@kvistbro.example\nSent: 2026-11-10\n\n${text}`, one, READER)
    expect(only?.entry.byPartner.answer).toEqual({ what: 'done', sentence: text })
  })

  it('is about what the sentence with the promise names, whatever else the mail mentions', () => {
    const found = mail(
      'From: bo@kvistbro.example',
      'Sent: 2026-11-10',
      'Subject: SV: Lagersaldo',
      '',
      'Lagersaldot tittar vi på. Kassan levererar vi den 20 november.',
    )
    expect(found).toMatchObject({ about: ['row-1'], answer: 'plan', promised: '2026-11-20' })
  })

  it('is an automatic answer where its subject says so, with the last day away', () => {
    const found = mail(
      'From: bo@kvistbro.example',
      'Sent: 2026-11-10',
      'Subject: Autosvar: Kassan',
      '',
      'Jag är på semester och åter den 23 november.',
    )
    expect(found).toMatchObject({ answer: 'auto', autoSays: 'away', promised: '2026-11-22' })
  })
})

describe('what we write', () => {
  const ours = (text: string) => mail('From: anna@nordfjall.example', 'Sent: 2026-11-10', 'Subject: x', '', text)
  it.each([
    ['Kassan fungerar fortfarande inte. Svara senast den 17 november.', 'yes', '2026-11-17'],
    ['The checkout is still broken, please reply by November 20.', 'yes', '2026-11-20'],
    ['Tack för ett bra möte i går!', 'no', null],
    ['Vi ses på fredag.', 'no', null],
  ])('"%s" says what is wrong: %s, and wants an answer by %s', (text, concernStated, answerBy) => {
    expect(ours(text)).toMatchObject({ concernStated, answerBy })
  })

  it.each([
    ['Kassan tar inte emot kort.', ['row-1']],
    ['I avsnitt 4.3 står det något annat.', ['row-2']],
    ['Både kassan och lagersaldot är fel.', ['row-1', 'row-2']],
    ['Vi ses på fredag.', null],
  ])('"%s" is about %j', (text, about) => {
    expect(ours(text)?.about).toEqual(about)
  })
})

describe('what of a pasted mail is its own', () => {
  const textOf = (...lines: string[]) =>
    all('From: Bo Lind', 'Subject: x', '', ...lines).find(({ row }) => row.reference === 'x')?.row.text

  it.each([
    ['-----Ursprungligt meddelande-----'],
    ['-- Original Message --'],
    ['____________'],
    ['Den 12 november 2026 skrev Anna Ek:'],
    ['On 12 November 2026, Anna Ek wrote:'],
    ['Med vänlig hälsning,'],
    ['Mvh Bo'],
    ['Kind regards'],
    ['Bo Lind, projektledare'],
    ['/Bo'],
    ['Skickat från min iPhone'],
    ['Tack!'],
  ])('ends before %s', (line) => {
    expect(textOf('Vi tittar på det.', line, 'Kvistbro Digital AB')).toBe('Vi tittar på det.')
  })

  it.each([
    ['- ett streck'],
    ['___'],
    ['Vi ser att kassan svarar < 3 s'],
    ['Avsändaren från: lagret'],
    ['den kund som skrev i går'],
    ['Vi har hälsat hej på dem'],
    ['Tack'],
    ['Tack för ert svar.'],
    ['Bästa lösningen är att vänta'],
  ])('goes on over %s', (line) => {
    expect(textOf('Vi tittar på det.', line, 'Snart kan ni testa?')).toBe(
      `Vi tittar på det.\n${line}\nSnart kan ni testa?`,
    )
  })

  it.each([
    'Hej Anna!',
    '  Hej,',
    'Hello',
    'Hi Anna,',
    'Anna,',
    'Till: Anna Ek',
    'Cc: Eva',
    'Kopia: Eva',
    'Ämne: Kassan',
  ])('does not begin with %s', (line) => {
    expect(textOf(line, '', '', 'Vi tittar på det.')).toBe('Vi tittar på det.')
  })

  it('leaves out quoted lines of which nobody is said to have written them', () => {
    expect(textOf('Vi tittar på det.', '> Förra veckan', '  > sade ni så.')).toBe('Vi tittar på det.')
  })

  it('keeps a line that only begins like a greeting', () => {
    const line = 'Hej, vi har nu gått igenom alla ärenden och ser att tre av dem är kvar.'
    expect(textOf(line)).toBe(line)
  })

  it('is cut at a word if no sentence ends, and not at all if it is short', () => {
    expect(textOf('ord '.repeat(300).trim())).toMatch(/^(?:ord )+ord …$/)
    expect(textOf('a'.repeat(600))).toBe('a'.repeat(600))
    expect(textOf('a'.repeat(601))).toBe(`${'a'.repeat(600)} …`)
    const early = `Kort. ${'x'.repeat(700)}`
    expect(textOf(early)).toBe(`${early.slice(0, 600)} …`)
  })

  it('is one line again where its program broke it at 72 characters', () => {
    const words = 'Vi har hittat orsaken till att kassan inte tar emot kort och rättar den nu,'
    expect(textOf(words, 'så att ni kan testa.', '', '- kort', '- faktura')).toBe(
      `${words} så att ni kan testa.\n- kort\n- faktura`,
    )
  })

  it.each([
    ['Bo Lind <bo@kvistbro.example>', 'Bo Lind'],
    ['"Lind, Bo" <bo@kvistbro.example>', 'Bo Lind'],
    ['Bo Lind [mailto:bo@kvistbro.example]', 'Bo Lind'],
    ['<bo@kvistbro.example>', 'bo@kvistbro.example'],
    ["'Bo Lind'", 'Bo Lind'],
    ['*Bo Lind', 'Bo Lind'],
  ])('is from the person in %s', (sender, person) => {
    expect(mail(`From: ${sender}`, 'Subject: x', '', 'Text')?.person).toBe(person)
  })

  it('reads headers with stars, spaces or quotes before them, and only the first of each', () => {
    expect(mail('> *Från:*   Bo Lind', '>  Ämne:  Kassan  ', '> Subject: senare', '', '> Text')).toMatchObject({
      person: 'Bo Lind',
      reference: 'Kassan',
      text: 'Text',
    })
  })

  it.each([
    ['Nordfjäll kundtjänst <x@nordfjall.example>', 'merchant'],
    ['Anna Ek', 'merchant'],
    ['X <x@KVISTBRO.example>', 'partner'],
    ['Digital Group', null],
  ])('knows the side of %s by names and domains that tell', (sender, from) => {
    expect(mail(`From: ${sender}`, 'Subject: x', '', 'Text')?.from).toBe(from)
  })

  it('leaves a day that may be two to whoever pastes it', () => {
    expect(mail('From: x@y.example', 'Sent: 03/04/2026', '', 'Text', '')?.date).toBe('2026-04-03')
    const english = proposalsIn('From: x@y.example\nSent: 03/04/2026\n\nText', answers, { ...READER, language: 'en' })
    expect(english[0]?.row.date).toEqual({ typed: '03/04/2026' })
  })
})
