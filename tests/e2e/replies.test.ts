import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { caseFile, chooseLanguage, expect, giveFile, heading, test, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')
const MARKER = 'MARKÖR-7781'

const downloaded = async (page: Page, press: () => Promise<void>) => {
  const downloading = page.waitForEvent('download')
  await press()
  const download = await downloading
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** A person with a browser of their own. */
async function somebody(browser: Browser, baseURL: string | undefined, options = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  await chooseLanguage(page, 'sv')
  return page
}

const handOver = async (page: Page, address: string) => {
  await visit(page, `${address}/hand-over`)
  return downloaded(page, () => page.getByRole('button', { name: /PDF/ }).first().click())
}

const statusField = 'scope:questions.deliverables.status.label'

async function ask(page: Page, at: string, text: string) {
  await page.locator(`[id="ask-${at}"]`).click()
  await expect(page.locator(`[id="question-${at}"]`)).toBeFocused()
  await page.keyboard.type(text)
}

test('three questions go to the customer and come back answered, and what has changed comes first', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  // The merchant hands over a case with a file.
  await chooseLanguage(page, 'sv')
  await visit(page, '/')
  await giveFile(page, 'C1.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  const address = page.url().split('#')[1] ?? ''
  await visit(page, `${address}/examples.items/E-1/when`)
  await giveFile(page, 'logg.txt', 'en rad')
  await expect(page.locator('.file')).toHaveCount(1)
  const first = await handOver(page, address)

  // The account manager reads it, decides, asks, and notes something that is nobody else's business.
  const manager = await somebody(browser, baseURL)
  await visit(manager, '/review')
  await giveFile(manager, first.name, first.bytes)
  await expect(heading(manager)).toContainText('Nordfjäll')
  await ask(manager, 'scope.deliverables.S-1.status', 'Har något av det kommit sedan dess?')
  await manager.getByText(sv('review:optional')).click()
  await manager.locator('[id="ask-request.ourSide"]').click()
  await manager
    .getByRole('button', { name: sv('reply:stock.first').split('\n')[0] ?? '', exact: true })
    .click()
  await ask(manager, 'whole', 'Vem kan jag ringa?')
  await manager.getByLabel(sv('reply:verdicts.needMore.label')).check()
  await manager.getByLabel(sv('reply:form.reason')).selectOption('contact')
  await manager.getByLabel(sv('reply:form.note')).fill('Bra underlag.')
  await manager.getByLabel(sv('reply:form.nextWord')).fill('2027-01-15')
  await manager.getByLabel(sv('reply:form.from')).fill('Karin Ek')
  await manager.getByLabel(sv('reply:notes.label'), { exact: true }).fill(MARKER)
  const asPdf = await downloaded(manager, () =>
    manager.getByRole('button', { name: sv('reply:form.download') }).click(),
  )
  expect(asPdf.name).toMatch(/^reply-nordfjall-friluft-ab-\d{4}-\d{2}-\d{2}-r2\.pdf$/)
  const asJson = await downloaded(manager, () =>
    manager.getByRole('button', { name: sv('reply:form.downloadPlain') }).click(),
  )
  const reply = JSON.parse(asJson.bytes.toString('utf8'))
  expect(reply.questions).toHaveLength(3)
  for (const text of await manager.locator('.copy-text .inset').allInnerTexts())
    expect(text).not.toContain(MARKER)
  expect(asJson.bytes.toString('utf8')).not.toContain(MARKER)
  expect(asPdf.bytes.includes(Buffer.from(MARKER))).toBe(false)

  // It lands beside the merchant's own words, and changes none of them.
  const before = await storedAnswers(page)
  await visit(page, '/')
  await giveFile(page, asPdf.name, asPdf.bytes)
  await expect(heading(page)).toHaveText(sv('reply:own.heading'))
  await expect(page.getByText(sv('reply:own.from', { name: 'Karin Ek' }))).toBeVisible()
  await expect(page.getByText(sv('reply:own.openCount_other', { count: 3 }))).toBeVisible()
  expect(await storedAnswers(page)).toEqual(before)
  await visit(page, address)
  await expect(page.getByText(sv('start:tasks.status.backWithQuestion'))).toHaveCount(2)
  // The same reply again, as the other kind of file: nothing happens twice.
  await visit(page, `${address}/reply`)
  await page.getByRole('button', { name: sv('reply:own.open') }).click()
  await giveFile(page, asJson.name, asJson.bytes)
  await expect(page.getByText(sv('reply:own.again'))).toBeVisible()

  // Each question is answered where it stands.
  await page
    .getByRole('link', { name: sv('reply:own.go') })
    .first()
    .click()
  await expect(page.getByText('Har något av det kommit sedan dess?')).toBeVisible()
  await page
    .getByRole('group', { name: sv(statusField) })
    .getByLabel(sv('scope:questions.deliverables.status.choices.unsatisfactory'))
    .check()
  await expect(page.getByText(sv('reply:own.changed'))).toBeVisible()
  await visit(page, `${address}/reply`)
  await page
    .getByRole('link', { name: sv('reply:own.go') })
    .nth(1)
    .click()
  await page.getByLabel(sv('reply:own.sayLabel')).fill('Inga. Allt är lämnat.')
  await visit(page, `${address}/reply`)
  await page.getByLabel(sv('reply:own.sayLabel')).fill('Ring Åsa på 070-123 45 67.')
  await expect(page.getByText(sv('reply:own.allAnswered'))).toBeVisible()
  const second = await handOver(page, address)
  expect(second.name).toMatch(/-r3\.pdf$/)

  // The second revision opens with what has changed, and the questions stand answered, before and after.
  await visit(manager, '/review')
  await giveFile(manager, second.name, second.bytes)
  await expect(heading(manager)).toHaveText(sv('changes:heading'))
  const asked = manager.locator('.asked-back')
  await expect(asked.getByText(sv('reply:sheet.answered'))).toHaveCount(3)
  await expect(asked).toContainText('Inga. Allt är lämnat.')
  await expect(asked).toContainText(sv('scope:questions.deliverables.status.choices.unsatisfactory'))
  await manager.getByRole('button', { name: sv('changes:whole') }).click()
  await expect(heading(manager)).toContainText('Nordfjäll')
  // Notes belong to the case, and are still there.
  await expect(manager.getByLabel(sv('reply:notes.label'), { exact: true })).toHaveValue(MARKER)
  const printed = await manager.pdf()
  expect(printed.includes(Buffer.from(MARKER))).toBe(false)

  // In the list, the newest revision stands on top and it is our turn again.
  await visit(manager, '/inbox')
  const row = manager.getByRole('row').filter({ hasText: 'Nordfjäll' })
  await expect(row).toContainText(sv('inbox:waiting.us'))
  await expect(row).toContainText(sv('inbox:older_one', { count: 1 }))
  await expect(row).toContainText(sv('reply:verdicts.needMore.short'))
  await manager.context().close()
})

/** The answers of all cases as this browser keeps them. */
const storedAnswers = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('case-v1')
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result)
    })
    const all = (store: string) =>
      new Promise<unknown[]>((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => resolve(request.result)
      })
    const [cases, rows] = [await all('cases'), await all('rows')]
    database.close()
    return { answers: cases.map((each) => (each as { content: { answers: unknown } }).content.answers), rows }
  })
