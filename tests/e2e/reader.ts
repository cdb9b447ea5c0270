import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { chooseLanguage, expect, visit } from './guide.ts'

export const downloaded = async (page: Page, press: () => Promise<void>) => {
  const downloading = page.waitForEvent('download')
  await press()
  const download = await downloading
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** A person with a browser of their own. */
export async function somebody(
  browser: Browser,
  baseURL: string | undefined,
  { language = 'sv', ...options }: { language?: 'sv' | 'en'; viewport?: { width: number; height: number } } = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    locale: language === 'sv' ? 'sv-SE' : 'en-GB',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  await chooseLanguage(page, language)
  return page
}

export const handOver = async (page: Page, address: string) => {
  await visit(page, `${address}/hand-over`)
  return downloaded(page, () => page.getByRole('button', { name: /PDF/ }).first().click())
}

/** Asks about an answer on the review page. */
export async function ask(page: Page, at: string, text: string) {
  await page.locator(`[id="ask-${at}"]`).click()
  await expect(page.locator(`[id="question-${at}"]`)).toBeFocused()
  await page.keyboard.type(text)
}
