import type { Page } from '@playwright/test'
import { ownCase } from './allPages.ts'
import { caseFile, chooseLanguage, expect, heading, test, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')

const ownCaseIn = async (page: Page): Promise<string> => {
  await chooseLanguage(page, 'sv')
  return ownCase(page, caseFile('C1-sv'))
}

test('the heading of a page says of which row it is, and the title its code alone (A-17)', async ({
  page,
}) => {
  const address = await ownCaseIn(page)
  const name = JSON.parse(caseFile('C1-sv')).answers.examples.items[1].title
  await visit(page, `${address}/examples.items/E-2/when`)
  await expect(heading(page)).toBeFocused()
  await expect(heading(page)).toHaveText(
    `${sv('common:part', { number: 4, count: 5, name: sv('examples:name') })} E2 ${name} ${sv('examples:steps.when')}`,
  )
  expect(await page.title()).toContain(`E2 · ${sv('examples:steps.when')}`)
  expect(await page.title()).not.toContain(name.split(' ')[0])
})
