import { expect, it } from 'vitest'
import { createWords, switchTo } from '../../../src/i18n/i18n.ts'

it('the language that was chosen last is spoken, whichever words come first', async () => {
  const words = await createWords('sv')
  // The words of one are still on their way, those of the other are there.
  const chosen = await Promise.all([switchTo(words, 'en'), switchTo(words, 'sv')])
  expect(chosen).toEqual([false, true])
  expect(words.language).toBe('sv')
  expect(await switchTo(words, 'en')).toBe(true)
  expect(words.language).toBe('en')
})
