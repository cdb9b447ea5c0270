import type { Page } from '@playwright/test'
import { ownCase } from '../allPages.ts'
import { appIsThere, caseFile, expect, giveFile, heading, test, visit, wordsOf } from '../guide.ts'

const sv = wordsOf('sv')

/** How many cases this browser keeps. */
const casesKept = async (page: Page): Promise<number> => {
  await visit(page, '/')
  await appIsThere(page)
  await expect(page.locator('.case-list, ul.cases, main ul.plain').first()).toBeVisible()
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('case-v1')
        opening.onsuccess = () => {
          const count = opening.result.transaction('cases').objectStore('cases').count()
          count.onsuccess = () => {
            opening.result.close()
            resolve(count.result)
          }
        }
      }),
  )
}

test('a double click, a held key and an impatient hand start one case (L-31)', async ({ page }) => {
  const begin = page.getByRole('button', { name: sv('start:new') })
  const another = page.getByRole('button', { name: sv('start:another') })
  await visit(page, '/')
  await appIsThere(page)
  await begin.dblclick()
  await expect(heading(page)).toContainText(sv('problem:steps.what'))
  expect(await casesKept(page)).toBe(1)

  await visit(page, '/')
  await another.focus()
  for (let press = 0; press < 20; press += 1) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(heading(page)).toContainText(sv('problem:steps.what'))
  expect(await casesKept(page)).toBe(2)

  await visit(page, '/')
  await another.waitFor()
  await page.evaluate((name) => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
    for (let press = 0; press < 5; press += 1) button?.click()
  }, sv('start:another'))
  await expect(heading(page)).toContainText(sv('problem:steps.what'))
  // Whoever comes back may start another.
  await page.goBack()
  await another.click()
  await expect(heading(page)).toContainText(sv('problem:steps.what'))
  expect(await casesKept(page)).toBe(4)
})

test('a file that is opened as a new case by a double click is one case (L-31)', async ({ page }) => {
  await ownCase(page, caseFile('C1-sv'))
  await visit(page, '/')
  await giveFile(page, 'case.json', caseFile('C1-sv'))
  await page.getByRole('button', { name: sv('start:same.asNew') }).dblclick()
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  expect(await casesKept(page)).toBe(2)
})

test('the second press of a double click presses nothing on the page that the first one opened (L-31)', async ({
  page,
}) => {
  const address = await ownCase(page, caseFile('C1-sv'))
  for (const step of ['problem/what', 'about/company', 'request/ask']) await visit(page, `${address}/${step}`)
  // "Back" is in the same place on every page.
  await page.getByRole('link', { name: sv('common:back'), exact: true }).dblclick()
  await expect(page).not.toHaveURL(/request\/ask$/)
  const before = page.url()
  await page.getByRole('link', { name: sv('common:back'), exact: true }).click()
  await expect(page).not.toHaveURL(before)
  await visit(page, `${address}/request/ask`)
  await page.getByRole('link', { name: sv('common:back'), exact: true }).click()
  await expect(page).toHaveURL(before)
})

test('whoever comes back by a link while the next page is still fetched can press again (L-31)', async ({ page }) => {
  let letThrough = () => {}
  const isLetThrough = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  await page.route('**/assets/interview-*.js', async (route) => {
    await isLetThrough
    await route.continue()
  })
  await visit(page, '/')
  await appIsThere(page)
  const begin = page.getByRole('button', { name: sv('start:new') })
  await begin.click()
  await expect(page.locator('html')).toHaveClass('waiting')
  await page
    .getByRole('banner')
    .getByRole('link', { name: sv('common:service') })
    .click()
  await expect(page.locator('html')).not.toHaveClass('waiting')
  await expect(heading(page)).toHaveText(sv('start:heading'))
  await page.locator('main form [type=submit]').click()
  await expect(page.locator('html')).toHaveClass('waiting')
  letThrough()
  await expect(heading(page)).toContainText(sv('problem:steps.what'))
})
