import type { Page } from '@playwright/test'
import { ownCase } from './allPages.ts'
import { caseFile, chooseLanguage, expect, giveFile, heading, test, unfold, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')

/** How far the beginning of an element lies below what stays at the top of the window. */
const belowTheBars = (page: Page, id: string) =>
  page.evaluate((name) => {
    const bars = [...document.querySelectorAll('.top-bar, .jump.sticky')]
    const top = document.getElementById(name)?.getBoundingClientRect().top ?? Number.NaN
    return top - Math.max(...bars.map((bar) => bar.getBoundingClientRect().bottom))
  }, id)

async function expectInSight(page: Page, id: string) {
  await expect(page.locator(`[id="${id}"]`)).toBeFocused()
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport()
  await expect.poll(() => belowTheBars(page, id), id).toBeGreaterThanOrEqual(0)
}

test('a changed answer is in sight again on the check page of a full case (A-15) @deep', async ({ page }) => {
  test.slow()
  await chooseLanguage(page, 'sv')
  const address = await ownCase(page, caseFile('C1-sv'))
  for (const row of [
    'about.phone',
    'scope.concern',
    'scope.deliverables.S-1.title',
    'scope.deliverables.S-2.acceptance',
    'scope.deliverables.S-3.deliveredOn',
    'partner.log.P-2.channel',
    'examples.items.E-1.expected',
    'examples.items.E-3.title',
    'request.ask',
  ]) {
    await visit(page, `${address}/check`)
    await unfold(page, sv)
    await page.locator(`[id="${row}"] a`).last().click()
    await page.locator('main button[type=submit]').click()
    await heading(page)
      .filter({ hasText: sv('assessment:heading') })
      .waitFor()
    await expectInSight(page, row)
  }
})

test('a jump in the bar of a case in review shows the beginning of what it names (A-16) @deep', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/review')
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await heading(page).filter({ hasText: 'Nordfjäll' }).waitFor()
  for (const id of ['read-notAnswered', 'read-outcome', 'read-answers', 'read-outcome', 'read-notes']) {
    await page.locator(`.jump a[href="#${id}"]`).click()
    await expectInSight(page, id)
    // What is near the end of the page cannot reach the top.
    if (id !== 'read-notes') await expect.poll(() => belowTheBars(page, id), id).toBeLessThan(60)
  }
})

test('on a laptop, what is urgent, asked and agreed to be done begins on the first screen of a review', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await chooseLanguage(page, 'sv')
  const file = JSON.parse(caseFile('C1-sv'))
  Object.assign(file.answers.about, { urgent: 'down', urgentCase: 'E-100234' })
  await visit(page, '/review')
  await giveFile(page, 'C1-sv.json', JSON.stringify(file))
  await heading(page).filter({ hasText: 'Nordfjäll' }).waitFor()
  await expect(page.getByText(/^Akut: .*E-100234/)).toBeInViewport({ ratio: 1 })
  await expect(page.getByRole('heading', { name: sv('sheet:ask') })).toBeInViewport({ ratio: 1 })
  await expect(page.getByText(file.answers.request.ask.slice(0, 40)).first()).toBeInViewport()
})

test('what is not laid out yet of a summary takes about the room that it will take', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/case/example/sheet')
  await page.getByRole('heading', { name: sv('about:name'), exact: true }).waitFor({ state: 'attached' })
  const [guessed = 0, real = 1] = await page.evaluate(() => {
    const height = () => document.documentElement.scrollHeight
    const before = height()
    for (const group of document.querySelectorAll<HTMLElement>('.answer-groups, .answer-group'))
      group.style.contentVisibility = 'visible'
    return [before, height()]
  })
  expect(guessed / real).toBeGreaterThan(0.7)
  expect(guessed / real).toBeLessThan(1.4)
})
