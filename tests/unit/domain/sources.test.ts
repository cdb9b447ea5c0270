import { describe, expect, it } from 'vitest'
import { aboutIn } from '../../../src/domain/sources/aboutDeliverable.ts'
import { ownWriter, proposalsOf } from '../../../src/domain/sources/contactsFromMails.ts'
import { distinctEntries } from '../../../src/domain/sources/distinctEntries.ts'
import {
  aboutDocument,
  fewWords,
  fromDocument,
  namedApart,
  sentencesOf,
} from '../../../src/domain/sources/documentDeliverables.ts'
import { type FoundMessage, NO_MESSAGE, type Party } from '../../../src/domain/sources/foundMessage.ts'
import { entriesIn, type MailEntry } from '../../../src/domain/sources/mailEntries.ts'
import { markedText } from '../../../src/domain/sources/proposedContacts.ts'
import { quoteIn } from '../../../src/domain/sources/quoteInDocument.ts'
import {
  type DocumentBlock,
  numberedHeading,
  type RawBlock,
  rawBlock,
  sectioned,
} from '../../../src/domain/sources/sourceDocument.ts'
import { exampleOf, ticketsOf, ticketTable } from '../../../src/domain/sources/ticketTable.ts'
import { groupsOf, isSamePerson, sidesOf } from '../../../src/domain/sources/whoWrote.ts'
import { aCase } from '../../support/aCase.ts'

const TODAY = '2026-11-25'
const READER = { language: 'sv', today: TODAY } as const
const party = (name: string | null, address: string | null = null): Party => ({ name, address })

describe('which deliverable a text is about', () => {
  const named = (id: string, title: string | null, reference: string | null = null) => ({ id, title, reference })
  const LIST = [
    named('kassa', 'Kassa med kortbetalning', 'Avsnitt 4.2'),
    named('lager', 'Lagersaldo per butik', '§ 7'),
    named('sök', 'Sökning i produkter'),
    named('none', null),
  ]
  it.each<[string, readonly string[]]>([
    ['Kassan är sen', ['kassa']],
    ['Kassaflödet är sent', ['kassa']],
    ['Enkassalösning', []],
    ['Butikslagersaldot', ['lager']],
    ['Kortbetalningen fungerar inte', ['kassa']],
    ['Lagersaldona är fel', ['lager']],
    ['Kassan och lagersaldot', ['kassa', 'lager']],
    ['Se avsnitt 4.2', ['kassa']],
    ['Se 4.2', ['kassa']],
    ['Se 4.2.1', []],
    ['Se 14.2', []],
    ['Version 2.4.2', []],
    ['Se punkt 7', ['lager']],
    ['Se kapitel 7', ['lager']],
    ['Section 7 says', ['lager']],
    ['§7', ['lager']],
    ['Vi ses klockan 7', []],
    ['Se punkt 7.1', []],
    ['Butiken och projektet', []],
    ['Produkter syns inte', ['sök']],
    ['', []],
  ])('"%s": %j', (text, about) => {
    expect(aboutIn(text, LIST)).toEqual(about)
  })

  it('is none where one word could mean several, and all where they are named by enough of theirs', () => {
    const two = [named('a', 'Import av priser dagligen'), named('b', 'Import av kunder varje natt')]
    expect(aboutIn('Importen är trasig', two)).toEqual([])
    expect(aboutIn('Prisimporten är trasig', two)).toEqual(['a'])
    expect(aboutIn('Importen av priserna är trasig', two)).toEqual(['a'])
    expect(aboutIn('Importen varje natt är trasig, och priserna', two)).toEqual(['a', 'b'])
    expect(aboutIn('Se 10.12', [named('a', 'X', '10.12'), named('b', 'Y', '10.1')])).toEqual(['a'])
    expect(aboutIn('Se 4.2.10.11', [named('a', 'X', '4.2.10.11'), named('b', 'Y', '4.2')])).toEqual(['a'])
    expect(aboutIn('Se avsnitt 12', [named('a', 'X', 'Avsnitt 12'), named('b', 'Y', 'Avsnitt 1')])).toEqual(['a'])
    expect(aboutIn('Moms 2.4 gäller', [named('a', 'Stöd för 2.4'), named('b', 'Sök')])).toEqual(['a'])
    const long = [named('a', 'Integration mellan affärssystem order faktura leveransavisering'), named('b', 'Sök')]
    expect(aboutIn('Order kommer inte', long)).toEqual(['a'])
    expect(aboutIn('Order kommer inte och sök är trasig', long)).toEqual(['b'])
    expect(aboutIn('Order och faktura kommer inte, och sök är trasig', long)).toEqual(['a', 'b'])
  })
})

describe('who wrote', () => {
  it.each<[string, string, boolean]>([
    ['Anna Ek', 'Anna Ek (Byrån AB)', true],
    ['Ek Anna', 'Anna Ek', true],
    ['Anna Ek via Jira', 'anna ek', true],
    ['Anna', 'Anna Ek', true],
    ['Anna', 'Anna Maria Ek', false],
    ['Ek', 'Anna Ek', false],
    ['Anna Ek', 'Anna Berg', false],
    ['', 'Anna', false],
    ['A', 'A', false],
  ])('is the same person: %s and %s: %s', (a, b, is) => {
    expect(isSamePerson(a, b)).toBe(is)
    expect(isSamePerson(b, a)).toBe(is)
  })

  it('is one group for a domain, and one for each address at a public mail service', () => {
    const { groups, keyOf } = groupsOf([
      party('Anna Ek', 'anna@nordfjall.example'),
      party('Eva Berg', 'eva@nordfjall.example'),
      party(null, 'info@nordfjall.example'),
      party('Anna Ek', 'anna@nordfjall.example'),
      party('Bo', 'bo@gmail.com'),
      party('Dan', 'dan@gmail.com'),
      party('Eva Berg'),
      party('Nobody Known'),
      party(null),
    ])
    expect(groups).toEqual([
      { key: 'nordfjall.example', shown: 'nordfjall.example', names: ['Anna Ek', 'Eva Berg'] },
      { key: 'bo@gmail.com', shown: 'bo@gmail.com', names: ['Bo'] },
      { key: 'dan@gmail.com', shown: 'dan@gmail.com', names: ['Dan'] },
      { key: 'Nobody Known', shown: 'Nobody Known', names: ['Nobody Known'] },
    ])
    expect(keyOf(party('Eva Berg'))).toBe('nordfjall.example')
    expect(keyOf(party(null))).toBeNull()
  })

  it('is nobody where two sides have somebody of that name, and shows at most four names', () => {
    const { keyOf } = groupsOf([party('Anna Ek', 'anna@a.example'), party('Anna Ek', 'anna@b.example')])
    expect(keyOf(party('Anna Ek'))).toBe('Anna Ek')
    const names = ['Anna Ek', 'Bo Lind', 'Eva Berg', 'Dan Dal', 'Fia Fors']
    const { groups } = groupsOf(names.map((name, at) => party(name, `${at}@a.example`)))
    expect(groups[0]?.names).toEqual(names.slice(0, 4))
  })

  const { answers } = aCase({
    'about.company': 'Nordfjäll Friluft AB',
    'about.name': 'Anna Ek',
    'about.email': ' Anna@Privat.example ',
    'about.partnerCompany': 'Kvistbro Digital AB',
    'about.partnerPeople': [
      { name: ' ', role: '' },
      { name: 'Bo Lind', role: '' },
    ],
  })
  const sideOf = (key: string, ...names: string[]) => sidesOf([{ key, shown: key, names }], answers).get(key)

  it('is on the side that the case tells: by address, name, or the words of a company', () => {
    expect(sideOf('privat.example')).toBe('merchant')
    expect(sideOf('anna@privat.example')).toBe('merchant')
    expect(sideOf('adobe.com')).toBe('other')
    expect(sideOf('mail.adobe.com')).toBe('other')
    expect(sideOf('notadobe.com')).toBeNull()
    expect(sideOf('adobe.com.example')).toBeNull()
    expect(sideOf('elsewhere.example', 'Bo Lind')).toBe('partner')
    expect(sideOf('elsewhere.example', 'Anna Ek')).toBe('merchant')
    expect(sideOf('nordfjall.example')).toBe('merchant')
    expect(sideOf('friluft.example')).toBe('merchant')
    expect(sideOf('kvistbro.example')).toBe('partner')
    expect(sideOf('kvistbro-digital.example')).toBe('partner')
    expect(sideOf('digital.example')).toBeNull()
    expect(sideOf('kvistbro-nordfjall.example')).toBeNull()
  })

  it('is known by a short name as a whole', () => {
    const short = aCase({ 'about.company': 'A & O Ltd', 'about.partnerCompany': 'ABC Web Inc' }).answers
    const side = (key: string) => sidesOf([{ key, shown: key, names: [] }], short).get(key)
    expect(side('abcweb.example')).toBe('partner')
    expect(side('abc.example')).toBeNull()
    expect(side('ao.example')).toBeNull()
  })

  it('is the other side, where there are two groups and one is known; what was said wins', () => {
    const group = (key: string) => ({ key, shown: key, names: [] })
    const both = (one: string, other: string) => [...sidesOf([group(one), group(other)], answers).values()]
    expect(both('kvistbro.example', 'x.example')).toEqual(['partner', 'merchant'])
    expect(both('x.example', 'nordfjall.example')).toEqual(['partner', 'merchant'])
    expect(both('x.example', 'y.example')).toEqual([null, null])
    expect(both('adobe.com', 'x.example')).toEqual(['other', null])
    const three = [...sidesOf(['kvistbro.example', 'x.example', 'y.example'].map(group), answers).values()]
    expect(three).toEqual(['partner', null, null])
    const said = new Map([
      ['kvistbro.example', 'other' as const],
      ['x.example', null],
    ])
    expect([...sidesOf([group('kvistbro.example'), group('x.example')], answers, said).values()]).toEqual([
      'other',
      null,
    ])
  })
})

const message = (more: Partial<FoundMessage>): FoundMessage => ({ ...NO_MESSAGE, day: '2026-11-10', ...more })
const entriesOf = (...messages: Partial<FoundMessage>[]) => messages.flatMap((each) => entriesIn(message(each), READER))
const LONG = 'Kassan tar inte emot kort i butiken, och det har varit så i två veckor.'

describe('messages that are there twice', () => {
  const anna = party('Anna Ek', 'anna@nordfjall.example')
  const bo = party('Bo Lind', 'bo@kvistbro.example')
  const count = (...messages: Partial<FoundMessage>[]) => distinctEntries(entriesOf(...messages)).length
  const base = { id: 'a', from: anna, text: LONG }

  it('are one: with the same id, or the same words within a day of it where one has none', () => {
    expect(count(base, base)).toBe(1)
    expect(count(base, { ...base, id: 'b' })).toBe(2)
    expect(count(base, { ...base, id: null })).toBe(1)
    for (const day of ['2026-11-09', '2026-11-11', null])
      expect(count(base, { ...base, id: null, day }), `${day}`).toBe(1)
    for (const day of ['2026-11-08', '2026-11-12']) expect(count(base, { ...base, id: null, day }), day).toBe(2)
  })

  it('are two where somebody else wrote them, or something else is in them', () => {
    expect(count(base, { ...base, id: null, from: bo })).toBe(2)
    expect(count(base, { ...base, id: null, from: party('Anna Berg', 'anna@nordfjall.example') })).toBe(1)
    expect(count(base, { ...base, id: null, from: party('Anna') })).toBe(1)
    expect(count(base, { ...base, id: null, from: null })).toBe(1)
    expect(count(base, { ...base, id: null, kind: 'meeting', subject: null })).toBe(2)
    expect(count(base, { ...base, id: null, text: `Hej. ${LONG} Svara gärna.` })).toBe(1)
    expect(count(base, { ...base, id: null, text: LONG.slice(0, 60) })).toBe(1)
    expect(count(base, { ...base, id: null, text: LONG.slice(0, 20) })).toBe(1)
    expect(count(base, { ...base, id: null, text: LONG.slice(0, 10) })).toBe(2)
  })

  it('of few words are one only as a whole, on the same day', () => {
    const short = { ...base, text: 'Vi återkommer.' }
    expect(count(short, { ...short, id: null })).toBe(1)
    expect(count(short, { ...short, id: null, day: '2026-11-11' })).toBe(2)
    expect(count(short, { ...short, id: null, text: 'Vi återkommer i morgon.' })).toBe(2)
  })

  it('come oldest first, with those without a day last, and files before quotes of them', () => {
    const order = distinctEntries(
      entriesOf(
        { id: '1', text: 'Ett och ingenting mer.', day: null },
        { id: '2', text: 'Två och ingenting mer.', day: '2026-11-11', time: '09:00' },
        { id: '3', text: 'Tre och ingenting mer.', day: '2026-11-11' },
        { id: '4', text: 'Fyra och ingenting mer.', day: '2026-11-11', time: '08:00' },
        { id: '5', text: 'Fem och ingenting mer.', day: '2026-11-09' },
      ),
    )
    expect(order.map(({ id }) => id)).toEqual(['5', '4', '2', '3', '1'])
    const quoting = { id: 'q', from: bo, text: `Svar.\n\nFrån: Anna Ek\nSkickat: 2026-11-10\nÄmne: x\n\n${LONG}` }
    const kept = distinctEntries(entriesOf(quoting, base))
    expect(kept.map(({ id, isQuoted }) => [id, isQuoted])).toEqual([
      ['q', false],
      ['a', false],
    ])
  })
})

describe('what a message comes to', () => {
  const one = (more: Partial<FoundMessage>, at = 0): MailEntry => {
    const entry = entriesOf(more)[at]
    if (entry === undefined) throw new Error('no entry')
    return entry
  }

  it.each<[string, string | null]>([
    ['Projektledare', 'Projektledare'],
    ['Projektledare | Kvistbro', 'Projektledare'],
    ['Head of Delivery, Kvistbro', 'Head of Delivery'],
    ['Kvistbro AB konsult', null],
    ['VD', 'VD'],
    ['CTO', 'CTO'],
    ['Tech lead', 'Tech lead'],
    ['chef 070-123', null],
    ['www.konsult.example', null],
    ['Kvistbro', null],
    [`Projektledare ${'x'.repeat(60)}`, null],
  ])('names the role below a name: %s', (line, role) => {
    const text = `Vi ses.\n\nMvh\nBo Lind\n${line}`
    expect(one({ from: party('Bo Lind'), text }).role).toBe(role)
  })

  it('has day and time of what it quotes, and who got it', () => {
    const quoted = (sent: string, day: string | null = '2026-11-10') =>
      one(
        {
          from: party('Bo Lind', 'bo@b.example'),
          day,
          subject: 'SV: x',
          text: `Nytt.\n\nFrån: Anna Ek\nSkickat: ${sent}\nÄmne: y\n\nGammalt.`,
        },
        1,
      )
    expect(quoted('den 9 november 2026 08:05')).toMatchObject({
      day: '2026-11-09',
      time: '08:05',
      subject: 'y',
      isQuoted: true,
    })
    expect(quoted('9 november 2026 8:05 PM').time).toBe('20:05')
    expect(quoted('9 november 2026 12:05 AM').time).toBe('00:05')
    expect(quoted('9 november 2026 12:05 PM').time).toBe('12:05')
    expect(quoted('9 november 2026 12.05').time).toBe('12:05')
    expect(quoted('9 november 2026 23:05:10').time).toBe('23:05')
    expect(quoted('2026-11-09')).toMatchObject({ day: '2026-11-09', time: null })
    expect(quoted('okänt')).toMatchObject({ day: null, dayTyped: 'okänt', time: null })
    expect(quoted('9 november').to).toEqual([party('Bo Lind', 'bo@b.example')])
    expect(quoted('9 november').day).toBe('2026-11-09')
    expect(quoted('11 november').day).toBe('2025-11-11')
    expect(quoted('9 november', null).day).toBe('2026-11-09')
  })

  it('is nothing where a text begins with a quote, and a meeting is what it is called', () => {
    expect(entriesOf({ text: 'Från: Anna Ek\nÄmne: y\n\nGammalt.' })).toHaveLength(1)
    expect(entriesOf({ from: party('Bo'), text: '' })).toHaveLength(1)
    expect(entriesOf({ files: [{ name: 'a.txt', size: 1, bytes: null }], text: '' })).toHaveLength(1)
    expect(entriesOf({ text: '' })).toHaveLength(0)
    expect(one({ kind: 'meeting', subject: 'Avstämning', text: 'Kassan' }).text).toBe('Avstämning\nKassan')
    expect(one({ kind: 'meeting', subject: null, text: 'Kassan' }).text).toBe('Kassan')
    expect(one({ subject: 'Avstämning', text: 'Kassan' }).text).toBe('Kassan')
    expect(entriesOf({ from: party('Bo'), text: 'Nytt.\n\nFrån: Anna\nÄmne: y\n\n' })).toHaveLength(1)
  })

  it('is automatic where a program answered, and a person’s where a program passes on what says something', () => {
    const is = (more: Partial<FoundMessage>) => one({ from: party('Bo'), ...more }).automatic?.says ?? null
    expect(is({ isAutomatic: true, text: 'Tack.' })).toBe('confirmation')
    expect(is({ subject: 'Autosvar: x', text: 'Semester.' })).toBe('away')
    expect(is({ isFromProgram: true, text: 'Ärendet är mottaget.' })).toBe('confirmation')
    expect(is({ isFromProgram: true, text: 'Vi återkommer.' })).toBe('confirmation')
    expect(is({ isFromProgram: true, text: 'Kassan är nu levererad.' })).toBeNull()
    expect(is({ isFromProgram: true, text: 'Kassan levereras den 4 december.' })).toBeNull()
    for (const receipt of [
      'Svaret blir klart inom två arbetsdagar, den 12 november.',
      'Vi ska svara den 12 november, öppettider 9–17.',
      'We will answer within 2 working days, on 12 November.',
      'We will be open on 12 November.',
    ])
      expect(is({ isFromProgram: true, text: receipt }), receipt).toBe('confirmation')
    expect(is({ text: 'Tack.' })).toBeNull()
  })
})

describe('what is proposed for the log', () => {
  const { answers } = aCase(
    { 'about.company': 'Nordfjäll', 'about.partnerCompany': 'Kvistbro' },
    {
      'scope.deliverables': [{ title: 'Kassa' }, { title: 'Lagersaldo' }],
      'partner.log': [{ date: '2026-11-10', from: 'merchant', text: LONG, reference: 'Kassan' }],
    },
  )
  const anna = party('Anna Ek', 'anna@nordfjall.example')
  const bo = party('Bo Lind', 'bo@kvistbro.example')
  const proposed = (more: Partial<FoundMessage>, said = new Map()) => {
    const [first] = proposalsOf(entriesOf({ id: 'm', ...more }), said, answers, TODAY).proposals
    if (first === undefined) throw new Error('nothing proposed')
    return first
  }

  it('has the other side as its person, and whoever wrote where that is nobody’s', () => {
    expect(
      proposed({ from: anna, to: [party('Eva', 'eva@nordfjall.example'), bo], text: 'Hej på er.' }).row,
    ).toMatchObject({ from: 'merchant', person: 'Bo Lind' })
    expect(proposed({ from: bo, to: [anna], text: 'Hej på er.' }).row).toMatchObject({
      from: 'partner',
      person: 'Bo Lind',
    })
    expect(proposed({ from: party('X', 'x@y.example'), to: [anna, bo], text: 'Hej på er.' }).row).toMatchObject({
      from: null,
      person: 'X',
    })
    expect(proposed({ from: anna, to: [], text: 'Hej på er.' }).row.person).toBeNull()
    expect(proposed({ from: party(null, 'info@kvistbro.example'), text: 'Hej på er.' }).row.person).toBe(
      'info@kvistbro.example',
    )
    expect(proposed({ from: bo, kind: 'meeting', subject: 'Möte', text: '' }).row).toMatchObject({
      channel: 'meeting',
      text: 'Möte',
    })
    expect(proposed({ from: bo, subject: ' Kassan ', text: '' }).row).toMatchObject({
      channel: 'email',
      text: 'Kassan',
      reference: 'Kassan',
    })
  })

  it('is left out where it is known, lies ahead, is internal or our own automatic answer', () => {
    const leftOut = (more: Partial<FoundMessage>) => proposed(more).leftOut
    const other = 'Något helt annat som ingen har skrivit.'
    expect(leftOut({ from: anna, to: [bo], text: LONG })).toBe('known')
    expect(leftOut({ from: anna, to: [bo], text: `${LONG} Och mer.` })).toBe('known')
    expect(leftOut({ from: anna, to: [bo], text: LONG.slice(0, 25) })).toBe('known')
    expect(leftOut({ from: anna, to: [bo], day: '2026-11-11', text: LONG })).toBeNull()
    expect(leftOut({ from: anna, to: [bo], text: other })).toBeNull()
    expect(leftOut({ from: anna, to: [bo], day: '2026-11-26', text: other })).toBe('future')
    expect(leftOut({ from: anna, to: [bo], day: TODAY, text: other })).toBeNull()
    expect(leftOut({ from: anna, to: [bo], isAutomatic: true, text: other })).toBe('ownAuto')
    expect(leftOut({ from: bo, to: [anna], isAutomatic: true, text: other })).toBeNull()
    expect(leftOut({ from: anna, to: [party('Eva', 'eva@nordfjall.example')], text: other })).toBe('internal')
    expect(leftOut({ from: anna, to: [], text: other })).toBeNull()
    expect(leftOut({ from: bo, to: [bo], text: other })).toBeNull()
  })

  it('is known by its subject where its text is short, from the same side on the same day', () => {
    const short = 'Ja, gärna.'
    const logged = (more: object = {}) =>
      aCase(
        { 'about.company': 'Nordfjäll', 'about.partnerCompany': 'Kvistbro' },
        {
          'partner.log': [{ date: '2026-11-10', from: 'partner', text: short, reference: 'Kassan', ...more } as never],
        },
      ).answers
    const leftOut = (of: ReturnType<typeof logged>, more: Partial<FoundMessage> = {}) =>
      proposalsOf(entriesOf({ id: 'm', from: bo, subject: 'Kassan', text: short, ...more }), new Map(), of, TODAY)
        .proposals[0]?.leftOut
    expect(leftOut(logged())).toBe('known')
    for (const other of [{ from: 'merchant' }, { reference: 'Lagret' }, { text: 'Nej tack.' }, { date: '2026-11-09' }])
      expect(leftOut(logged(other)), JSON.stringify(other)).toBeNull()
    expect(leftOut(logged({ reference: null }), { subject: null })).toBeNull()
    expect(leftOut(logged({ date: '2026-11' }))).toBeNull()
    expect(leftOut(logged({ text: 'Elvabokstäv.' }), { text: 'Elvabokstäv.', subject: 'x' })).toBeNull()
    expect(leftOut(logged({ text: 'Tolvbokstäve.' }), { text: 'Tolvbokstäve.', subject: 'x' })).toBe('known')
    expect(leftOut(logged({ text: '' }), { text: '', subject: 'Kassan' })).toBeNull()
  })

  it('has a key that tells it from every other one', () => {
    const base = { id: 'm', time: '09:00', from: bo, text: LONG }
    const { key } = proposed(base)
    expect(proposed(base).key).toBe(key)
    const others = [{ id: 'n' }, { day: '2026-11-11' }, { time: '09:01' }, { from: anna }, { text: 'Något annat.' }]
    for (const other of others) expect(proposed({ ...base, ...other }).key, JSON.stringify(other)).not.toBe(key)
    expect(proposed({ ...base, from: party('Bo') }).key).not.toBe(proposed({ ...base, from: party('Eva') }).key)
    const three = proposalsOf(entriesOf(base, base, base), new Map(), answers, TODAY).proposals
    expect(three.map((each) => each.key)).toEqual([key, `${key} 1`, `${key} 2`])
    expect(proposed({ ...base, text: `${LONG} Och mer.` }).key).toBe(key)
  })

  it('is shortened where it is long, at a sentence or a word, with the sentence that a guess comes from', () => {
    const text = (written: string) => proposed({ from: bo, text: written }).row.text ?? ''
    const sentence = 'En mening som är lagom lång. '
    const day = 'Kassan levereras den 4 december.'
    expect(text(`${sentence.repeat(30)}${day}`)).toBe(`${sentence.repeat(20).trimEnd()} …\n${day} …`)
    expect(text(`${day} ${sentence.repeat(30)}`).split('\n')).toHaveLength(1)
    expect(text('ord '.repeat(200))).toBe(`${'ord '.repeat(150).trimEnd()} …`)
    expect(text(`A\n\n\nB`)).toBe('A\nB')
    for (const mark of ['?', '!'])
      expect(text(`${'x'.repeat(100)}${mark} ${'y'.repeat(600)}`)).toBe(`${'x'.repeat(100)}${mark} …`)
  })

  it('says what each side says, and nothing of what the other one would', () => {
    const text = 'Kassan fungerar inte. Vi levererar den 4 december. Svara senast den 20 november.'
    expect(proposed({ from: bo, text }).row).toMatchObject({
      answer: 'plan',
      promised: '2026-12-04',
      concernStated: null,
      answerBy: null,
    })
    expect(proposed({ from: anna, text }).row).toMatchObject({
      answer: null,
      promised: null,
      concernStated: 'yes',
      answerBy: '2026-11-20',
    })
    expect(proposed({ from: anna, text: 'Svara senast den 20 november.' }).row).toMatchObject({
      concernStated: 'no',
      answerBy: null,
    })
    expect(proposed({ from: party('X', 'x@y.example'), text }).row).toMatchObject({ answer: null, concernStated: null })
    expect(proposed({ from: bo, isAutomatic: true, text: 'Semester till den 20 november.' }).row).toMatchObject({
      answer: 'auto',
      autoSays: 'away',
      promised: '2026-11-20',
    })
    expect(proposed({ from: bo, text }).because).toEqual(['Vi levererar den 4 december.'])
    expect(proposed({ from: anna, text }).because).toEqual(['Kassan fungerar inte.', 'Svara senast den 20 november.'])
  })

  it('is about what its sentence names, or its subject, and done only where that is named', () => {
    const about = (more: Partial<FoundMessage>) => proposed({ from: bo, ...more }).row.about
    expect(about({ text: 'Lagersaldot kollar vi på. Kassan levereras den 4 december.' })).toEqual(['row-1'])
    expect(about({ subject: 'Lagersaldo', text: 'Det levereras den 4 december.' })).toEqual(['row-2'])
    expect(about({ text: 'Det levereras den 4 december. Det gäller kassan.' })).toEqual(['row-1'])
    expect(about({ text: 'Vi ses.' })).toBeNull()
    expect(proposed({ from: bo, text: 'Det är nu levererat. Kassan ser vi på.' }).row).toMatchObject({
      answer: null,
      about: null,
    })
    expect(proposed({ from: bo, subject: 'Kassan', text: 'Det är nu levererat.' }).row).toMatchObject({
      answer: 'done',
      about: ['row-1'],
    })
  })

  it('is what the merchant says of one message, whoever wrote it, and has a key of its own', () => {
    const { key } = proposed({ from: party('X', 'x@y.example'), text: LONG })
    expect(proposed({ from: party('X', 'x@y.example'), text: LONG }, new Map([[key, 'partner']])).row.from).toBe(
      'partner',
    )
    const twice = proposalsOf(entriesOf({ from: bo, text: LONG }, { from: bo, text: LONG }), new Map(), answers, TODAY)
    expect(new Set(twice.proposals.map((each) => each.key)).size).toBe(2)
  })

  it('shows the groups that wrote, and who sits here', () => {
    const { groups, proposals } = proposalsOf(
      entriesOf(
        { from: anna, to: [bo], text: 'A.' },
        { from: party('Eva', 'eva@nordfjall.example'), to: [bo], text: 'B.' },
        { from: anna, to: [bo], text: 'C.' },
      ),
      new Map([['nordfjall.example', 'merchant']]),
      answers,
      TODAY,
    )
    expect(groups).toEqual([
      {
        key: 'nordfjall.example',
        shown: 'nordfjall.example',
        names: ['Anna Ek', 'Eva'],
        side: 'merchant',
        isSaid: true,
      },
    ])
    expect(ownWriter(proposals)).toMatchObject({ name: 'Anna Ek', address: 'anna@nordfjall.example' })
    expect(ownWriter([])).toBeNull()
    expect(ownWriter(proposals.map((each) => ({ ...each, row: { ...each.row, from: 'partner' as const } })))).toBeNull()
  })

  it('marks the sentences that a guess comes from, in their order', () => {
    expect(markedText('A. B. C.', ['C.', 'A.', 'D.'])).toEqual([
      { text: 'A.', isMarked: true },
      { text: ' B. ', isMarked: false },
      { text: 'C.', isMarked: true },
    ])
    expect(markedText('A. B.', [])).toEqual([{ text: 'A. B.', isMarked: false }])
    expect(markedText('A. A.', ['A.', 'A.'])).toEqual([
      { text: 'A.', isMarked: true },
      { text: ' ', isMarked: false },
      { text: 'A.', isMarked: true },
    ])
  })
})

const block = (text: string, more: Partial<DocumentBlock> = {}): DocumentBlock => ({
  ...rawBlock({ kind: 'text', text }),
  section: null,
  sectionTitle: null,
  columns: null,
  ...more,
})

describe('the blocks of a document', () => {
  it.each<[string, readonly [string, string] | null]>([
    ['4.2 Kassa', ['4.2', 'Kassa']],
    ['4.2. Kassa', ['4.2', 'Kassa']],
    ['Avsnitt 4 – Kassa', ['4', 'Kassa']],
    ['  Kapitel 1.2.3.4.5: Kassa  ', ['1.2.3.4.5', 'Kassa']],
    ['SECTION 12 - Checkout', ['12', 'Checkout']],
    ['4.2', null],
    ['Kassa 4.2', null],
    ['2026 års plan', null],
    ['4.2 1 st', null],
    [`4.2 ${'x'.repeat(130)}`, null],
  ])('are numbered: %s', (text, numbered) => {
    expect(numberedHeading(text)).toEqual(numbered)
  })

  const row = (table: number, ...cells: string[]): RawBlock =>
    rawBlock({ kind: 'row', text: cells.join(' '), cells, table })
  const heading = (text: string, number: string | null = null) => rawBlock({ kind: 'heading', text, number })

  it('have the section above them, and no contents list', () => {
    const blocks = sectioned([
      heading('Inledning'),
      rawBlock({ kind: 'text', text: 'Kassa ....... 4' }),
      rawBlock({ kind: 'text', text: 'Kassa . . . . . 4' }),
      rawBlock({ kind: 'text', text: 'Kassa …… 12' }),
      rawBlock({ kind: 'text', text: 'Kassa\t12' }),
      rawBlock({ kind: 'text', text: 'A' }),
      heading('4.2 Kassa'),
      rawBlock({ kind: 'item', text: 'B' }),
      heading('Lager', '5'),
      heading('Övrigt'),
      rawBlock({ kind: 'text', text: 'C' }),
    ])
    expect(blocks.map(({ text, section, sectionTitle }) => [text, section, sectionTitle])).toEqual([
      ['Inledning', null, null],
      ['A', null, null],
      ['4.2 Kassa', '4.2', 'Kassa'],
      ['B', '4.2', 'Kassa'],
      ['Lager', '5', 'Lager'],
      ['Övrigt', '5', 'Lager'],
      ['C', '5', 'Lager'],
    ])
  })

  const columns = (...rows: RawBlock[]) =>
    sectioned(rows).map(({ cells, columns: names }) => [cells?.[0], names?.[0] ?? null])

  it('have the columns of their table, where its first row names them', () => {
    expect(columns(row(1, 'Leverans', 'Datum'), row(1, 'Kassa', '2026'))).toEqual([['Kassa', 'Leverans']])
    expect(columns(row(1, 'Delivery date', 'X'), row(1, 'Kassa', '2026'), row(1, 'Sök', '2026'))).toEqual([
      ['Kassa', 'Delivery date'],
      ['Sök', 'Delivery date'],
    ])
    expect(columns(row(1, 'Namn', 'Dag'), row(1, 'Kassa', '2026'), row(1, 'Sök', '2027'))).toEqual([
      ['Kassa', 'Namn'],
      ['Sök', 'Namn'],
    ])
    expect(columns(row(1, 'Namn', 'Dag 1'), row(1, 'Kassa', '2026'), row(1, 'Sök', '2027'))).toHaveLength(3)
    expect(columns(row(1, 'Namn', 'Dag'), row(1, 'Kassa', 'Ja'), row(1, 'Sök', '2027'))).toHaveLength(3)
    expect(columns(row(1, 'Namn', 'Dag'), row(1, 'Kassa', '2026'))).toHaveLength(2)
    expect(columns(row(1, 'Beskrivning'), row(1, 'Kassa'))).toEqual([['Kassa', 'Beskrivning']])
    expect(columns(row(1, 'Leverans', `Datum ${'x'.repeat(40)}`), row(1, 'Kassa', '2026'))).toHaveLength(2)
  })

  it('go on under the same headings on the next page, and not under those of another table', () => {
    const [head, first] = [row(1, 'Leverans', 'Datum'), row(1, 'Kassa', '2026')]
    expect(columns(head, first, row(2, 'Sök', '2026'))).toEqual([
      ['Kassa', 'Leverans'],
      ['Sök', 'Leverans'],
    ])
    expect(columns(head, first, row(2, 'Leverans', 'Datum'), row(2, 'Sök', '2026'))).toEqual([
      ['Kassa', 'Leverans'],
      ['Sök', 'Leverans'],
    ])
    expect(columns(head, first, row(2, 'Sök', 'x', 'y'))).toEqual([
      ['Kassa', 'Leverans'],
      ['Sök', null],
    ])
    expect(sectioned([head, first, heading('Nytt'), row(2, 'Sök', '2026')]).at(-1)?.columns).toBeNull()
    expect(sectioned([head, first, rawBlock({ kind: 'text', text: 'Text' })]).at(-1)?.columns).toBeNull()
  })
})

describe('a deliverable of a document', () => {
  it.each<[string, string]>([
    ['Byrån levererar en kassa.', 'Kassa'],
    ['Leverantören ska bygga ett orderflöde', 'Orderflöde'],
    ['Partnern skall tillhandahålla stöd', 'Partnern skall tillhandahålla stöd'],
    ['The Supplier will deliver the checkout', 'Checkout'],
    ['The agency shall provide an order export', 'Order export'],
    ['Kvistbro installerar version 2.4', 'Version 2.4'],
    ['Kvistbro hands over documentation', 'Documentation'],
    ['1. Kassa', 'Kassa'],
    ['12) Kassa', 'Kassa'],
    ['a) Kassa', 'Kassa'],
    ['(B) Kassa', 'Kassa'],
    ['1.2 Kassa', 'Kassa'],
    ['4.2.1. Kassa', 'Kassa'],
    ['1.500 artiklar', '1.500 artiklar'],
    ['500 artiklar', '500 artiklar'],
    ['2. Byrån levererar en kassa', 'Kassa'],
    ['L1 Kassa', 'Kassa'],
    ['AB-12 Kassa', 'Kassa'],
    ['Kassa;', 'Kassa'],
    ['Kassa som tar kort', 'Kassa'],
    ['Kassa samt kort', 'Kassa'],
    ['Kassa så att kunden kan betala', 'Kassa'],
    ['Kassa senast den 1 maj', 'Kassa'],
    ['Checkout that works', 'Checkout'],
    ['Checkout by the end of May', 'Checkout'],
    ['Kassa (ny)', 'Kassa'],
    ['Kassa – ny', 'Kassa'],
    ['Ord, och mer', 'Ord, och mer'],
    ['Ordnr, och mer', 'Ordnr'],
  ])('is called by the first words of "%s": %s', (sentence, title) => {
    expect(fewWords(sentence)).toBe(title)
  })

  it('is called by sixty characters at most, in whole words', () => {
    expect(fewWords('x'.repeat(60))).toHaveLength(60)
    expect(fewWords('ordet '.repeat(20))).toBe(
      `${'Ordet '.repeat(1)}${'ordet '.repeat(9).trimEnd()} …`.replace(/ordet …$/, 'ordet …'),
    )
    expect(fewWords(`${'x'.repeat(70)} y`)).toBe(`X${'x'.repeat(19)} …`)
  })

  const titled = (sectionTitle: string, sentence: string, section: string | null = '4.2') =>
    fromDocument({ block: block(sentence, { section, sectionTitle }), sentence }, [], READER).title

  it('is called after its section where its sentence does not hold the name', () => {
    expect(titled('Kundkonto', 'Önskelista ingår.')).toBe('Kundkonto: önskelista ingår')
    expect(titled('Kassa', 'Kassan tar kort.')).toBe('Kassan tar kort')
    expect(titled('Kundkonto', 'Önskelista ingår.', '4')).toBe('Önskelista ingår')
    expect(titled('Kundkonto', 'Önskelista ingår.', null)).toBe('Önskelista ingår')
    expect(titled(' ', 'Önskelista ingår.')).toBe('Önskelista ingår')
    expect(titled('x'.repeat(31), 'Önskelista ingår.')).toBe('Önskelista ingår')
    for (const general of [
      'Omfattning',
      'Omfattningen',
      'Leveranser',
      'Leveransplan',
      'Leverabler',
      'Krav',
      'Scope',
      'In scope',
      'Deliverables',
      'Delivery plan',
      'Requirements',
      'Functional scope',
      'Ingår',
      'Included',
    ])
      expect(titled(general, 'Önskelista finns.'), general).toBe('Önskelista finns')
    expect(titled('Kundkonto', 'x'.repeat(60)).length).toBe(71)
  })

  it('is included, or not, or nobody’s, as its section says', () => {
    const of = (sectionTitle: string | null) =>
      fromDocument({ block: block('Kassa.', { sectionTitle }), sentence: 'Kassa.' }, [], READER).inScope
    for (const out of [
      'Ingår inte',
      'Detta ingår inte',
      'Exkluderat',
      'Avgränsningar',
      'Not included',
      'Out of scope',
      'Exclusions',
    ])
      expect(of(out), out).toBe('no')
    for (const theirs of [
      'Kundens åtaganden',
      'Kundens ansvar',
      'Köparens medverkan',
      'Client responsibilities',
      'Customer’s obligations',
      'Dependencies',
      'Responsibilities of the client',
      'Pris',
      'Fast pris',
      'Priser',
      'Pris och betalning',
      'Betalningsplan',
      'Betalningsvillkor',
      'Fee',
      'Fees',
      'Price',
      'Pricing',
      'Invoicing',
      'Payment terms',
    ])
      expect(of(theirs), theirs).toBeNull()
    for (const ours of ['Kassa', 'Prislistor', 'Betalning', null]) expect(of(ours), `${ours}`).toBe('yes')
  })

  it('out of a row has its name, what stands under the headings, and its day', () => {
    const columns = ['Nr', 'Leverans', 'Beskrivning', 'Klart senast', 'Acceptans']
    const made = (cells: readonly string[], names: readonly string[] | null = columns) =>
      fromDocument(
        {
          block: block(cells.join(' '), { kind: 'row', cells, columns: names, section: '4', page: 3 }),
          sentence: null,
        },
        [],
        READER,
      )
    expect(made(['L1', 'Sök', 'Med filter', '2026-06-05', '200 prov'])).toEqual({
      ...{
        section: '4',
        page: 3,
        title: 'Sök',
        quote: 'Med filter',
        inScope: 'yes',
        promised: '2026-06-05',
        acceptance: '200 prov',
      },
    })
    expect(made(['4.1', 'Sök\nmed filter', ' ', '5 juni 2026', ''])).toMatchObject({
      title: 'Sök',
      quote: '4.1\nSök\nmed filter\n \n5 juni 2026',
      acceptance: null,
      promised: '2026-06-05',
    })
    expect(made(['Sök', '2026-06-05'], null)).toMatchObject({
      title: 'Sök',
      quote: 'Sök\n2026-06-05',
      promised: '2026-06-05',
      acceptance: null,
    })
    expect(made(['', 'Sök'], null)).toMatchObject({ title: 'Sök', quote: 'Sök', promised: null })
    expect(made(['Leverans 1', 'Sök'], null).title).toBe('Leverans 1')
  })

  it('names a day of its own, and no span of time', () => {
    const day = (quote: string) => fromDocument({ block: block(quote), sentence: quote }, [], READER).promised
    expect(day('Klart den 12 juni 2026.')).toBe('2026-06-12')
    expect(day('Klart i juni 2026.')).toBe('2026-06')
    for (const none of [
      'Klart inom 5 dagar.',
      'Klart om 5 dagar.',
      'Klart v. 24.',
      'Klart vecka 24.',
      'Done in week 24.',
      'Done within 5 days.',
      'Varje fredag.',
    ])
      expect(day(none), none).toBeNull()
  })

  it('has the criteria under a heading of their own, in the same section, twelve at most', () => {
    const item = (text: string) => block(text, { kind: 'item' })
    const below = (...blocks: DocumentBlock[]) =>
      fromDocument({ block: block('Kassa.'), sentence: 'Kassa.' }, blocks, READER).acceptance
    const head = block('Acceptanskriterier')
    expect(below(head, item('A'), item('B'), block('C'), item('D'))).toBe('A\nB')
    expect(below(head, item('A'))).toBe('A')
    expect(below(head)).toBeNull()
    expect(below(head, block('A'))).toBeNull()
    expect(below(block('Text'), head, item('A'))).toBe('A')
    expect(below(block('Nytt', { kind: 'heading' }), head, item('A'))).toBeNull()
    expect(below(...Array(8).fill(block('Text')), head, item('A'))).toBeNull()
    expect(below(...Array(7).fill(block('Text')), head, item('A'))).toBe('A')
    expect(below(block(`Acceptans ${'x'.repeat(60)}`), item('A'))).toBeNull()
    expect(below(block('Acceptans', { kind: 'row' }), item('A'))).toBeNull()
    expect(below(head, ...Array(20).fill(item('A')))?.split('\n')).toHaveLength(12)
    for (const word of ['Godkännande', 'Kriterier', 'Acceptance criteria'])
      expect(below(block(word), item('A')), word).toBe('A')
  })

  it('has a name of its own', () => {
    const each = {
      title: 'Kassa',
      quote: 'Gästköp ingår.',
      section: null,
      page: null,
      promised: null,
      acceptance: null,
      inScope: 'yes' as const,
    }
    expect(namedApart([each, { ...each, title: 'KASSA' }], []).map(({ title }) => title)).toEqual([
      'Kassa',
      'Gästköp ingår',
    ])
    expect(namedApart([each], [' kassa ', null]).map(({ title }) => title)).toEqual(['Gästköp ingår'])
  })

  it('is a sentence of a paragraph, or a whole row', () => {
    expect(sentencesOf(block('En. Två.'))).toEqual(['En.', 'Två.'])
    expect(sentencesOf(block('En. Två.', { kind: 'row' }))).toEqual(['En. Två.'])
  })

  it('is found again: in one paragraph, in a row, changed or gone', () => {
    const blocks = [
      block('Snabbordern levereras senast den 11 september.'),
      block('Kassa tar kort', { kind: 'row' }),
      block('A b c d e. F g.'),
    ]
    expect(quoteIn(blocks, 'SNABBORDERN levereras senast')).toMatchObject({
      is: 'same',
      at: { sentence: 'SNABBORDERN levereras senast' },
    })
    expect(quoteIn(blocks, 'kassa tar')).toMatchObject({ is: 'same', at: { block: { kind: 'row' }, sentence: null } })
    expect(quoteIn(blocks, 'Snabbordern levereras senast den 12 augusti.')).toMatchObject({
      is: 'changed',
      at: { sentence: 'Snabbordern levereras senast den 11 september.' },
    })
    expect(quoteIn(blocks, 'Kassa tar faktura, kort')).toMatchObject({ is: 'changed', at: { sentence: null } })
    expect(quoteIn(blocks, 'Kassa tar faktura och swish')).toEqual({ is: 'gone' })
    expect(quoteIn(blocks, '—')).toEqual({ is: 'gone' })
    expect(quoteIn([], 'Kassa')).toEqual({ is: 'gone' })
  })
})

describe('the title and the day of a document', () => {
  const none = { title: null, created: null }
  const heading = (text: string, section: string | null = null) => block(text, { kind: 'heading', section })

  it('are what its first page says', () => {
    expect(
      aboutDocument(
        [heading('Avtal'), heading('Webbutik'), heading('Bilaga'), block('Datum: 2026-03-12')],
        none,
        READER,
      ),
    ).toEqual({ title: 'Avtal: Webbutik', date: '2026-03-12' })
    expect(aboutDocument([heading('1 Kassa', '1'), block('Avtal 114')], none, READER)).toEqual({
      title: 'Avtal 114',
      date: null,
    })
    expect(aboutDocument([heading('x'.repeat(120)), block('y'.repeat(120)), block('Kort')], none, READER).title).toBe(
      'Kort',
    )
    expect(aboutDocument([...Array(12).fill(block('x'.repeat(130))), block('Avtal')], none, READER).title).toBeNull()
    expect(aboutDocument([block('Klart 2026-03-12', { section: '4' })], none, READER).date).toBeNull()
    expect(aboutDocument([block(`${'x'.repeat(200)} 2026-03-12`)], none, READER).date).toBeNull()
    expect(aboutDocument([block('Möte den 12 mars'), block('Stockholm den 13 mars 2026')], none, READER).date).toBe(
      '2026-03-13',
    )
  })

  it('are what its file says, where the page says nothing; what Word puts in is no title', () => {
    const file = (title: string | null, created: string | null) => aboutDocument([], { title, created }, READER)
    expect(file('Avtal', '2026-03-12')).toEqual({ title: 'Avtal', date: '2026-03-12' })
    for (const title of ['Microsoft Word - avtal', 'avtal.docx', 'avtal.doc', 'Untitled', 'Namnlöst', null])
      expect(file(title, null).title, `${title}`).toBeNull()
    for (const created of ['2026', '2026-03-12T10', 'x2026-03-12', null])
      expect(file(null, created).date, `${created}`).toBeNull()
    expect(aboutDocument([block('Avtal')], { title: 'Annat', created: null }, READER).title).toBe('Avtal')
  })
})

describe('a list of tickets', () => {
  const columnsOf = (...rows: string[][]) => ticketTable(rows, READER).columns
  const NOTHING = { key: null, title: null, created: null, status: null, priority: null, description: null }

  it('is known by its headings, in both languages, however they are written', () => {
    expect(columnsOf(['Issue_key', 'SUMMARY', 'Created:', ' Status ', 'Priority*', 'Description'])).toEqual({
      key: 0,
      title: 1,
      created: 2,
      status: 3,
      priority: 4,
      description: 5,
    })
    expect(columnsOf(['Ärendenummer', 'Rubrik', 'Skapad', 'Läge', 'Prio', 'Beskrivning'])).toEqual({
      key: 0,
      title: 1,
      created: 2,
      status: 3,
      priority: 4,
      description: 5,
    })
    expect(columnsOf(['Ärende', 'Status'])).toEqual({ ...NOTHING, title: 0, status: 1 })
    expect(columnsOf(['Ärende', 'Rubrik'])).toEqual({ ...NOTHING, key: 0, title: 1 })
    expect(columnsOf(['Key', 'x'], ['A-1', 'Kassan']).title).not.toBe(0)
  })

  it('is known by what stands in it, where nothing names it', () => {
    const rows = [
      ['ABC-1', '2026-11-02', 'high', 'open', 'Kassan stannar', 'Vid betalning stannar allt'],
      ['ABC-2', '2026-11-03', 'låg', 'pågår', 'Sök hittar inget', ''],
      ['ABC-3', '2026-11-04', 'p1', 'waiting for customer', 'Priser saknas', 'I hela listan'],
    ]
    const table = ticketTable(rows, READER)
    expect(table).toMatchObject({ headings: null, rows })
    expect(table.columns).toEqual({ key: 0, created: 1, priority: 2, status: 3, title: 4, description: 5 })
    expect(columnsOf(['1', 'Kassan stannar'], ['#2', 'Sök hittar inget'])).toEqual({ ...NOTHING, key: 0, title: 1 })
    expect(columnsOf(['Kassan', ''], ['Sök', ''], ['ok', 'Mer text'], ['Pris', ''], ['Vy', '']).title).toBe(1)
    expect(columnsOf(['', ''])).toEqual(NOTHING)
    expect(ticketTable([], READER)).toEqual({ headings: null, columns: NOTHING, rows: [] })
  })

  const daysOf = (...days: string[]) =>
    ticketsOf(
      ticketTable([['Key', 'Title', 'Created'], ...days.map((day, at) => [`A-${at}`, 'x', day])], READER),
      READER,
    ).map(({ created }) => created)

  it.each<[string, string | null]>([
    ['2026-11-02T10:00:00Z', '2026-11-02'],
    ['14/Nov/26 9:12 AM', '2026-11-14'],
    ['14-maj-2026', '2026-05-14'],
    ['4/okt/26', '2026-10-04'],
    ['Sat Nov 14 2026 09:12:07 GMT+0000', '2026-11-14'],
    ['Nov 14, 2026', '2026-11-14'],
    ['14.11.2026 10:00', '2026-11-14'],
    ['3.4.26', '2026-04-03'],
    ['3/4/26', '2026-04-03'],
    ['2026-13-02', null],
    ['32/11/2026', null],
    ['14 november', '2026-11-14'],
    ['okänt', null],
    ['', null],
  ])('has the day of "%s": %s', (written, day) => {
    expect(daysOf(written)).toEqual([day])
  })

  it('has its days in one order: one that can be read in one way tells, or else the clock', () => {
    expect(daysOf('3/4/2026', '13/4/2026')).toEqual(['2026-04-03', '2026-04-13'])
    expect(daysOf('3/4/2026', '4/13/2026')).toEqual(['2026-03-04', '2026-04-13'])
    expect(daysOf('3/4/2026 9:12 AM')).toEqual(['2026-03-04'])
    expect(daysOf('3/4/2026 9:12pm')).toEqual(['2026-03-04'])
    expect(daysOf('3/4/2026 9:12')).toEqual(['2026-04-03'])
    expect(daysOf('3.4.2026', '4/13/2026')).toEqual(['2026-04-03', '2026-04-13'])
    expect(daysOf('12/12/2026', '3/4/2026')).toEqual(['2026-12-12', '2026-04-03'])
    expect(daysOf('13/4/2026', '3/4/2026 9:12 AM')).toEqual(['2026-04-13', '2026-04-03'])
    expect(daysOf('', '3/4/2026', '3/5/2026 9:12 AM')).toEqual([null, '2026-03-04', '2026-03-05'])
  })

  it('becomes examples: what happened is its description, or the steps that it keeps elsewhere', () => {
    const rows = [
      ['Key', 'Title', 'Description', 'Repro Steps'],
      ['A-1', 'Kassan', ' ', '1. Betala'],
      ['A-2', ' ', 'Text', ''],
    ]
    const [first, second] = ticketsOf(ticketTable(rows, READER), READER).map(exampleOf)
    expect(first).toEqual({ title: 'Kassan', actual: '1. Betala', date: null, evidenceText: 'A-1' })
    expect(second).toEqual({ title: 'A-2', actual: 'Text', date: null, evidenceText: 'A-2' })
  })
})
