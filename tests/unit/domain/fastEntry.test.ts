import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import en from '../../../locales/en/pairs.json' with { type: 'json' }
import sv from '../../../locales/sv/pairs.json' with { type: 'json' }
import { lacksOf } from '../../../src/domain/areas/examples/missingFields.ts'
import type { Example } from '../../../src/domain/areas/examples/schema.ts'
import { mailIn } from '../../../src/domain/areas/partner/pastedMail.ts'
import { deliverablesIn } from '../../../src/domain/areas/scope/pastedList.ts'
import { emptyRow } from '../../../src/domain/case/answers.ts'
import { stillAsked } from '../../../src/domain/specificity/improvementHints.ts'
import { exampleFromPair, PAIRS } from '../../../src/domain/specificity/sampleExamples.ts'
import { aCase } from '../../support/aCase.ts'

const HABITS = { language: 'sv', today: '2026-11-25', year: 'past' } as const

describe('a pasted list of deliverables', () => {
  it('has one for each line, without bullets and numbers, and marks what is there already', () => {
    const text =
      '1. Kassa med kortbetalning\n2) Lager från ERP\n\n  • Offertflöde\n- kassa med kortbetalning\n[x] Sök\n4.2.1 Order till ERP\n'
    expect(deliverablesIn(text, ['Offertflöde', null], HABITS).map(({ title, isKnown }) => [title, isKnown])).toEqual([
      ['Kassa med kortbetalning', false],
      ['Lager från ERP', false],
      ['Offertflöde', true],
      ['kassa med kortbetalning', true],
      ['Sök', false],
      ['Order till ERP', false],
    ])
  })

  it('takes a day from a column of its own, and keeps numbers that are part of a name', () => {
    const text = 'Kassa\tSprint 3\t2026-03-01\n\tLager\t14 mars 2026\n3D-visning\n2FA för kunder'
    expect(deliverablesIn(text, [], HABITS)).toEqual([
      { title: 'Kassa', promised: '2026-03-01', isKnown: false },
      { title: 'Lager', promised: '2026-03-14', isKnown: false },
      { title: '3D-visning', promised: null, isKnown: false },
      { title: '2FA för kunder', promised: null, isKnown: false },
    ])
  })

  it('never throws and never gives an empty name, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { title } of deliverablesIn(text, [], HABITS)) expect(title.trim()).not.toBe('')
      }),
    )
  })
})

const { answers } = aCase({
  'about.company': 'Nordfjäll Friluft AB',
  'about.name': 'Anna Ek',
  'about.email': 'anna@nordfjall.example',
  'about.partnerCompany': 'Kvistbro Digital AB',
  'about.partnerPeople': [{ name: 'Bo Lind', role: 'projektledare' }],
})
const mail = (...lines: string[]) => mailIn(lines.join('\n'), answers, HABITS)

describe('a pasted mail', () => {
  it('keeps a name whole, however long it is', () => {
    const name = 'Orderexport '.repeat(500).trim()
    expect(deliverablesIn(`- ${name}\n- Lager`, [], HABITS).map(({ title }) => title)).toEqual([name, 'Lager'])
  })

  it('gives date, sender and direction out of Swedish headers', () => {
    expect(
      mail(
        'Från: Bo Lind <bo.lind@kvistbro.example>',
        'Skickat: den 12 november 2026 10:15',
        'Till: Anna Ek',
        'Ämne: SV: Lagersaldo',
        '',
        'Hej Anna!',
        'Vi räknar med att det är klart i december.',
        '',
        'Från: Anna Ek',
        'Skickat: den 11 november',
        'När är det klart?',
      ),
    ).toEqual({
      channel: 'email',
      date: '2026-11-12',
      from: 'partner',
      person: 'Bo Lind',
      reference: 'SV: Lagersaldo',
      text: 'Vi räknar med att det är klart i december.',
    })
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
    expect(mail(`Sent: ${sent}`, 'From: x@y.example', '', 'Text').date).toEqual(date)
  })

  it.each([
    ['Anna Ek <anna@nordfjall.example>', 'merchant'],
    ['support@nordfjall.example', 'merchant'],
    ['"Bo Lind" <bo@elsewhere.example>', 'partner'],
    ['info@kvistbro.example', 'partner'],
    ['somebody@example.com', null],
  ])('knows whose mail it is from %s', (sender, from) => {
    expect(mail(`From: ${sender}`, 'Subject: x', '', 'Text').from).toBe(from)
  })

  it('is text alone where it has no headers, cut where a sentence ends and said to go on', () => {
    expect(mail('Vi väntar fortfarande på svar.')).toMatchObject({
      date: null,
      from: null,
      text: 'Vi väntar fortfarande på svar.',
    })
    const { text } = mail('En mening som är lagom lång. '.repeat(30))
    expect(text).toMatch(/\. …$/)
    expect(text?.length).toBeLessThan(310)
  })

  it('never throws, whatever is pasted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void mailIn(text, answers, HABITS)))
  })
})

describe('a strong example to begin with', () => {
  it.each(PAIRS.flatMap((id) => [[id, sv.kinds[id]] as const, [id, en.kinds[id]] as const]))(
    '%s does not count before its blanks are filled in, and counts after',
    (_, pattern) => {
      const begun = {
        ...emptyRow('examples.items'),
        ...exampleFromPair((field) => pattern[field]),
      } as Example
      expect(lacksOf(begun).length).toBeGreaterThan(0)
      const filled = Object.fromEntries(
        Object.entries(begun).map(([key, value]) => [
          key,
          typeof value === 'string' ? value.replace(/_{3,}/g, '7') : value,
        ]),
      ) as Example
      expect(lacksOf(filled)).toEqual([])
    },
  )

  it('has eight kinds in both languages, and no weak one with a figure in it', () => {
    expect(PAIRS).toHaveLength(8)
    for (const words of [sv, en])
      for (const id of PAIRS) expect(words.kinds[id].weak.replace(/B2B/, '')).not.toMatch(/\d/)
  })
})

describe('what a stranger would still ask', () => {
  const usable = { title: 'a', expected: 'b', actual: 'c', date: '2026-11-01', where: 'd' }
  const asked = (row: Partial<Example>, deliverables: object[] = []) =>
    stillAsked(aCase({}, { 'examples.items': [row], 'scope.deliverables': deliverables }).answers).map(({ id }) => id)

  it('is how often and what it costs, and what was agreed where something is', () => {
    expect(asked(usable)).toEqual(['howOften', 'cost'])
    expect(asked(usable, [{ title: 'Kassa' }])).toEqual(['agreed', 'howOften', 'cost'])
    expect(asked({ ...usable, frequency: '3 av 4', impact: '12 order' })).toEqual([])
  })

  it('is not said of an example that lacks what matters more', () => {
    expect(asked({ title: 'a' })).toEqual([])
  })
})

describe('what of a pasted mail is its own', () => {
  const textOf = (...lines: string[]) => mail('From: Bo Lind', 'Subject: x', '', ...lines).text

  it.each([
    ['> Förra veckan'],
    ['  > Förra veckan'],
    ['-----Ursprungligt meddelande-----'],
    ['-- Original Message --'],
    ['____________'],
    ['From: Anna Ek'],
    ['Från: Anna Ek'],
    ['Den 12 november 2026 skrev Anna Ek:'],
    ['On 12 November 2026, Anna Ek wrote:'],
  ])('ends before %s', (line) => {
    expect(textOf('Vi tittar på det.', line, 'När är det klart?')).toBe('Vi tittar på det.')
  })

  it.each([
    ['- ett streck'],
    ['___'],
    ['Vi ser att kassan svarar < 3 s'],
    ['Avsändaren från: lagret'],
    ['den kund som skrev i går'],
    ['Vi har hälsat hej på dem'],
  ])('goes on over %s', (line) => {
    expect(textOf('Vi tittar på det.', line, 'Snart.')).toBe(`Vi tittar på det.\n${line}\nSnart.`)
  })

  it.each([
    'Hej Anna!',
    '  Hej,',
    'Hello',
    'Hi Anna,',
    'Till: Anna Ek',
    'Cc: Eva',
    'Kopia: Eva',
    'Ämne: Kassan',
    'Subject: x',
  ])('does not begin with %s', (line) => {
    expect(textOf(line, '', '', 'Vi tittar på det.')).toBe('Vi tittar på det.')
  })

  it('keeps a line that only begins like a greeting', () => {
    const line = 'Hej, vi har nu gått igenom alla ärenden och ser att tre av dem är kvar.'
    expect(textOf(line)).toBe(line)
  })

  it('is cut at a word if no sentence ends, and not at all if it is short', () => {
    const words = 'ord '.repeat(100).trim()
    const cut = textOf(words) ?? ''
    expect(cut).toMatch(/ord …$/)
    expect(cut.length).toBeLessThanOrEqual(302)
    expect(textOf('a'.repeat(300))).toBe('a'.repeat(300))
    expect(textOf('a'.repeat(301))).toBe(`${'a'.repeat(300)} …`)
    const early = `Kort. ${'x'.repeat(400)}`
    expect(textOf(early)).toBe(`${early.slice(0, 300)} …`)
  })

  it.each([
    ['Bo Lind <bo@kvistbro.example>', 'Bo Lind'],
    ['"Lind, Bo" <bo@kvistbro.example>', 'Lind, Bo'],
    ['Bo Lind [mailto:bo@kvistbro.example]', 'Bo Lind'],
    ['<bo@kvistbro.example>', 'bo@kvistbro.example'],
    ["'Bo Lind'", 'Bo Lind'],
    ['*Bo Lind', '*Bo Lind'],
  ])('is from the person in %s', (sender, person) => {
    expect(mail(`From: ${sender}`, 'Subject: x', '', 'Text').person).toBe(person)
  })

  it('reads headers with stars, spaces or quotes before them, and only the first of each', () => {
    expect(mail('> *Från:*   Bo Lind', '  Ämne:  Kassan  ', 'Subject: senare', '', 'Text')).toMatchObject({
      person: 'Bo Lind',
      reference: 'Kassan',
    })
    const late = [...Array.from({ length: 40 }, () => 'rad'), 'From: Bo Lind']
    expect(mail(...late).person).toBeNull()
  })

  it.each([
    ['Nordfjäll kundtjänst <x@elsewhere.example>', 'merchant'],
    ['Anna Ek', 'merchant'],
    ['X <x@KVISTBRO.example>', 'partner'],
    ['X <x@nordfjall.example.evil.example>', null],
    ['Digital Group', null],
  ])('knows the side of %s by names and domains that tell', (sender, from) => {
    expect(mail(`From: ${sender}`, 'Subject: x', '', 'Text').from).toBe(from)
  })

  it('leaves a day that may be two to whoever pastes it', () => {
    expect(mail('From: x@y.example', 'Sent: 03/04/2026', '', 'Text', '').date).toBe('2026-04-03')
    const english = mailIn('From: x@y.example\nSent: 03/04/2026\n\nText', answers, { ...HABITS, language: 'en' })
    expect(english.date).toEqual({ typed: '03/04/2026' })
  })
})
