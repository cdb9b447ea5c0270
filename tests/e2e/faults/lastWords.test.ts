import type { Page } from '@playwright/test'
import { expect, newCase, test, visit, wordsOf } from '../guide.ts'

const sv = wordsOf('sv')
const company = (page: Page) => page.getByLabel(sv('about:questions.company.label'))
const status = (page: Page) => page.locator('.status .on-wide')
const saved = (page: Page) => expect(status(page)).toHaveText(sv('common:save.saved'))

/** What some browsers do: whatever the database is asked for from the moment on that a page goes is not carried out. */
const endsWhatIsUnderWay = () => {
  let isGoing = false
  const going = () => {
    isGoing = true
  }
  addEventListener('pagehide', going, { capture: true })
  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof begin>) {
    const transaction = begin.apply(this, given)
    if (isGoing && given[1] === 'readwrite') transaction.abort()
    return transaction
  }
}

const WAYS = {
  reload: async (page: Page) => void (await page.reload()),
  address: async (page: Page) => void (await page.goto('./recover.html')),
  blank: async (page: Page) => void (await page.goto('about:blank')),
} as const

for (const [way, leave] of Object.entries(WAYS))
  test(`what was typed a moment before is there where a browser ends what is under way: ${way} (L-17)`, async ({
    page,
  }) => {
    await page.addInitScript(endsWhatIsUnderWay)
    const address = await newCase(page, sv)
    await company(page).fill('Nordfjäll')
    await saved(page)
    await company(page).pressSequentially(' Friluft')
    await leave(page)
    await visit(page, `${address}/about/company`)
    await expect(company(page)).toHaveValue('Nordfjäll Friluft')
    // Once: it is saved now, and what is written after it stays.
    await company(page).fill('Vadtorp')
    await saved(page)
    await page.reload()
    await expect(company(page)).toHaveValue('Vadtorp')
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('unsaved ')))).toEqual(
      [],
    )
  })

test('a private text is there, too (L-17)', async ({ page }) => {
  await page.addInitScript(endsWhatIsUnderWay)
  const address = await newCase(page, sv)
  await visit(page, `${address}/partner/mails`)
  const text = page.getByRole('textbox')
  await page.getByText(sv('sources:mails.orPaste')).click()
  await text.pressSequentially('Bara för mig')
  await page.reload()
  await expect(text).toHaveValue('Bara för mig')
})

test('last words are never put over something newer: they become a case of their own, which is said (L-18)', async ({
  page,
}) => {
  const address = await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  await page.evaluate(() => {
    for (const name of ['transaction'] as const) {
      const begin = IDBDatabase.prototype[name]
      IDBDatabase.prototype[name] = function (this: IDBDatabase, ...given: Parameters<typeof begin>) {
        const transaction = begin.apply(this, given)
        if (given[1] === 'readwrite') transaction.abort()
        return transaction
      }
    }
  })
  await company(page).pressSequentially(' Friluft')
  await page.goto('./recover.html')
  const words = await page.evaluate(() => {
    const name = Object.keys(localStorage).find((each) => each.startsWith('unsaved ')) ?? ''
    const kept = localStorage.getItem(name) ?? ''
    localStorage.removeItem(name)
    return { name, kept }
  })
  expect(words.kept).toContain('Nordfjäll Friluft')
  // A newer state, in another place and on another day.
  await visit(page, `${address}/about/company`)
  await company(page).fill('Vadtorp')
  await saved(page)
  await company(page).fill('Vadtorp AB')
  await saved(page)
  await page.goto('./recover.html')
  await page.evaluate(({ name, kept }) => localStorage.setItem(name, kept), words)
  await visit(page, `${address}/about/company`)
  await expect(company(page)).toHaveValue('Vadtorp AB')
  await expect(page.locator('.banner')).toContainText(sv('keeping:notice.unsaved'))
  await page.getByRole('link', { name: sv('keeping:notice.openUnsaved') }).click()
  await visit(page, `${page.url().split('#')[1]}/about/company`)
  await expect(company(page)).toHaveValue('Nordfjäll Friluft')
})

test('a tab that cannot save and is taken over keeps its words, says so, and asks before it is closed (T-09)', async ({
  page,
  context,
}) => {
  const address = await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add
  })
  await company(page).fill('Nordfjäll Friluft')
  await expect(status(page)).toHaveText(sv('common:save.failed'))
  const other = await context.newPage()
  await visit(other, `${address}/about/company`)
  await other.getByRole('button', { name: sv('keeping:reading.takeOver') }).click()
  await saved(other)
  await expect(page.locator('.banner')).toContainText(sv('keeping:reading.notKept.takenOver'))
  await expect(status(page)).toHaveText(sv('common:save.reading'))
  // Whoever looks elsewhere and comes back still finds the words.
  await other.bringToFront()
  await page.bringToFront()
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(company(page)).toHaveValue('Nordfjäll Friluft')
  const asked = new Promise((resolve) =>
    page.once('dialog', (dialog) => resolve(dialog.accept().then(() => dialog.type()))),
  )
  await page.close({ runBeforeUnload: true })
  expect(await asked).toBe('beforeunload')
})

test('without locks an old window that goes overwrites nothing newer, and its words are kept (T-10)', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
  const address = await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  const newer = await context.newPage()
  await visit(newer, `${address}/about/company`)
  await company(newer).fill('Vadtorp')
  await saved(newer)
  await company(newer).fill('Vadtorp AB')
  await saved(newer)
  // The entries that the numbers would collide with are let go of after some hours of writing.
  await newer.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('case-v1')
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('changes', 'readwrite')
          transaction.objectStore('changes').clear()
          transaction.oncomplete = resolve
        }
      }),
  )
  // It goes before it would save by itself, however long that takes.
  await page.clock.install()
  await company(page).pressSequentially('!')
  await page.goto('./recover.html')
  await newer.reload()
  await expect(company(newer)).toHaveValue('Vadtorp AB')
  await expect(newer.locator('.banner')).toContainText(sv('keeping:notice.unsaved'))
})

test('what was written last and still has no room is told, and is there once there is some', async ({ page }) => {
  await newCase(page, sv)
  await company(page).fill('Nordfjäll')
  await saved(page)
  await page.addInitScript(() => {
    if (sessionStorage.getItem('room') === 'yes') return
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add
    // Nor is there any for a spare copy.
    Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
  })
  await page.reload()
  await company(page).fill('Nordfjäll Friluft')
  await expect(status(page)).toHaveText(sv('common:save.failed'))
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.locator('.banner')).toContainText(sv('keeping:notice.noRoom'))
  await expect(company(page)).toHaveValue('Nordfjäll')
  await page.evaluate(() => sessionStorage.setItem('room', 'yes'))
  await page.reload()
  await expect(company(page)).toHaveValue('Nordfjäll Friluft')
  await expect(page.locator('.banner')).toHaveCount(0)
  await saved(page)
})
