import { expect, it } from 'vitest'
import { createWords } from '../../../src/i18n/i18n.ts'
import { questionWords } from '../../../src/i18n/questionWords.ts'
import { wordsOf } from '../../../src/i18n/wordsOf.ts'

it('says several choices as one sentence, with one capital', async () => {
  const words = await createWords('sv')
  const said = async (language: 'sv' | 'en', ...ids: string[]) =>
    questionWords(await wordsOf(words, language), { path: 'request.wants' }).choices(ids)
  expect(await said('sv', 'meeting', 'datedPlan')).toBe('Ett trepartsmöte och en plan med datum från partnern')
  expect(await said('en', 'meeting', 'datedPlan')).toBe('A three-way meeting and a plan with dates from the partner')
  expect(await said('en', 'access')).toBe('Access to code, project or licence')
  expect(await said('en')).toBe('')
})
