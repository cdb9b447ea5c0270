import { describe, expect, it } from 'vitest'
import type { MissingYear } from '../../../src/domain/dates/missingYear.ts'
import { readWrittenDate } from '../../../src/domain/dates/writtenDate.ts'
import { PATIENCE, tryOut } from '../../fuzz/campaign.ts'
import { textsIn } from '../../fuzz/corpus.ts'
import { asBytes, asText, changedText } from '../../fuzz/text.ts'
import { dateIsWell, inShort, languageFor, listIsWell, mailIsWell, TODAY } from '../../fuzz/written.ts'
import { isDeep } from '../../support/runs.ts'

const corpusOf = (folder: string) => textsIn(folder).map(([, bytes]) => asBytes(new TextDecoder().decode(bytes)))
const dates = textsIn('dates').flatMap(([name, bytes]) =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => [name.slice(0, 2), ...line.split(' | ')] as [string, string, string, string]),
)

const inItsLanguage = (outcome: (text: string, language: string) => string) => (bytes: Uint8Array) =>
  outcome(asText(bytes), languageFor(asText(bytes)))

describe('what somebody pastes or types', () => {
  it.each(['sv', 'en'])('is read as the day that it says: %s', (language) => {
    const ours = dates.filter(([of]) => of === language)
    const read = (text: string, year: MissingYear) => inShort(readWrittenDate(text, { language, today: TODAY, year }))
    expect(ours.length).toBeGreaterThan(60)
    expect(ours.map(([, text]) => [language, text, read(text, 'past'), read(text, 'coming')])).toEqual(ours)
  })

  it.runIf(isDeep)(
    'as a mail is never more than a row of the log can hold',
    async () => {
      const { outcomes } = await tryOut({
        reader: 'pasted mail',
        corpus: corpusOf('mails'),
        mutate: changedText,
        outcome: inItsLanguage(mailIsWell),
      })
      expect(outcomes.size).toBeGreaterThan(30)
    },
    PATIENCE,
  )

  it.runIf(isDeep)(
    'as a list is never more than a case can hold',
    async () => {
      const { outcomes } = await tryOut({
        reader: 'pasted list',
        corpus: corpusOf('lists'),
        mutate: changedText,
        outcome: inItsLanguage(listIsWell),
      })
      expect(outcomes.size).toBeGreaterThan(20)
    },
    PATIENCE,
  )

  it.runIf(isDeep)(
    'as a date is a day that exists, or is asked about, or stays as it was',
    async () => {
      const { outcomes } = await tryOut({
        reader: 'written date',
        corpus: dates.map(([, text]) => asBytes(text)),
        mutate: changedText,
        outcome: inItsLanguage(dateIsWell),
      })
      for (const is of ['day', 'month', 'ambiguous', 'notUnderstood'])
        expect(
          [...outcomes.keys()].some((what) => what.startsWith(is)),
          is,
        ).toBe(true)
    },
    PATIENCE,
  )
})
