import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Contact } from '../../../src/domain/areas/partner/schema.ts'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { MESSAGE_KINDS, type MessageKind } from '../../../src/domain/messages/message.ts'
import { defaultChoice, messageOf } from '../../../src/domain/messages/messages.ts'
import { createWords } from '../../../src/i18n/i18n.ts'
import { messageText } from '../../../src/i18n/messageWords.ts'
import { wordsOf } from '../../../src/i18n/wordsOf.ts'
import { mailAddress } from '../../../src/merchant/messages/mailAddress.ts'
import { aCase } from '../../support/aCase.ts'
import { anyCase } from '../../support/anyCase.ts'
import { runs } from '../../support/runs.ts'

const AS_OF = '2026-11-24'
const words = await createWords('sv')
const spoken = {
  sv: await wordsOf(words, 'sv'),
  en: await wordsOf(words, 'en'),
}

function draft(
  kind: MessageKind,
  current: Pick<ReturnType<typeof aCase>, 'answers'>,
  language: 'sv' | 'en' = 'sv',
  changed: Partial<ReturnType<typeof defaultChoice>> = {},
) {
  const visible = visibleAnswers(interview, current.answers)
  const choice = { ...defaultChoice(kind, visible, AS_OF), ...changed }
  return messageText(spoken[language], messageOf(kind, visible, choice, AS_OF))
}

const worked = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../cases/${name}.json`, import.meta.url), 'utf8')) as CaseFile

/** What reads as a fault in a sentence of ours, whatever the answers are. */
const FAULT = /undefined|null|\{\{|\bdrafts:|\bNaN\b|\[object|:\s*\.|(?:^|\s)\.(?:\s|$)|”{2}/

describe('the address of a message', () => {
  it.each([
    ['two lines', 'a\r\nBcc: x@example.invalid'],
    ['a bare carriage return', 'a\rBcc: x@example.invalid'],
    ['a separator of lines', 'a\u2028Bcc: x'],
    ['NUL', 'a\0b'],
    ['what separates parts of an address', 'a&bcc=x@example.invalid?cc=y#z'],
    ['half a character', 'a\ud800b'],
  ])('has the same parts with %s in the subject and the text (X-09)', (_, text) => {
    const address = mailAddress(text, text) ?? ''
    expect(address).toMatch(/^mailto:\?subject=[^&?#\s]*&body=[^&?#\s]*$/)
    expect([...new URL(address).searchParams.keys()]).toEqual(['subject', 'body'])
    expect(address.split('&body=')[0]).not.toMatch(/%0|%E2%80%A8/i)
  })
})

describe('a draft to the partner', () => {
  it.each(MESSAGE_KINDS)('of the kind %s reads as sentences, whatever is missing', (kind) => {
    fc.assert(
      fc.property(
        anyCase,
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom('sv' as const, 'en' as const),
        fc.constantFrom(null, '2026-12-01'),
        (current, withImpact, withAdobe, language, answerBy) => {
          const { subject, body } = draft(kind, current, language, { withImpact, withAdobe, answerBy })
          // What the merchant wrote may be anything; our own words around it are looked at with it taken out.
          expect(subject).not.toBe('')
          expect(subject).not.toMatch(/\n/)
          if (body !== '') for (const paragraph of body.split('\n\n')) expect(paragraph.trim()).not.toBe('')
          expect(body).not.toMatch(/\bdrafts:|\[object/)
        },
      ),
      runs(150),
    )
  })

  it('says every subset of what is known of one deliverable and one example in whole sentences', () => {
    const deliverable = {
      title: 'Kassa med kortbetalning',
      status: 'late',
      reference: 'avtalet 4.2',
      quote: 'Kassan tar kort.',
      promised: '2026-10-01',
      lacking: 'Kortbetalning saknas',
    }
    const example = {
      title: 'Köp avbryts',
      expected: 'Köpet går igenom.',
      actual: 'Sidan laddas om!',
      date: '2026-11-12',
      period: 'kl. 10–12',
      where: 'Staging',
      frequency: '4 av 10 köp',
      impact: '12 order tappade',
    }
    const about = {
      'about.name': 'Anna Ek',
      'about.company': 'Nordfjäll',
      'about.partnerPeople': [{ name: 'Bo', role: '' }],
    }
    const keys = [...Object.keys(deliverable), ...Object.keys(example).map((key) => `e.${key}`), ...Object.keys(about)]
    fc.assert(
      fc.property(fc.subarray(keys), fc.constantFrom('sv' as const, 'en' as const), (kept, language) => {
        const only = (all: Record<string, unknown>, prefix = '') =>
          Object.fromEntries(
            Object.entries(all).filter(([key]) => key === 'status' || kept.includes(`${prefix}${key}`)),
          )
        const current = aCase(only(about), {
          'scope.deliverables': [only(deliverable)],
          'examples.items': [only(example, 'e.')],
        })
        for (const kind of MESSAGE_KINDS) {
          const { subject, body } = draft(kind, current, language)
          expect(`${subject}\n${body}`).not.toMatch(FAULT)
          expect(body).not.toMatch(/\S {2,}|[.!?]\.(?!\.)/)
          for (const line of body.split('\n').filter((said) => said.startsWith('  '))) expect(line).toMatch(/[.!?”“]$/)
        }
      }),
      runs(400),
    )
  })

  it('keeps a text of several lines within its item', () => {
    const current = aCase({}, { 'examples.items': [{ title: 'Köp', actual: 'Sidan blir tom.\nPengarna dras ändå.' }] })
    expect(draft('first', current).body).toContain(
      '- Köp\n  Så här blev det: Sidan blir tom.\n  Pengarna dras ändå.\n\n',
    )
  })

  it('is signed with a name, and below it with a role and a company', () => {
    const about = { 'about.name': 'Anna Ek', 'about.role': 'E-handelschef', 'about.company': 'Nordfjäll' }
    expect(draft('first', aCase(about)).body).toMatch(/Vänliga hälsningar\nAnna Ek\nE-handelschef, Nordfjäll$/)
    expect(draft('first', aCase({ 'about.company': 'Nordfjäll' })).body).toMatch(/Vänliga hälsningar\nNordfjäll$/)
    expect(draft('first', aCase({ 'about.name': 'Anna Ek' }), 'en').body).toMatch(/Kind regards,\nAnna Ek$/)
  })

  it('tells nothing of what it has led to, of Adobe or of the merchant’s own side unless it is ticked', () => {
    const marker = 'HEMLIGT'
    const current = aCase(
      {
        'request.ourSide': marker,
        'request.ask': marker,
        'request.summary': marker,
        'request.whyAnyway': marker,
        'about.adobeContact': marker,
        'about.adobeProject': marker,
        'about.customerNumber': marker,
        'request.hardReason': marker,
      },
      {
        'scope.deliverables': [{ title: 'Kassa', status: 'late' }],
        'examples.items': [
          { title: 'Köp', actual: 'avbryts', impact: marker, evidenceText: marker, supportCase: marker },
        ],
        'partner.log': [{ date: '2026-11-01', from: 'merchant', concernStated: 'yes', text: marker }],
      },
    )
    for (const kind of MESSAGE_KINDS) {
      const { subject, body } = draft(kind, current)
      expect(`${subject} ${body}`).not.toContain(marker)
      expect(body).not.toContain('Adobe')
    }
    expect(draft('first', current, 'sv', { withImpact: true }).body).toContain(marker)
    expect(draft('followUp', current, 'sv', { withAdobe: true }).body).toContain('Adobe')
  })

  it('begins with what was agreed and what happened, and asks one thing by a day, in the worked case', () => {
    const { subject, body } = draft('first', worked('C1-sv'))
    expect(subject).toContain('Lagersaldo från ERP var 5:e minut')
    expect(body).toContain('Avtalat datum:')
    expect(body).toContain('den 1 december 2026')
    expect(body.match(/\?/g)).toHaveLength(1)
  })

  it('reminds of what was asked and when, and of a promised day that has passed', () => {
    const asked = {
      date: '2026-11-02',
      from: 'merchant',
      concernStated: 'yes',
      answerBy: '2026-11-09',
    } as const
    expect(draft('followUp', aCase({}, { 'partner.log': [asked] })).body).toContain(
      'Vi tog upp det här med er den 2 november 2026. Vi bad om svar senast den 9 november 2026 men har inte sett något om det här ännu.',
    )
    const again = { ...asked, date: '2026-11-10', answerBy: '2026-11-30' }
    expect(draft('followUp', aCase({}, { 'partner.log': [asked, again] })).body).toContain(
      'Vi påminde er den 10 november 2026. Vi påminner om att vi gärna vill ha svar senast den 30 november 2026.',
    )
    const plan = { date: '2026-11-05', from: 'partner', answer: 'plan', promised: '2026-11-15' } as const
    expect(draft('followUp', aCase({}, { 'partner.log': [asked, plan] })).body).toContain(
      'Vi fick beskedet den 5 november 2026 att det skulle vara klart den 15 november 2026. Den dagen har passerat',
    )
  })

  it('denies no answer that came, and says what was answered and what was not', () => {
    const told = { date: '2026-11-02', from: 'merchant', concernStated: 'yes' } as const
    const done = { date: '2026-11-05', from: 'partner', answer: 'done' } as const
    const again = { ...told, date: '2026-11-09' }
    expect(draft('followUp', aCase({}, { 'partner.log': [told, done, again] })).body).toContain(
      'Ni sa den 5 november 2026 att det var klart. Vi hörde av oss igen den 9 november 2026. Sedan dess har vi inte sett något svar.',
    )
    const asks = { date: '2026-11-05', from: 'partner', answer: 'asks' } as const
    const gave = { date: '2026-11-09', from: 'merchant', gave: 'yes', concernStated: 'no' } as const
    expect(draft('followUp', aCase({}, { 'partner.log': [told, asks, gave] })).body).toContain(
      'Ni bad den 5 november 2026 om något från oss. Vi svarade den 9 november 2026 på det ni bad om.',
    )
  })

  it('has tried nothing that has not come', () => {
    const rows = {
      'scope.deliverables': [{ title: 'Butikssida', status: 'missing' }],
      'partner.log': [
        { date: '2026-11-02', from: 'merchant', concernStated: 'yes' },
        { date: '2026-11-20', from: 'partner', answer: 'done' },
      ],
    } as const
    const { body } = draft('notAccepted', aCase({ 'scope.concern': 'unmet' }, rows as never))
    expect(body).toContain('Vi hittar det inte.')
    expect(body).not.toContain('Ännu inte levererat')
  })

  it('proposes no later day than they have, than was promised, or than is of use', () => {
    const told = { date: '2026-11-20', from: 'merchant', concernStated: 'yes' } as const
    const dayIn = (kind: MessageKind, given: Record<string, string>, log: readonly object[]) =>
      defaultChoice(kind, visibleAnswers(interview, aCase(given, { 'partner.log': log as never }).answers), AS_OF)
        .answerBy
    // Five working days from the 24th would be the 1st of December.
    expect(dayIn('followUp', {}, [told])).toBe('2026-11-27')
    const plan = { date: '2026-11-23', from: 'partner', answer: 'plan', promised: '2026-11-26' }
    expect(dayIn('followUp', {}, [told, plan])).toBe('2026-11-26')
    expect(dayIn('first', { 'request.hardDate': '2026-11-30' }, [])).toBe('2026-11-27')
    expect(dayIn('first', { 'request.hardDate': '2026-11-25' }, [])).toBe('2026-11-25')
  })

  it('asks for what is not in scope and what was added as a change, one or several', () => {
    const one = aCase({}, { 'scope.deliverables': [{ title: 'Offertflöde', inScope: 'no' }] })
    expect(draft('change', one).body).toContain('Vi vill hantera det som en ändring.')
    const two = aCase(
      { 'added.any': 'yes', 'scope.documentTitle': 'beställning 114' },
      {
        'scope.deliverables': [{ title: 'Offertflöde', inScope: 'no' }],
        'added.items': [{ title: 'Fler språk' }],
      },
    )
    expect(draft('change', two).body).toContain('Det här ingår inte i ”beställning 114”:')
    expect(draft('change', two).body).toContain('Vi vill hantera dem som ändringar.')
    expect(draft('change', two, 'en').body).toContain('We would like to treat them as changes.')
  })

  it('says yes to the very day or month that the partner gave, and to nothing else', () => {
    const asked = { date: '2026-11-02', from: 'merchant', concernStated: 'yes' } as const
    const plan = { date: '2026-11-20', from: 'partner', answer: 'plan', promised: '2026-12-10' } as const
    const yes = (...log: Partial<Contact>[]) => draft('accept', aCase({}, { 'partner.log': log }))
    expect(yes(asked, plan).subject).toBe('Er plan: klart den 10 december 2026')
    expect(yes(asked, plan).body).toContain('räknar med att det blir klart den 10 december 2026.')
    expect(yes(asked, { ...plan, promised: '2026-12' }).body).toContain('klart i december 2026.')
    for (const log of [
      [asked],
      [asked, { ...plan, promised: '2026-11-21' }],
      [asked, { ...plan, answer: 'refused' as const, promised: null }],
      [asked, plan, { ...asked, date: '2026-11-22' }],
    ])
      expect(yes(...log).body).toBe('')
  })

  it('asks after a no for the reason, and before a named day for that day', () => {
    const asked = { date: '2026-11-02', from: 'merchant', concernStated: 'yes' } as const
    const follow = (...log: Partial<Contact>[]) => draft('followUp', aCase({}, { 'partner.log': log })).body
    const no = { date: '2026-11-05', from: 'partner', answer: 'refused' } as const
    expect(follow(asked, no)).toContain('berätta hur ni tänker och vad som är möjligt i stället?')
    expect(follow(asked, no)).not.toContain('hur det går')
    const waiting = follow({ ...asked, answerBy: '2026-11-27' })
    expect(waiting.match(/2026/g)).toHaveLength(2)
    expect(follow(asked, { ...no, answer: 'plan', promised: '2026-12' })).toContain('klart i december 2026.')
  })

  it('does not ask again for what has been ordered', () => {
    const current = aCase(
      { 'added.any': 'yes' },
      {
        'scope.deliverables': [{ title: 'Offertflöde', inScope: 'no', changeRequest: 'CR-4' }],
        'added.items': [
          { title: 'Fler språk', changeRequest: 'CR-7' },
          { title: 'Butiker', inWriting: 'yes', effect: 'no_impact' },
          { title: 'Presentkort' },
        ],
      },
    )
    const { body } = draft('change', current)
    expect(body).toContain('Presentkort')
    for (const ordered of ['Offertflöde', 'Fler språk', 'Butiker']) expect(body).not.toContain(ordered)
  })
})

describe('a first message where no deliverable is named', () => {
  it('says what it is about in the words of the summary, and does not say them beside a deliverable', () => {
    const summary = { 'request.summary': 'Kassan är sen.', 'scope.concern': 'unmet' }
    const named = aCase(summary, { 'scope.deliverables': [{ title: 'Kassa', status: 'late' }] })
    expect(draft('first', aCase(summary)).body).toContain('Det gäller: Kassan är sen.')
    expect(draft('first', aCase(summary), 'en').body).toContain('It is about this: Kassan är sen.')
    expect(draft('first', named).body).not.toContain('Det gäller:')
    expect(draft('first', aCase()).body).not.toContain('Det gäller:')
  })
})
