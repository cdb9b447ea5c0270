import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { OUTSIDE, ownCase, pagesOfCase } from './allPages.ts'
import {
  caseFile,
  chooseLanguage,
  expect,
  giveFile,
  heading,
  newCase,
  pageName,
  prefer,
  type Say,
  test,
  visit,
  wordsOf,
} from './guide.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
}

/** What axe finds on the page as it stands. */
async function violationsOn(page: Page): Promise<string[]> {
  // Going from page to page keeps it.
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axeSource)
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResult
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

/** A case with everything in it, as one's own; gives the addresses of all its pages. */
const everyPageOfACase = async (page: Page): Promise<string[]> => pagesOfCase(await ownCase(page, caseFile('C1')))

/** The same case a revision later: a text has grown, and a row is gone. */
function later(text: string): string {
  const file = JSON.parse(text)
  file.revision += 1
  file.answers.request.ask = `${file.answers.request.ask} Before Friday.`
  file.answers.examples.items.pop()
  return JSON.stringify(file)
}

const KEY =
  /\b[a-z]+:[a-z]+\.|(?<![./#\w-])(?!experienceleague)[a-zA-Z]+\.[a-zA-Z]+\.[a-zA-Z.]+(?![\w/])|\{\{|\bundefined\b|\bnull\b|\bNaN\b|\[object/
const OTHER = {
  sv: /\b(?:the|you|your|with|what|when|have)\b/i,
  en: /\b(?:och|det|inte|som|ni|har|är)\b/i,
} as const

/** No key, no placeholder, and nothing of the other language, in whatever the product says on this page. */
async function expectWhole(page: Page, language: 'sv' | 'en', address: string) {
  const texts = await page.evaluate((lang) => {
    // What the merchant wrote is marked with its language, and what is to be read out in English too.
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent?.closest('[lang]')?.getAttribute('lang') === lang && !parent.closest('.own, script, style, noscript'))
        found.push(node.textContent ?? '')
    }
    return found
  }, language)
  const isWrong = (text: string) =>
    KEY.test(text) ||
    // Sentences carry names that the merchant wrote; the worked case is English.
    ((language === 'en' || !/\b[SAPE]\d\b/.test(text)) && OTHER[language].test(text))
  expect(texts.filter(isWrong), address).toEqual([])
}

/** Lists without entries, regions without a name, and groups of answers with the name of another. */
const unnamedOn = (page: Page) =>
  page.evaluate(() => [
    ...[...document.querySelectorAll(':is(ul, ol):not(:has(li))')].map(({ outerHTML }) => outerHTML),
    ...[...document.querySelectorAll(':is(aside, article, nav):not([aria-label], [aria-labelledby])')].map(
      ({ outerHTML }) => outerHTML.slice(0, 80),
    ),
    ...[...document.querySelectorAll('legend')]
      .map(({ textContent }) => textContent)
      .filter((name, at, all) => all.indexOf(name) !== at),
  ])

/** One look in the suite; the deep checks take every one. */
const LOOKS = [
  ['sv', 'light', ''],
  ['en', 'dark', '@slow'],
  ['sv', 'dark', '@slow'],
  ['en', 'light', '@slow'],
] as const

for (const [language, theme, tag] of LOOKS)
  test(`every page is whole and accessible as far as axe can tell, ${language}, ${theme} (A-05, A-24) ${tag}`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    await chooseLanguage(page, language)
    await prefer(page, 'theme', theme)
    const pages = [...OUTSIDE, ...(await everyPageOfACase(page))]
    const found: string[] = []
    for (const address of pages) {
      await visit(page, address)
      await expectWhole(page, language, address)
      expect(await unnamedOn(page), address).toEqual([])
      // Whatever can be opened is looked at open.
      for (const summary of await page.locator('summary').all())
        await summary.evaluate((element) => element.parentElement?.setAttribute('open', ''))
      found.push(...(await violationsOn(page)).map((violation) => `${address} ${violation}`))
    }
    await visit(page, '/review')
    await giveFile(page, 'C4.json', caseFile('C4'))
    await heading(page).filter({ hasText: 'Vadtorp' }).waitFor()
    await page.locator('[id="ask-request.ask"]').click()
    await page.locator('[id="question-request.ask"]').fill('?')
    found.push(...(await violationsOn(page)))
    await visit(page, '/review')
    await giveFile(page, 'C4.json', later(caseFile('C4')))
    await page.locator('ins').first().waitFor()
    await expectWhole(page, language, 'changes')
    found.push(...(await violationsOn(page)))
    await visit(page, '/inbox')
    await page.getByRole('row').nth(1).waitFor()
    await expectWhole(page, language, 'inbox')
    found.push(...(await violationsOn(page)))
    expect(found).toEqual([])
  })

test('no page scrolls sideways on a narrow screen, and everything that is pressed is large enough for a thumb (A-02, A-12, I-28) @slow', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await chooseLanguage(page, 'sv')
  const pages = [...OUTSIDE, ...(await everyPageOfACase(page))]
  for (const address of pages) {
    await visit(page, address)
    await expectRoom(page, address)
  }
  // What an account manager works with, when there is something on it.
  await visit(page, '/review')
  await giveFile(page, 'C4.json', caseFile('C4'))
  await page.locator('[id="ask-request.ask"]').click()
  await page.locator('#verdict').check()
  await page.locator('#reason').waitFor()
  await expectRoom(page, 'a case in review')
  await giveFile(page, 'C4.json', later(caseFile('C4')))
  await page.locator('ins').first().waitFor()
  await expectRoom(page, 'what has changed')
  await visit(page, '/inbox')
  await page.getByRole('row').nth(1).waitFor()
  await expectRoom(page, 'the list of received cases')
})

/** Nothing is wider than the window, and nothing that is pressed is too small. */
async function expectRoom(page: Page, address: string) {
  for (const width of [768, 320, 360]) {
    await page.setViewportSize({ width, height: 640 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(over, `${address} at ${width}`).toBe(0)
  }
  // A narrow screen, and text as large as the browser makes it.
  await page.setViewportSize({ width: 320, height: 640 })
  const out = await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
    const { scrollWidth, clientWidth } = document.documentElement
    const wide = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120))
    document.documentElement.style.fontSize = ''
    return scrollWidth > clientWidth ? wide.slice(0, 5) : []
  })
  expect(out, `${address} at 320 with text at 200 % (I-28)`).toEqual([])
  await page.setViewportSize({ width: 360, height: 640 })
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, .button, input:not(.unseen), textarea, select, summary')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(
        ({ box, element }) =>
          box.height > 0 && (box.height < 24 || box.width < 24 || (element.matches('.button') && box.height < 44)),
      )
      .map(({ element }) => element.outerHTML.slice(0, 120)),
  )
  expect(small, address).toEqual([])
}

test('the whole first part is written with the keyboard alone, focus always in sight', async ({ page }) => {
  const sv: Say = wordsOf('sv')
  await newCase(page, sv)
  await heading(page).focus()
  const inSight = () =>
    page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect()
      const bar = document.querySelector('.top-bar')?.getBoundingClientRect()
      return box === undefined || bar === undefined || box.bottom > bar.bottom
    })
  const tabTo = async (name: string) => {
    for (let at = 0; at < 40; at += 1) {
      await page.keyboard.press('Tab')
      expect(await inSight()).toBe(true)
      const label = await page.evaluate(() => {
        const active = document.activeElement as HTMLInputElement | null
        return active?.labels?.[0]?.textContent ?? active?.textContent ?? ''
      })
      if (label.trim().startsWith(name)) return
    }
    throw new Error(`not reached by Tab: ${name}`)
  }
  await tabTo(sv('about:questions.company.label'))
  await page.keyboard.type('Nordfjäll')
  await tabTo(sv('common:continue'))
  await page.keyboard.press('Enter')
  await expect(pageName(page)).toHaveText(sv('about:steps.solution'))
  await expect(heading(page)).toBeFocused()
  await tabTo(sv('about:questions.deployment.choices.cloud'))
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel(sv('about:questions.deployment.choices.on_premises'), { exact: true })).toBeChecked()
  await tabTo(sv('about:questions.version.label'))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await expect(page.getByLabel(sv('common:unknown')).last()).toBeChecked()
})

test('the skip link leads past the bar', async ({ page }) => {
  await visit(page, '/help')
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.locator('.skip').focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
  expect(page.url()).toContain('#/help')
})

test('a page of questions comes with all its fields: none is drawn later and moves what stands below @deep', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  const address = await ownCase(page, caseFile('C1-sv'))
  await page.addInitScript(() => {
    const late: string[] = []
    Object.assign(window, { late })
    new MutationObserver(() => {
      for (const waiting of document.querySelectorAll('.field .opening'))
        late.push(waiting.closest('.field')?.textContent ?? '')
    }).observe(document, { childList: true, subtree: true })
  })
  for (const step of ['problem/what', 'request/ask', 'scope.deliverables/S-1/deliverable', 'partner.log/P-1/contact']) {
    await page.goto('about:blank')
    await visit(page, `${address}/${step}`)
    await page.locator('main button[type=submit]').waitFor()
    expect(await page.evaluate<string[]>('late'), step).toEqual([])
    // Leaving ends what is still being fetched, which Firefox tells as an error.
    await page.waitForLoadState('networkidle')
  }
})
