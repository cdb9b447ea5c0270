import { launchOptions } from '../../support/browser.ts'
import { expect, wordsOf } from '../guide.ts'
import { caseWith, company, openAndKeep, test } from '../ownHost.ts'

const sv = wordsOf('sv')

// A browser that is started by a program keeps no page for going back, unless it is asked to.
test.use({
  launchOptions: {
    ...launchOptions,
    args: [...launchOptions.args, '--enable-bfcache'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
})

test('a page that somebody goes back to is there as it was, and what is written in it is saved (L-03)', async ({
  page,
  host,
}) => {
  await openAndKeep(page, host)
  await caseWith(page, sv, 'Nordfjäll')
  await page.evaluate(() =>
    window.addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset.restored = String(persisted)
    }),
  )
  await page.goto(`${host.address}icon.svg`)
  await page.evaluate(() => history.back()).catch(() => {})
  await expect(page.locator('html[data-restored]')).toHaveAttribute('data-restored', 'true')
  await expect(company(page, sv)).toHaveValue('Nordfjäll')
  await company(page, sv).fill('Nordfjäll Friluft')
  await expect(page.locator('.top-bar .status')).toContainText(sv('common:save.saved'))
  await page.reload()
  await expect(company(page, sv)).toHaveValue('Nordfjäll Friluft')
})
