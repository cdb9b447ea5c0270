import type { Page } from '@playwright/test'
import { caseFile, chooseLanguage, expect, giveFile, goOn, heading, test, visit, wordsOf } from './guide.ts'
import { textOfPages } from './printed.ts'
import { ask, downloaded, handOver, somebody } from './reader.ts'

const sv = wordsOf('sv')
const MARKER = 'MARKÖR-7781'

const statusField = 'scope:questions.deliverables.status.label'

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
  await visit(page, `${address}/examples.items/E-1/example`)
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
  await manager.getByRole('button', { name: sv('reply:stock.first').split('\n')[0] ?? '', exact: true }).click()
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
  for (const text of await manager.locator('.copy-text .inset').allInnerTexts()) expect(text).not.toContain(MARKER)
  expect(asJson.bytes.toString('utf8')).not.toContain(MARKER)
  const read = (await textOfPages(asPdf.bytes)).join(' ')
  expect(read).toContain('Har något av det kommit sedan dess?')
  expect(read).not.toContain(MARKER)

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
  // Continue leads to the next question, and back to the reply after the last; Back to the reply from each.
  await goOn(page, sv('common:continue'))
  await page.getByLabel(sv('reply:own.sayLabel')).fill('Inga. Allt är lämnat.')
  await page.getByRole('link', { name: sv('common:back'), exact: true }).click()
  await expect(heading(page)).toHaveText(sv('reply:own.heading'))
  await page.goBack()
  await page.getByRole('button', { name: sv('common:continue') }).click()
  await expect(heading(page)).toHaveText(sv('reply:own.heading'))
  await page.getByLabel(sv('reply:own.sayLabelWhole')).fill('Ring Åsa på 070-123 45 67.')
  await expect(page.getByText(sv('reply:own.allAnswered'))).toBeVisible()
  const second = await handOver(page, address)
  expect(second.name).toMatch(/-r3\.pdf$/)

  // The second revision opens with what has changed, and the questions stand answered, before and after.
  await visit(manager, '/review')
  await giveFile(manager, second.name, second.bytes)
  await expect(heading(manager)).toHaveText(sv('changes:heading'))
  await expect(manager.getByText(sv('changes:olderThan'))).toHaveCount(0)
  const asked = manager.locator('.asked-back')
  await expect(asked.getByText(sv('reply:sheet.answered'))).toHaveCount(3)
  await expect(asked).toContainText('Inga. Allt är lämnat.')
  await expect(manager.locator('main h2').first()).toHaveText(sv('changes:questions'))
  await expect(asked).toContainText(sv('scope:questions.deliverables.status.choices.unsatisfactory'))
  await manager.getByRole('button', { name: sv('changes:whole') }).click()
  await expect(heading(manager)).toContainText('Nordfjäll')
  // Notes belong to the case, and are still there.
  await expect(manager.getByLabel(sv('reply:notes.label'), { exact: true })).toHaveValue(MARKER)
  const printed = await manager.pdf()
  const onPaper = (await textOfPages(printed)).join(' ')
  expect(onPaper).toContain('Nordfjäll')
  expect(onPaper).not.toContain(MARKER)

  // In the list, the newest revision stands on top and it is the turn of Adobe again.
  await visit(manager, '/inbox')
  const row = manager.getByRole('row').filter({ hasText: 'Nordfjäll' })
  await expect(row).toContainText(sv('inbox:waiting.adobe'))
  await expect(row).toContainText(sv('inbox:older_one', { count: 1 }))
  await expect(row).toContainText(sv('reply:verdicts.needMore.short'))
  const table = await downloaded(manager, () => manager.getByRole('button', { name: sv('inbox:csv') }).click())
  expect(table.bytes.toString('utf8')).toContain('Nordfjäll')
  expect(table.bytes.toString('utf8')).not.toContain(MARKER)
  await manager.context().close()
})

test('two questions about one page are gone through in turn, and Continue leads on from both @deep', async ({
  page,
  browser,
  baseURL,
}) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/')
  await giveFile(page, 'C1.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  const address = page.url().split('#')[1] ?? ''
  const given = await handOver(page, address)
  const manager = await somebody(browser, baseURL)
  await visit(manager, '/review')
  await giveFile(manager, given.name, given.bytes)
  await ask(manager, 'request.ask', 'Vad gäller det?')
  await manager.getByText(sv('review:optional')).click()
  await ask(manager, 'request.settledWhen', 'När är det klart?')
  await manager.getByLabel(sv('reply:verdicts.needMore.label')).check()
  const reply = await downloaded(manager, () =>
    manager.getByRole('button', { name: sv('reply:form.downloadPlain') }).click(),
  )
  await manager.context().close()
  // A window has no focus in Firefox while another has been in front.
  await page.bringToFront()
  await visit(page, '/')
  await giveFile(page, reply.name, reply.bytes)
  await page
    .getByRole('link', { name: sv('reply:own.go') })
    .first()
    .click()
  await expect(page.getByLabel(sv('request:questions.ask.label'))).toBeFocused()
  // A key that is held leads to one page.
  await page.keyboard.down('Control')
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await page.keyboard.up('Control')
  // It is folded away until it is asked for.
  await expect(page.getByLabel(sv('request:questions.settledWhen.label'))).toBeFocused()
  await page.getByRole('button', { name: sv('common:continue') }).click()
  await expect(heading(page)).toHaveText(sv('reply:own.heading'))
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
    const cases = await all('cases')
    // Replies lie beside the rows of answers.
    const rows = (await all('rows')).filter((row) => (row as { list: string }).list !== 'replies')
    database.close()
    return { answers: cases.map((each) => (each as { content: { answers: unknown } }).content.answers), rows }
  })

/** A reply as an account manager's browser makes it, with what is given changed. */
const replyTo = (caseId: string, more: object = {}) =>
  JSON.stringify({
    format: 'partner-escalation-reply',
    formatVersion: 1,
    minReader: 1,
    replyId: 'r-1',
    caseId,
    revision: 1,
    digest: 'a'.repeat(64),
    writtenOn: '2026-11-24',
    language: 'sv',
    from: 'Karin Ek',
    verdict: 'needMore',
    reason: null,
    note: null,
    questions: [],
    nextWordBy: null,
    ...more,
  })
const question = (id: string, at: string | null, more: object = {}) => ({
  id,
  at,
  code: null,
  answerDigest: at === null ? null : 'b'.repeat(64),
  text: `Fråga ${id}?`,
  ...more,
})

test('a reply that does not fit is told for what it is, and nothing of the case changes @deep', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/')
  await giveFile(page, 'C1.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  const address = page.url().split('#')[1] ?? ''
  const caseId = address.split('/')[2] ?? ''
  await visit(page, '/')
  await giveFile(page, 'C4.json', caseFile('C4-sv'))
  await page.waitForURL(/case/)
  const other = page.url().split('#')[1] ?? ''
  const before = await storedAnswers(page)

  // On the start page, of a case that is nowhere.
  await visit(page, '/')
  await giveFile(page, 'svar.json', replyTo('nowhere'))
  await expect(page.getByText(sv('reply:own.notHere'))).toBeVisible()
  // In a case, of another one that is here: it says where, and leads there.
  await visit(page, `${other}/reply`)
  await giveFile(page, 'svar.json', replyTo(caseId))
  await expect(page.getByText(sv('reply:own.otherCase'))).toBeVisible()
  await page.getByRole('link', { name: sv('reply:own.goThere') }).click()
  await page.waitForURL(new RegExp(`${caseId}/reply`))
  // The address is there a moment before its page.
  await expect(page.getByText(sv('reply:own.otherCase'))).toBeHidden()
  // No reply at all, one that cannot be read, and one of a version to come.
  const told = page.getByRole('status')
  await giveFile(page, 'C1.json', caseFile('C1-sv'))
  await expect(told.getByText(sv('reply:own.isCase'))).toBeVisible()
  await giveFile(page, 'svar.json', replyTo(caseId, { questions: 'alla' }))
  await expect(told.getByText(sv('messages:shape'))).toBeVisible()
  await giveFile(page, 'svar.json', replyTo(caseId, { formatVersion: 9, minReader: 9 }))
  await expect(told.getByText(sv('messages:newer'))).toBeVisible()
  await giveFile(page, 'svar.json', replyTo(caseId).slice(0, 200))
  await expect(told.getByText(sv('messages:truncated'))).toBeVisible()
  expect(await storedAnswers(page)).toEqual(before)

  // A later one before an earlier one, markup in every text, a question about nothing, one about what was changed.
  const markup = '<img src=x onerror="document.title=1">{{date}}\u202E'
  await giveFile(
    page,
    'svar.json',
    replyTo(caseId, {
      replyId: 'r-2',
      revision: 2,
      from: markup,
      note: markup,
      later: { formatVersion: 2 },
      questions: [
        question('q1', 'scope.deliverables.S-1.status', { text: markup }),
        question('q2', 'examples.items.gone.title', { code: 'E9' }),
        question('q3', '__proto__.x'),
      ],
    }),
  )
  await expect(page.getByText(sv('reply:own.goneCode', { code: 'E9' }))).toBeVisible()
  await giveFile(page, 'svar.json', replyTo(caseId))
  await expect(page.locator('h2').first()).toContainText('<img src=x')
  await expect(page.getByRole('heading', { name: sv('reply:own.from', { name: 'Karin Ek' }) })).toBeVisible()
  await page
    .getByRole('link', { name: sv('reply:own.go') })
    .first()
    .click()
  await expect(page.getByText(sv('reply:own.changedBefore'))).toBeVisible()
  await expect(page.getByText(markup.slice(0, 20))).toBeVisible()
  expect(await storedAnswers(page)).toEqual(before)
})

test('a case is read, decided on and answered with the keyboard alone', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/review')
  await giveFile(page, 'C1.json', caseFile('C1-sv'))
  await expect(heading(page)).toBeFocused()
  const tabTo = async (name: string) => {
    for (let at = 0; at < 400; at += 1) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const active = document.activeElement as HTMLInputElement | null
        return active?.labels?.[0]?.textContent ?? active?.textContent ?? ''
      })
      if (label.trim().startsWith(name)) return
    }
    throw new Error(`not reached by Tab: ${name}`)
  }
  // Two presses for a question of one's own: the answer, and the question.
  await tabTo(sv('reply:ask.button'))
  await page.keyboard.press('Enter')
  await tabTo(sv('reply:stock.first').split('\n')[1] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.locator('textarea:focus')).toHaveValue(sv('reply:stock.first').split('\n')[1] ?? '')
  await heading(page).focus()
  await tabTo(sv('reply:form.heading'))
  await page.keyboard.press('Enter')
  await tabTo(sv('reply:verdicts.takeOn.label'))
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel(sv('reply:verdicts.needMore.label'))).toBeChecked()
  await tabTo(sv('reply:form.nextWord'))
  await page.keyboard.type('på fredag')
  await tabTo(sv('reply:form.downloadPlain'))
  const file = await downloaded(page, () => page.keyboard.press('Enter'))
  const reply = JSON.parse(file.bytes.toString('utf8'))
  expect(reply).toMatchObject({
    verdict: 'needMore',
    questions: [{ text: sv('reply:stock.first').split('\n')[1] }],
  })
  expect(reply.nextWordBy).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})

test('comparing leaves the case that is open, whatever the other file turns out to be @deep', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/review')
  await giveFile(page, 'C1.json', caseFile('C1-sv'))
  await expect(heading(page)).toContainText('Nordfjäll')
  await page.getByLabel(sv('reply:form.note')).fill('Ett halvt svar')
  await giveFile(page, 'C4.json', caseFile('C4-sv'))
  await expect(page.getByText(/Vadtorp/)).toBeVisible()
  await giveFile(page, 'trasig.json', '{"format":')
  await expect(page.getByRole('status').getByText(sv('messages:truncated'))).toBeVisible()
  await giveFile(page, 'C1.json', caseFile('C1-sv'))
  await expect(page.getByText(sv('changes:none'))).toBeVisible()
  await expect(heading(page)).toContainText('Nordfjäll')
  await expect(page.getByLabel(sv('reply:form.note'))).toHaveValue('Ett halvt svar')
  // What alone is shown says so where there is nothing of it.
  await page.getByText(sv('review:tools.heading'), { exact: true }).click()
  await page.getByLabel(sv('review:tools.show'), { exact: true }).selectOption('stopsSales')
  await expect(page.getByText(sv('review:tools.noneOfIt'))).toBeVisible()
})

test('files that are chosen while others are read come after them, and a case comes back to the list by undo @deep', async ({
  page,
}) => {
  const whole = JSON.parse(caseFile('C1-sv'))
  const files = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => ({
      name: `case-${from + at}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...whole, caseId: `case-${from + at}` })),
    }))
  await chooseLanguage(page, 'sv')
  await visit(page, '/inbox')
  const chooser = page.locator('input[type=file]').first()
  await chooser.setInputFiles(files(0, 60))
  await chooser.setInputFiles(files(60, 63))
  await expect(page.getByText(sv('inbox:shown_other', { count: 63 })).first()).toBeVisible()
  // Sorting keeps the focus where it is.
  await page.locator('#sort-company').click()
  await expect(page.locator('#sort-company')).toBeFocused()
  await page.locator('.inbox tbody tr').first().getByRole('button').click()
  await expect(page.getByText(sv('inbox:shown_other', { count: 62 })).first()).toBeVisible()
  await expect(page.getByRole('button', { name: sv('common:undo') })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(sv('inbox:shown_other', { count: 63 })).first()).toBeVisible()
})

/** A thousand take their time where many tests share a small machine: the deep checks take them. */
const MANY = process.env.DEEP ? 1_000 : 120

test(`${MANY} files become a list to search and sort, and what is no case is passed over by name @deep`, async ({
  page,
}) => {
  const whole = JSON.parse(caseFile('C1-sv'))
  const files = Array.from({ length: MANY }, (_, at) => {
    const answers = { ...whole.answers, about: { ...whole.answers.about, company: `Kund ${at}` } }
    const text = JSON.stringify({ ...whole, caseId: `many-${at}`, answers })
    return { name: `case-${at}.json`, mimeType: 'application/json', buffer: Buffer.from(text) }
  })
  const others = [
    { name: 'anteckningar.txt', mimeType: 'text/plain', buffer: Buffer.from('hej') },
    { name: 'trasig.json', mimeType: 'application/json', buffer: Buffer.from('{"format":') },
    { name: 'svar.json', mimeType: 'application/json', buffer: Buffer.from(replyTo('many-7')) },
    {
      name: 'löst.json',
      mimeType: 'application/json',
      buffer: Buffer.from(replyTo('many-x', { replyId: 'r-9' })),
    },
  ]
  await chooseLanguage(page, 'sv')
  await visit(page, '/inbox')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files, ...others])
  await expect(page.getByText(sv('inbox:shown_other', { count: MANY })).first()).toBeVisible({
    timeout: 40_000,
  })
  await page.getByText(sv('inbox:skipped_other', { count: 2 })).click()
  await expect(page.getByText('trasig.json')).toContainText(sv('inbox:why.damaged'))
  await expect(page.getByText(sv('inbox:loose_one', { count: 1 }))).toBeVisible()
  // Fifty at first, and more where they are asked for; the focus goes on with them.
  await expect(page.locator('.inbox tbody tr')).toHaveCount(50 + 1)
  await page.getByRole('button', { name: sv('inbox:more', { count: 50 }) }).click()
  await expect(page.locator('.inbox tbody tr')).toHaveCount(100 + 1)
  await expect(page.locator('.inbox tbody tr a').nth(50)).toBeFocused()
  await page.getByLabel(sv('inbox:search')).fill('119 KUND')
  await expect(page.locator('.inbox').first().locator('tbody tr')).toHaveCount(1)
  await page.getByLabel(sv('inbox:search')).fill('')
  // One partner is nothing to choose between.
  await expect(page.locator('#inbox-partner')).toHaveCount(0)
  await page.getByLabel(sv('inbox:waitingFor')).selectOption('customer')
  const row = page.locator('.inbox').first().locator('tbody tr')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('Kund 7')
  const csv = await downloaded(page, () => page.getByRole('button', { name: sv('inbox:csv') }).click())
  const text = csv.bytes.toString('utf8')
  expect(text.startsWith('\uFEFF"Underlag";"Revision"')).toBe(true)
  expect(text.trim().split('\r\n')).toHaveLength(2)
  // Nothing is kept: the page begins anew.
  await page.reload()
  await expect(page.getByText(sv('inbox:empty'))).toBeVisible()
})

test('what is read is kept only where that is asked for, and goes when it is not wanted any more @deep', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/inbox')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'C1.json',
      mimeType: 'application/json',
      buffer: Buffer.from(caseFile('C1-sv')),
    })
  await page.getByRole('link', { name: 'Nordfjäll' }).click()
  await page.getByLabel(sv('reply:notes.label'), { exact: true }).fill(MARKER)
  await page.getByLabel(sv('reply:form.note')).fill('Ett halvt svar')
  await page.getByText(sv('review:tools.heading'), { exact: true }).click()
  await page.getByLabel(sv('inbox:keep')).check()
  await expect(page.locator('.keep-choice')).toHaveAttribute('aria-busy', 'false')
  await page.reload()
  await visit(page, '/inbox')
  await page.getByRole('link', { name: 'Nordfjäll' }).click()
  await expect(page.getByLabel(sv('reply:notes.label'), { exact: true })).toHaveValue(MARKER)
  await expect(page.getByLabel(sv('reply:form.note'))).toHaveValue('Ett halvt svar')
  await visit(page, '/inbox')
  await page.getByLabel(sv('inbox:keep')).uncheck()
  await expect(page.locator('.keep-choice')).toHaveAttribute('aria-busy', 'false')
  const left = await page.evaluate(async () => {
    const opening = indexedDB.open('case-v1')
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result)
    })
    const all = [...database.objectStoreNames].map(
      (store) =>
        new Promise<unknown[]>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result)
        }),
    )
    const found = JSON.stringify(await Promise.all(all))
    database.close()
    return found
  })
  expect(left).not.toContain(MARKER)
  expect(left).not.toContain('Nordfjäll')
})

test('what is typed while the reply is made is asked about before the page goes @deep', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/review')
  await giveFile(page, 'C1.json', caseFile('C1-sv'))
  const note = page.getByLabel(sv('reply:form.note'))
  await note.fill('Bra underlag.')
  let letCome = () => {}
  const coming = new Promise<void>((resolve) => {
    letCome = resolve
  })
  await page.route('**/writePdf.worker-*.js', async (route) => {
    await coming
    await route.continue()
  })
  await downloaded(page, async () => {
    await page.getByRole('button', { name: sv('reply:form.download') }).click()
    await note.pressSequentially(' Ring mig.')
    letCome()
  })
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  expect((await asked).type()).toBe('beforeunload')
})

test('more replies than a case holds are refused with what to do, and one that is removed makes room (F-43, F-44) @deep', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await chooseLanguage(page, 'sv')
  await visit(page, '/')
  await giveFile(page, 'C1.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  const address = page.url().split('#')[1] ?? ''
  const caseId = address.split('/')[2] ?? ''
  const before = await storedAnswers(page)
  const many = (id: number) =>
    replyTo(caseId, {
      replyId: `r-${id}`,
      from: `Kundansvarig ${id}`,
      questions: [question(`q${id}`, null)],
      extra: 'x'.repeat(900_000),
    })
  const kept = (id: number) =>
    expect(page.getByRole('heading', { name: sv('reply:own.from', { name: `Kundansvarig ${id}` }), exact: true }))
  await visit(page, `${address}/reply`)
  await giveFile(page, 'svar.json', replyTo(caseId, { note: 'x'.repeat(90_000), extra: 'x'.repeat(1_000_000) }))
  await expect(page.getByText(sv('messages:replyTooBig', { max: '1 MB' }))).toBeVisible()
  for (let id = 1; id <= 4; id += 1) {
    await giveFile(page, 'svar.json', many(id))
    await kept(id).toBeVisible()
  }
  await giveFile(page, 'svar.json', many(5))
  await expect(page.getByText(sv('reply:own.full'))).toBeVisible()
  await kept(5).toHaveCount(0)
  await visit(page, '/')
  await giveFile(page, 'svar.json', many(5))
  await expect(page.getByText(sv('reply:own.full'))).toBeVisible()

  // The copy still comes out, and opens.
  await visit(page, address)
  await downloaded(page, () => page.getByRole('button', { name: sv('common:download.copy') }).click())

  await visit(page, `${address}/reply`)
  const remove = page.getByRole('button', {
    name: `${sv('reply:own.remove')} Kundansvarig 3`,
    exact: true,
  })
  await remove.click()
  await kept(3).toHaveCount(0)
  await expect(page.getByRole('button', { name: sv('common:undo') })).toBeFocused()
  await page.getByRole('button', { name: sv('common:undo') }).click()
  await kept(3).toBeVisible()
  await remove.click()
  await page.reload()
  await kept(3).toHaveCount(0)
  await page.getByRole('button', { name: sv('reply:own.open') }).click()
  await giveFile(page, 'svar.json', many(5))
  await kept(5).toBeVisible()
  expect(await storedAnswers(page)).toEqual(before)
})
