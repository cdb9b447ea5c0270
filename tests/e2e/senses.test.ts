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

test('a deliverable of a list is told once, and what is drawn of it is not told again (A-19)', async ({
  page,
}) => {
  const address = await ownCaseIn(page)
  await visit(page, `${address}/scope/deliverables`)
  await page.locator('.row-line svg').first().waitFor()
  await expect(page.locator('.rows').getByRole('img')).toHaveCount(0)
  // Where nothing else says it, the drawing has a name, and no second one.
  await visit(page, `${address}/sheet`)
  const drawn = page.locator('.line-rows').getByRole('img')
  await expect(drawn.first()).toHaveAccessibleName(/^S1 /)
  for (const each of await drawn.all()) await expect(each).toHaveAccessibleDescription('')
})
