import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from '@playwright/test'
import { dist, type Host, startHost } from '../support/host.ts'
import { expect, test as guide, heading, newCase, type Say } from './guide.ts'

const release = fileURLToPath(new URL('../support/release.mjs', import.meta.url))

/** Tests with a host of their own, which they can take away, and with what the app keeps for use without it. */
export const test = guide.extend<{ host: Host }, { second: string }>({
  host: async ({ locale: _ }, use) => {
    const host = await startHost(dist)
    await use(host)
    await host.stop()
  },
  baseURL: async ({ host }, use) => use(host.address),
  serviceWorkers: 'allow',
  /** The folder of a later release. */
  second: [
    async ({ browserName: _ }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'release-'))
      execFileSync(process.execPath, [release, folder, 'second'], { stdio: 'ignore' })
      await use(folder)
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

/** Opens the app and waits until all of it is kept. */
export async function openAndKeep(page: Page, host: Host) {
  await page.goto(host.address)
  await heading(page).waitFor()
  await kept(page)
}

/** Waits until this page's app is kept whole, and the offline copy in charge of the page. */
export const kept = (page: Page) =>
  page.evaluate(async () => {
    const { serviceWorker } = navigator
    const inCharge = new Promise((resolve) => serviceWorker.addEventListener('controllerchange', resolve))
    await serviceWorker.ready
    if (serviceWorker.controller === null) await inCharge
  })

/** No network, and a host that does not answer either. */
export async function goOffline(context: BrowserContext, host: Host) {
  await host.stop()
  await context.setOffline(true)
}

/** What is said at the foot of the page about the app itself. */
export const notice = (page: Page) => page.locator('.notices p')

/** What the browser keeps of the app, by its name. */
export const copiesOf = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('guide-')))

/** The page is of the second release, or of the first, which has no name. */
export const isSecond = (page: Page) => expect(page.locator('meta[name=release]')).toHaveAttribute('content', 'second')
export const isFirst = (page: Page) => expect(page.locator('meta[name=release]')).toHaveCount(0)

/** Waits until a new version is there whole, and offered with these words. */
export const offered = (page: Page, words: string) => expect(notice(page)).toHaveText(words, { timeout: 30_000 })

export const company = (page: Page, say: Say) => page.getByLabel(say('about:questions.company.label'))

/** A new case in which one answer is written and saved. */
export async function caseWith(page: Page, say: Say, text: string) {
  await newCase(page, say)
  await company(page, say).fill(text)
  await expect(page.locator('.top-bar .status')).toContainText(say('common:save.saved'))
}

/** Nothing else went wrong than what the test is about. */
export function onlyAbout(trouble: string[], pattern: RegExp) {
  expect(trouble.filter((line) => !pattern.test(line))).toEqual([])
  trouble.length = 0
}
