import type { Page } from '@playwright/test'
import { expect, heading, newCase, test, visit, wordsOf } from '../guide.ts'

const sv = wordsOf('sv')
const company = (page: Page) => page.getByLabel(sv('about:questions.company.label'))
const saved = (page: Page) => expect(page.locator('.status .on-wide')).toHaveText(sv('common:save.saved'))
const reading = (page: Page) => expect(page.locator('.banner')).toContainText(sv('keeping:reading.otherTab'))

/** Two tabs in which the same answer was written, where the browser has no locks. */
async function twoThatWrite(page: Page) {
  const context = page.context()
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
  const address = await newCase(page, sv)
  const other = await context.newPage()
  await visit(other, `${address}/about/company`)
  await company(page).fill('Första fliken')
  await saved(page)
  await company(other).fill('Andra fliken')
  return { address, other }
}

test('where the browser has no locks, two tabs that write keep both versions, each to be opened (T-02)', async ({
  page,
}) => {
  const { address, other } = await twoThatWrite(page)
  await expect(other.locator('.banner')).toContainText(sv('keeping:reading.conflict'))
  await expect(company(other)).toHaveValue('Andra fliken')
  await expect(company(other)).toBeDisabled()
  await other.getByRole('button', { name: sv('keeping:reading.mine') }).click()
  await expect(company(other)).toBeEnabled()
  await expect(company(other)).toHaveValue('Andra fliken')
  expect(other.url()).not.toContain(address)
  await visit(other, '/')
  await expect(other.getByRole('link', { name: /Första fliken/ })).toBeVisible()
  await expect(other.getByRole('link', { name: /Andra fliken/ })).toBeVisible()
  await visit(other, `${address}/about/company`)
  await expect(company(other)).toHaveValue('Första fliken')
})

test('the other version of a conflict can be gone on with, and nothing of one’s own is lost by it (T-02)', async ({
  page,
}) => {
  const { other } = await twoThatWrite(page)
  await other.getByRole('button', { name: sv('keeping:reading.other') }).click()
  await expect(company(other)).toHaveValue('Första fliken')
  await expect(company(other)).toBeEnabled()
  await visit(other, '/')
  await expect(other.getByRole('link', { name: /Andra fliken/ })).toBeVisible()
})

test('a tab that was duplicated with all that it remembers is told from the first (T-03)', async ({
  page,
  context,
}) => {
  const address = await newCase(page, sv)
  await saved(page)
  const remembered = await page.evaluate(() => ({ ...sessionStorage }))
  const copy = await context.newPage()
  await copy.addInitScript((kept) => {
    for (const [name, value] of Object.entries(kept)) sessionStorage.setItem(name, value)
  }, remembered)
  await visit(copy, `${address}/about/company`)
  await reading(copy)
  await expect(copy.locator('.banner')).toHaveCount(1)
  await company(page).fill('Nordfjäll')
  await saved(page)
})

test('a tab that slept while another went on shows what is stored now, and overwrites nothing (T-04)', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
  const address = await newCase(page, sv)
  await company(page).fill('Måndag')
  await saved(page)
  await page.clock.install()
  const other = await context.newPage()
  await visit(other, `${address}/about/company`)
  await company(other).fill('Onsdag')
  await saved(other)
  await page.clock.fastForward(3 * 24 * 60 * 60 * 1000)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(company(page)).toHaveValue('Onsdag')
  await company(page).fill('Torsdag')
  await page.clock.fastForward(5_000)
  await saved(page)
  await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(company(other)).toHaveValue('Torsdag')
})

test('a case that is deleted in another tab stays on the page, and can be kept (T-05)', async ({ page, context }) => {
  const address = await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  const other = await context.newPage()
  await visit(other, `${address}/delete`)
  await other.getByRole('button', { name: sv('start:deletePage.delete') }).click()
  await expect(page.locator('.banner')).toContainText(sv('keeping:reading.deleted'))
  await expect(company(page)).toHaveValue('Nordfjäll')
  await other.close()
  const works = (does: boolean) =>
    page.evaluate((given) => {
      const { prototype } = IDBDatabase as unknown as { prototype: { own?: unknown; transaction: unknown } }
      prototype.own ??= prototype.transaction
      prototype.transaction = given
        ? prototype.own
        : () => {
            throw new DOMException('late', 'UnknownError')
          }
    }, does)
  await works(false)
  await page.getByRole('button', { name: sv('keeping:reading.keepIt') }).click()
  await expect(page.locator('.banner [role=alert]')).toHaveText(sv('keeping:versions.notKept'))
  await expect(page.locator('.banner').getByRole('button', { name: sv('common:download.copy') })).toBeEnabled()
  await works(true)
  await page.getByRole('button', { name: sv('keeping:reading.keepIt') }).click()
  await expect(company(page)).toBeEnabled()
  await company(page).fill('Nordfjäll AB')
  await saved(page)
  await page.reload()
  await expect(company(page)).toHaveValue('Nordfjäll AB')
})

test('what anybody shouts between tabs is ignored where it is not ours (T-07)', async ({ page, context }) => {
  const address = await newCase(page, sv)
  const id = address.split('/')[2]
  const other = await context.newPage()
  await other.goto('./recover.html')
  await other.evaluate((caseId) => {
    const channel = new BroadcastChannel('cases')
    const garbage: unknown[] = [
      null,
      undefined,
      0,
      '',
      'take',
      [],
      {},
      { say: 'take' },
      { caseId },
      { say: 'free', caseId },
      { say: 'deleted', caseId: `${caseId}x` },
      { say: { toString: 'take' }, caseId },
      { say: 'erase', caseId },
      new Map([['say', 'deleted']]),
      new Date(),
      new Uint8Array(1_000_000),
      '\ud800'.repeat(10_000),
      { say: 'deleted', caseId: [caseId] },
    ]
    for (const message of garbage) channel.postMessage(message)
  }, id)
  await company(page).fill('Nordfjäll')
  await saved(page)
  await expect(page.locator('.banner')).toHaveCount(0)
})

test('when the tab that writes crashes, the other writes within two seconds, without a click (T-08)', async ({
  page,
  context,
}) => {
  const address = await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  const other = await context.newPage()
  await visit(other, `${address}/about/company`)
  await reading(other)
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => {})
  await crashed
  const begun = Date.now()
  await expect(company(other)).toBeEnabled({ timeout: 2_000 })
  console.log(`the other tab writes after ${Date.now() - begun} ms`)
  await company(other).fill('Nordfjäll AB')
  await saved(other)
})

test('of three tabs the one that takes over is the one that writes (T-01)', async ({ page, context }) => {
  const address = await newCase(page, sv)
  const [second, third] = [await context.newPage(), await context.newPage()]
  for (const tab of [second, third]) {
    await visit(tab, `${address}/about/company`)
    await reading(tab)
  }
  await third.getByRole('button', { name: sv('keeping:reading.takeOver') }).click()
  await expect(company(third)).toBeEnabled()
  await reading(page)
  await reading(second)
  await company(third).fill('Tredje')
  await saved(third)
  await third.close()
  await expect
    .poll(async () => [await company(page).isEnabled(), await company(second).isEnabled()].sort())
    .toEqual([false, true])
  await expect(heading(page)).toBeVisible()
})
