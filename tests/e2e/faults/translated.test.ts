import type { Page } from '@playwright/test'
import { OUTSIDE, ownCase, pagesOfCase } from '../allPages.ts'
import { caseFile, chooseLanguage, expect, giveFile, heading, test, visit, wordsOf } from '../guide.ts'

const sv = wordsOf('sv')
const en = wordsOf('en')

/**
 * Puts an element in the place of every text, as the translators of browsers do: the text itself goes, and what it said
 * is said by another. Goes on with whatever the page writes later.
 */
const translate = (page: Page) =>
  page.evaluate(() => {
    const replaceAll = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as Text)
      for (const text of texts) {
        const parent = text.parentElement
        if (parent === null || text.data.trim() === '') continue
        if (parent.closest('font, script, style, noscript, textarea, svg, option') !== null) continue
        const outer = document.createElement('font')
        outer.append(document.createElement('font'))
        outer.firstElementChild?.append(text.data)
        text.replaceWith(outer)
      }
    }
    replaceAll()
    new MutationObserver(replaceAll).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })

/** What the page says, piece by piece, but for what is said to screen readers as it happens. */
const said = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('header, main, footer')]
      .map(({ textContent }) => textContent)
      .join('\n')
      .replace(/\s+/g, ' '),
  )

const switchTo = (page: Page, name: string) => page.locator('header nav').getByRole('button', { name }).click()

test('with a translator on, every page changes its language to the last word (I-29)', async ({ page }) => {
  test.setTimeout(300_000)
  await chooseLanguage(page, 'sv')
  const address = await ownCase(page, caseFile('C1-sv'))
  for (const at of [...OUTSIDE, ...pagesOfCase(address)]) {
    await visit(page, at)
    // Without the translator of the page before.
    await page.reload()
    await heading(page).waitFor()
    await switchTo(page, 'English')
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.waitForLoadState('networkidle')
    const fresh = await said(page)
    await switchTo(page, 'Svenska')
    await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
    await translate(page)
    await switchTo(page, 'English')
    await expect.poll(() => said(page), at).toBe(fresh)
  }
})

test('with a translator on, what is sorted and opened says what it is now (I-29)', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/inbox')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'C1.json', mimeType: 'application/json', buffer: Buffer.from(caseFile('C1-sv')) })
  await page.getByRole('row').nth(1).waitFor()
  await translate(page)
  for (const column of ['company', 'partner'] as const) {
    const name = sv(`inbox:columns.${column}`)
    await page.getByRole('columnheader').getByRole('button', { name }).click()
    await expect(page.locator('caption')).toHaveText(
      `${sv('inbox:caption')}. ${sv('inbox:sortedBy', { column: name })}`,
    )
  }

  await visit(page, '/review')
  await giveFile(page, 'C1.json', caseFile('C1-sv'))
  await heading(page).filter({ hasText: 'Nordfjäll' }).waitFor()
  await translate(page)
  await switchTo(page, 'English')
  await expect(page.locator('main')).toContainText(en('review:tools.heading'))
  await expect(page.locator('main')).not.toContainText(sv('review:tools.heading'))
})
