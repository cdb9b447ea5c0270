import { describe, expect, it } from 'vitest'
import type { Addition } from '../../../src/domain/areas/added/schema.ts'
import type { Example } from '../../../src/domain/areas/examples/schema.ts'
import type { Contact } from '../../../src/domain/areas/partner/schema.ts'
import type { Deliverable } from '../../../src/domain/areas/scope/schema.ts'
import { assess } from '../../../src/domain/assessment/assess.ts'
import type { NextStep } from '../../../src/domain/assessment/conclusion.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import {
  MESSAGE_KINDS,
  type MessageChoice,
  type MessageKind,
  type Sentence,
} from '../../../src/domain/messages/message.ts'
import { defaultChoice, messageOf, messagesFor, nextMessage, rowsFor } from '../../../src/domain/messages/messages.ts'
import { planToAccept } from '../../../src/domain/messages/writers.ts'
import { aCase, reply, request } from '../../support/aCase.ts'

/** A Tuesday. */
const AS_OF = '2026-11-24'
/** Five working days later, which is what a draft proposes. */
const USUAL = '2026-12-01'

interface Given {
  answers?: Readonly<Record<string, unknown>>
  deliverables?: readonly Partial<Deliverable>[]
  additions?: readonly Partial<Addition>[]
  log?: readonly Partial<Contact>[]
  examples?: readonly Partial<Example>[]
}

const visible = ({ answers = {}, deliverables = [], additions = [], log = [], examples = [] }: Given) =>
  visibleAnswers(
    interview,
    aCase(answers, {
      'scope.deliverables': deliverables,
      'added.items': additions,
      'partner.log': log,
      'examples.items': examples,
    }).answers,
  )

/** The key of a sentence, and what stands in it. */
const told = ({ id, dates = {}, texts = {}, names = [], days = [], count }: Sentence): string =>
  [
    id,
    ...Object.values(dates),
    ...Object.values(texts),
    ...names,
    ...days,
    ...(count === undefined ? [] : [`×${count}`]),
  ]
    .join(' ')
    .trim()

/** A draft in keys: one text for a paragraph, one with a dash for an item of a list. */
function draft(kind: MessageKind, given: Given, changed: Partial<MessageChoice> = {}) {
  const answers = visible(given)
  const message = messageOf(kind, answers, { ...defaultChoice(kind, answers, AS_OF), ...changed }, AS_OF)
  const said = (sentences: readonly Sentence[]) => sentences.map(told).join(', ')
  const text = message.blocks.flatMap((block) =>
    block.is === 'list' ? block.items.map((item) => `- ${said(item)}`) : [said(block.sentences)],
  )
  return { subject: told(message.subject), text }
}

/** Without greeting and closing. */
const middle = (...args: Parameters<typeof draft>) => draft(...args).text.slice(1, -1)

const asked = request('2026-11-02')
const plan = (date: string, promised: string) => reply(date, { answer: 'plan', promised })

describe('what a reminder says of what was said before', () => {
  it.each<[string, readonly Partial<Contact>[], string]>([
    ['nothing was said', [], 'followUp.openingPlain'],
    ['one request, without a day', [asked], 'followUp.asked 2026-11-02, followUp.noAnswer'],
    [
      'a day that was named has passed',
      [request('2026-11-02', { answerBy: '2026-11-09' })],
      'followUp.asked 2026-11-02, followUp.noAnswerBy 2026-11-09',
    ],
    [
      'the day that was named is today',
      [request('2026-11-20', { answerBy: AS_OF })],
      `followUp.asked 2026-11-20, followUp.waitingUntil ${AS_OF}`,
    ],
    [
      'two requests, the first with a day',
      [request('2026-11-02', { answerBy: '2026-11-09' }), request('2026-11-10')],
      'followUp.asked 2026-11-02, followUp.askedAgain 2026-11-10, followUp.noAnswerBy 2026-11-09',
    ],
    [
      'they said that it was done, and were asked again',
      [asked, reply('2026-11-05', { answer: 'done' }), request('2026-11-09')],
      'followUp.saidDone 2026-11-05, followUp.wroteAgain 2026-11-09, followUp.noAnswerSince',
    ],
    [
      'they needed something, and got it',
      [asked, reply('2026-11-05', { answer: 'asks' }), request('2026-11-09', { gave: 'yes' })],
      'followUp.askedUs 2026-11-05, followUp.gave 2026-11-09, followUp.noAnswerSince',
    ],
    [
      'they gave another answer, and were asked again by a day that has passed',
      [asked, reply('2026-11-05', { answer: 'unclear' }), request('2026-11-09', { answerBy: '2026-11-16' })],
      'followUp.answered 2026-11-05, followUp.wroteAgain 2026-11-09, followUp.noAnswerBySince 2026-11-16',
    ],
    [
      'they were asked again by a day that lies ahead',
      [asked, reply('2026-11-05', { answer: 'unclear' }), request('2026-11-20', { answerBy: '2026-11-27' })],
      'followUp.answered 2026-11-05, followUp.wroteAgain 2026-11-20, followUp.waitingUntil 2026-11-27',
    ],
    ['they said no', [asked, reply('2026-11-05', { answer: 'refused' })], 'followUp.refused 2026-11-05'],
    ['they said nothing definite', [asked, reply('2026-11-05', { answer: 'unclear' })], 'followUp.unclear 2026-11-05'],
    ['a plan without a day', [asked, reply('2026-11-05', { answer: 'plan' })], 'followUp.unclear 2026-11-05'],
    ['a plan for today', [asked, plan('2026-11-05', AS_OF)], `followUp.planned 2026-11-05 ${AS_OF}`],
    ['a plan for yesterday', [asked, plan('2026-11-05', '2026-11-23')], 'followUp.passed 2026-11-05 2026-11-23'],
    ['a plan for a month', [asked, plan('2026-11-05', '2026-12')], 'followUp.plannedMonth 2026-11-05 2026-12'],
    [
      'a plan for a month that is over',
      [asked, plan('2026-10-05', '2026-10')],
      'followUp.asked 2026-11-02, followUp.noAnswer',
    ],
    [
      'a promised month that has passed',
      [request('2026-09-02'), plan('2026-09-05', '2026-10')],
      'followUp.passedMonth 2026-09-05 2026-10',
    ],
    [
      'two promised days have passed',
      [request('2026-09-02'), plan('2026-09-05', '2026-09-20'), plan('2026-10-01', '2026-10-20')],
      'followUp.missed 2026-09-20, followUp.passed 2026-10-01 2026-10-20',
    ],
    [
      'two promised days have passed, and they were asked again',
      [
        request('2026-09-02'),
        plan('2026-09-05', '2026-09-20'),
        plan('2026-10-01', '2026-10-20'),
        request('2026-11-02'),
      ],
      'followUp.missed 2026-09-20 2026-10-20, followUp.answered 2026-10-01, followUp.wroteAgain 2026-11-02, followUp.noAnswerSince',
    ],
    [
      'one promised day has passed, and they were asked again',
      [request('2026-09-02'), plan('2026-09-05', '2026-09-20'), request('2026-11-02')],
      'followUp.answered 2026-09-05, followUp.wroteAgain 2026-11-02, followUp.noAnswerSince',
    ],
  ])('%s', (_, log, said) => {
    expect(middle('followUp', { log })[0]).toBe(said)
  })

  it('is the day that both moved it to', () => {
    const moved = { title: 'Checkout', status: 'late', moves: [{ date: '2026-12-15', agreed: 'yes' }] } as never
    const log = [asked, plan('2026-11-05', '2026-11-20')]
    expect(middle('followUp', { deliverables: [moved], log })[0]).toBe('followUp.planned 2026-11-05 2026-12-15')
  })
})

describe('what a reminder asks for', () => {
  const named = request('2026-11-20', { answerBy: '2026-11-27' })
  it.each<[string, readonly Partial<Contact>[], Partial<MessageChoice>, string]>([
    ['nothing was said before', [], {}, `followUp.requestBy ${USUAL}`],
    ['no day is wanted', [asked], { answerBy: null }, 'followUp.request'],
    ['a day was named and lies ahead: it is not named twice', [named], {}, 'followUp.request'],
    ['a named day is today', [request('2026-11-20', { answerBy: AS_OF })], {}, 'followUp.request'],
    [
      'a named day was yesterday',
      [request('2026-11-18', { answerBy: '2026-11-23' })],
      {},
      `followUp.requestBy ${USUAL}`,
    ],
    ['a day was named, and now another one is', [named], { answerBy: '2026-11-30' }, 'followUp.requestBy 2026-11-30'],
    ['a day was named, and now none is', [named], { answerBy: null }, 'followUp.request'],
    ['they said no', [asked, reply('2026-11-05', { answer: 'refused' })], {}, `followUp.insteadBy ${USUAL}`],
    ['a plan runs', [asked, plan('2026-11-05', '2026-12-10')], {}, `followUp.holdsBy ${USUAL}`],
    ['a plan runs until before then', [asked, plan('2026-11-05', '2026-11-26')], {}, 'followUp.holdsBy 2026-11-26'],
    [
      'a plan runs, and they were asked since: its day is not named, and was objected to',
      [asked, plan('2026-11-05', AS_OF), request('2026-11-23')],
      {},
      'followUp.requestBy 2026-11-30',
    ],
    ['a plan was for yesterday', [asked, plan('2026-11-05', '2026-11-23')], {}, 'followUp.requestBy 2026-11-26'],
    [
      'a promised day did not hold, and they were asked since',
      [request('2026-09-02'), plan('2026-09-05', '2026-09-20'), request('2026-11-02')],
      {},
      'followUp.requestBy 2026-11-26',
    ],
    ['Adobe, with a day', [asked], { withAdobe: true }, `followUp.requestBy ${USUAL}, followUp.adobeBy`],
    ['Adobe, without a day', [asked], { withAdobe: true, answerBy: null }, 'followUp.request, followUp.adobe'],
    [
      'Adobe, by a day named before',
      [named],
      { withAdobe: true, answerBy: null },
      'followUp.request, followUp.adobeBy',
    ],
    [
      'Adobe, where a plan runs',
      [asked, plan('2026-11-05', '2026-12-10')],
      { withAdobe: true, answerBy: null },
      'followUp.holds, followUp.adobe',
    ],
  ])('%s', (_, log, choice, said) => {
    expect(middle('followUp', { log }, choice).at(-1)).toBe(said)
  })
})

describe('a plan that ends on the date that must not be missed, or later', () => {
  const given = (hard: string, ...log: readonly Partial<Contact>[]) => ({
    deliverables: [{ title: 'Checkout', status: 'late' }] as const,
    answers: { 'request.hardDate': hard },
    log: [asked, plan('2026-11-05', '2026-12-10'), ...log],
  })
  const askedFor = (...from: Parameters<typeof given>) => middle('followUp', given(...from)).at(-1)
  const drafts = (...from: Parameters<typeof given>) => messagesFor('FOLLOW_PLAN', visible(given(...from)), AS_OF)

  it.each(['2026-12-10', '2026-12-01', AS_OF])('is not accepted, but asked about: %s', (hard) => {
    expect(drafts(hard)).toEqual(['followUp'])
    expect(askedFor(hard)).toMatch(/^followUp\.tooLate, followUp\.insteadBy \S+$/)
  })

  it('is named in no draft: that date is their own', () => {
    for (const kind of MESSAGE_KINDS)
      expect(JSON.stringify(draft(kind, given('2026-12-03'))), kind).not.toContain('2026-12-03')
  })

  it.each(['2026-12-11', '2026-11-23'])(
    'is one like any other where it is in time, or that date has passed: %s',
    (hard) => {
      expect(drafts(hard)).toEqual(['accept', 'followUp'])
      expect(askedFor(hard)).toBe(`followUp.holdsBy ${USUAL}`)
    },
  )

  it('is not said to be too late twice', () => {
    expect(askedFor('2026-12-01', request('2026-11-23'))).not.toContain('tooLate')
  })
})

describe('the day that a draft proposes', () => {
  const dayOf = (kind: MessageKind, given: Given) => defaultChoice(kind, visible(given), AS_OF).answerBy
  const hard = (day: string) => ({ answers: { 'request.hardDate': day } })

  it('is the one that was named, while it lies ahead: what is noted is what the message says', () => {
    for (const day of [AS_OF, '2026-11-26', '2026-12-10']) {
      const log = [request('2026-11-20', { answerBy: day })]
      expect(dayOf('followUp', { log, ...hard('2026-11-30') })).toBe(day)
      expect(middle('followUp', { log })).toEqual([
        `followUp.asked 2026-11-20, followUp.waitingUntil ${day}`,
        'followUp.request',
      ])
    }
    expect(dayOf('followUp', { log: [request('2026-11-02', { answerBy: '2026-11-23' })] })).toBe(USUAL)
  })

  it('is the next working day, where they should have it sooner', () => {
    expect(dayOf('first', hard('2026-11-25'))).toBe('2026-11-25')
  })

  it('is sooner after a promised day that did not hold, in a reminder alone', () => {
    const log = [request('2026-09-02'), plan('2026-09-05', '2026-09-20')]
    expect(dayOf('followUp', { log })).toBe('2026-11-26')
    expect(dayOf('answer', { log: [...log, reply('2026-11-20', { answer: 'asks' })] })).toBe(USUAL)
  })

  it('is before the day on which it has to be there, unless that has passed', () => {
    expect(dayOf('first', hard('2026-11-27'))).toBe('2026-11-26')
    for (const day of [AS_OF, '2026-11-02', '2027-03-01']) expect(dayOf('first', hard(day))).toBe(USUAL)
  })

  it('is none where a plan is accepted', () => {
    expect(dayOf('accept', { log: [asked, plan('2026-11-05', '2026-12-10')] })).toBeNull()
  })

  it('counts what was asked in a reminder alone', () => {
    const log = [request('2026-11-20', { answerBy: '2026-11-26' })]
    expect(dayOf('first', { log })).toBe(USUAL)
  })
})

describe('a first message', () => {
  const checkout = { title: ' Checkout ', status: 'late', promised: '2026-11-01', lacking: 'Card payment' } as const
  const stock = {
    title: 'Stock levels',
    status: 'unsatisfactory',
    reference: '4.2',
    quote: 'Every minute',
    deliveredOn: '2026-11-10',
  } as const
  const failing: Partial<Example> = {
    title: 'Payment stops',
    expected: 'The payment goes through within 5 s',
    actual: 'The page reloads after 30 s',
    date: '2026-11-12',
    period: '10–12',
    where: 'Staging',
    frequency: '4 of 10',
    impact: '12 orders lost',
  }

  it('has every part of what was agreed and of what happened', () => {
    const given = {
      answers: {
        'about.partnerPeople': [
          { name: ' ', role: '' },
          { name: ' Bo ', role: '' },
        ],
        'about.name': ' Anna ',
      },
      deliverables: [checkout, stock],
      examples: [failing],
    }
    expect(draft('first', given)).toEqual({
      subject: 'first.subject Checkout Stock levels',
      text: [
        'helloName Bo',
        'first.opening',
        'first.agreed ×2',
        '- deliverable Checkout, agreedDate 2026-11-01, notDelivered, lacking Card payment',
        '- deliverable Stock levels, reference 4.2, quote Every minute, deliveredOn 2026-11-10',
        'first.happened ×1',
        '- example Payment stops, expected The payment goes through within 5 s, actual The page reloads after 30 s, when 2026-11-12 10–12, where Staging, frequency 4 of 10',
        `first.requestBy ${USUAL}, first.offer`,
        'regardsName Anna',
      ],
    })
    expect(middle('first', given, { withImpact: true, answerBy: null }).slice(-2)).toEqual([
      expect.stringMatching(/frequency 4 of 10, impact 12 orders lost$/),
      'first.request, first.offer',
    ])
  })

  it('says nothing of what is not known', () => {
    expect(
      draft('first', { deliverables: [{ status: 'missing' }], examples: [{ actual: 'Stops after 30 s' }] }),
    ).toEqual({
      subject: 'first.subjectPlain',
      text: [
        'hello',
        'first.opening',
        'first.agreed ×1',
        '- deliverableUntitled, notDelivered',
        'first.happened ×1',
        '- exampleUntitled, actual Stops after 30 s',
        `first.requestBy ${USUAL}, first.offer`,
        'regards',
      ],
    })
    expect(middle('first', {})).toEqual(['first.opening', `first.requestBy ${USUAL}, first.offer`])
  })

  it.each<[Partial<Example>, string]>([
    [{ date: '2026-11-12' }, 'whenDay 2026-11-12'],
    [{ period: ' all week ' }, 'whenPeriod all week'],
    [{ date: { typed: 'last week' } as never, period: ' ' }, ''],
  ])('says when with what there is: %j', (when, said) => {
    const given = { examples: [{ title: 'Stops', expected: 'Runs in 5 s', actual: 'Stops after 30 s', ...when }] }
    const [item = ''] = middle('first', given).filter((line) => line.startsWith('- '))
    expect(item.split('Stops after 30 s')[1]).toBe(said === '' ? '' : `, ${said}`)
  })

  it('quotes what is written, and says what was said', () => {
    const line = (row: Partial<Deliverable>) =>
      middle('first', { deliverables: [{ title: 'A', status: 'late', quote: 'By June', ...row }] })[2]
    expect(line({})).toContain('quote By June')
    expect(line({ agreedIn: 'mail' })).toContain('quote By June')
    expect(line({ agreedIn: 'spoken' })).toContain('said By June')
  })

  it('says that it came and when, or that it has not come, or neither', () => {
    const line = (row: Partial<Deliverable>) => middle('first', { deliverables: [{ title: 'A', ...row }] })[2]
    const deliveredOn = '2026-11-10'
    expect(line({ status: 'unsatisfactory', deliveredOn })).toBe(`- deliverable A, deliveredOn ${deliveredOn}`)
    for (const status of ['late', 'missing'] as const)
      expect(line({ status, deliveredOn })).toBe('- deliverable A, notDelivered')
    expect(line({ status: 'unsatisfactory' })).toBe('- deliverable A')
  })

  it('names two in its subject, and counts the others; the same title once', () => {
    const subject = (...titles: string[]) =>
      draft('first', { deliverables: titles.map((title) => ({ title, status: 'late' }) as const) }).subject
    expect(subject('A')).toBe('first.subject A')
    expect(subject('A', 'A', ' ')).toBe('first.subject A')
    expect(subject('A', 'B')).toBe('first.subject A B')
    expect(subject('A', 'B', 'C', 'D')).toBe('first.subjectMore A B ×2')
  })

  it('is signed with what is known', () => {
    const signed = (answers: Given['answers']) => draft('first', { ...(answers && { answers }) }).text.at(-1)
    expect(signed({ 'about.name': 'Anna', 'about.role': ' Manager ', 'about.company': 'Nordfjäll' })).toBe(
      'regardsName Anna\nManager, Nordfjäll',
    )
    expect(signed({ 'about.role': 'Manager' })).toBe('regardsName Manager')
    expect(signed({ 'about.name': ' ', 'about.company': 'Nordfjäll' })).toBe('regardsName Nordfjäll')
  })

  it('chooses three examples at most: those put in front, or else those that say something', () => {
    const chosen = (...examples: Partial<Example>[]) => [...defaultChoice('first', visible({ examples }), AS_OF).rows]
    const clear = { title: 'Stops', expected: 'Runs in 5 s', actual: 'Stops after 30 s' }
    expect(chosen(clear, clear, clear, clear)).toEqual(['row-1', 'row-2', 'row-3'])
    expect(chosen(clear, { ...clear, front: true }, clear)).toEqual(['row-2'])
    expect(chosen({ title: 'Stops', expected: 'It should work', actual: 'It does not work' }, clear)).toEqual(['row-2'])
    expect(chosen({ ...clear, actual: 'Stops after ___ s' })).toEqual([])
    expect(chosen({ ...clear, title: 'Orders ____ stop' })).toEqual(['row-1'])
    expect(chosen({ title: 'Only a title' }, clear)).toEqual(['row-1', 'row-2'])
    expect(chosen({ where: 'Staging' }, { expected: 'It should work', actual: ' ' })).toEqual([])
  })
})

describe('the other drafts', () => {
  const late = { title: 'Checkout', status: 'late' } as const

  it('answers what they asked for, with room for it', () => {
    const given = { deliverables: [late], log: [asked, reply('2026-11-20', { answer: 'asks' })] }
    expect(draft('answer', given)).toEqual({
      subject: 'answer.subject Checkout',
      text: ['hello', 'accept.thanks 2026-11-20, answer.given', `answer.requestBy ${USUAL}`, 'regards'],
    })
    expect(middle('answer', { deliverables: [late] })[0]).toBe('answer.given')
  })

  it('says that what was delivered was not accepted, with what is not there', () => {
    const given = {
      deliverables: [late],
      examples: [{ title: 'Stops', actual: 'Stops after 30 s' }],
      log: [asked, reply('2026-11-20', { answer: 'done' })],
    }
    expect(draft('notAccepted', given)).toEqual({
      subject: 'notAccepted.subject Checkout',
      text: [
        'hello',
        'accept.thanks 2026-11-20, notAccepted.opening',
        '- deliverable Checkout, notFound',
        'first.happened ×1',
        '- example Stops, actual Stops after 30 s',
        `notAccepted.requestBy ${USUAL}`,
        'regards',
      ],
    })
    expect(middle('notAccepted', {})).toEqual(['notAccepted.opening', `notAccepted.requestBy ${USUAL}`])
  })

  it('asks for changes: what is not in scope by its title, what was added with who asked, what is in both once', () => {
    const given = {
      answers: { 'added.any': 'yes' },
      deliverables: [{ ...late, title: 'Quotes', inScope: 'no', lacking: 'All' } as const, late],
      additions: [
        { title: 'Quotes' },
        { title: 'Languages', addedOn: '2026-10', requestedBy: 'both' } as const,
        { requestedBy: 'partner' } as const,
      ],
    }
    expect(draft('change', given)).toEqual({
      subject: 'change.subject Quotes Languages',
      text: [
        'hello',
        'change.notInScope',
        '- deliverable Quotes',
        'change.added',
        '- addition Languages, addedOn 2026-10, requestedBy.both',
        '- additionUntitled, requestedBy.partner',
        `change.request ×3, change.answerBy ${USUAL} ×3`,
        'regards',
      ],
    })
  })

  it('asks for a change where nothing is named', () => {
    expect(draft('change', { answers: { 'scope.documentTitle': 'Order 114' } })).toEqual({
      subject: 'change.subjectPlain',
      text: ['hello', `change.openingPlain, change.answerBy ${USUAL} ×1`, 'regards'],
    })
    const one = {
      answers: { 'scope.documentTitle': ' Order 114 ' },
      deliverables: [{ title: 'Quotes', inScope: 'no' } as const],
    }
    expect(middle('change', one, { answerBy: null })).toEqual([
      'change.notInDocument Order 114',
      '- deliverable Quotes',
      'change.request ×1, change.answer ×1',
    ])
  })

  it('asks for none of the additions that "nothing was added" hides', () => {
    const additions = [{ title: 'Languages' }]
    const answers = aCase({ 'added.any': 'no' }, { 'added.items': additions }).answers
    expect(rowsFor('change', answers as never, AS_OF).additions).toEqual([])
    expect(
      rowsFor('change', { ...answers, added: { ...answers.added, any: 'yes' } } as never, AS_OF).additions,
    ).toHaveLength(1)
  })

  it('does not ask again for what has been ordered, asked about or settled in writing', () => {
    const chosen = (row: Partial<Addition>) =>
      defaultChoice('change', visible({ answers: { 'added.any': 'yes' }, additions: [row] }), AS_OF).rows.size === 1
    expect(chosen({ title: 'A' })).toBe(true)
    expect(chosen({ title: 'A', changeRequest: ' ' })).toBe(true)
    expect(chosen({ title: 'A', changeRequest: 'CR-4' })).toBe(false)
    expect(chosen({ title: 'A', effect: 'asked_partner' })).toBe(false)
    for (const effect of ['no_impact', 'delay'] as const) {
      expect(chosen({ title: 'A', inWriting: 'yes', effect })).toBe(false)
      expect(chosen({ title: 'A', inWriting: 'no', effect })).toBe(true)
    }
    expect(chosen({ title: 'A', inWriting: 'yes', effect: 'not_considered' })).toBe(true)
    expect(chosen({ title: 'A', inWriting: 'yes' })).toBe(true)
  })

  it('accepts a plan with its day or month, and names what it is for', () => {
    const log = [asked, plan('2026-11-20', '2026-12-10')]
    expect(draft('accept', { deliverables: [late], log })).toEqual({
      subject: 'accept.subject 2026-11-20 2026-12-10',
      text: [
        'hello',
        'accept.thanks 2026-11-20, accept.date 2026-11-20 2026-12-10',
        'accept.what Checkout',
        'accept.tell',
        'regards',
      ],
    })
    expect(draft('accept', { log: [asked, plan('2026-11-20', '2026-12')] })).toEqual({
      subject: 'accept.subjectMonth 2026-11-20 2026-12',
      text: ['hello', 'accept.thanks 2026-11-20, accept.dateMonth 2026-11-20 2026-12', 'accept.tell', 'regards'],
    })
    expect(planToAccept(visible({ log }), AS_OF)).toMatchObject({ day: '2026-11-20' })
    expect(planToAccept(visible({ log: [asked] }), AS_OF)).toBeNull()
    expect(draft('accept', { log: [asked] })).toEqual({ subject: 'first.subjectPlain', text: [] })
  })
})

describe('the rows that a draft may name', () => {
  const named = (kind: MessageKind, given: Given) => {
    const { deliverables, additions, examples } = rowsFor(kind, visible(given), AS_OF)
    return [...deliverables, ...additions, ...examples].map(({ title }) => title)
  }
  const given: Given = {
    answers: { 'added.any': 'yes' },
    deliverables: [
      { title: 'Late', status: 'late' },
      { title: 'Fine', status: 'delivered' },
      { title: 'Never agreed', status: 'late', inScope: 'no' },
    ],
    additions: [{ title: 'Added' }],
    examples: [{ title: 'Example' }, { where: 'Nothing said' }],
  }

  it('are what is wrong and agreed, with examples only where it is told for the first time or not accepted', () => {
    for (const kind of ['first', 'notAccepted'] as const) expect(named(kind, given)).toEqual(['Late', 'Example'])
    for (const kind of ['answer', 'followUp', 'accept'] as const) expect(named(kind, given)).toEqual(['Late'])
    expect(named('change', given)).toEqual(['Never agreed', 'Added'])
  })

  it('are chosen at first, but for a change that has been requested already', () => {
    const requested = { title: 'Quotes', status: 'late', inScope: 'no', changeRequest: 'CR-4' } as const
    const chosen = (kind: MessageKind) => defaultChoice(kind, visible({ deliverables: [requested] }), AS_OF).rows.size
    expect([chosen('first'), chosen('change')]).toEqual([1, 0])
  })

  it('are those that are chosen', () => {
    expect(middle('first', given, { rows: new Set() })).toEqual([
      'first.opening',
      `first.requestBy ${USUAL}, first.offer`,
    ])
    expect(middle('change', given, { rows: new Set() })).toEqual([`change.openingPlain, change.answerBy ${USUAL} ×1`])
  })
})

describe('the drafts that help with a step', () => {
  const late = { title: 'Checkout', status: 'late' } as const
  const drafts = (step: NextStep, given: Given) => messagesFor(step, visible(given), AS_OF)
  const outOfScope = { title: 'Quotes', status: 'late', inScope: 'no' } as const

  it.each<[NextStep, readonly Partial<Contact>[], readonly MessageKind[]]>([
    ['ANSWER_PARTNER', [asked, reply('2026-11-20', { answer: 'asks' })], ['answer']],
    ['CHECK_DELIVERY', [asked, reply('2026-11-20', { answer: 'done' })], ['notAccepted']],
    ['CHASE_PLAN', [asked, plan('2026-11-05', '2026-11-23')], ['followUp']],
    ['CONTACT_PARTNER', [], ['first']],
    ['AWAIT_PARTNER', [request('2026-11-23')], ['followUp']],
    ['FOLLOW_PLAN', [asked, plan('2026-11-05', '2026-12-10')], ['accept', 'followUp']],
    ['HAND_OVER', [asked], ['followUp']],
    ['RAISE_WITH_MANAGEMENT', [asked], ['followUp']],
    ['ANSWER_PARTNER', [asked], []],
    ['CHECK_DELIVERY', [asked], []],
    ['HAND_OVER', [], []],
    ['FOLLOW_PLAN', [asked], ['followUp']],
    ['REVISIT_SCOPE', [asked], []],
  ])('%s with %j: %j', (step, log, kinds) => {
    expect(drafts(step, { deliverables: [late], log })).toEqual(kinds)
  })

  it('follow a change up once it was refused', () => {
    const refused = [asked, reply('2026-11-20', { answer: 'refused' })]
    expect(drafts('SETTLE_CHANGES', { deliverables: [late, outOfScope], log: [asked] })).toEqual(['change'])
    expect(drafts('SETTLE_CHANGES', { deliverables: [late, outOfScope], log: refused })).toEqual(['change', 'followUp'])
    expect(drafts('SETTLE_CHANGES', { deliverables: [late], log: refused })).toEqual(['followUp'])
    expect(drafts('SETTLE_CHANGES', { deliverables: [{ ...outOfScope, changeRequest: 'CR-4' }] })).toEqual([])
    const additions = { answers: { 'added.any': 'yes' }, additions: [{ title: 'A', changeRequest: 'CR-4' }] }
    expect(drafts('SETTLE_CHANGES', additions)).toEqual([])
    expect(drafts('SETTLE_CHANGES', { ...additions, additions: [{ title: 'A' }] })).toEqual(['change'])
  })

  it('begin with the next step; where none helps with that, with what else is open', () => {
    const answers = visible({ deliverables: [late], log: [] })
    const { asOf } = assess(answers, AS_OF, 'en')
    const open = (...actions: NextStep[]) => actions.map((action) => ({ action })) as never
    expect(nextMessage({ next: 'CONTACT_PARTNER', open: open(), asOf }, answers)).toBe('first')
    expect(nextMessage({ next: 'REVISIT_SCOPE', open: open('HAND_OVER', 'CONTACT_PARTNER'), asOf }, answers)).toBe(
      'first',
    )
    expect(nextMessage({ next: 'REVISIT_SCOPE', open: open(), asOf }, answers)).toBeNull()
  })
})
