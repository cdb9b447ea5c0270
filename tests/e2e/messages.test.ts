import { readFileSync } from 'node:fs'
import { caseFile, expect, giveFile, heading, keepNote, newCase, test, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')
const en = wordsOf('en')

test('a first message is drafted, changed, kept, copied and written into the log as sent', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const address = await newCase(page, sv)
  await page.getByLabel(sv('about:questions.name.label')).fill('Anna Ek')
  await visit(page, `${address}/messages`)
  await expect(page.locator('.rows > li').first()).toContainText(sv('drafts:page.kinds.first'))
  await page.getByRole('link', { name: sv('drafts:page.kinds.first') }).click()
  const body = page.getByLabel(sv('drafts:page.body'))
  await expect(body).toHaveValue(/^Hej!\n\nVi vill ta upp något/)
  await expect(body).toHaveValue(/Anna Ek$/)

  await page.getByLabel('English', { exact: true }).check()
  await expect(body).toHaveValue(/^Hello,\n\nWe would like to raise/)
  await page.getByLabel('Svenska', { exact: true }).check()
  await page.getByLabel(sv('drafts:page.answerBy')).fill('11 december 2026')
  await expect(body).toHaveValue(/senast den 11 december 2026/)

  // What cannot be read is no day, and least of all the one before it.
  await page.getByLabel(sv('drafts:page.answerBy')).fill('5/12 eller så')
  await expect(body).not.toHaveValue(/11 december/)
  await expect(page.getByText(sv('drafts:page.sent.badDate'))).toBeVisible()
  await page.getByLabel(sv('drafts:page.answerBy')).fill('11 december 2026')
  await expect(body).toHaveValue(/senast den 11 december 2026/)

  await body.fill(`${await body.inputValue()}\nPS. Vi kan träffas på torsdag.`)
  await expect(page.getByText(sv('drafts:page.edited'))).toBeVisible()
  await page.reload()
  await expect(body).toHaveValue(/PS\. Vi kan träffas/)
  await page.getByRole('button', { name: sv('handOver:copy') }).click()
  await expect(page.getByText(sv('handOver:copied'))).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('PS. Vi kan träffas på torsdag.')
  const mail = await page.getByRole('link', { name: sv('drafts:page.mail') }).getAttribute('href')
  expect(mail).toMatch(/^mailto:\?subject=/)
  expect(mail?.length).toBeLessThanOrEqual(1_600)

  await page.getByRole('button', { name: sv('drafts:page.again') }).click()
  await expect(body).not.toHaveValue(/PS\./)
  await page.getByRole('button', { name: sv('common:undo') }).click()
  await expect(body).toHaveValue(/PS\./)

  await page.getByLabel(sv('drafts:page.sent.date')).fill('nonsens')
  await page.getByRole('button', { name: sv('drafts:page.sent.button') }).click()
  await expect(page.getByText(sv('drafts:page.sent.badDate'))).toBeVisible()
  await page.getByLabel(sv('drafts:page.sent.date')).fill('2026-11-20')
  await page.getByRole('button', { name: sv('drafts:page.sent.button') }).click()
  await page.getByRole('link', { name: sv('drafts:page.sent.toLog') }).click()
  await expect(page.locator('.rows')).toContainText('20 november 2026')
  await visit(page, `${address}/check`)
  await expect(page.locator('#outcome')).not.toHaveText(sv('assessment:next.CONTACT_PARTNER.heading'))
})

test('an open action leads to the draft that helps, and its day to the calendar', async ({ page }) => {
  await visit(page, '/')
  await giveFile(page, 'V2.json', caseFile('V2'))
  await expect(heading(page)).toBeVisible()
  await page.waitForURL(/case/)
  const address = page.url().split('#')[1] ?? ''
  await page.clock.setFixedTime(new Date('2026-10-19T09:00:00+02:00'))
  await visit(page, `${address}/check`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: sv('assessment:do.calendar') }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^reminder-.*-2026-\d{2}-\d{2}\.ics$/)
  const text = readFileSync(await download.path(), 'utf8')
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect(text).toContain('DTSTART;VALUE=DATE:2026')
  await expect(page.getByText(sv('assessment:do.saved', { name: download.suggestedFilename() }))).toBeVisible()

  // Every day can be saved from its list, too.
  await visit(page, `${address}/messages`)
  const again = page.waitForEvent('download')
  await page
    .getByRole('button', { name: sv('drafts:reminders.one') })
    .first()
    .click()
  expect((await again).suggestedFilename()).toMatch(/^reminder-.*-2026-\d{2}-\d{2}(?:\(1\))?\.ics$/)
})

test('the draft speaks English to a partner while the screen speaks Swedish @deep', async ({ page }) => {
  await visit(page, '/')
  await giveFile(page, 'C4-sv.json', caseFile('C4-sv'))
  await page.waitForURL(/case/)
  await visit(page, `${page.url().split('#')[1]}/message/change`)
  await page.getByLabel('English', { exact: true }).check()
  const body = page.getByLabel(sv('drafts:page.body'))
  await expect(body).toHaveValue(new RegExp(en('drafts:change.added').replace(/[.?]/g, '\\$&')))
  // It is read out, and its spelling checked, in its own language.
  expect(await body.evaluate((element) => element.closest('[lang]')?.getAttribute('lang'))).toBe('en')
  await expect(heading(page)).toHaveText(sv('drafts:page.kinds.change'))
})

test('what was written on pages that are gone is in nothing else, and goes as a file at one’s own press @deep', async ({
  page,
}) => {
  const MARKER = 'ILSKA8472'
  const TEXT = `De är ${MARKER}!`
  const address = await newCase(page, sv)
  await keepNote(page, address, 'box', TEXT)
  const lines = {
    S1: { agreed: 'yes', who: 'Bo Lind', byWhen: 'nästa år', note: 'Ny plan lovad' },
    E1: { agreed: null, who: '', byWhen: '', note: '' },
    other: { agreed: 'no', who: '', byWhen: '', note: 'Ingen faktura' },
  }
  await keepNote(page, address, 'meeting', JSON.stringify({ date: '2026-11-24', lines }))
  const offer = page.getByText(sv('start:formerText.text'))

  for (const at of [
    '',
    '/check',
    '/sheet',
    '/checklist',
    '/messages',
    '/message/first',
    '/message/followUp',
    '/partner/log',
    '/removed',
  ]) {
    await visit(page, `${address}${at}`)
    await expect(page.locator('body')).not.toContainText(MARKER)
    for (const field of await page.locator('textarea').all()) expect(await field.inputValue()).not.toContain(MARKER)
  }
  const files: Buffer[] = []
  page.on('download', async (download) => files.push(readFileSync(await download.path())))
  await visit(page, address)
  await page.getByRole('button', { name: sv('common:download.copy') }).click()
  await visit(page, `${address}/hand-over`)
  await page.getByText(sv('handOver:others.heading')).click()
  await page.getByRole('button', { name: sv('handOver:plain') }).click()
  await expect.poll(() => files.length).toBe(2)
  for (const file of files) expect(file.toString('latin1')).not.toContain(MARKER)

  await visit(page, `${address}/delete`)
  await page.getByRole('button', { name: sv('start:deletePage.delete') }).click()
  await page.getByRole('button', { name: sv('common:undo') }).click()
  await expect(page.getByRole('button', { name: sv('start:deletePage.delete') })).toBeVisible()

  await visit(page, address)
  await page.getByRole('button', { name: sv('start:formerText.delete') }).click()
  await page.getByRole('button', { name: sv('common:undo') }).click()
  await page.reload()
  await expect(offer).toBeVisible()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: sv('start:formerText.download') }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^private-.*\.txt$/)
  expect(readFileSync(await download.path(), 'utf8')).toBe(
    `${TEXT}\n\n2026-11-24\nS1, Ja, Bo Lind, nästa år, Ny plan lovad\nNej, Ingen faktura`,
  )
  await expect(page.getByText(sv('start:formerText.downloaded'))).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: sv('start:tasks.break') })).toBeVisible()
  await expect(offer).toHaveCount(0)
})

/** What stands where a text of ours should. */
const KEYS = /\b(?:email|followUp|first|texts|common|drafts|handOver)[.:]\w|helloName|regardsName|\{\{/

test('X-20 what is written in the other language is right the second time, too @deep', async ({ page }) => {
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await expect(heading(page)).toBeVisible()
  await page.waitForURL(/case/)
  const address = page.url().split('#')[1]
  const mails: string[] = []
  await visit(page, `${address}/hand-over`)
  for (const _ of ['first', 'second']) {
    await page.getByRole('radio', { name: 'English' }).check()
    await page.getByRole('button', { name: sv('handOver:makeAs.pdf') }).click()
    await expect(heading(page)).toHaveText(sv('handOver:ready'))
    const mail = page.locator('.copy-text .own')
    await expect(mail).toContainText(en('handOver:email.hello'))
    mails.push((await mail.textContent()) ?? '')
    const link = await page.getByRole('link', { name: sv('drafts:page.mail') }).getAttribute('href')
    expect(decodeURIComponent(link ?? '')).not.toMatch(KEYS)
    await page.getByRole('button', { name: sv('handOver:again') }).click()
  }
  expect(mails[1]).toBe(mails[0])
  expect(mails[1]).not.toMatch(KEYS)

  const bodies: string[] = []
  for (const _ of ['first', 'second']) {
    await visit(page, `${address}/message/followUp`)
    await page.getByRole('radio', { name: 'English' }).check()
    const body = page.getByLabel(sv('drafts:page.body'))
    await expect(body).toHaveValue(/^Hello/)
    bodies.push(await body.inputValue())
    await visit(page, `${address}/messages`)
  }
  expect(bodies[1]).toBe(bodies[0])
  expect(bodies[1]).not.toMatch(KEYS)
})

test('addresses of pages that are gone lead to the overview, which says what is missing @deep', async ({ page }) => {
  const address = await newCase(page, sv)
  await visit(page, `${address}/problem/what`)
  await page.getByLabel(sv('scope:questions.concern.choices.unmet'), { exact: true }).check()
  await visit(page, `${address}/scope/document`)
  await page.getByLabel(sv('scope:questions.documentTitle.label')).fill('SOW')
  for (const gone of ['scope/done', 'partner/meeting', 'added/any', 'examples.items/x/when', 'private']) {
    await visit(page, `${address}/${gone}`)
    await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  }
  const scope = page.getByRole('listitem').filter({ hasText: sv('scope:task') })
  await expect(scope).toContainText(sv('start:tasks.status.inProgress_other', { count: 3 }))
})
