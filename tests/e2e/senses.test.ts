import type { Page } from '@playwright/test'
import { ownCase } from './allPages.ts'
import { caseFile, chooseLanguage, expect, giveFile, heading, newCase, test, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')

const ownCaseIn = async (page: Page): Promise<string> => {
  await chooseLanguage(page, 'sv')
  return ownCase(page, caseFile('C1-sv'))
}

test('the heading of a page says of which row it is, and the title its code alone (A-17) @deep', async ({ page }) => {
  const address = await ownCaseIn(page)
  const name = JSON.parse(caseFile('C1-sv')).answers.examples.items[1].title
  await visit(page, `${address}/examples.items/E-2/example`)
  await expect(heading(page)).toBeFocused()
  await expect(heading(page)).toHaveText(
    `${sv('common:part', { number: 4, count: 6, name: sv('examples:name') })} E2 ${name} ${sv('examples:steps.example')}`,
  )
  expect(await page.title()).toContain(`E2 · ${sv('examples:steps.example')}`)
  expect(await page.title()).not.toContain(name.split(' ')[0])
})

test('a deliverable of a list is told once, and what is drawn of it is not told again (A-19) @deep', async ({
  page,
}) => {
  const address = await ownCaseIn(page)
  await visit(page, `${address}/scope/deliverables`)
  await page.locator('.rows .row-line svg').first().waitFor()
  await expect(page.locator('.rows').getByRole('img')).toHaveCount(0)
  // Where nothing else says it, the drawing has a name, and no second one.
  await visit(page, `${address}/sheet`)
  const drawn = page.locator('.line-rows').getByRole('img')
  await expect(drawn.first()).toHaveAccessibleName(/^S1 /)
  for (const each of await drawn.all()) await expect(each).toHaveAccessibleDescription('')
})

test('with forced colours shapes made of edges stay shapes, and boxes keep an edge (A-20) @deep', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/review')
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await page.locator('.disclosure').first().waitFor()
  const edges = () =>
    page.evaluate(() =>
      ['', '::before', '::after'].flatMap((part) =>
        [...document.querySelectorAll('main *')].flatMap((element) => {
          const style = getComputedStyle(element, part)
          const sides = ['Top', 'Right', 'Bottom', 'Left'] as const
          const drawn = sides.filter((side) => style[`border${side}Style`] !== 'none')
          const seen = drawn.filter((side) => style[`border${side}Color`] !== 'rgba(0, 0, 0, 0)')
          const isShape = drawn.length > 1 && seen.length === 1
          return isShape ? [`${element.tagName} ${element.className} ${part}`] : []
        }),
      ),
    )
  for (const at of ['/review', '/inbox']) {
    await visit(page, at)
    if (at === '/inbox') await page.getByRole('row').nth(1).waitFor()
    await page.emulateMedia({ forcedColors: 'none' })
    const shapes = await edges()
    await page.emulateMedia({ forcedColors: 'active' })
    expect(shapes.length, at).toBeGreaterThan(0)
    expect(await edges(), at).toEqual(shapes)
  }
  await visit(page, `${await newCase(page, sv)}/partner/log`)
  const box = page.locator('.inset').first()
  expect(await box.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid')
})

test('links by themselves are high enough for a thumb (A-23) @deep', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const address = await ownCaseIn(page)
  for (const at of ['/', '/review', '/help', address, `${address}/check`, `${address}/hand-over`]) {
    await visit(page, at)
    const low = await page
      .locator('.footer a, .top-bar a, .actions a, .back, .tasks a, .plain a')
      .evaluateAll((links) =>
        links
          .filter((link) => link.getClientRects().length > 0 && link.getBoundingClientRect().height < 24)
          .map(({ outerHTML }) => outerHTML),
      )
    expect(low, at).toEqual([])
  }
})
