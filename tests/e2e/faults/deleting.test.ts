import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { caseFile, expect, giveFile, newCase, test, visit, wordsOf } from '../guide.ts'

const sv = wordsOf('sv')
const whole = JSON.parse(caseFile('C1-sv')) as CaseFile
const company = (page: Page) => page.getByLabel(sv('about:questions.company.label'))
const saved = (page: Page) => expect(page.locator('.status .on-wide')).toHaveText(sv('common:save.saved'))

/** Changes the head of the only case, as a newer version or a fault would. */
const changeHead = (page: Page, change: Record<string, unknown>) =>
  page.evaluate(
    (given) =>
      new Promise((resolve) => {
        const opening = indexedDB.open('case-v1')
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('cases', 'readwrite')
          const cases = transaction.objectStore('cases')
          const asking = cases.getAll()
          asking.onsuccess = () => cases.put({ ...asking.result[0], ...given })
          transaction.oncomplete = resolve
        }
      }),
    change,
  )

test('a case that was deleted comes back by undo with its earlier versions and texts (L-19)', async ({ page }) => {
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  const address = `/case/${whole.caseId}`
  // The same content again would be the same revision.
  await visit(page, `${address}/about/company`)
  await company(page).fill('Nordfjäll')
  await saved(page)
  await visit(page, `${address}/hand-over`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: sv('handOver:makeAs.pdf') }).click()
  await downloading
  await page.getByRole('heading', { name: sv('handOver:ready') }).waitFor()
  // Versions are kept behind the saves.
  const kept = () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('case-v1')
          opening.onsuccess = () => {
            const counting = opening.result.transaction('snapshots').objectStore('snapshots').count()
            counting.onsuccess = () => {
              opening.result.close()
              resolve(counting.result)
            }
          }
        }),
    )
  await expect.poll(kept).toBe(1)
  await visit(page, `${address}/versions`)
  const versions = page.getByRole('link', { name: /Titta på versionen från/ })
  await expect(versions).toHaveCount(1)
  await visit(page, `${address}/delete`)
  await page.getByRole('button', { name: sv('start:deletePage.delete') }).click()
  await page.getByRole('button', { name: sv('common:undo') }).click()
  await visit(page, `${address}/versions`)
  await expect(versions).toHaveCount(1)
})

test('a case of a newer version can be deleted, and put back (L-20)', async ({ page }) => {
  const address = await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  await page.goto('./recover.html')
  await changeHead(page, { formatVersion: 99, digest: 'of another kind' })
  await visit(page, `${address}/delete`)
  await page.getByRole('button', { name: sv('start:deletePage.delete') }).click()
  await expect(page.locator('#undo-delete')).toBeFocused()
  await page.getByRole('button', { name: sv('common:undo') }).click()
  await visit(page, address)
  await expect(page.getByRole('heading', { name: sv('keeping:trouble.newer.heading') })).toBeVisible()
  await visit(page, `${address}/delete`)
  await page.getByRole('button', { name: sv('start:deletePage.delete') }).click()
  await visit(page, '/')
  await expect(page.getByRole('heading', { name: sv('start:cases') })).toHaveCount(0)
  // Who has deleted it does not miss it.
  await expect(page.locator('.banner')).toHaveCount(0)
})

test('deleting everything touches nothing that another app keeps at the same address (L-21)', async ({ page }) => {
  await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  await page.evaluate(async () => {
    localStorage.setItem('another-app', 'kept')
    sessionStorage.setItem('another-app', 'kept')
    await caches.open('another-app')
  })
  await page.getByRole('link', { name: sv('common:data') }).click()
  await page.getByRole('button', { name: sv('keeping:data.deleteAll') }).click()
  await page.getByRole('button', { name: sv('keeping:data.forGood') }).click()
  await expect(page.locator('#gone-for-good')).toBeFocused()
  expect(
    await page.evaluate(async () => ({
      local: { ...localStorage },
      session: { ...sessionStorage },
      copies: await caches.keys(),
      databases: (await indexedDB.databases()).length,
    })),
  ).toEqual({
    local: { 'another-app': 'kept' },
    session: { 'another-app': 'kept' },
    copies: ['another-app'],
    databases: 0,
  })
})

test('the page that gets everything out gives it in parts, one’s own cases first, at any size (S-25)', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  // Six hundred megabytes of what others have sent, as an account manager keeps it: more than one text can hold.
  await page.goto('./recover.html')
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open('case-v1')
      opening.onsuccess = () => resolve(opening.result)
    })
    for (let at = 0; at < 60; at += 1)
      await new Promise((resolve) => {
        const transaction = database.transaction('receivedFiles', 'readwrite')
        transaction
          .objectStore('receivedFiles')
          .put({ caseId: `c${at}`, digest: 'd', name: 'x.pdf', bytes: new Uint8Array(10_000_000).fill(at) })
        transaction.oncomplete = resolve
      })
    database.close()
  })
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /Ladda ner allt/ }).click()
  await expect(page.getByRole('status')).toContainText('Läser', { timeout: 60_000 })
  const first = await downloading
  expect(readFileSync(await first.path(), 'utf8').slice(0, 5_000)).toContain('Nordfjäll')
  await expect(page.getByRole('status')).toContainText('filer', { timeout: 120_000 })
  expect(await page.locator('#files a').count()).toBeGreaterThan(10)
})

test('a count that fails after deleting everything is told for itself, and the undo stays', async ({ page }) => {
  await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  await page.getByRole('link', { name: sv('common:data') }).click()
  await page.getByRole('heading', { name: sv('keeping:data.keeping') }).waitFor()
  await page.evaluate(() => {
    IDBObjectStore.prototype.count = () => {
      throw new DOMException('late', 'UnknownError')
    }
  })
  await page.getByRole('button', { name: sv('keeping:data.deleteAll') }).click()
  await expect(page.locator('#undo-everything')).toBeFocused()
  await expect(page.locator('.banner')).toContainText(sv('keeping:data.failedRead'))
  await page.locator('#undo-everything').click()
  await expect(page.locator('#delete-everything')).toBeFocused()
  await visit(page, '/')
  await expect(page.getByRole('link', { name: /Nordfjäll/ })).toBeVisible()
})

test('a second press while something is deleted takes nothing from the undo', async ({ page }) => {
  await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  const address = page.url().split('#')[1]?.split('/').slice(0, 3).join('/') ?? ''
  const twice = (id: string) =>
    page.locator(id).evaluate((button) => {
      for (const _ of [1, 2]) (button as HTMLButtonElement).click()
    })
  await visit(page, `${address}/delete`)
  await twice('#delete-case')
  await page.locator('#undo-delete').click()
  await expect(page.locator('#delete-case')).toBeFocused()
  await visit(page, '/data')
  await page.getByRole('heading', { name: sv('keeping:data.keeping') }).waitFor()
  await twice('#delete-everything')
  await page.locator('#undo-everything').click()
  await expect(page.locator('#delete-everything')).toBeFocused()
  await visit(page, `${address}/about/company`)
  await expect(company(page)).toHaveValue('Nordfjäll')
})

test('what cannot be deleted or brought back is told where it can be read, and can be tried again', async ({
  page,
}) => {
  await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  const address = page.url().split('#')[1]?.split('/').slice(0, 3).join('/') ?? ''
  await visit(page, `${address}/delete`)
  await page.evaluate(() => {
    const transaction = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof transaction>) {
      if (document.documentElement.dataset.fails === 'yes') throw new DOMException('late', 'UnknownError')
      return transaction.apply(this, given)
    }
    document.documentElement.dataset.fails = 'yes'
  })
  const works = (does: boolean) =>
    page.evaluate(
      (fails) => {
        document.documentElement.dataset.fails = fails
      },
      does ? 'no' : 'yes',
    )
  const told = page.locator('main [role=alert]')
  await page.locator('#delete-case').click()
  await expect(told).toHaveText(sv('start:deletePage.failed'))
  await works(true)
  await page.locator('#delete-case').click()
  await expect(page.locator('#undo-delete')).toBeFocused()
  await expect(told).toHaveText('')
  await works(false)
  await page.locator('#undo-delete').click()
  await expect(told).toHaveText(sv('start:deletePage.notBack'))
  await works(true)
  await page.locator('#undo-delete').click()
  await expect(page.locator('#delete-case')).toBeFocused()
  await visit(page, `${address}/about/company`)
  await expect(company(page)).toHaveValue('Nordfjäll')
})
