import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Deliverable, Move } from '../../../src/domain/areas/scope/schema.ts'
import { addDays, daysBetween } from '../../../src/domain/dates/plainDate.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { excerpt } from '../../../src/domain/report/excerpt.ts'
import { buildReport } from '../../../src/domain/report/report.ts'
import { buildSheet, FRONT } from '../../../src/domain/report/sheet.ts'
import { axisOf, placeOf } from '../../../src/domain/schedule/axis.ts'
import { buildSchedule } from '../../../src/domain/schedule/schedule.ts'
import { drawnSilences } from '../../../src/domain/schedule/silence.ts'
import { aCase, assessed, reply, request } from '../../support/aCase.ts'
import { anyCase } from '../../support/anyCase.ts'

const AS_OF = '2026-11-24'

type Rows = Parameters<typeof aCase>[1]
const scheduleOf = (rows: Rows, asOf = AS_OF, answers = {}) =>
  buildSchedule(
    visibleAnswers(interview, aCase({ 'scope.concern': 'unmet', ...answers }, rows).answers),
    asOf,
  )
const deliverable = (row: Partial<Deliverable>) =>
  scheduleOf({ 'scope.deliverables': [row] }).tracks[0] ?? null
const moved = (date: string, agreed: 'yes' | 'no'): Move => ({
  date,
  agreed,
  toldOn: null,
  changeRequest: null,
})

describe('a delay', () => {
  it('is counted from the promised date to the day the sheet shows while nothing is here', () => {
    expect(deliverable({ promised: '2026-11-14', status: 'late' })?.delay).toEqual({
      from: '2026-11-14',
      to: AS_OF,
      days: 10,
    })
  })

  it('is none on the promised day itself', () => {
    expect(deliverable({ promised: AS_OF, status: 'late' })?.delay).toBeNull()
  })

  it('ends on the day of the delivery, also where it does not work as agreed', () => {
    const row = { promised: '2026-10-01', status: 'unsatisfactory', deliveredOn: '2026-10-05' } as const
    expect(deliverable(row)?.delay?.days).toBe(4)
  })

  it('cannot be counted of what is here when nobody has said since when', () => {
    expect(deliverable({ promised: '2026-10-01', status: 'delivered' })?.delay).toBeNull()
  })

  it('is counted from a new date that both agreed to, so that a fair delay is seen as fair', () => {
    const track = deliverable({
      promised: '2026-10-01',
      status: 'late',
      moves: [moved('2026-11-20', 'yes'), moved('2026-11-10', 'no')],
    })
    expect(track?.agreed).toBe('2026-11-20')
    expect(track?.delay?.days).toBe(4)
    expect(track?.moves).toEqual([{ date: '2026-11-10', agreed: false }])
  })

  it('does not shrink by a date that the partner set alone', () => {
    const track = deliverable({ promised: '2026-11-14', status: 'late', moves: [moved('2026-12-24', 'no')] })
    expect(track?.delay?.days).toBe(10)
  })

  it('is counted from the last day of a promised month', () => {
    expect(deliverable({ promised: '2026-10', status: 'missing' })?.delay?.days).toBe(24)
  })

  it('is none where no date was promised', () => {
    const { tracks, undated, longest } = scheduleOf({
      'scope.deliverables': [{ title: 'Search', promised: 'none', status: 'missing' }],
    })
    expect(tracks).toEqual([])
    expect(undated).toHaveLength(1)
    expect(longest).toBeNull()
  })
})

describe('the order of the lines', () => {
  it('puts what is affected first, then the longest delay', () => {
    const { tracks, longest } = scheduleOf({
      'scope.deliverables': [
        { promised: '2026-01-01', status: 'delivered', deliveredOn: '2026-06-01' },
        { promised: '2026-11-20', status: 'late' },
        { promised: '2026-11-01', status: 'missing' },
      ],
    })
    expect(tracks.map(({ code }) => code)).toEqual(['S3', 'S2', 'S1'])
    expect(longest?.code).toBe('S3')
  })

  it('draws a plan for a deliverable as a date of the partner’s own', () => {
    const { tracks } = scheduleOf({
      'scope.deliverables': [{ promised: '2026-10-01', status: 'late' }],
      'partner.log': [
        reply('2026-10-05', { answer: 'plan', promised: '2026-10-20', promisedFor: ['row-1'] }),
        reply('2026-10-06', { answer: 'plan', promised: '2026-10-30', promisedFor: [] }),
      ],
    })
    expect(tracks[0]?.moves).toEqual([{ date: '2026-10-20', agreed: false }])
  })
})

describe('a plan that does not count yet', () => {
  it('is not drawn, like the message that it stands in', () => {
    const { tracks } = scheduleOf({
      'scope.deliverables': [{ promised: '2026-10-01', status: 'late' }],
      'partner.log': [
        reply('2099-01-01', { answer: 'plan', promised: '2099-02-01', promisedFor: ['row-1'] }),
        reply(null as unknown as string, { answer: 'plan', promised: '2026-12-01', promisedFor: ['row-1'] }),
      ],
    })
    expect(tracks[0]?.moves).toEqual([])
  })
})

describe('a silence', () => {
  it('runs from the first stated concern without an answer to the partner’s next message', () => {
    const { silences } = scheduleOf({
      'partner.log': [
        request('2026-09-01', { concernStated: 'no' }),
        request('2026-09-10'),
        request('2026-09-20'),
        reply('2026-10-01', { answer: 'unclear' }),
      ],
    })
    expect(silences).toEqual([{ code: 'P2', from: '2026-09-10', to: '2026-10-01', days: 21, ended: true }])
  })

  it('lasts until the day of the sheet where nobody wrote', () => {
    const { silences } = scheduleOf({ 'partner.log': [request('2026-11-04')] })
    expect(silences).toEqual([{ code: 'P1', from: '2026-11-04', to: AS_OF, days: 20, ended: false }])
  })

  it('ends with a message whose kind nobody has recorded: it is a gap in the log, not a silence', () => {
    const { silences } = scheduleOf({ 'partner.log': [request('2026-11-04'), reply('2026-11-05', {})] })
    expect(silences.map(({ days }) => days)).toEqual([1])
  })

  it('ends on the day the partner had put it right', () => {
    const { silences, standing } = scheduleOf({ 'partner.log': [request('2026-10-01')] }, AS_OF, {
      'partner.solvedOn': '2026-10-11',
    })
    expect(silences.map(({ days }) => days)).toEqual([10])
    expect(standing.unanswered).toEqual([])
  })

  it('does not run past that day, whatever the partner writes later', () => {
    const log = [request('2026-01-10'), reply('2026-06-10', { answer: 'unclear' })]
    const { silences } = scheduleOf({ 'partner.log': log }, AS_OF, { 'partner.solvedOn': '2026-01-20' })
    expect(silences.map(({ days }) => days)).toEqual([10])
  })

  it('is drawn from fourteen days on, and named from thirty or among the three longest', () => {
    const silence = (days: number) => ({
      code: 'P1',
      from: '2026-01-01',
      to: addDays('2026-01-01', days),
      days,
      ended: true,
    })
    const drawn = drawnSilences([13, 14, 15, 16, 17, 31].map(silence))
    expect(drawn.map(({ days, labelled }) => [days, labelled])).toEqual([
      [14, false],
      [15, false],
      [16, true],
      [17, true],
      [31, true],
    ])
  })
})

describe('the axis', () => {
  const axisAround = (days: readonly string[]) => {
    const schedule = scheduleOf({
      'scope.deliverables': days.map((promised) => ({ promised, status: 'late' as const })),
    })
    return { schedule, axis: axisOf(schedule, schedule.tracks) }
  }

  it.each([
    ['no dates', []],
    ['one date', ['2026-11-01']],
    ['a day', [AS_OF]],
    ['thirty dates', Array.from({ length: 30 }, (_, at) => addDays('2026-01-01', at * 11))],
    ['thirty years', ['1996-11-24', '2026-11-24']],
    ['the end of the calendar', ['1000-01-01', '9999-12-31']],
  ])('has room and readable names for %s (D-09)', (_, days) => {
    const { axis } = axisAround(days)
    expect(axis.ticks.length).toBeGreaterThan(0)
    expect(axis.ticks.length).toBeLessThanOrEqual(10)
    for (const day of [...days, AS_OF]) {
      expect(day >= axis.from && day <= axis.to).toBe(true)
    }
    expect(new Set(axis.ticks.map(({ date }) => date)).size).toBe(axis.ticks.length)
  })

  it('places every date that is drawn, of any case, between its ends and in order', () => {
    fc.assert(
      fc.property(anyCase, ({ answers }) => {
        const schedule = buildSchedule(visibleAnswers(interview, answers), AS_OF)
        const axis = axisOf(schedule, schedule.tracks)
        expect(daysBetween(axis.from, axis.to)).toBeGreaterThan(0)
        const places = schedule.contacts.map(({ date }) => placeOf(axis, date))
        expect(places).toEqual([...places].sort((a, b) => a - b))
        for (const place of places) expect(place >= 0 && place <= 1).toBe(true)
        for (const { delay } of schedule.tracks) if (delay !== null) expect(delay.days).toBeGreaterThan(0)
      }),
    )
  })
})

describe('the first page', () => {
  const sheetOf = (current: ReturnType<typeof aCase>) => {
    const visible = visibleAnswers(interview, current.answers)
    return buildSheet(
      buildReport(interview, visible, assessed(current, AS_OF), { evidence: [], leftOut: [], replies: [] }),
    )
  }

  it('shows the examples that were chosen, else those that can be looked up, the worst first', () => {
    const clear = { expected: 'a', actual: 'b', date: '2026-11-01', where: 'c' }
    const rows = [
      { title: 'vague', effect: 'stops_sales' as const },
      { title: 'small', effect: 'nuisance' as const, ...clear },
      { title: 'large', effect: 'stops_sales' as const, ...clear },
      { title: 'other', effect: 'none_yet' as const, ...clear },
    ]
    const titles = (front: number | null) =>
      sheetOf(
        aCase({}, { 'examples.items': rows.map((row, at) => ({ ...row, front: at === front })) }),
      ).examples.map(({ title }) => title)
    expect(titles(null)).toEqual(['large', 'small', 'other'])
    expect(titles(0)).toEqual(['vague'])
  })

  it('keeps the message in which the partner was first told, with the latest ones', () => {
    const log = Array.from({ length: 9 }, (_, at) => request(addDays('2026-10-01', at)))
    const { contacts } = sheetOf(aCase({}, { 'partner.log': log }))
    expect(contacts.shown.map(({ code }) => code)).toEqual([1, 6, 7, 8, 9])
    expect(contacts.others).toBe(4)
    expect(contacts.partnerSaid).toBeNull()
  })

  it('has room for what it shows, of any case', () => {
    fc.assert(
      fc.property(anyCase, (current) => {
        const { contacts, examples, impact, findings, report } = sheetOf(current)
        expect(contacts.shown.length).toBeLessThanOrEqual(FRONT.contacts)
        expect(contacts.shown.length + contacts.others).toBe(report.answers.partner.log.length)
        expect(examples.length).toBeLessThanOrEqual(3)
        for (const figure of impact.figures) expect(examples).toContain(figure)
        for (const { status } of findings) expect(['late', 'missing', 'unsatisfactory']).toContain(status)
      }),
    )
  })
})

describe('an excerpt', () => {
  it('is the whole text where there is room', () => {
    expect(excerpt('  två\nrader ', 20)).toEqual({ text: 'två rader', cut: false })
  })

  it('ends at a word, without the comma', () => {
    expect(excerpt('orders are missing, all of them', 20)).toEqual({ text: 'orders are missing', cut: true })
  })

  it('never parts a character, and always begins as the text begins', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (text, most) => {
          const { text: shown, cut } = excerpt(text, most)
          const line = text.trim().replace(/\s+/g, ' ')
          expect(line.startsWith(shown)).toBe(true)
          expect(shown.isWellFormed?.() ?? true).toBe(true)
          expect(cut).toBe([...line].length > most)
        },
      ),
    )
  })
})
