import { describe, expect, it } from 'vitest'
import { datesInText } from '../../../src/domain/dates/datesInText.ts'

/** A Monday. */
const TODAY = '2026-11-16'
const found = (text: string, today = TODAY, language = 'sv') =>
  datesInText(text, { language, today, year: { from: today } })
const dates = (text: string, today?: string, language?: string) => found(text, today, language).map(({ date }) => date)

describe('dates in a sentence', () => {
  it.each([
    ['levereras 2026-12-04 eller senare', '2026-12-04'],
    ['den 4 december', '2026-12-04'],
    ['den 4:e december 2026', '2026-12-04'],
    ['4 dec. 2026', '2026-12-04'],
    ['the 4th of December', '2026-12-04'],
    ['December 4, 2026', '2026-12-04'],
    ['Dec 4th', '2026-12-04'],
    ['senast 4/12', '2026-12-04'],
    ['senast 4/12-26', '2026-12-04'],
    ['by 12/24/2026', '2026-12-24'],
    ['4.12.2026', '2026-12-04'],
    ['klart v. 49', '2026-12-04'],
    ['klart v49', '2026-12-04'],
    ['klart vecka 49.', '2026-12-04'],
    ['in week 49', '2026-12-04'],
    ['i slutet av veckan', '2026-11-20'],
    ['i slutet av nästa vecka', '2026-11-27'],
    ['by the end of next week', '2026-11-27'],
    ['by the end of the month', '2026-11-30'],
    ['i slutet av nästa månad', '2026-12-31'],
    ['i slutet av november', '2026-11-30'],
    ['i mitten av december', '2026-12'],
    ['i början av december', '2026-12'],
    ['mid December', '2026-12'],
    ['på fredag', '2026-11-20'],
    ['by Friday', '2026-11-20'],
    ['kommande onsdag', '2026-11-18'],
    ['nästa fredag', '2026-11-27'],
    ['next Friday', '2026-11-27'],
    ['i morgon', '2026-11-17'],
    ['tomorrow', '2026-11-17'],
    ['i övermorgon', '2026-11-18'],
    ['inom två veckor', '2026-11-30'],
    ['within two weeks', '2026-11-30'],
    ['om 3 dagar', '2026-11-19'],
    ['in 3 days', '2026-11-19'],
    ['nästa vecka', '2026-11-27'],
    ['next week', '2026-11-27'],
    ['later this week', '2026-11-20'],
    ['senare i veckan', '2026-11-20'],
    ['den 20:e', '2026-11-20'],
    ['i december', '2026-12'],
    ['during December 2026', '2026-12'],
  ])('"%s" is %s', (text, date) => {
    expect(dates(text)).toEqual([date])
  })

  it.each([
    ['2026-11-14', 'nästa vecka', '2026-11-20'],
    ['2026-11-15', 'next week', '2026-11-20'],
    ['2026-11-15', 'den här veckan', '2026-11-13'],
    ['2026-11-16', 'nästa vecka', '2026-11-27'],
    ['2026-11-20', 'nästa vecka', '2026-11-27'],
  ])('written on %s, "%s" is the week that people mean: %s', (today, text, date) => {
    expect(dates(text, today)).toEqual([date])
  })

  it.each([
    'avsnitt 4.12',
    'se punkt 4/12',
    'version 2.4.8',
    'Section 4/12',
    '24/7',
    'We deploy v2 to staging.',
    'ärende 4711',
    'maj',
    'may',
    '30/30',
    'den 32 december',
    'http://x.example/4/12/2026',
    '1.5 miljoner',
  ])('"%s" names no day', (text) => {
    expect(dates(text)).toEqual([])
  })

  it('leaves figures that may be two days to whoever reads them', () => {
    expect(dates('by 04/05/2027', TODAY, 'en')).toEqual([])
    expect(dates('senast 04/05/2027', TODAY, 'sv')).toEqual(['2027-05-04'])
  })

  it('says where each stands, in order, and reads no more than fifty of them', () => {
    const text = 'Kassan den 4 december, sök den 11 december.'
    expect(found(text).map(({ at, written }) => [at, written])).toEqual([
      [11, '4 december'],
      [31, '11 december.'],
    ])
    expect(found('2026-12-04 '.repeat(60))).toHaveLength(50)
    expect(found(`${'x '.repeat(10_000)}2026-12-04`)).toEqual([])
  })
})
