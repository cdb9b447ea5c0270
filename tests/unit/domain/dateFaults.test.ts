import { afterEach, describe, expect, it, vi } from 'vitest'
import { addDays, daysBetween, weekday } from '../../../src/domain/dates/plainDate.ts'
import { addWorkingDays, isWorkingDay } from '../../../src/domain/dates/workingDays.ts'
import { askedOn } from '../../../src/domain/interview/askedQuestions.ts'
import { problemsIn, settled } from '../../../src/domain/interview/commitTypedText.ts'
import { takenDown } from '../../../src/domain/interview/entry.ts'
import { interview } from '../../../src/domain/interview/interview.ts'
import { findPage } from '../../../src/domain/interview/interviewPages.ts'
import type { Question } from '../../../src/domain/interview/question.ts'
import { visibleAnswers } from '../../../src/domain/interview/visibleAnswers.ts'
import { axisOf, positionOf, stretchOf } from '../../../src/domain/schedule/axis.ts'
import { buildSchedule } from '../../../src/domain/schedule/schedule.ts'
import { caseFileBytes } from '../../../src/exchange/caseFileBytes.ts'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { createWords } from '../../../src/i18n/i18n.ts'
import { delayWord, scheduleSentences, trackSentence } from '../../../src/i18n/scheduleWords.ts'
import { wordsOf } from '../../../src/i18n/wordsOf.ts'
import { clock } from '../../../src/platform/clock.ts'
import { problemWords } from '../../../src/wizard/Problems.tsx'
import { aCase, allButThePartner, assessed, reply, request, settledRows } from '../../support/aCase.ts'
import { caseFileOfCase } from '../../support/aCaseFile.ts'

const ownZone = process.env.TZ
/** Moves the machine; the offset in minutes on a day in March tells that it has moved. */
function travel(zone: string, offset: number): void {
  process.env.TZ = zone
  expect(new Date(Date.UTC(2026, 2, 1)).getTimezoneOffset()).toBe(offset)
}
afterEach(() => {
  vi.useRealTimers()
  if (ownZone === undefined) delete process.env.TZ
  else process.env.TZ = ownZone
})

const date: Question = { path: 'x', kind: 'date', need: 'R', past: 'required' }
const inEnglish = await wordsOf(await createWords('en'), 'en')
const inSwedish = await wordsOf(await createWords('sv'), 'sv')

describe('days over the changes of the clock', () => {
  it.each([
    ['Europe/Stockholm', -60],
    ['America/New_York', 300],
    ['Pacific/Auckland', -780],
    ['Pacific/Kiritimati', -840],
  ])('are whole in %s (D-01)', (zone, offset) => {
    travel(zone, offset)
    for (let day = '2025-12-31'; day < '2027-01-02'; day = addDays(day, 1)) {
      expect(daysBetween(day, addDays(day, 1))).toBe(1)
      expect(daysBetween(day, addDays(day, 7))).toBe(7)
      expect(weekday(addDays(day, 7))).toBe(weekday(day))
      expect(isWorkingDay(addWorkingDays(day, 4))).toBe(true)
    }
    expect(daysBetween('2025-12-31', '2026-12-31')).toBe(365)
  })
})

describe('a date that travels', () => {
  it('is the same day where it is written, ten hours behind, and where it is read, thirteen ahead (D-02)', () => {
    travel('Pacific/Honolulu', 600)
    vi.useFakeTimers({ toFake: ['Date'] })
    // Late in the evening in Honolulu, and the next day nearly everywhere else.
    vi.setSystemTime(new Date('2026-03-02T09:30:00Z'))
    expect(clock.today()).toBe('2026-03-01')
    const reader = { language: 'en', today: clock.today() }
    const written = settled(date, takenDown(date, 'today'), reader)
    expect(written).toBe('2026-03-01')
    const bytes = caseFileBytes(caseFileOfCase(aCase({ 'scope.reviewedOn': written }), clock.today()))

    travel('Pacific/Tongatapu', -780)
    expect(clock.today()).toBe('2026-03-02')
    const read = openCaseFile(bytes)
    if (read.is !== 'case') throw new Error(JSON.stringify(read))
    const { file } = read.opened
    expect([file.answers.scope.reviewedOn, file.asOf]).toEqual(['2026-03-01', '2026-03-01'])
    expect(inEnglish.formats.date(file.asOf)).toBe('1 March 2026')
    expect(inSwedish.formats.date(file.answers.scope.reviewedOn as string)).toBe('1 mars 2026')
  })
})

describe('a year that is no year of ours', () => {
  const step = findPage(interview, 'scope/document')?.step
  if (step === undefined) throw new Error('no such page')

  it.each(['14/11/2', '0026-11-14', '14 nov 0026', '20260-11-14'])(
    'in %s is kept as it was typed, and a date with four digits is asked for (D-06)',
    (text) => {
      for (const [language, words] of [
        ['sv', inSwedish],
        ['en', inEnglish],
      ] as const) {
        const reader = { language, today: '2026-11-24' }
        const value = settled(date, takenDown(date, text), reader)
        expect(value).toEqual({ typed: text })
        const { answers } = aCase({ 'scope.reviewedOn': value })
        const [problem, ...others] = problemsIn(askedOn(step, answers), answers, reader)
        if (problem === undefined) throw new Error('nothing is said')
        expect([problem.at, problem.kind, others]).toEqual(['scope.reviewedOn', 'notADate', []])
        expect(problemWords(words, problem, askedOn(step, answers))).toMatch(/\b20\d\d-\d\d-\d\d\b/)
      }
    },
  )
})

describe('dates that cannot be in that order', () => {
  const notices = (current: ReturnType<typeof aCase>) =>
    assessed(current, '2026-11-24').notices.map(({ id, about }) => `${id} ${about}`)
  const delivered = (row: object, document: string | null = '2026-02-01') =>
    aCase(
      { ...allButThePartner, 'scope.documentDate': document },
      { ...settledRows, 'scope.deliverables': [{ title: 'Search', status: 'delivered', ...row }] },
    )

  it('are pointed out where something came before the document that promises it, and kept (D-04)', () => {
    const before = delivered({ deliveredOn: '2026-01-31' })
    const note = 'deliveredBeforeDocument scope.deliverables.row-1.deliveredOn'
    expect(notices(before)).toContain(note)
    expect(before.answers.scope.deliverables[0]?.deliveredOn).toBe('2026-01-31')
    for (const fine of [
      delivered({ deliveredOn: '2026-02-01' }),
      delivered({ deliveredOn: '2026-01-31' }, null),
      delivered({ deliveredOn: { unknown: true } }),
      // What was agreed elsewhere has a date of its own.
      delivered({ deliveredOn: '2026-01-31', agreedIn: 'mail' }),
    ])
      expect(notices(fine)).not.toContain(note)
  })

  it('are pointed out where a delivery has not come yet, and kept (D-04)', () => {
    const page = interview.parts.flatMap(({ steps }) => steps).find(({ id }) => id === 'scope/deliverables')
    if (page === undefined || !('path' in page)) throw new Error('no such list')
    const question = page.page.questions.find(({ path }) => path === 'scope.deliverables.*.deliveredOn')
    if (question === undefined) throw new Error('no such question')
    const reader = { language: 'en', today: '2026-11-24' }
    const { answers } = delivered({ deliveredOn: '2026-11-25' })
    const address = 'scope.deliverables.row-1.deliveredOn' as const
    const asked = [{ question, address, value: '2026-11-25' }]
    expect(problemsIn(asked, answers, reader)).toEqual([{ at: address, kind: 'future' }])
    expect(settled(question, '2026-11-25', reader)).toBe('2026-11-25')
    expect(problemsIn([{ ...asked[0], value: '2026-11-24' } as never], answers, reader)).toEqual([])
  })

  it('are pointed out where an answer came before its question, and kept (D-04)', () => {
    const log = [request('2026-11-10'), reply('2026-11-02', { answer: 'plan', promised: '2026-12-01' })]
    const current = aCase(allButThePartner, { ...settledRows, 'partner.log': log })
    expect(notices(current)).toContain('contactBeforeConcern partner.log.row-2.date')
    expect(current.answers.partner.log).toHaveLength(2)
  })
})

describe('a date of which only the month is known', () => {
  const AS_OF = '2026-11-24'
  const schedule = buildSchedule(
    visibleAnswers(
      interview,
      aCase(
        { 'scope.concern': 'unmet' },
        {
          'scope.deliverables': [
            { title: 'Search', promised: '2026-10', status: 'missing', inScope: 'yes' },
            { title: 'Export', promised: '2026-10-31', status: 'missing' },
          ],
        },
      ).answers,
    ),
    AS_OF,
  )
  const [month, day] = ['S1', 'S2'].map((code) => schedule.tracks.find((track) => track.code === code))
  if (month === undefined || day === undefined) throw new Error('not drawn')

  it('is drawn as a band as wide as the month, and a day at one place (D-08)', () => {
    const axis = axisOf(schedule, schedule.tracks)
    const [from, to] = stretchOf(axis, '2026-10')
    expect([from, to]).toEqual([positionOf(axis, '2026-10-01'), positionOf(axis, '2026-10-31')])
    expect(to - from).toBeGreaterThan(0.2)
    const [begins, ends] = stretchOf(axis, '2026-10-31')
    expect(begins).toBe(ends)
  })

  it('is never said as a day, and its delay never as an exact number of days (D-08)', () => {
    expect(delayWord(inEnglish, month, 'long')).toBe('At least 24 days late')
    expect(delayWord(inEnglish, month, 'short')).toBe('≥24 d')
    expect(delayWord(inSwedish, month, 'long')).toBe('Minst 24 dagar försenad')
    expect(delayWord(inEnglish, day, 'long')).toBe('24 days late')
    expect(delayWord(inEnglish, day, 'short')).toBe('+24 d')
    // Of what was never agreed neither is said.
    expect(delayWord(inEnglish, { ...day, delay: null, isAgreed: false }, 'long')).toBe('')
    const said = scheduleSentences(inEnglish, schedule)
    const text = said.flatMap(({ text: sentence, dates }) => [sentence, ...dates]).join(' ')
    expect(text).toContain('The longest delay is at least 24 days, counted from the end of the agreed month.')
    expect(text).toContain('from October 2026 to 24 November 2026')
    expect(trackSentence(inEnglish, month)).toContain('October 2026')
    expect(trackSentence(inEnglish, month)).not.toContain('31 October')
    expect(trackSentence(inSwedish, month)).toContain('oktober 2026')
  })
})
