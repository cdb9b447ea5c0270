import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missedDays, requestsIn } from '../../../src/domain/areas/partner/matters.ts'
import type { Deliverable, Move } from '../../../src/domain/areas/scope/schema.ts'
import { addDays, daysBetween } from '../../../src/domain/dates/plainDate.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { excerpt } from '../../../src/domain/report/excerpt.ts'
import { buildReport } from '../../../src/domain/report/report.ts'
import { buildSheet, FRONT } from '../../../src/domain/report/sheet.ts'
import { axisOf, positionOf, stretchOf } from '../../../src/domain/schedule/axis.ts'
import { buildSchedule, drawnSilences } from '../../../src/domain/schedule/schedule.ts'
import { aCase, assessed, reply, request } from '../../support/aCase.ts'
import { anyCase } from '../../support/anyCase.ts'

const AS_OF = '2026-11-24'

type Rows = Parameters<typeof aCase>[1]
const scheduleOf = (rows: Rows, asOf = AS_OF, answers = {}) =>
  buildSchedule(visibleAnswers(interview, aCase({ 'scope.concern': 'unmet', ...answers }, rows).answers), asOf)
const deliverable = (row: Partial<Deliverable>) => scheduleOf({ 'scope.deliverables': [row] }).tracks[0] ?? null
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

  it('is none of what was never agreed, unless both have agreed to a day for it', () => {
    const row = { promised: '2026-10-01', status: 'missing', inScope: 'no' } as const
    expect(deliverable(row)?.delay).toBeNull()
    expect(deliverable({ ...row, moves: [moved('2026-11-14', 'yes')] })?.delay?.days).toBe(10)
    expect(deliverable({ ...row, inScope: 'yes' })?.delay?.days).toBe(54)
    // Nor is it on time: nobody had agreed to a day.
    const here = deliverable({ ...row, status: 'delivered', deliveredOn: '2026-11-10' })
    expect([here?.delay, here?.isAgreed]).toEqual([null, false])
    expect(deliverable({ ...row, moves: [{ ...moved('', 'yes'), date: null }] })?.isAgreed).toBe(false)
  })

  it('ends on the day of which it was said that it was solved, also where something was raised after it', () => {
    const rows = { 'scope.deliverables': [{ promised: '2026-10-01', status: 'missing' }] } as const
    const solved = { 'partner.solvedOn': '2026-10-02' }
    const again = [request('2026-09-01'), request('2026-11-16')]
    expect(scheduleOf({ ...rows, 'partner.log': again }, AS_OF, solved).tracks[0]?.delay?.days).toBe(1)
    const later = { 'scope.deliverables': [{ promised: '2026-11-14', status: 'missing' }] } as const
    expect(scheduleOf({ ...later, 'partner.log': again }, AS_OF, solved).tracks[0]?.delay?.days).toBe(10)
  })

  it('is all that is said where it is solved and the status was not changed', () => {
    const rows = { 'scope.deliverables': [{ title: 'Search', promised: '2026-10-01', status: 'missing' }] } as const
    const track = scheduleOf(rows, AS_OF, { 'partner.solvedOn': '2026-10-02' }).tracks[0]
    expect([track?.here, track?.wasDue, track?.delay?.days]).toEqual([false, true, 1])
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
        reply('2026-10-05', { answer: 'plan', promised: '2026-10-20', about: ['row-1'] }),
        reply('2026-10-06', { answer: 'plan', promised: '2026-10-30', about: [] }),
        // A day before the message is a slip, and counts nowhere.
        reply('2026-10-07', { answer: 'plan', promised: '2026-09-30', about: ['row-1'] }),
      ],
    })
    expect(tracks[0]?.moves).toEqual([{ date: '2026-10-20', agreed: false }])
  })
})

describe('where the talk stands', () => {
  const standingOf = (promised: string, answers = {}) =>
    scheduleOf(
      { 'partner.log': [request('2026-10-01'), reply('2026-10-05', { answer: 'plan', promised })] },
      AS_OF,
      answers,
    ).standing

  it('knows a promised day that did not hold, from the second working day after it', () => {
    expect(missedDays(standingOf('2026-11-20').matters)).toEqual(['2026-11-20'])
    expect(missedDays(standingOf('2026-11-23').matters)).toEqual([])
    expect(missedDays(standingOf(AS_OF).matters)).toEqual([])
  })

  it('has no matter where all has been put right, by a day that has come', () => {
    expect(standingOf('2026-11-01', { 'partner.solvedOn': AS_OF })).toMatchObject({ is: 'solved', matters: [] })
    expect(standingOf('2026-11-01', { 'partner.solvedOn': '2026-11-25' })).toMatchObject({
      is: 'talking',
      solvedOn: null,
    })
  })

  it('keeps the days that were promised without saying for what, each once', () => {
    const { promises } = scheduleOf({
      'scope.deliverables': [{ promised: '2026-10-01', status: 'late' }],
      'partner.log': [
        reply('2026-10-05', { answer: 'plan', promised: '2026-10-20', about: ['row-1'] }),
        reply('2026-10-06', { answer: 'plan', promised: '2026-10-30', about: [] }),
        reply('2026-10-07', { answer: 'plan', promised: '2026-10-30' }),
        reply('2026-10-08', { answer: 'unclear' }),
      ],
    })
    expect(promises).toEqual(['2026-10-30'])
  })
})

describe('the line of a deliverable', () => {
  it('is among the undated ones where nothing is known of it, and among the dated ones with any date', () => {
    const { tracks, undated } = scheduleOf({
      'scope.deliverables': [
        { title: 'nothing', status: 'late' },
        { title: 'promised', promised: '2026-12-01' },
        { title: 'here', status: 'delivered', deliveredOn: '2026-11-01' },
        { title: 'moved', moves: [moved('2026-12-24', 'no')] },
        { title: 'agreed later', promised: 'none', moves: [moved('2026-12-20', 'yes')] },
      ],
    })
    expect(undated.map(({ title }) => title)).toEqual(['nothing'])
    expect(tracks.map(({ title }) => title).sort()).toEqual(['agreed later', 'here', 'moved', 'promised'])
  })

  it('shows its other dates in their order, each once, and as agreed only what both agreed to', () => {
    const track = deliverable({
      promised: '2026-10-01',
      status: 'late',
      moves: [
        moved('2026-12-24', 'no'),
        moved('2026-10-20', 'yes'),
        moved('2026-11-20', 'yes'),
        moved('2026-10-01', 'no'),
        { date: null, agreed: null, toldOn: null, changeRequest: null },
      ],
    })
    expect(track).toMatchObject({ first: '2026-10-01', agreed: '2026-11-20' })
    expect(track?.moves).toEqual([
      { date: '2026-10-20', agreed: true },
      { date: '2026-12-24', agreed: false },
    ])
  })

  it('knows whether it is here, and since when only where it is', () => {
    const here = (status: Deliverable['status']) => {
      const track = deliverable({ promised: '2026-10-01', status, deliveredOn: '2026-10-05' })
      return [track?.here, track?.delivered]
    }
    expect(here(null)).toEqual([null, null])
    expect(here('delivered')).toEqual([true, '2026-10-05'])
    expect(here('unsatisfactory')).toEqual([true, '2026-10-05'])
    expect(here('late')).toEqual([false, null])
    expect(here('missing')).toEqual([false, null])
  })

  it('stands before others that are as late, if it was agreed for an earlier day', () => {
    const codes = scheduleOf({
      'scope.deliverables': [
        { moves: [moved('2027-01-01', 'no')] },
        { promised: '2027-02-01' },
        { promised: '2027-01-15' },
      ],
    }).tracks.map(({ code }) => code)
    expect(codes).toEqual(['S3', 'S2', 'S1'])
  })

  it('is the longest delay where it is affected, else where it is late at all; the first of equals', () => {
    const longest = (rows: readonly Partial<Deliverable>[]) =>
      scheduleOf({ 'scope.deliverables': [...rows] }).longest?.code ?? null
    const over = { promised: '2026-01-01', status: 'delivered', deliveredOn: '2026-03-01' } as const
    const intime = { promised: '2026-03-01', status: 'delivered', deliveredOn: '2026-03-01' } as const
    expect(longest([over, { promised: '2026-11-20', status: 'late' }])).toBe('S2')
    expect(longest([intime, over])).toBe('S2')
    expect(longest([intime])).toBeNull()
    expect(
      longest([
        { promised: '2026-11-20', status: 'late' },
        { promised: '2026-11-20', status: 'missing' },
      ]),
    ).toBe('S1')
  })
})

describe('a plan that does not count yet', () => {
  it('is not drawn, like the message that it stands in', () => {
    const { tracks } = scheduleOf({
      'scope.deliverables': [{ promised: '2026-10-01', status: 'late' }],
      'partner.log': [
        reply('2099-01-01', { answer: 'plan', promised: '2099-02-01', about: ['row-1'] }),
        reply(null as unknown as string, { answer: 'plan', promised: '2026-12-01', about: ['row-1'] }),
      ],
    })
    expect(tracks[0]?.moves).toEqual([])
  })
})

describe('a delay of what is solved', () => {
  it('ends on the day on which it was solved', () => {
    const rows = { 'scope.deliverables': [{ status: 'late', promised: '2026-10-01' }] } as const
    const [late] = scheduleOf(rows).tracks
    const [solved] = scheduleOf(rows, AS_OF, { 'partner.solvedOn': '2026-10-10' }).tracks
    expect([late?.delay?.days, late?.until]).toEqual([54, AS_OF])
    expect([solved?.delay?.days, solved?.until]).toEqual([9, '2026-10-10'])
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

  it('begins with what they had asked for, too, and with nothing else of the kind', () => {
    const log = [request('2026-11-02'), reply('2026-11-04', { answer: 'asks' })]
    const given = request('2026-11-06', { concernStated: 'no', gave: 'yes' })
    const [, second] = scheduleOf({ 'partner.log': [...log, given] }).silences
    expect(second).toEqual({ code: 'P3', from: '2026-11-06', to: AS_OF, days: 18, ended: false })
    expect(scheduleOf({ 'partner.log': [...log, { ...given, gave: 'no' }] }).silences).toHaveLength(1)
    // What they need stands through a vague word, and until then nothing else makes it their turn.
    const word = (answer: 'unclear' | 'done') => reply('2026-11-05', { answer })
    expect(scheduleOf({ 'partner.log': [...log, word('unclear'), given] }).silences).toHaveLength(2)
    expect(scheduleOf({ 'partner.log': [...log, word('done'), given] }).silences).toHaveLength(1)
    expect(scheduleOf({ 'partner.log': [...log, request('2026-11-06')] }).silences).toHaveLength(1)
    const vague = reply('2026-11-04', { answer: 'unclear' })
    expect(scheduleOf({ 'partner.log': [request('2026-11-02'), vague, given] }).silences).toHaveLength(1)
  })

  it('ends with a message whose kind nobody has recorded: it is a gap in the log, not a silence', () => {
    const { silences } = scheduleOf({ 'partner.log': [request('2026-11-04'), reply('2026-11-05', {})] })
    expect(silences.map(({ days }) => days)).toEqual([1])
  })

  it('is none where the answer came on the same day, and one that begins as another ends is its own', () => {
    const { silences } = scheduleOf({
      'partner.log': [
        request('2026-10-01'),
        reply('2026-10-01', { answer: 'unclear' }),
        request('2026-10-02'),
        reply('2026-10-05', { answer: 'unclear' }),
        request('2026-10-05'),
        reply('2026-10-09', { answer: 'unclear' }),
      ],
    })
    expect(silences.map(({ code, days }) => [code, days])).toEqual([
      ['P3', 3],
      ['P5', 4],
    ])
  })

  it('ends by what the partner writes on the very last day', () => {
    const { silences } = scheduleOf({
      'partner.log': [request('2026-11-04'), reply(AS_OF, { answer: 'unclear' })],
    })
    expect(silences).toMatchObject([{ days: 20, ended: true }])
  })

  it('ends on the day the partner had put it right', () => {
    const { silences, standing } = scheduleOf({ 'partner.log': [request('2026-10-01')] }, AS_OF, {
      'partner.solvedOn': '2026-10-11',
    })
    expect(silences).toMatchObject([{ days: 10, to: '2026-10-11', ended: true }])
    expect(requestsIn(standing.matters)).toEqual([])
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
    const named = (all: readonly number[]) =>
      drawnSilences(all.map(silence)).map(({ days, labelled }) => [days, labelled])
    expect(named([13, 14, 15, 16, 17, 31])).toEqual([
      [14, false],
      [15, false],
      [16, true],
      [17, true],
      [31, true],
    ])
    expect(named([29, 30, 31, 32, 33])).toEqual([
      [29, false],
      [30, true],
      [31, true],
      [32, true],
      [33, true],
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

  const ticksOf = (days: readonly string[]) => {
    const { axis } = axisAround(days)
    return [axis.from, ...axis.ticks.map(({ date }) => date), axis.to]
  }

  it('shows four weeks at least, with today in the middle of them where nothing else is drawn', () => {
    expect(ticksOf([])).toEqual([
      '2026-11-10',
      ...['2026-11-14', '2026-11-21', '2026-11-28', '2026-12-05'],
      '2026-12-08',
    ])
    expect(ticksOf(['2026-11-01'])[0]).toBe('2026-10-29')
  })

  it('has a little room at both ends: three days in a hundred', () => {
    expect(ticksOf(['2026-10-15'])).toMatchObject({ 0: '2026-10-13', 1: '2026-10-17', length: 8 })
    const { axis } = axisAround(['2026-06-01'])
    expect([axis.from, axis.to]).toEqual(['2026-05-26', '2026-11-30'])
  })

  it('names weeks up to sixty-two days, then months, then years', () => {
    const names = (first: string) => axisAround([first]).axis.ticks.map(({ names: precision }) => precision)
    // With two days of room at both ends: sixty-two days, and sixty-three.
    expect(new Set(names('2026-09-27'))).toEqual(new Set(['day']))
    expect(new Set(names('2026-09-26'))).toEqual(new Set(['month']))
    // Every half year has room for three and a half years, and from four and a half on only whole years have.
    expect(new Set(names('2023-06-01'))).toEqual(new Set(['month']))
    expect(new Set(names('2022-06-01'))).toEqual(new Set(['year']))
  })

  it('names months by their first days, as many of them as have room', () => {
    const months = (first: string) => ticksOf([first]).slice(1, -1)
    expect(months('2026-06-01')).toEqual(['06', '07', '08', '09', '10', '11'].map((month) => `2026-${month}-01`))
    // Ten months: every second one.
    expect(months('2026-02-15')).toEqual(['03', '05', '07', '09', '11'].map((month) => `2026-${month}-01`))
    expect(months('1996-11-24')).toEqual([2000, 2005, 2010, 2015, 2020, 2025].map((year) => `${year}-01-01`))
  })

  it('ends where the calendar of four digits ends', () => {
    const { axis } = axisAround(['1000-01-01', '9999-12-31'])
    expect([axis.from, axis.to]).toEqual(['1000-01-01', '9999-12-31'])
  })

  it('draws a month as a stretch, and what lies beyond its ends at them', () => {
    const { axis } = axisAround(['2026-10'])
    const [begins, ends] = stretchOf(axis, '2026-10')
    expect(begins).toBe(positionOf(axis, '2026-10-01'))
    expect(ends).toBe(positionOf(axis, '2026-10-31'))
    expect(begins).toBeLessThan(ends)
    expect(positionOf(axis, axis.from)).toBe(0)
    expect(positionOf(axis, axis.to)).toBe(1)
    expect(positionOf(axis, '1990-01-01')).toBe(0)
    expect(positionOf(axis, '2090-01-01')).toBe(1)
    expect(positionOf({ from: '2026-01-01', to: '2026-01-11', ticks: [] }, '2026-01-06')).toBe(0.5)
  })

  it('holds every message, and every day that was promised without saying for what', () => {
    const schedule = scheduleOf({
      'partner.log': [request('2026-03-01'), reply('2026-03-05', { answer: 'plan', promised: '2027-02-01' })],
    })
    const { from, to } = axisOf(schedule, [])
    expect(from < '2026-03-01' && to > '2027-02-01').toBe(true)
  })

  it('holds the moves and the delivery of a line', () => {
    const schedule = scheduleOf({
      'scope.deliverables': [
        { promised: '2026-11-01', status: 'late', moves: [moved('2027-03-01', 'no')] },
        { promised: '2026-11-01', status: 'delivered', deliveredOn: '2026-02-01' },
      ],
    })
    const { from, to } = axisOf(schedule, schedule.tracks)
    expect(from < '2026-02-01' && to > '2027-03-01').toBe(true)
  })

  it('places every date that is drawn, of any case, between its ends and in order', () => {
    fc.assert(
      fc.property(anyCase, ({ answers }) => {
        const schedule = buildSchedule(visibleAnswers(interview, answers), AS_OF)
        const axis = axisOf(schedule, schedule.tracks)
        expect(daysBetween(axis.from, axis.to)).toBeGreaterThan(0)
        const places = schedule.contacts.map(({ day }) => positionOf(axis, day))
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
      sheetOf(aCase({}, { 'examples.items': rows.map((row, at) => ({ ...row, front: at === front })) })).examples.map(
        ({ title }) => title,
      )
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
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, most) => {
        const { text: shown, cut } = excerpt(text, most)
        const line = text.trim().replace(/\s+/g, ' ')
        expect(line.startsWith(shown)).toBe(true)
        expect(shown.isWellFormed?.() ?? true).toBe(true)
        expect(cut).toBe([...line].length > most)
      }),
    )
  })
})
