import { describe, expect, it } from 'vitest'
import { partnerStanding } from '../../../src/domain/areas/partner/matters.ts'
import { reasonWithoutDay } from '../../../src/domain/assessment/assess.ts'
import type { Lists } from '../../../src/domain/case/answers.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { defaultChoice, messageOf, messagesFor, rowsFor } from '../../../src/domain/messages/messages.ts'
import { remindersOf } from '../../../src/domain/reminders/reminders.ts'
import { nextForReader, nextHeading, nextText, resultOf } from '../../../src/i18n/assessmentWords.ts'
import { createWords } from '../../../src/i18n/i18n.ts'
import { wordsOf } from '../../../src/i18n/wordsOf.ts'
import { aCase, allButThePartner, assessed, reply, request, settledRows } from '../../support/aCase.ts'

const words = await wordsOf(await createWords('en'), 'en')

type Contact = Partial<Lists['partner.log']>

const missing = (title: string, more: object = {}) => ({ title, status: 'missing', inScope: 'yes', ...more }) as const

/** Everything settled but the talk about the deliverables; S1, S2 and S3 are `row-1`, `row-2` and `row-3`. */
const talkedAbout = (deliverables: readonly object[], ...log: readonly Contact[]) =>
  aCase(allButThePartner, { ...settledRows, 'scope.deliverables': deliverables as never, 'partner.log': log })

const on = (asOf: string, ...log: readonly Contact[]) => {
  const { next, until, warranted, state } = assessed(talkedAbout([missing('Search')], ...log), asOf)
  return { next, until, warranted, thread: state.matters[0]?.state }
}
const threadsOf = (asOf: string, deliverables: readonly object[], ...log: readonly Contact[]) =>
  assessed(talkedAbout(deliverables, ...log), asOf).state.matters.map(({ state }) => state)

const plan = (date: string, promised: string, more: Contact = {}) => reply(date, { answer: 'plan', promised, ...more })

describe('what an answer counts as', () => {
  it('gives the merchant the turn where something is done or asked for, for as long as it stands', () => {
    expect(on('2027-06-01', request('2026-11-02'), reply('2026-11-04', { answer: 'done' })).next).toBe('CHECK_DELIVERY')
    expect(on('2027-06-01', request('2026-11-02'), reply('2026-11-04', { answer: 'asks' })).next).toBe('ANSWER_PARTNER')
  })

  it('gives the partner its time again once it has what it asked for, and not before', () => {
    const asked = [request('2026-11-02'), reply('2026-11-04', { answer: 'asks' })]
    const given = { date: '2026-11-06', from: 'merchant', gave: 'yes' } as const
    expect(on('2026-11-09', ...asked, given)).toMatchObject({ next: 'AWAIT_PARTNER', until: '2026-11-13' })
    expect(on('2026-11-16', ...asked, given)).toMatchObject({ next: 'HAND_OVER', thread: 'SILENT' })
    expect(on('2026-11-16', ...asked, { ...given, gave: 'no' }).next).toBe('ANSWER_PARTNER')
    expect(on('2026-11-16', ...asked, request('2026-11-06')).next).toBe('ANSWER_PARTNER')
  })

  it('takes an automatic reply as no answer', () => {
    const confirmed = reply('2026-11-03', { answer: 'auto', autoSays: 'confirmation' })
    expect(on('2026-11-09', request('2026-11-02'), confirmed)).toMatchObject({ thread: 'AWAIT', until: '2026-11-09' })
    expect(on('2026-11-10', request('2026-11-02'), confirmed).thread).toBe('SILENT')
  })

  it('gives somebody who is away two working days after it, and a later reply counts alone', () => {
    const away = (promised: string, date = '2026-11-03') => reply(date, { answer: 'auto', autoSays: 'away', promised })
    const asked = request('2026-11-02', { answerBy: '2026-11-06' })
    expect(on('2026-11-17', asked, away('2026-11-13'))).toMatchObject({ thread: 'AWAIT', until: '2026-11-17' })
    expect(on('2026-11-18', asked, away('2026-11-13')).thread).toBe('SILENT')
    expect(on('2026-11-10', asked, away('2026-11-13'), away('2026-11-05', '2026-11-04')).thread).toBe('SILENT')
  })

  it('counts no request to somebody who has left, and the next one to somebody else', () => {
    const left = reply('2026-11-03', { answer: 'auto', autoSays: 'left' })
    expect(on('2026-11-30', request('2026-11-02'), left).next).toBe('CONTACT_PARTNER')
    expect(on('2026-11-09', request('2026-11-02'), left, request('2026-11-05'))).toMatchObject({ until: '2026-11-12' })
    expect(on('2026-11-30', request('2026-11-02'), left, plan('2026-11-06', '2026-12-10')).next).toBe('FOLLOW_PLAN')
  })

  it('waits for a reminder after what was given, too', () => {
    const asked = [request('2026-11-02'), reply('2026-11-04', { answer: 'asks' })]
    const given = { date: '2026-11-06', from: 'merchant', gave: 'yes' } as const
    expect(on('2026-11-16', ...asked, given, request('2026-11-10', { answerBy: '2026-11-20' }))).toMatchObject({
      thread: 'AWAIT',
      until: '2026-11-20',
    })
  })

  it('waits until the day that a second answer to what they asked for names', () => {
    const asked = [request('2026-11-02'), reply('2026-11-04', { answer: 'asks' })]
    const given = { date: '2026-11-06', from: 'merchant', gave: 'yes' } as const
    const again = { ...given, date: '2026-11-16', answerBy: '2026-11-20' }
    expect(on('2026-11-16', ...asked, given, again)).toMatchObject({ thread: 'AWAIT', until: '2026-11-20' })
    expect(on('2026-11-16', ...asked, given, { ...again, gave: 'no' }).thread).toBe('SILENT')
  })

  it('lets a clear answer stand where a vague one follows', () => {
    const asked = request('2026-11-02')
    const thenVague = (answer: Contact) =>
      on('2026-12-01', asked, answer, reply('2026-11-10', { answer: 'unclear' })).thread
    expect(thenVague(plan('2026-11-04', '2026-12-10'))).toBe('PLAN')
    expect(thenVague(reply('2026-11-04', { answer: 'done' }))).toBe('TO_CHECK')
    expect(thenVague(reply('2026-11-04', { answer: 'asks' }))).toBe('OURS')
    expect(thenVague(reply('2026-11-04', { answer: 'refused' }))).toBe('REFUSED')
    const undated = reply('2026-11-10', { answer: 'plan' })
    expect(on('2026-12-01', asked, plan('2026-11-04', '2026-12-10'), undated).thread).toBe('PLAN')
  })

  it('gives vague answers the time that the request gave, and none after one to nobody in particular', () => {
    const vague = (date: string) => reply(date, { answer: 'unclear' })
    const twice = [request('2026-11-02'), vague('2026-11-03'), vague('2026-11-04')]
    expect(on('2026-11-06', ...twice)).toMatchObject({ thread: 'AWAIT', until: '2026-11-09' })
    expect(on('2026-11-10', ...twice).thread).toBe('UNCLEAR')
    const left = reply('2026-11-03', { answer: 'auto', autoSays: 'left' })
    expect(on('2026-11-06', request('2026-11-02'), left, vague('2026-11-05')).thread).toBe('UNCLEAR')
  })

  it('takes a day from nobody but who is away, and only one that lies ahead', () => {
    const auto = (autoSays: 'away' | 'confirmation', promised: string | null, date = '2026-11-03') =>
      reply(date, { answer: 'auto', autoSays, promised })
    const asked = request('2026-11-02')
    expect(on('2026-11-10', asked, auto('confirmation', '2026-11-20')).thread).toBe('SILENT')
    expect(on('2026-11-10', asked, auto('away', null)).thread).toBe('SILENT')
    expect(on('2026-11-10', asked, auto('away', '2026-11-09', '2026-11-09'))).toMatchObject({ until: '2026-11-11' })
  })

  it('waits until the kind of an answer is said, where a promised day has passed, too', () => {
    const log = [request('2026-10-01'), plan('2026-10-02', '2026-10-16'), reply('2026-10-12', {})]
    expect(on('2026-10-14', ...log).thread).toBe('PLAN')
    expect(on('2026-10-19', ...log).thread).toBe('UNSORTED')
    expect(on('2026-10-28', ...log).thread).toBe('UNSORTED')
  })

  it('waits until the kind of an answer is said, and no other answer makes up for it but one with a kind', () => {
    const unsorted = [request('2026-11-02'), reply('2026-11-04', {})]
    expect(on('2026-12-30', ...unsorted)).toMatchObject({ next: 'NAME_ANSWER', warranted: false })
    expect(on('2026-12-30', ...unsorted, request('2026-11-20')).next).toBe('NAME_ANSWER')
    expect(on('2026-12-30', ...unsorted, reply('2026-11-20', { answer: 'done' })).next).toBe('CHECK_DELIVERY')
  })
})

describe('promised days', () => {
  const asked = request('2026-10-01')

  it('that did not hold are counted, moved before or after they had passed', () => {
    const moved = [asked, plan('2026-10-02', '2026-10-16'), plan('2026-10-12', '2026-10-30')]
    expect(on('2026-10-28', ...moved)).toMatchObject({ thread: 'PLAN', until: '2026-10-30' })
    expect(on('2026-11-03', ...moved)).toMatchObject({ thread: 'REPEATED', warranted: true })
    expect(on('2026-11-09', ...moved, plan('2026-11-02', '2026-12-18'))).toMatchObject({ next: 'HAND_OVER' })
  })

  it('are one day where a month holds the promised one, or an earlier one is named', () => {
    const month = [asked, plan('2026-10-02', '2026-10-16'), plan('2026-10-05', '2026-10')]
    expect(on('2026-10-20', ...month)).toMatchObject({ thread: 'PLAN', until: '2026-10-31' })
    expect(on('2026-11-04', ...month).thread).toBe('BROKEN')
    expect(on('2026-10-20', asked, plan('2026-10-02', '2026-10-30'), plan('2026-10-05', '2026-10-23')).thread).toBe(
      'PLAN',
    )
  })

  it('that both have moved mean the later day', () => {
    const agreed = missing('Search', {
      promised: '2026-09-30',
      moves: [{ date: '2026-10-30', agreed: 'yes', toldOn: null, changeRequest: null }],
    })
    expect(
      threadsOf('2026-11-05', [{ ...agreed, status: 'unsatisfactory' }], asked, plan('2026-10-02', '2026-10-16')),
    ).toEqual(['BROKEN'])
    expect(
      threadsOf('2026-10-20', [{ ...agreed, status: 'unsatisfactory' }], asked, plan('2026-10-02', '2026-10-16')),
    ).toEqual(['PLAN'])
  })

  it('give two working days to a request after them, and are not forgiven by politeness', () => {
    const broken = [asked, plan('2026-10-02', '2026-10-16')]
    expect(on('2026-10-21', ...broken, request('2026-10-19'))).toMatchObject({ thread: 'AWAIT', until: '2026-10-21' })
    const patient = [
      request('2026-10-01', { answerBy: '2026-10-08' }),
      request('2026-10-09', { answerBy: '2026-10-16' }),
      request('2026-10-19', { answerBy: '2026-10-30' }),
    ]
    expect(on('2026-10-15', ...patient.slice(0, 2)).thread).toBe('AWAIT')
    expect(on('2026-10-20', ...patient).thread).toBe('SILENT')
  })
})

describe('days that are named', () => {
  const asked = (date: string, answerBy: string) => request(date, { answerBy })

  it('are the latest of them, in whichever order they were written', () => {
    expect(on('2026-11-16', asked('2026-11-02', '2026-11-20'), asked('2026-11-09', '2026-11-12')).until).toBe(
      '2026-11-20',
    )
  })

  it('are enough to be silent once two have passed that gave two working days', () => {
    const third = asked('2026-11-10', '2026-11-30')
    const short = [asked('2026-11-02', '2026-11-03'), asked('2026-11-04', '2026-11-05'), third]
    expect(on('2026-11-11', ...short).thread).toBe('AWAIT')
    const enough = [asked('2026-11-02', '2026-11-04'), asked('2026-11-05', '2026-11-09'), third]
    expect(on('2026-11-11', ...enough).thread).toBe('SILENT')
    const today = [asked('2026-11-02', '2026-11-04'), asked('2026-11-05', '2026-11-11'), third]
    expect(on('2026-11-11', ...today).thread).toBe('AWAIT')
    expect(on('2026-11-12', ...today).thread).toBe('SILENT')
  })

  it('wait for who was away, and two working days longer', () => {
    const away = reply('2026-11-03', { answer: 'auto', autoSays: 'away', promised: '2026-11-18' })
    const log = [
      asked('2026-11-02', '2026-11-06'),
      away,
      asked('2026-11-09', '2026-11-13'),
      asked('2026-11-16', '2026-11-30'),
    ]
    expect(on('2026-11-19', ...log).thread).toBe('AWAIT')
    expect(on('2026-11-20', ...log).thread).toBe('AWAIT')
    expect(on('2026-11-23', ...log).thread).toBe('SILENT')
  })
})

describe('what a promise means for the next request', () => {
  const log = [request('2026-10-01'), plan('2026-10-02', '2026-10-16')]

  it('is five working days on the promised day itself, and where the day was named twice', () => {
    expect(on('2026-10-19', ...log, request('2026-10-16'))).toMatchObject({ thread: 'AWAIT', until: '2026-10-23' })
    const again = plan('2026-10-05', '2026-10-16')
    expect(on('2026-10-15', ...log, again, request('2026-10-15')).until).toBe('2026-10-22')
    const asks = reply('2026-10-16', { answer: 'asks' })
    const given = { date: '2026-10-16', from: 'merchant', gave: 'yes' } as const
    expect(on('2026-10-19', ...log, asks, given).until).toBe('2026-10-23')
  })

  it('is five from a first request that was written before it, whatever is written after it', () => {
    expect(on('2026-10-19', ...log, request('2026-10-14'), request('2026-10-19')).until).toBe('2026-10-21')
  })

  it('is two once it has passed, also where the partner wrote first', () => {
    const done = reply('2026-10-19', { answer: 'done' })
    const notAccepted = request('2026-10-20')
    expect(on('2026-10-21', ...log, done, notAccepted).until).toBe('2026-10-22')
  })
})

describe('months in the log', () => {
  it('count once they have begun, before what was entered next in them', () => {
    const months = [request('2026-10'), plan('2026-10-20', '2026-11-30')]
    expect(on('2026-11-02', ...months)).toMatchObject({ thread: 'PLAN' })
    expect(on('2026-10-25', request('2026-10'))).toMatchObject({ thread: 'AWAIT' })
    expect(on('2026-11-30', request('2026-12')).next).toBe('CONTACT_PARTNER')
    expect(on('2026-11-15', request('2026-10')).thread).toBe('SILENT')
  })
})

describe('matters', () => {
  const two = [missing('Search'), missing('Menu')]

  it('have a thread each: a promise for one covers no other', () => {
    const log = [
      request('2026-11-02', { answerBy: '2026-11-09' }),
      plan('2026-11-05', '2026-12-10', { about: ['row-1'] }),
    ]
    expect(threadsOf('2026-11-16', two, ...log)).toEqual(['PLAN', 'SILENT'])
    expect(assessed(talkedAbout(two, ...log), '2026-11-16')).toMatchObject({ next: 'HAND_OVER', warranted: true })
  })

  it('are what is due: not what comes later, and what is out of scope only with a change request', () => {
    const later = missing('Later', { promised: '2027-03-01' })
    const order = missing('Order', { inScope: 'no', changeRequest: 'CR-1' })
    const noOrder = missing('No order', { inScope: 'no' })
    expect(threadsOf('2026-11-16', [missing('Search'), later, noOrder], request('2026-11-02'))).toHaveLength(1)
    expect(threadsOf('2026-11-16', [order, later], request('2026-11-02'))).toHaveLength(1)
    expect(threadsOf('2026-11-16', [later], request('2026-11-02'))).toEqual(['SILENT'])
  })

  it('are due where the partner has moved the date on their own', () => {
    const later = missing('Later', { promised: '2027-03-01' })
    const moved = { date: '2027-06-01', agreed: 'no', toldOn: null, changeRequest: null }
    const next = (row: object, ...log: readonly Contact[]) => assessed(talkedAbout([row], ...log), '2026-11-16').next
    const asked = request('2026-11-02')
    expect(next(later, asked)).toBe('NOT_DUE')
    expect(next({ ...later, moves: [moved] }, asked)).toBe('HAND_OVER')
    expect(next(later, asked, plan('2026-11-04', '2027-06-01'))).toBe('FOLLOW_PLAN')
    expect(next({ ...later, status: 'unsatisfactory' }, asked)).toBe('HAND_OVER')
  })

  it('are due by the word of the partner about them alone', () => {
    const later = missing('Later', { promised: '2027-03-01' })
    const threads = (about: string) =>
      threadsOf(
        '2026-11-16',
        [missing('Search'), later],
        request('2026-11-02'),
        plan('2026-11-04', '2027-06-01', { about: [about] }),
      )
    expect(threads('row-2')).toEqual(['SILENT', 'PLAN'])
    expect(threads('row-1')).toEqual(['PLAN'])
    const unknown = { date: { unknown: true }, agreed: 'no', toldOn: null, changeRequest: null }
    expect(assessed(talkedAbout([{ ...later, moves: [unknown] }]), '2026-11-16').next).toBe('NOT_DUE')
  })

  it('keep the promised day where the partner alone has moved it, or both to an earlier one', () => {
    const moved = (date: string, agreed: string) =>
      missing('Search', { status: 'unsatisfactory', moves: [{ date, agreed, toldOn: null, changeRequest: null }] })
    const log = [request('2026-10-01'), plan('2026-10-02', '2026-10-16')]
    expect(threadsOf('2026-10-28', [moved('2026-10-30', 'no')], ...log)).toEqual(['BROKEN'])
    expect(threadsOf('2026-10-14', [moved('2026-10-09', 'yes')], ...log)).toEqual(['PLAN'])
  })

  it('wait for what comes first: a promised day, or an answer', () => {
    const next = (promised: string) => {
      const promise = plan('2026-11-04', promised, { about: ['row-1'] })
      const { next, until } = assessed(talkedAbout(two, request('2026-11-03'), promise), '2026-11-06')
      return [next, until]
    }
    expect(next('2026-11-09')).toEqual(['FOLLOW_PLAN', '2026-11-09'])
    expect(next('2026-11-10')).toEqual(['AWAIT_PARTNER', '2026-11-10'])
    expect(next('2026-11-12')).toEqual(['AWAIT_PARTNER', '2026-11-10'])
  })

  it('are an order where every change was refused, and a matter for the account team where one met silence', () => {
    const order = (title: string) => missing(title, { inScope: 'no', changeRequest: 'CR-1' })
    const no = (about: string[]) => reply('2026-11-04', { answer: 'refused', about })
    const refused = (about: string[]) =>
      assessed(talkedAbout([order('One'), order('Two')], request('2026-11-02'), no(about)), '2026-11-16')
    expect(refused(['row-1', 'row-2'])).toMatchObject({ next: 'SETTLE_CHANGES', warranted: false })
    expect(refused(['row-1']).state.matters.map(({ state }) => state)).toEqual(['REFUSED', 'SILENT'])
    expect(refused(['row-1'])).toMatchObject({ warranted: true })
  })

  it('have no row of somebody else, and none about what is gone', () => {
    const log = [request('2026-11-02'), { ...plan('2026-11-04', '2026-12-20'), from: 'other' } as const]
    expect(threadsOf('2026-11-16', two, ...log)).toEqual(['SILENT', 'SILENT'])
    expect(threadsOf('2026-11-16', two, request('2026-11-02', { about: ['gone'] }))).toEqual(['NOT_TOLD', 'NOT_TOLD'])
    expect(on('2026-11-16', request('2026-11-02', { about: ['gone', 'row-1'] })).thread).toBe('SILENT')
  })

  it('are named in a draft only with the days that were about them', () => {
    const log = [
      request('2026-11-02', { answerBy: '2026-11-09', about: ['row-1'] }),
      request('2026-11-12', { answerBy: '2026-11-30', about: ['row-2'] }),
    ]
    const visible = visibleAnswers(interview, talkedAbout(two, ...log).answers)
    const titles = rowsFor('followUp', visible, '2026-11-16').deliverables.map(({ title }) => title)
    expect(titles).toEqual(['Search'])
    const draft = messageOf('followUp', visible, defaultChoice('followUp', visible, '2026-11-16'), '2026-11-16')
    expect(JSON.stringify(draft)).toContain('2026-11-02')
    expect(JSON.stringify(draft)).not.toMatch(/2026-11-12|Menu/)
  })

  it('have a yes to the plan for what was promised alone', () => {
    const log = [request('2026-11-02'), plan('2026-11-04', '2026-12-10', { about: ['row-2'] })]
    const visible = visibleAnswers(interview, talkedAbout(two, ...log).answers)
    expect(rowsFor('accept', visible, '2026-11-06').deliverables.map(({ title }) => title)).toEqual(['Menu'])
  })

  it('have drafts that fit the step, and none where there is nothing to write about', () => {
    const kinds = (step: 'ANSWER_PARTNER' | 'CHECK_DELIVERY' | 'CHASE_PLAN', ...log: readonly Contact[]) =>
      messagesFor(step, visibleAnswers(interview, talkedAbout(two, ...log).answers), '2026-11-16')
    const asked = request('2026-11-02')
    expect(kinds('ANSWER_PARTNER', asked, reply('2026-11-04', { answer: 'asks' }))).toEqual(['answer'])
    expect(kinds('CHECK_DELIVERY', asked, reply('2026-11-04', { answer: 'done' }))).toEqual(['notAccepted'])
    expect(kinds('CHASE_PLAN', asked, plan('2026-11-04', '2026-11-13'))).toEqual(['followUp'])
    expect(kinds('CHASE_PLAN')).toEqual([])
  })

  it('are one day to remember where they wait for the same', () => {
    const visible = visibleAnswers(interview, talkedAbout(two, request('2026-11-13')).answers)
    expect(remindersOf(visible, '2026-11-16').map(({ kind, date }) => [kind, date])).toEqual([
      ['answerBy', '2026-11-20'],
    ])
    const later = visibleAnswers(interview, talkedAbout([missing('Later', { promised: '2027-03' })]).answers)
    expect(remindersOf(later, '2026-11-16')).toMatchObject([{ kind: 'promised', of: 'row-1', date: '2027-03-31' }])
  })
})

describe('what is odd', () => {
  it('lets the log win over "not told", and keeps it as history where nobody can be reached', () => {
    const told = (value: string) =>
      assessed(
        aCase(
          { ...allButThePartner, 'partner.told': value },
          { ...settledRows, 'partner.log': [request('2026-11-02')] },
        ),
        '2026-11-16',
      )
    expect(told('no')).toMatchObject({ next: 'HAND_OVER', warranted: true })
    expect(told('cannot')).toMatchObject({ next: 'HAND_OVER', warranted: true, open: [] })
  })

  it('is a solution that lies ahead: it is not solved yet', () => {
    const solved = (day: string) =>
      aCase(
        { ...allButThePartner, 'partner.solvedOn': day },
        { ...settledRows, 'partner.log': [request('2026-11-02')] },
      )
    expect(assessed(solved('2026-11-16'), '2026-11-16').state.partner).toBe('solved')
    expect(assessed(solved('2026-11-17'), '2026-11-16').state.partner).not.toBe('solved')
  })

  it('is a day before its message: it is not counted', () => {
    expect(on('2026-11-05', request('2026-11-02', { answerBy: '2026-10-30' })).until).toBe('2026-11-09')
    expect(on('2026-11-09', request('2026-11-02'), plan('2026-11-04', '2026-11-03'))).toMatchObject({ thread: 'AWAIT' })
  })

  it('is the same row twice, or rows without days: nothing changes', () => {
    const asked = request('2026-11-02', { answerBy: '2026-11-09' })
    expect(on('2026-11-16', asked, asked)).toEqual(on('2026-11-16', asked))
    const undated = { from: 'partner', answer: 'refused', date: { unknown: true } } as const
    expect(on('2026-11-16', asked, undated)).toEqual(on('2026-11-16', asked))
  })

  it('is a log of five thousand rows about forty matters: it is assessed all the same', () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => {
      const day = `2026-${String(1 + (at % 10)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`
      return at % 2 === 0 ? request(day, { about: [`row-${1 + (at % 40)}`] }) : reply(day, { answer: 'unclear' })
    })
    const current = talkedAbout(
      Array.from({ length: 40 }, (_, at) => missing(`Part ${at}`)),
      ...rows,
    )
    const visible = visibleAnswers(interview, current.answers)
    const assessment = assessed({ ...current, answers: visible }, '2026-11-16')
    expect(assessment.state.matters).toHaveLength(40)
    expect(assessment.next).toBe('HAND_OVER')
  })
})

describe('somebody who has told the partner without a row that says so', () => {
  const said = (told: string, ...log: readonly Contact[]) =>
    assessed(
      aCase(
        { ...allButThePartner, 'partner.told': told },
        { ...settledRows, 'scope.deliverables': [missing('Search')], 'partner.log': log },
      ),
      '2026-11-24',
    )
  const variantOf = ({ open }: ReturnType<typeof said>) =>
    open.flatMap(({ reasons }) => reasons).find(({ rule }) => rule === 'partner.told')?.variant

  it('is asked for the day, and not told to talk first', () => {
    const assessment = said('yes')
    expect([assessment.next, variantOf(assessment)]).toEqual(['CONTACT_PARTNER', 'notLogged'])
    expect(nextHeading(words, resultOf(assessment))).toBe('Record when you told the partner')
    expect(nextText(words, assessment)).toMatch(/^Add it to the contact log/)
    expect(nextForReader(words, resultOf(assessment))).toBe('The day the partner was told is not recorded')
  })

  it('is asked for the day of that matter where another has not been raised at all', () => {
    const both = assessed(
      aCase(
        { ...allButThePartner, 'partner.told': 'yes' },
        {
          ...settledRows,
          'scope.deliverables': [missing('Search'), missing('Checkout')],
          'partner.log': [{ from: 'merchant', concernStated: 'yes', about: ['row-2'] }],
        },
      ),
      '2026-11-24',
    )
    const open = both.open.find(({ action }) => action === both.next)
    expect(nextHeading(words, resultOf(both))).toBe('Record when you told the partner')
    expect(open && reasonWithoutDay(open)?.about).toMatch(/^partner\.log/)
  })

  it('is told to talk first where it said so, and everything goes on as ever once a row has a day', () => {
    expect(variantOf(said('no'))).toBeUndefined()
    expect(nextHeading(words, resultOf(said('no')))).toBe('Talk to your partner first')
    expect(variantOf(said('yes', { from: 'merchant', concernStated: 'yes' }))).toBe('undated')
    expect(said('yes', request('2026-11-20')).next).toBe('AWAIT_PARTNER')
  })
})

describe('what is unfair to nobody', () => {
  const about = (id: string) => ({ about: [id] })
  const threadIn = (asOf: string, ...given: Parameters<typeof talkedAbout>) =>
    partnerStanding(visibleAnswers(interview, talkedAbout(...given).answers), asOf).matters[0]?.thread

  const unsaid = ['Search', 'Checkout', 'Prices'].map((title) => ({ ...missing(title), status: null }))
  const planFor = (row: number, date: string, promised: string) => plan(date, promised, about(`row-${row}`))
  const outcomeOf = (asOf: string, ...log: readonly Contact[]) => {
    const { next, until } = assessed(talkedAbout(unsaid, ...log), asOf)
    return [next, until]
  }
  const outcome = (asOf: string, ...log: readonly Contact[]) => outcomeOf(asOf, request('2026-11-02'), ...log)

  it('lets plans for different deliverables stand beside each other: none of them is a date that was moved', () => {
    const three = [
      planFor(1, '2026-11-04', '2027-04-01'),
      planFor(2, '2026-11-05', '2027-03-01'),
      planFor(3, '2026-11-06', '2027-05-03'),
    ]
    expect(outcome('2026-11-27', ...three)).toEqual(['FOLLOW_PLAN', '2027-03-01'])
    // One of them moves: the others stand as they were.
    expect(outcome('2026-11-27', ...three, planFor(2, '2026-11-20', '2027-06-01'))).toEqual([
      'FOLLOW_PLAN',
      '2027-04-01',
    ])
    expect(outcome('2027-04-20', ...three, planFor(2, '2026-11-20', '2027-06-01'))[0]).toBe('HAND_OVER')
  })

  it('does not let a plan for one wipe out what they need for another, or say is done', () => {
    const needs = reply('2026-11-04', { answer: 'asks', ...about('row-1') })
    expect(outcome('2026-11-27', needs, planFor(2, '2026-11-05', '2027-03-01'))[0]).toBe('ANSWER_PARTNER')
    const done = reply('2026-11-04', { answer: 'done', ...about('row-1') })
    expect(outcome('2026-11-27', done, planFor(2, '2026-11-05', '2027-03-01'))[0]).toBe('CHECK_DELIVERY')
    // What nobody has asked about is no matter, and takes nothing from those that are.
    expect(
      outcomeOf(
        '2026-11-27',
        request('2026-11-02', about('row-1')),
        planFor(1, '2026-11-04', '2026-12-01'),
        planFor(2, '2026-11-05', '2026-12-08'),
      ),
    ).toEqual(['FOLLOW_PLAN', '2026-12-01'])
    // Answered together first, and apart after that.
    const together = plan('2026-11-04', '2026-12-01', { about: ['row-1', 'row-2'] })
    expect(
      outcome('2026-11-27', together, planFor(1, '2026-11-05', '2027-01-15'), planFor(2, '2026-11-06', '2027-02-20')),
    ).toEqual(['FOLLOW_PLAN', '2027-01-15'])
    expect(
      threadsOf(
        '2026-11-27',
        unsaid,
        request('2026-11-02', about('row-1')),
        needs,
        planFor(2, '2026-11-05', '2027-03-01'),
      ),
    ).toHaveLength(1)
  })

  it('goes on counting a date that was moved for the same deliverable, and one that has passed', () => {
    const one = [missing('Search'), missing('Checkout')].map((row) => ({ ...row, status: null }))
    const missedOf = (asOf: string, ...log: readonly Contact[]) =>
      threadIn(asOf, one, request('2026-11-02'), ...log)?.missed
    const first = plan('2026-11-04', '2026-11-20', about('row-1'))
    expect(missedOf('2026-11-10', first, plan('2026-11-06', '2026-12-01', about('row-1')))).toEqual(['2026-11-20'])
    expect(missedOf('2026-11-10', first, plan('2026-11-06', '2026-12-01'))).toEqual(['2026-11-20'])
    expect(missedOf('2026-11-27', first, plan('2026-11-25', '2026-12-01', about('row-2')))).toEqual(['2026-11-20'])
  })

  it('gives the turn to whoever says that they have not given what they were asked for', () => {
    const asks = [reply('2026-09-01', { answer: 'asks' }), reply('2026-10-15', { answer: 'unclear' })]
    const complaint = request('2026-11-02', { gave: 'no' })
    expect(on('2026-11-27', ...asks, complaint)).toMatchObject({ next: 'ANSWER_PARTNER', warranted: false })
    const given = { date: '2026-11-20', from: 'merchant', gave: 'yes' } as const
    expect(on('2026-11-24', ...asks, complaint, given)).toMatchObject({ next: 'AWAIT_PARTNER', until: '2026-11-27' })
    for (const gave of ['yes', null] as const)
      expect(on('2026-11-27', ...asks, request('2026-11-02', { gave })).next).toBe('HAND_OVER')
    const promised = plan('2026-10-20', '2026-12-01')
    expect(on('2026-11-27', ...asks, promised, complaint).next).toBe('HAND_OVER')
    // Given meanwhile: nothing was asked for since. Said at the second request only: it counts as well.
    expect(on('2026-11-27', ...asks, { ...given, date: '2026-10-20' }, complaint).next).toBe('HAND_OVER')
    const second = request('2026-11-16', { gave: 'no' })
    expect(on('2026-11-27', ...asks, request('2026-11-02'), second).next).toBe('ANSWER_PARTNER')
  })

  it('takes what came back for told, also where its deliverable still stands as delivered', () => {
    const delivered = { ...missing('Search'), status: 'delivered' }
    const back = (asOf: string) => {
      const current = aCase(
        { ...allButThePartner, 'partner.solvedOn': '2026-10-02' },
        {
          ...settledRows,
          'scope.deliverables': [delivered as never],
          'partner.log': [request('2026-09-01'), request('2026-11-16', { answerBy: '2026-11-20', about: ['row-1'] })],
        },
      )
      const { turn, open } = assessed(current, asOf)
      return [turn, open.flatMap(({ reasons }) => reasons).some(({ rule }) => rule === 'partner.told')]
    }
    expect(back('2026-11-27')).toEqual(['ACCOUNT_TEAM', false])
  })

  it('lets what was solved stay solved until it is raised again, whatever its status', () => {
    const two: object[] = [missing('Search'), missing('Checkout')]
    const solvedThen = (asOf: string, statuses: readonly string[], ...log: readonly Contact[]) =>
      assessed(
        aCase(
          { ...allButThePartner, 'partner.solvedOn': '2026-10-02' },
          {
            ...settledRows,
            'scope.deliverables': two.map((row, at) => ({ ...row, status: statuses[at] })) as never,
            'partner.log': [
              request('2026-09-01'),
              request('2026-11-16', { answerBy: '2026-11-20', ...about('row-1') }),
              ...log,
            ],
          },
        ),
        asOf,
      )
    for (const statuses of [
      ['delivered', 'missing'],
      ['missing', 'missing'],
    ]) {
      const { turn, next, open } = solvedThen('2026-11-27', statuses)
      expect([turn, next]).toEqual(['ACCOUNT_TEAM', 'HAND_OVER'])
      expect(open.map(({ action }) => action)).not.toContain('CONTACT_PARTNER')
      const promised = plan('2026-11-18', '2026-12-18', about('row-1'))
      expect(solvedThen('2026-11-27', statuses, promised).next).toBe('FOLLOW_PLAN')
    }
    // What is not due yet, or was never agreed, is no news by itself.
    const followed = (row: object) =>
      assessed(
        aCase(
          { ...allButThePartner, 'partner.solvedOn': '2026-10-02' },
          {
            ...settledRows,
            'scope.deliverables': [{ ...two[0], status: 'delivered' }, row] as never,
            'partner.log': [
              request('2026-09-01'),
              request('2026-11-16', about('row-1')),
              plan('2026-11-18', '2026-12-18', about('row-1')),
            ],
          },
        ),
        '2026-11-27',
      ).next
    expect(followed({ ...missing('Prices'), status: 'unsatisfactory', promised: '2027-04-01' })).toBe('FOLLOW_PLAN')
    const never = { ...missing('Quotes'), inScope: 'no', changeRequest: 'CR-12', promised: '2026-11-10' }
    expect(followed(never)).toBe('FOLLOW_PLAN')
    // What fell due after that was never solved.
    two.push({ ...missing('Prices'), promised: '2026-11-10' })
    expect(
      solvedThen('2026-11-27', ['missing', 'missing', 'missing'], plan('2026-11-18', '2026-12-18', about('row-1')))
        .next,
    ).toBe('CONTACT_PARTNER')
  })

  it('hears an answer about what came back, also where the request named nothing', () => {
    const log = [request('2026-09-01'), request('2026-11-16')]
    const rows = { ...settledRows, 'scope.deliverables': [{ ...missing('Search'), status: 'delivered' }] as never }
    const nextOf = (row: Contact) =>
      assessed(
        aCase(
          { ...allButThePartner, 'partner.solvedOn': '2026-10-02' },
          { ...rows, 'partner.log': [...log, { ...row, ...about('row-1') }] },
        ),
        '2026-11-27',
      ).next
    expect(nextOf(reply('2026-11-18', { answer: 'done' }))).toBe('CHECK_DELIVERY')
    expect(nextOf(plan('2026-11-18', '2026-12-18'))).toBe('FOLLOW_PLAN')
  })

  it('asks whoever has written since whether that was what they asked for', () => {
    const asked = [request('2026-11-02'), reply('2026-11-04', { answer: 'asks' })]
    const reasonOf = (...log: readonly Contact[]) => {
      const { open } = assessed(talkedAbout([missing('Search')], ...asked, ...log), '2026-11-16')
      const reason = open.flatMap(({ reasons }) => reasons).find(({ rule }) => rule === 'partner.asks')
      return [reason?.variant, reason?.about]
    }
    expect(reasonOf()).toEqual([undefined, 'partner.log.row-2.answer'])
    expect(reasonOf({ date: '2026-11-06', from: 'merchant' })).toEqual(['written', 'partner.log.row-3.gave'])
    expect(reasonOf({ date: '2026-11-06', from: 'merchant', gave: 'no' })).toEqual([
      undefined,
      'partner.log.row-2.answer',
    ])
  })

  it('names a month that was promised as a month, also among several', () => {
    const plans = [plan('2026-09-02', '2026-09'), plan('2026-10-05', '2026-10-20')]
    const log = [request('2026-09-01'), ...plans, request('2026-11-02')]
    const said = ['2026-09', '2026-10-20']
    expect(threadIn('2026-11-24', [missing('Search')], ...log)?.missed).toEqual(said)
    const { settled } = assessed(talkedAbout([missing('Search')], ...log), '2026-11-24')
    expect(settled.find(({ rule }) => rule === 'partner.repeated')?.days).toEqual(said)
  })
})
