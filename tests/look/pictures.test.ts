import { readFileSync, writeFileSync } from 'node:fs'
import { type Browser, type Page, test } from '@playwright/test'
import { caseFile, chooseLanguage, giveFile, heading, visit, wordsOf } from '../e2e/guide.ts'
import { drawnPicture, withPosition } from '../support/aPicture.ts'

const SCREENS = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } }

const PAGES = (address: string) => ({
  start: '/',
  tasks: address,
  what: `${address}/problem/what`,
  company: `${address}/about/company`,
  document: `${address}/scope/document`,
  deliverables: `${address}/scope/deliverables`,
  agreed: `${address}/scope.deliverables/S-1/deliverable`,
  log: `${address}/partner/log`,
  message: `${address}/partner.log/P-1/contact`,
  examples: `${address}/examples/items`,
  ask: `${address}/request/ask`,
  messages: `${address}/messages`,
  first: `${address}/message/first`,
  followUp: `${address}/message/followUp`,
  change: `${address}/message/change`,
  mails: `${address}/partner/mails`,
  readDocument: `${address}/scope/read`,
  tickets: `${address}/examples/tickets`,
  pasteList: `${address}/scope/paste`,
  reply: `${address}/reply`,
  check: `${address}/check`,
  sheet: `${address}/sheet`,
  handOver: `${address}/hand-over`,
  checklist: `${address}/checklist`,
  blank: '/checklist',
  urgent: '/urgent',
  inbox: '/inbox',
  help: '/help',
  accessibility: '/accessibility',
})

async function take(browser: Browser, language: 'sv' | 'en', theme: 'light' | 'dark', screen: keyof typeof SCREENS) {
  const context = await browser.newContext({
    viewport: SCREENS[screen],
    baseURL: test.info().project.use.baseURL ?? '',
  })
  const page = await context.newPage()
  await chooseLanguage(page, language)
  await page.addInitScript((chosen) => localStorage.setItem('theme', chosen), theme)
  await visit(page, '/')
  await giveFile(page, 'C1.json', caseFile(language === 'sv' ? 'C1-sv' : 'C1'))
  await page.waitForURL(/case/)
  const address = page.url().split('#')[1] ?? ''
  const folder = `screenshots/${language}-${theme}-${screen}`
  await attachFiles(page, `${address}/examples.items/E-1/example`, folder)
  // What comes in parts has come the second time: a page whose address alone changes is never "loading".
  for (const at of Object.values(PAGES(address))) await visit(page, at)
  await page.waitForLoadState('networkidle')
  for (const [name, at] of Object.entries(PAGES(address))) {
    await visit(page, at)
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
    if (screen === 'desktop' && theme === 'light' && ['check', 'checklist', 'sheet'].includes(name))
      await page.pdf({ path: `${folder}/${name}.pdf`, preferCSSPageSize: true })
  }
  await visit(page, `${address}/hand-over`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /PDF/ }).first().click()
  const handedOver = readFileSync(await (await downloading).path())
  if (screen === 'desktop' && theme === 'light') writeFileSync(`${folder}/case.pdf`, handedOver)
  await heading(page)
    .filter({ hasText: wordsOf(language)('handOver:ready') })
    .waitFor()
  await page.screenshot({ path: `${folder}/handedOver.png`, fullPage: true })
  await visit(page, '/review')
  await giveFile(page, 'case.pdf', handedOver)
  await heading(page).filter({ hasText: 'Nordfjäll' }).waitFor()
  await page.screenshot({ path: `${folder}/review.png`, fullPage: true })
  if (screen === 'desktop' && theme === 'light')
    await page.pdf({ path: `${folder}/review.pdf`, preferCSSPageSize: true })
  await context.close()
}

/** A picture of this very page, a photograph with a position, and a text, at an example. */
async function attachFiles(page: Page, at: string, folder: string) {
  await visit(page, at)
  await page.waitForLoadState('networkidle')
  const shot = await page.screenshot()
  const photo = withPosition(await drawnPicture(page, 2400, 1600, 'image/jpeg'))
  await page.locator('input[type=file]').setInputFiles([
    { name: 'checkout.png', mimeType: 'image/png', buffer: shot },
    { name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer: photo },
    { name: 'log 12 november.txt', mimeType: 'text/plain', buffer: Buffer.from('12:04 timeout') },
    { name: 'IMG_2042.HEIC', mimeType: '', buffer: Buffer.from('\0\0\0\x18ftypheic', 'latin1') },
  ])
  await page.locator('.file').nth(2).waitFor()
  await page.getByRole('alert').waitFor()
  await page.screenshot({ path: `${folder}/evidence.png`, fullPage: true })
  await page.locator('.file').first().getByRole('button').first().click()
  const box = await page.locator('.cover-picture').boundingBox()
  if (box !== null) {
    await page.mouse.move(box.x + box.width * 0.1, box.y + box.height * 0.2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.4, { steps: 3 })
    await page.mouse.up()
  }
  await page.screenshot({ path: `${folder}/cover.png`, fullPage: true })
}

for (const language of ['sv', 'en'] as const)
  for (const theme of ['light', 'dark'] as const)
    for (const screen of ['desktop', 'phone'] as const)
      test(`pictures: ${language}, ${theme}, ${screen}`, async ({ browser }) => {
        await take(browser, language, theme, screen)
      })

/** The pictures of the README: what somebody fills in, what comes of it, and how it is read. */
for (const theme of ['light', 'dark'] as const)
  test(`pictures of the README, ${theme}`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width: 1120, height: 780 },
      baseURL: test.info().project.use.baseURL ?? '',
    })
    const page = await context.newPage()
    await chooseLanguage(page, 'en')
    await page.addInitScript((chosen) => localStorage.setItem('theme', chosen), theme)
    const take = (name: string) => page.screenshot({ path: `tests/look/${name}-${theme}.png` })
    await visit(page, '/case/example/scope.deliverables/s1/deliverable')
    await page.waitForLoadState('networkidle')
    await take('interview')
    await visit(page, '/case/example/sheet')
    await page.waitForLoadState('networkidle')
    await page.locator('.sheet').scrollIntoViewIfNeeded()
    await page.locator('.sheet').evaluate((sheet) => sheet.scrollIntoView())
    await take('sheet')
    await visit(page, '/review')
    await giveFile(page, 'case.json', caseFile('C1'))
    await heading(page).filter({ hasText: 'Nordfjäll' }).waitFor()
    await take('review')
    await context.close()
  })
