import { test as base, expect } from '@playwright/test'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { readPdf } from '../../../src/exchange/pdf/read/readPdf.ts'
import { caseFile, giveFile, newCase, visit, wordsOf, writeCase } from '../../e2e/guide.ts'
import { drawnPicture } from '../../support/aPicture.ts'
import { dist, type Host, startHost } from '../../support/host.ts'
import { Driver } from './webkit/driver.ts'
import { WebKitPage } from './webkit/page.ts'

const sv = wordsOf('sv')
const PORT = Number(process.env.E2E_PORT ?? 4199) + 900
const PDF = 'application/pdf'

/** A WebKit and a host for each test: what one keeps is not there for the next. */
const test = base.extend<{ host: Host; webkit: WebKitPage }>({
  host: async ({ locale: _ }, use) => {
    const host = await startHost(dist)
    await use(host)
    await host.stop()
  },
  webkit: async ({ host }, use) => {
    const { driver, stop } = await Driver.start(PORT)
    await use(new WebKitPage(driver, host.address))
    await stop()
  },
})

/** The worked case as one's own; gives its address. */
async function ownCase(webkit: WebKitPage): Promise<string> {
  await visit(webkit.asPage(), '/')
  await giveFile(webkit.asPage(), 'case.json', caseFile('C1-sv'))
  await webkit.getByRole('heading', { name: sv('start:tasks.heading') }).waitFor()
  return webkit.url().split('#')[1] ?? ''
}
const company = (webkit: WebKitPage) => webkit.getByLabel(sv('about:questions.company.label'))

test('WebKit: a case is written, checked, handed over, read, answered, and the answer taken in', async ({ webkit }) => {
  test.setTimeout(240_000)
  const page = webkit.asPage()
  const written = JSON.parse(caseFile('C1-sv')) as CaseFile
  await writeCase(page, sv, written)
  expect(await webkit.locator('#outcome').text()).toBe(sv('assessment:next.HAND_OVER.heading'))
  const check = webkit.url()

  // An answer is changed, and found again where it stands.
  await webkit.evaluate(() => {
    for (const part of document.querySelectorAll('details')) part.open = true
  })
  await webkit.locator('[id$=".title"] a').nth(1).click()
  await webkit.getByRole('button', { name: sv('common:continue'), exact: true }).click()
  await webkit.getByRole('heading', { name: sv('assessment:heading') }).waitFor()
  const row = await webkit.evaluate(() => document.activeElement?.id ?? '')
  expect(row).toMatch(/\.title$/)
  await expect.poll(() => webkit.locator(`[id="${row}"]`).isInSight()).toBe(true)

  await webkit.goto(check.replace(/\/check.*/, '/hand-over'))
  await webkit.keepFiles()
  await webkit.getByRole('button', { name: /PDF$/ }).first().click()
  const pdf = await webkit.file(PDF)
  const carried = readPdf(pdf)
  if (!carried.ok) throw new Error(carried.reason)
  const { answers } = JSON.parse(new TextDecoder().decode(carried.embedded.main)) as CaseFile
  expect(answers.request.ask).toBe(written.answers.request.ask)
  expect(answers.partner.log).toHaveLength(written.answers.partner.log.length)

  await visit(page, '/review')
  await giveFile(page, 'case.pdf', pdf)
  await webkit.getByText(sv('review:unchanged')).waitFor()
  expect(await webkit.locator('#outcome').text()).toBe(sv('assessment:next.HAND_OVER.heading'))
  await webkit.locator('[id="ask-request.ask"]').click()
  await webkit.locator('[id="question-request.ask"]').fill('Vem kan jag ringa?')
  await webkit.getByLabel(sv('reply:verdicts.needMore.label')).check()
  await webkit.getByLabel(sv('reply:form.nextWord')).fill('2027-01-15')
  await webkit.keepFiles()
  await webkit.getByRole('button', { name: sv('reply:form.download'), exact: true }).click()
  const reply = await webkit.file(PDF)

  await visit(page, '/')
  await giveFile(page, 'reply.pdf', reply)
  await webkit.getByRole('heading', { name: sv('reply:own.heading') }).waitFor()
  await webkit.getByText('Vem kan jag ringa?').waitFor()
})

test('WebKit: a picture is added, drawn anew and covered', async ({ webkit }) => {
  const page = webkit.asPage()
  const address = await ownCase(webkit)
  await visit(page, `${address}/examples.items/E-1/example`)
  const picture = await drawnPicture(page, 2600, 1950, 'image/jpeg')
  await giveFile(page, 'foto.jpg', picture)
  await webkit.locator('.files .file').waitFor()
  await webkit.getByText(/^Bilden har förminskats/).waitFor()
  await webkit.locator('.file-picture img, img.file-picture').waitFor()
  await webkit.getByRole('button', { name: sv('evidence:cover.open') }).click()
  await webkit.locator('.cover-picture img').waitFor()
  await webkit.getByRole('button', { name: sv('evidence:cover.add') }).click()
  await webkit.getByRole('button', { name: sv('evidence:cover.save') }).click()
  await webkit.getByText(sv('evidence:cover.saved')).waitFor()
})

test('WebKit: a second tab reads along, and takes over', async ({ webkit }) => {
  const page = webkit.asPage()
  const address = await newCase(page, sv)
  await company(webkit).fill('Nordfjäll')
  await webkit.getByText(sv('common:save.saved')).waitFor()
  const first = await webkit.here()
  await webkit.toTab(await webkit.openTab())
  await visit(page, `${address}/about/company`)
  await webkit.getByText(sv('keeping:reading.otherTab')).waitFor()
  expect(await company(webkit).isDisabled()).toBe(true)
  await webkit.getByRole('button', { name: sv('keeping:reading.takeOver') }).click()
  await expect.poll(() => company(webkit).isDisabled()).toBe(false)
  await company(webkit).fill('Nordfjäll Friluft')
  await webkit.getByText(sv('common:save.saved')).waitFor()
  await webkit.closeTab()
  await webkit.toTab(first)
  await expect.poll(() => company(webkit).value()).toBe('Nordfjäll Friluft')
  await expect.poll(() => company(webkit).isDisabled()).toBe(false)
})

test('WebKit: everything works without a connection', async ({ webkit, host }) => {
  const page = webkit.asPage()
  const address = await ownCase(webkit)
  await webkit.evaluate(async () => {
    const { serviceWorker } = navigator
    const inCharge = new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve))
    await serviceWorker.ready
    if (serviceWorker.controller === null) await inCharge
  })
  await host.stop()
  await webkit.reload()
  await visit(page, `${address}/hand-over`)
  await webkit.keepFiles()
  await webkit.getByRole('button', { name: /PDF$/ }).first().click()
  expect(readPdf(await webkit.file(PDF))).toMatchObject({ ok: true })
  await visit(page, '/help')
})

test('WebKit: a reload in the middle of a sentence keeps every character', async ({ webkit }) => {
  const page = webkit.asPage()
  await newCase(page, sv)
  const name = webkit.getByLabel(sv('about:questions.name.label'))
  await company(webkit).fill('Nordfjäll')
  await name.pressSequentially('Anna And')
  await webkit.reload()
  await name.waitFor()
  await expect.poll(() => name.value()).toBe('Anna And')
  expect(await company(webkit).value()).toBe('Nordfjäll')
})
