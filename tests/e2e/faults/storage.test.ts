import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { appIsThere, caseFile, expect, giveFile, heading, newCase, test, visit, wordsOf } from '../guide.ts'

const sv = wordsOf('sv')
const company = (page: Page) => page.getByLabel(sv('about:questions.company.label'))
const status = (page: Page) => page.locator('.status .on-wide')
const saved = (page: Page) => expect(status(page)).toHaveText(sv('common:save.saved'))

/** Everything that is stored, as text. */
const everything = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('case-v1')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = async () => {
          const database = opening.result
          const stores = [...database.objectStoreNames]
          const transaction = database.transaction(stores)
          const all = await Promise.all(
            stores.map(
              (name) =>
                new Promise((found) => {
                  const asking = transaction.objectStore(name).getAll()
                  asking.onsuccess = () => found([name, asking.result])
                }),
            ),
          )
          database.close()
          resolve(JSON.stringify(all))
        }
      }),
  )

test('a file for which there is no room is not listed, and what is typed is saved all the same (S-02)', async ({
  page,
}) => {
  const whole = JSON.parse(caseFile('C1-sv')) as CaseFile
  const [example] = whole.answers.examples.items
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  await visit(page, `/case/${whole.caseId}/examples.items/${example?.id}/example`)
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: Parameters<typeof put>) {
      if (this.name === 'blobs') throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, given)
    }
  })
  await giveFile(page, 'utskrift.txt', 'x'.repeat(5_000_000))
  await expect(page.getByRole('alert')).toContainText(sv('evidence:why.quota', { name: 'utskrift.txt' }))
  await expect(page.locator('.files > li').filter({ hasText: 'utskrift.txt' })).toHaveCount(0)
  await saved(page)
})

test('a database that never answers is given up after five seconds, with a way to try again (S-04)', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('answers') === 'yes') return
    IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest
  })
  const begun = Date.now()
  await visit(page, '/')
  await appIsThere(page)
  await expect(page.locator('.banner')).toContainText(sv('keeping:refused.late'))
  expect(Date.now() - begun).toBeLessThan(15_000)
  await page.evaluate(() => sessionStorage.setItem('answers', 'yes'))
  await page.getByRole('button', { name: sv('keeping:retry') }).click()
  await expect(page.locator('.banner')).toHaveCount(0)
  await newCase(page, sv)
  await saved(page)
})

test('a database that the browser cannot read is told, leads to where the data is got out, and is not touched (S-05)', async ({
  page,
}) => {
  await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  const before = await everything(page)
  await page.addInitScript(() => {
    if (!location.pathname.endsWith('/')) return
    IDBFactory.prototype.open = () => {
      const opening = new EventTarget() as unknown as IDBOpenDBRequest
      Object.defineProperty(opening, 'error', { value: new DOMException('damaged', 'UnknownError') })
      queueMicrotask(() => opening.onerror?.(new Event('error')))
      return opening
    }
  })
  await visit(page, '/')
  await page.reload()
  await expect(page.locator('.banner')).toContainText(sv('keeping:refused.damaged'))
  await page.getByRole('link', { name: sv('keeping:recover') }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /Ladda ner allt/ }).click()
  const path = await (await downloading).path()
  const found: { store?: string }[] = JSON.parse(readFileSync(path, 'utf8'))
  expect(JSON.stringify(found.find(({ store }) => store === 'cases'))).toContain('Nordfjäll')
  await expect(page.getByRole('status')).toContainText('Filen är skapad')
  expect(await everything(page)).toBe(before)
})

test('a save that the browser only aborts is never called saved, and is tried again (S-06)', async ({ page }) => {
  await newCase(page, sv)
  await saved(page)
  await page.evaluate(() => {
    const add = IDBObjectStore.prototype.add
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...given: Parameters<typeof add>) {
      const request = add.apply(this, given)
      if (document.documentElement.dataset.works !== 'yes')
        request.addEventListener('success', () => this.transaction.abort())
      return request
    }
    // Every word that is said about saving, from now on.
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver(() => said.push(document.querySelector('.status .on-wide')?.textContent ?? '')).observe(
      document.body,
      { subtree: true, childList: true, characterData: true },
    )
  })
  await company(page).fill('Nordfjäll')
  await expect(status(page)).toHaveText(sv('common:save.failed'))
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
  expect(said.slice(said.indexOf(sv('common:save.saving')))).not.toContain(sv('common:save.saved'))
  await page.evaluate(() => {
    document.documentElement.dataset.works = 'yes'
  })
  await saved(page)
  await page.reload()
  await expect(company(page)).toHaveValue('Nordfjäll')
})

test('a database of a newer version is told, and nothing is written (S-13)', async ({ page }) => {
  await visit(page, '/help')
  await page.goto('./recover.html')
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const newer = indexedDB.open('case-v1', 99)
        newer.onsuccess = () => {
          newer.result.close()
          resolve()
        }
      }),
  )
  const before = await everything(page)
  await visit(page, '/')
  await expect(page.locator('.banner')).toContainText(sv('keeping:refused.newer'))
  await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await expect(page.locator('.banner')).toContainText(sv('keeping:refused.newer'))
  await page.goto('./recover.html')
  expect(await everything(page)).toBe(before)
})

test('a newer version is not kept waiting: this tab saves, lets go and reads, and the other goes on (S-14, T-06)', async ({
  page,
  context,
}) => {
  await newCase(page, sv)
  const other = await context.newPage()
  await other.goto('./recover.html')
  await company(page).fill('Skrivet i sista stund')
  const opened = await other.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const newer = indexedDB.open('case-v1', 99)
        newer.onsuccess = () => {
          newer.result.close()
          resolve('opened')
        }
      }),
  )
  expect(opened).toBe('opened')
  await expect(page.locator('.banner')).toContainText(sv('keeping:reading.updated'))
  await expect(company(page)).toBeDisabled()
  await expect(company(page)).toHaveValue('Skrivet i sista stund')
  const after = await everything(other)
  expect(after).toContain('Skrivet i sista stund')
  // Leaving the page and coming back to it writes nothing either.
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')))
  expect(await everything(other)).toBe(after)
})

test('an older version that does not let go is told, and a try after closing it succeeds (S-14)', async ({
  page,
  context,
}) => {
  const older = await context.newPage()
  await older.goto('./recover.html')
  await older.evaluate(
    () =>
      new Promise<void>((resolve) => {
        // It holds its connection, and hears nothing.
        const opening = indexedDB.open('case-v1', 3)
        opening.onsuccess = () => resolve()
      }),
  )
  await visit(page, '/')
  await appIsThere(page)
  await expect(page.locator('.banner')).toContainText(sv('keeping:refused.blocked'))
  await older.close()
  await page.getByRole('button', { name: sv('keeping:retry') }).click()
  await expect(page.locator('.banner')).toHaveCount(0)
  await newCase(page, sv)
  await saved(page)
})

test('a connection that is closed under the page is opened anew without a word (S-15)', async ({ page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (this: IDBFactory, ...given: Parameters<typeof open>) {
      const opening = open.apply(this, given)
      opening.addEventListener('success', () => Object.assign(window, { connection: opening.result }))
      return opening
    }
  })
  await newCase(page, sv)
  await saved(page)
  await page.evaluate(() => (window as unknown as { connection: IDBDatabase }).connection.close())
  await company(page).fill('Nordfjäll')
  await expect(status(page)).toHaveText(sv('common:save.saving'))
  await saved(page)
  await expect(page.locator('.banner')).toHaveCount(0)
  await page.reload()
  await expect(company(page)).toHaveValue('Nordfjäll')
})

test('data that somebody clears while the page is open is written anew, and that is said (S-16)', async ({ page }) => {
  await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Storage.clearDataForOrigin', {
    origin: new URL(page.url()).origin,
    storageTypes: 'indexeddb',
  })
  await expect(page.locator('.banner')).toContainText(sv('keeping:notice.cleared'))
  await saved(page)
  await page.reload()
  await expect(company(page)).toHaveValue('Nordfjäll')
})

test('with little room left it is said how much, before files are chosen (S-19)', async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.estimate = async () => ({ usage: 93_000_000, quota: 100_000_000 })
  })
  const whole = JSON.parse(caseFile('C1-sv')) as CaseFile
  const [example] = whole.answers.examples.items
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  await visit(page, `/case/${whole.caseId}/examples.items/${example?.id}/example`)
  await expect(page.getByText(sv('evidence:room', { size: '7\u00a0MB' }))).toBeVisible()
})

test('whether the browser may delete what is saved is told as it is, and a refusal is no promise (S-20)', async ({
  page,
}) => {
  await newCase(page, sv)
  await saved(page)
  await page.evaluate(() => {
    StorageManager.prototype.persist = async () => false
  })
  await page.getByRole('link', { name: sv('common:data') }).click()
  await expect(page.getByText(sv('keeping:data.mayDelete'))).toBeVisible()
  await page.getByRole('button', { name: sv('keeping:data.ask') }).click()
  await expect(page.getByText(sv('keeping:data.refused'))).toBeVisible()
  await expect(page.getByText(sv('keeping:data.promised'))).toHaveCount(0)
  await page.evaluate(() => {
    StorageManager.prototype.persist = async () => {
      StorageManager.prototype.persisted = async () => true
      return true
    }
  })
  await page.getByRole('button', { name: sv('keeping:data.ask') }).click()
  await expect(page.getByText(sv('keeping:data.promised'))).toBeVisible()
})

test('a crash while somebody types loses at most two seconds of it, and the time of the last save is told (S-08)', async ({
  page,
  context,
}) => {
  const address = await newCase(page, sv)
  await company(page).focus()
  const begun = Date.now()
  let typed = ''
  /** What stood there, and when. */
  const moments: [number, number][] = []
  while (Date.now() - begun < 6_000) {
    const next = String.fromCharCode(97 + (typed.length % 26))
    await page.keyboard.type(next, { delay: 40 })
    typed += next
    moments.push([Date.now(), typed.length])
  }
  const crashed = page.waitForEvent('crash')
  await page.goto('chrome://crash').catch(() => {})
  await crashed
  const end = moments.at(-1)?.[0] ?? 0
  // A tab that has crashed is loaded again with what it remembers. The tool of the test cannot load this one again.
  const again = await context.newPage()
  const id = address.split('/')[2] ?? ''
  await again.addInitScript((open) => sessionStorage.setItem('open', open), id)
  await visit(again, `${address}/about/company`)
  await expect(again.locator('.banner')).toContainText('Sidan stängdes oväntat')
  const kept = await company(again).inputValue()
  expect(typed.startsWith(kept)).toBe(true)
  const due = moments.filter(([at]) => at <= end - 2_000).at(-1)?.[1] ?? 0
  console.log(`typed ${typed.length}, kept ${kept.length}, two seconds before the crash ${due}`)
  expect(kept.length).toBeGreaterThanOrEqual(due)
  await again.getByRole('button', { name: sv('keeping:notice.read') }).click()
  await expect(again.locator('.banner')).toHaveCount(0)
})

test('everything is deleted, comes back by undo, and is gone for good when that is pressed or the page is left (L-13)', async ({
  page,
}) => {
  const address = await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  const gone = (wanted: boolean) =>
    expect
      .poll(() =>
        page.evaluate(async () => ({
          databases: (await indexedDB.databases()).length,
          choices: localStorage.length,
          copies: (await caches.keys()).length,
        })),
      )
      .toEqual(wanted ? { databases: 0, choices: 0, copies: 0 } : expect.objectContaining({ databases: 1 }))
  await page.getByRole('link', { name: sv('common:data') }).click()
  await expect(page.getByRole('link', { name: /Nordfjäll/ })).toBeVisible()
  await page.getByRole('button', { name: sv('keeping:data.deleteAll') }).click()
  await expect(page.getByRole('link', { name: /Nordfjäll/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: sv('common:undo') })).toBeFocused()
  expect(await everything(page)).not.toContain('Nordfjäll')
  await page.getByRole('button', { name: sv('common:undo') }).click()
  await expect(page.getByRole('link', { name: /Nordfjäll/ })).toBeVisible()
  await gone(false)
  await page.getByRole('button', { name: sv('keeping:data.deleteAll') }).click()
  await page.getByRole('button', { name: sv('keeping:data.forGood') }).click()
  await expect(page.locator('#gone-for-good')).toBeFocused()
  await gone(true)
  await visit(page, address)
  await expect(heading(page)).toHaveText(sv('keeping:trouble.missing.heading'))
  // The second time nothing is pressed: leaving the page is enough.
  await newCase(page, sv)
  await company(page).fill('Vadtorp')
  await saved(page)
  await page.getByRole('link', { name: sv('common:data') }).click()
  await page.getByRole('button', { name: sv('keeping:data.deleteAll') }).click()
  await page.goto('./recover.html')
  await gone(true)
})

test('where the browser reads nothing, a file that is opened is told as not kept, and opens once it reads (S-11)', async ({
  page,
}) => {
  await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  await visit(page, '/')
  await appIsThere(page)
  const before = await everything(page)
  await page.evaluate(() => {
    const transaction = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof transaction>) {
      if (document.documentElement.dataset.reads !== 'yes') throw new DOMException('late', 'UnknownError')
      return transaction.apply(this, given)
    }
  })
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await expect(page.getByRole('status').locator('.banner')).toContainText(sv('start:notKept'))
  await page.evaluate(() => {
    document.documentElement.dataset.reads = 'yes'
  })
  expect(await everything(page)).toBe(before)
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
})

test('going back to a version says that it is saved only when it is (S-06)', async ({ page }) => {
  const { caseId } = JSON.parse(caseFile('C1-sv')) as CaseFile
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  await visit(page, `/case/${caseId}/about/company`)
  await company(page).fill('Nordfjäll')
  await saved(page)
  await visit(page, `/case/${caseId}/hand-over`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: sv('handOver:makeAs.pdf') }).click()
  await downloading
  await visit(page, `/case/${caseId}/about/company`)
  await company(page).fill('Sydfjäll')
  await saved(page)
  await visit(page, `/case/${caseId}/versions`)
  await page.getByRole('link', { name: /Titta på versionen från/ }).click()
  const goBack = page.getByRole('button', { name: sv('keeping:versions.restore') })
  await goBack.waitFor()
  await page.evaluate(() => {
    const add = IDBObjectStore.prototype.add
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...given: Parameters<typeof add>) {
      if (this.name === 'changes') throw new DOMException('full', 'QuotaExceededError')
      return add.apply(this, given)
    }
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver(() => {
      for (const place of document.querySelectorAll('[aria-live]')) said.push((place.textContent ?? '').trim())
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await goBack.click()
  await expect(page.locator('.banner')).toContainText(sv('keeping:failed.quota'))
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
  expect(said.join(' ')).toContain(sv('keeping:failed.quota'))
  expect(said).not.toContain(sv('common:save.saved'))
})
