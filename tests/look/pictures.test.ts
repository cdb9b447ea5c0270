import { type Browser, test } from '@playwright/test'
import { caseFile, chooseLanguage, giveFile, heading, visit } from '../e2e/guide.ts'

const SCREENS = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } }

const PAGES = (address: string) => ({
  start: '/',
  tasks: address,
  before: `${address}/about/before`,
  company: `${address}/about/company`,
  document: `${address}/scope/document`,
  deliverables: `${address}/scope/deliverables`,
  agreed: `${address}/scope.deliverables/S-1/agreed`,
  log: `${address}/partner/log`,
  message: `${address}/partner.log/P-1/message`,
  examples: `${address}/examples/items`,
  ask: `${address}/request/ask`,
  check: `${address}/check`,
  sheet: `${address}/sheet`,
  handOver: `${address}/hand-over`,
  checklist: `${address}/checklist`,
  blank: '/checklist',
  urgent: '/urgent',
  help: '/help',
  accessibility: '/accessibility',
})

async function take(
  browser: Browser,
  language: 'sv' | 'en',
  theme: 'light' | 'dark',
  screen: keyof typeof SCREENS,
) {
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
  for (const [name, at] of Object.entries(PAGES(address))) {
    await visit(page, at)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
    if (screen === 'desktop' && theme === 'light' && ['check', 'checklist', 'sheet'].includes(name))
      await page.pdf({ path: `${folder}/${name}.pdf`, preferCSSPageSize: true })
  }
  await visit(page, '/review')
  await giveFile(page, 'C1.json', caseFile(language === 'sv' ? 'C1-sv' : 'C1'))
  await heading(page).filter({ hasText: 'Nordfjäll' }).waitFor()
  await page.screenshot({ path: `${folder}/review.png`, fullPage: true })
  if (screen === 'desktop' && theme === 'light')
    await page.pdf({ path: `${folder}/review.pdf`, preferCSSPageSize: true })
  await context.close()
}

for (const language of ['sv', 'en'] as const)
  for (const theme of ['light', 'dark'] as const)
    for (const screen of ['desktop', 'phone'] as const)
      test(`pictures: ${language}, ${theme}, ${screen}`, async ({ browser }) => {
        await take(browser, language, theme, screen)
      })
