import { readFileSync } from 'node:fs'
import type { CaseFile } from '../../src/domain/case/caseFile.ts'
import { readPdf } from '../../src/exchange/pdf/read/readPdf.ts'
import {
  beginCase,
  caseFile,
  chooseLanguage,
  expect,
  giveFile,
  goOn,
  heading,
  newCase,
  pageName,
  test,
  unfold,
  visit,
  wordsOf,
  writeCase,
} from './guide.ts'
import { textOfPages } from './printed.ts'

const expected = JSON.parse(caseFile('expected')) as Record<
  string,
  { asOf: string; turn: string; next: string; warranted: boolean; open: string[]; until: string | null }
>

const dateIn = (language: 'sv' | 'en', day: string) =>
  new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Date.parse(day))

/** The others are small changes of these, written and opened by the deep checks. */
const WRITTEN = ['C1-sv']
const OPENED = ['C1-sv', 'V3']
const slow = (name: string, fast: readonly string[]) => (fast.includes(name) ? '' : ' @slow')

for (const [name, result] of Object.entries(expected)) {
  const file = JSON.parse(caseFile(name)) as CaseFile
  const language = file.language as 'sv' | 'en'
  const say = wordsOf(language)
  const headingOf = (id: string) =>
    say(`assessment:next.${id}.heading`, {
      date: result.until === null ? '' : dateIn(language, result.until),
    })

  test(`${name} written through the wizard and handed over comes to ${result.next} for both readers${slow(name, WRITTEN)}`, async ({
    page,
    context,
  }) => {
    test.slow()
    await chooseLanguage(page, language)
    await page.clock.setFixedTime(new Date(`${result.asOf}T09:00:00+01:00`))
    await writeCase(page, say, file)

    await expect(page.locator('#outcome')).toHaveText(headingOf(result.next))
    const openActions = page.locator('h3').filter({ hasText: new RegExp(result.open.map(headingOf).join('|') || '^$') })
    // What is next may stand in the box alone.
    const named = new Set([headingOf(result.next), ...(await openActions.allTextContents())])
    expect(named).toEqual(new Set([result.next, ...result.open].map(headingOf)))

    const until = result.until === null ? '' : dateIn(language, result.until)
    await page
      .getByRole('link', { name: say('assessment:handOver') })
      .first()
      .click()
    const downloading = page.waitForEvent('download')
    const button = result.open.length === 0 ? say('handOver:makeAs.pdf') : say('handOver:anywayAs.pdf')
    await page.getByRole('button', { name: button }).click()
    const download = await downloading
    await page.getByRole('heading', { name: say('handOver:ready') }).waitFor()
    await expect(page.getByText(say('handOver:notSent'))).toBeVisible()
    expect(download.suggestedFilename()).toMatch(/^case-[a-z0-9-]+-r1\.pdf$/)
    const bytes = readFileSync(await download.path())
    const carried = readPdf(bytes)
    if (!carried.ok) throw new Error(carried.reason)
    const written = JSON.parse(new TextDecoder().decode(carried.embedded.main)) as CaseFile
    const front = (await textOfPages(bytes))[0] ?? ''
    expect(front).toContain(say(`sheet:next.${result.next}`, { date: until }))
    expect(written.result).toEqual({
      turn: result.turn,
      next: result.next,
      warranted: result.warranted,
      open: result.open,
      until: result.until,
    })

    const reader = await context.newPage()
    await chooseLanguage(reader, language)
    await reader.clock.setFixedTime(new Date(`${result.asOf}T09:00:00+01:00`))
    await visit(reader, '/review')
    await giveFile(reader, download.suggestedFilename(), bytes)
    await expect(reader.locator('#outcome')).toHaveText(headingOf(result.next))
    await expect(reader.getByText(say('review:unchanged'))).toBeVisible()
    const condition = result.warranted ? say('review:warranted') : say('review:notWarranted')
    // Where nothing is left, or what is asked for is a change, the condition is beside the point.
    const isBeside = result.turn === 'NOBODY' || result.next === 'SETTLE_CHANGES'
    // The texts to copy say it, too.
    await expect(reader.locator('.sheet').getByText(condition)).toHaveCount(isBeside ? 0 : 1)
    await expect(reader.getByText(file.answers.request.ask ?? '').first()).toBeVisible()
  })

  test(`${name} opened as a file comes to ${result.next}${slow(name, OPENED)}`, async ({ page }) => {
    await chooseLanguage(page, language)
    await page.clock.setFixedTime(new Date(`${file.asOf}T09:00:00+01:00`))
    await visit(page, '/review')
    await giveFile(page, `${name}.json`, caseFile(name))
    await expect(page.locator('#outcome')).toHaveText(headingOf(result.next))
    await expect(heading(page)).toContainText(file.answers.about.company ?? '')
    expect(await page.title()).not.toContain(file.answers.about.company)
  })
}

const sv = wordsOf('sv')

test('every page is left and found again by the browser’s own buttons, with its answers', async ({ page }) => {
  await visit(page, '/')
  await beginCase(page, sv)
  const pages: string[] = []
  const company = page.getByLabel(sv('about:questions.partnerCompany.label'))
  await company.fill('Nordfjäll Friluft AB')
  for (let at = 0; at < 5; at += 1) {
    pages.push(page.url())
    await goOn(page, sv('common:continue'))
  }
  for (const address of [...pages].reverse()) {
    await page.goBack()
    await expect(page).toHaveURL(address)
    await expect(heading(page)).toBeFocused()
  }
  await expect(company).toHaveValue('Nordfjäll Friluft AB')
  for (const address of pages.slice(1)) {
    await page.goForward()
    await expect(page).toHaveURL(address)
  }
})

test('closing the page in the middle of a sentence and coming back leads to the same page and text', async ({
  page,
  context,
}) => {
  await newCase(page, sv)
  const name = page.getByLabel(sv('about:questions.name.label'))
  await page.getByLabel(sv('about:questions.company.label')).fill('Nordfjäll')
  await name.pressSequentially('Anna And')
  const address = page.url()
  await page.close({ runBeforeUnload: true })
  const again = await context.newPage()
  await visit(again, '/')
  await again.getByRole('link', { name: sv('start:resume', { company: 'Nordfjäll' }) }).click()
  await expect(again).toHaveURL(address)
  await expect(again.getByLabel(sv('about:questions.name.label'))).toHaveValue('Anna And')
})

test('a reload after every key keeps every key @deep', async ({ page }) => {
  await newCase(page, sv)
  const name = page.getByLabel(sv('about:questions.name.label'))
  const text = 'Åsa'
  for (let at = 1; at <= text.length; at += 1) {
    await name.press('End')
    await name.pressSequentially(text[at - 1] ?? '')
    await page.reload()
    await expect(name).toHaveValue(text.slice(0, at))
  }
})

test('saved is said only when it is, and Ctrl+S saves now', async ({ page }) => {
  await newCase(page, sv)
  const status = page.locator('.status .on-wide')
  await expect(status).toHaveText(sv('common:save.saved'))
  await page.getByLabel(sv('about:questions.name.label')).fill('Anna')
  await expect(status).toHaveText(sv('common:save.saving'))
  await page.keyboard.press('Control+s')
  await expect(status).toHaveText(sv('common:save.saved'))
})

test('switching the language keeps the page, the text and the error', async ({ page }) => {
  const en = wordsOf('en')
  await newCase(page, sv)
  await page.getByLabel(sv('about:questions.email.label')).fill('anna')
  await page.getByRole('button', { name: sv('common:continue'), exact: true }).click()
  await expect(page.getByText(sv('common:problems.heading'))).toBeVisible()
  const address = page.url()
  await page.getByRole('button', { name: 'English' }).click()
  await expect(pageName(page)).toHaveText(en('about:steps.company'))
  await expect(page).toHaveURL(address)
  await expect(page.getByLabel(en('about:questions.email.label')).first()).toHaveValue('anna')
  await expect(page.getByText(en('common:problems.heading'))).toBeVisible()
  await expect(page.getByRole('button', { name: 'English' })).toBeFocused()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
})

test('a problem is told on Continue, leads to its field, and never blocks', async ({ page }) => {
  await newCase(page, sv)
  const email = page.getByLabel(sv('about:questions.email.label')).first()
  await email.fill('anna')
  await email.blur()
  await expect(page.getByText(sv('common:problems.heading'))).toHaveCount(0)
  await page.getByRole('button', { name: sv('common:continue'), exact: true }).click()
  await expect(page.getByRole('heading', { name: sv('common:problems.heading') })).toBeFocused()
  expect(await page.title()).toContain('Fel: ')
  await page.locator('.error-summary a').click()
  await expect(email).toBeFocused()
  await expect(email).toHaveValue('anna')
  await page.getByRole('button', { name: sv('common:problems.continueAnyway') }).click()
  await expect(pageName(page)).toHaveText(sv('about:steps.solution'))
  await page.getByRole('link', { name: sv('common:overview') }).click()
  await expect(page.getByText(sv('start:tasks.status.toFix'))).toBeVisible()
})

test('a date is taken as it was written, or asked about (D-07)', async ({ page }) => {
  const en = wordsOf('en')
  await page.clock.setFixedTime(new Date('2026-11-24T09:00:00+01:00'))
  await chooseLanguage(page, 'en')
  const address = await newCase(page, en)
  await visit(page, `${address}/scope/document`)
  const reviewed = page.getByLabel(en('scope:questions.reviewedOn.label'))
  await page.getByLabel(en('scope:questions.documentDate.label')).fill('14 nov')
  await reviewed.fill('03/04/2026')
  await page.getByRole('button', { name: en('common:continue'), exact: true }).click()
  await expect(page.getByText('which date do you mean, 3 April 2026 or 4 March 2026?').first()).toBeVisible()
  await page.getByRole('button', { name: '4 March 2026' }).click()
  await expect(reviewed).toHaveValue('2026-03-04')
  await expect(page.getByLabel(en('scope:questions.documentDate.label'))).toHaveValue('2026-11-14')
})

test('a number stands as it is typed, and what was typed last is read when the case is left @deep', async ({
  page,
}) => {
  const address = await newCase(page, sv)
  await visit(page, `${address}/added/items`)
  await page.getByLabel(sv('added:questions.any.choices.yes'), { exact: true }).check()
  await goOn(page, sv('added:lists.items.add'))
  const row = page.url().split('#')[1] ?? ''
  await page.getByLabel(sv('added:questions.items.effect.choices.delay')).check()
  const days = page.getByLabel(sv('added:questions.items.delayWorkingDays.label'))
  await days.pressSequentially('12500')
  await expect(days).toHaveValue('12500')
  const addedOn = page.getByLabel(sv('added:questions.items.addedOn.label'))
  await addedOn.fill('14 nov 2026')
  await page.getByRole('link', { name: sv('common:service') }).click()
  await heading(page)
    .filter({ hasText: sv('start:heading') })
    .waitFor()
  await visit(page, row)
  await expect(addedOn).toHaveValue('2026-11-14')
})

test('a row is removed, brought back by undo or later, and moved (I-20)', async ({ page }) => {
  const address = await newCase(page, sv)
  for (const title of ['Kassa', 'Sök', 'Lager']) {
    await visit(page, `${address}/scope/deliverables`)
    await goOn(page, sv('scope:lists.deliverables.add'))
    await page.getByLabel(sv('scope:questions.deliverables.title.label')).fill(title)
    await visit(page, `${address}/scope/deliverables`)
  }
  const rows = page.locator('.rows > li')
  await page.getByRole('button', { name: `${sv('common:remove')} Sök` }).click()
  const undo = page.getByRole('button', { name: `${sv('common:undo')} Sök` })
  await expect(undo).toBeFocused()
  await undo.click()
  await expect(rows.nth(1)).toContainText('S2')
  await expect(page.getByRole('link', { name: 'Sök' })).toBeFocused()
  await page.getByRole('button', { name: `${sv('common:moveUp')} Lager` }).click()
  await expect(rows.nth(1)).toContainText('S3')
  await page.getByRole('button', { name: `${sv('common:remove')} Kassa` }).click()
  await page.getByRole('button', { name: sv('common:continue'), exact: true }).click()
  await visit(page, `${address}/removed`)
  await page.getByRole('button', { name: sv('start:removedPage.putBack') }).click()
  await visit(page, `${address}/scope/deliverables`)
  await expect(rows.first()).toContainText('S1')
  await expect(rows).toHaveCount(3)
})

test('a row in which nothing was written is not kept @deep', async ({ page }) => {
  const address = await newCase(page, sv)
  await visit(page, `${address}/examples/items`)
  await goOn(page, sv('examples:lists.items.add'))
  await page.getByLabel(sv('examples:questions.items.title.label')).waitFor()
  await page.goBack()
  await expect(page.getByText(sv('examples:lists.items.empty'))).toBeVisible()
})

test('an answer of the partner is a row of its own, begun from the message', async ({ page }) => {
  const address = await newCase(page, sv)
  await visit(page, `${address}/partner/log`)
  await goOn(page, sv('partner:lists.log.add'))
  await page.getByLabel(sv('partner:questions.log.date.label')).first().fill('2026-11-02')
  await page.getByLabel(sv('partner:questions.log.from.choices.merchant'), { exact: true }).check()
  await unfold(page, sv)
  await page.getByLabel(sv('partner:questions.log.channel.choices.email'), { exact: true }).check()
  await goOn(page, sv('partner:lists.log.save'))
  await page.getByRole('button', { name: sv('partner:lists.log.answer') }).click()
  await expect(page.getByLabel(sv('partner:questions.log.from.choices.partner'), { exact: true })).toBeChecked()
  await expect(page.getByLabel(sv('partner:questions.log.channel.choices.email'), { exact: true })).toBeChecked()
  await expect(page.getByLabel(sv('partner:questions.log.answer.choices.plan'), { exact: true })).toBeVisible()
})

test('changing an answer from the check page comes back to the same place @deep', async ({ page }) => {
  const address = await newCase(page, sv)
  await page.getByLabel(sv('about:questions.company.label')).fill('Nordfjäll')
  await visit(page, `${address}/check`)
  await unfold(page, sv)
  await page.getByRole('link', { name: `${sv('common:change')} ${sv('about:questions.phone.label')}` }).click()
  const phone = page.getByLabel(sv('about:questions.phone.label')).first()
  await expect(phone).toBeFocused()
  await phone.fill('08-123 45 67')
  await goOn(page, sv('common:continue'))
  await expect(heading(page)).toHaveText(sv('assessment:heading'))
  await expect(page.locator('[id="about.phone"]')).toBeFocused()
  await expect(page.locator('[id="about.phone"]')).toContainText('08-123 45 67')
})

test('every open point leads to its field', async ({ page }) => {
  const address = await newCase(page, sv)
  await visit(page, `${address}/check`)
  const links = page.getByRole('link', { name: new RegExp(`^${sv('assessment:go')}`) })
  const count = await links.count()
  expect(count).toBeGreaterThan(5)
  for (let at = 0; at < count; at += 1) {
    await visit(page, `${address}/check`)
    const target = new URLSearchParams((await links.nth(at).getAttribute('href'))?.split('?')[1]).get('at')
    await links.nth(at).click()
    await page.locator('.questions').waitFor()
    const field = page.locator(`[id="${target}"]`)
    // A list is a page of its own; everything else is a field on one.
    if (await field.count()) await expect(field).toBeFocused()
    else expect(page.url()).toContain(String(target).replace('.', '/'))
  }
})

test('an urgent matter leads out of the guide in two presses, also when the network has gone', async ({
  page,
  context,
}) => {
  await visit(page, '/')
  // A busy machine rests between two parts, too: each that is needed is waited for by its name, with what it is made of.
  const addressOf = (part: string) =>
    page.evaluate(
      (name) => performance.getEntriesByType('resource').find((entry) => entry.name.includes(`/${name}-`))?.name,
      part,
    )
  for (const part of ['AppNotices', 'case', 'UrgentPage', 'later']) {
    await expect.poll(() => addressOf(part)).toBeDefined()
    await page.evaluate(async (address) => void (await import(address ?? '')), await addressOf(part))
  }
  await context.setOffline(true)
  await page.getByRole('link', { name: sv('start:urgentLink') }).click()
  await expect(heading(page)).toHaveText(sv('start:urgent.heading'))
  // Nothing is said for somebody who has not said what has happened.
  await expect(page.getByText(sv('start:urgent.readOut'))).toHaveCount(0)
  await page.getByLabel(sv('about:questions.urgent.choices.data_leak')).check()
  await expect(page.getByText(sv('start:urgent.openSecurityCase'))).toBeVisible()
  await expect(page.getByText(sv('start:urgent.say.data_leak'))).toBeVisible()
  await context.setOffline(false)
  expect(page.url()).not.toContain('data_leak')
  await page.getByRole('button', { name: sv('start:urgent.continue') }).click()
  await expect(pageName(page)).toHaveText(sv('problem:steps.what'))
  await page.getByRole('link', { name: sv('common:overview') }).click()
  await page.getByRole('link', { name: sv('start:tasks.urgent') }).click()
  await expect(page.getByLabel(sv('about:questions.urgent.choices.data_leak'))).toBeChecked()
  await goOn(page, sv('common:continue'))
  await expect(heading(page)).toHaveText(sv('start:urgent.heading'))
})

test('a case is deleted, and comes back by undo', async ({ page }) => {
  const address = await newCase(page, sv)
  await page.getByLabel(sv('about:questions.company.label')).fill('Nordfjäll')
  await visit(page, `${address}/delete`)
  await page.getByRole('button', { name: sv('start:deletePage.delete') }).click()
  await page.getByRole('button', { name: sv('common:undo') }).click()
  await visit(page, address)
  await visit(page, `${address}/delete`)
  await page.getByRole('button', { name: sv('start:deletePage.delete') }).click()
  await page.getByRole('link', { name: sv('common:toStart') }).click()
  await expect(page.getByText('Nordfjäll')).toHaveCount(0)
  await visit(page, address)
  await expect(heading(page)).toHaveText(sv('keeping:trouble.missing.heading'))
})
