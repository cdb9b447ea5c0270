import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { caseFile, test, visit, wordsOf } from '../e2e/guide.ts'
import { aReceived } from '../support/aReceived.ts'
import { inTime, longestTask, report, watchLongTasks } from './measuring.ts'

const sv = wordsOf('sv')
const whole = JSON.parse(caseFile('C1-sv'))

test.describe.configure({ mode: 'serial' })

/** Puts so many cases where this browser keeps received ones, as the product keeps them. Runs in the page. */
async function keepCases({ count, summary }: { count: number; summary: object }) {
  const opening = indexedDB.open('case-v1')
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result)
  })
  const transaction = database.transaction('received', 'readwrite')
  for (let at = 0; at < count; at += 1) {
    const caseId = `kept-${at}`
    const digest = `${at}`.padStart(64, '0')
    const [company, partner] = [`Kund ${(at * 7919) % count}`, `Partner ${at % 300}`]
    const kept = { ...summary, caseId, digest, company, partner }
    transaction.objectStore('received').put({ caseId, digest, summary: kept })
  }
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
  database.close()
}

const SUMMARY = aReceived({
  effect: 'costs_weekly',
  impact: 'Cirka 90 order per dag måste skrivas in för hand',
  hardDate: '2026-12-24',
})

test('the columns', () => {
  report([
    'cases kept',
    'list usable, ms',
    'again, from memory, ms',
    'filtered, ms',
    'sorted, ms',
    'page busy at most, ms',
  ])
  report(['---', '---', '---', '---', '---', '---'])
})

for (const count of [30, 1_000, 10_000])
  test(`a list of ${count} cases`, async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('keepReceived', 'on'))
    await visit(page, '/inbox')
    await page.getByText(sv('inbox:empty')).waitFor()
    await page.evaluate(keepCases, { count, summary: SUMMARY })
    await page.reload()
    await visit(page, '/help')
    await watchLongTasks(page)
    const open = () =>
      inTime(async () => {
        await page.evaluate(() => {
          location.hash = '/inbox'
        })
        await page.locator('.inbox tbody tr').nth(20).waitFor()
      })
    const usable = await open()
    const busy = await longestTask(page)
    // Once they have been read in, leaving the list and coming back reads nothing again.
    await visit(page, '/help')
    const again = await open()
    const toPaint = (act: string) =>
      page.evaluate(async (how) => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
        const search = document.querySelector<HTMLInputElement>('#inbox-search')
        const began = performance.now()
        if (how === 'search' && search !== null) {
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, 'kund 2')
          search.dispatchEvent(new Event('input', { bubbles: true }))
        } else document.querySelector<HTMLElement>('#sort-company')?.click()
        await frame()
        return Math.round(performance.now() - began)
      }, act)
    const filtered = await toPaint('search')
    const sorted = await toPaint('sort')
    report([count, usable, again, filtered, sorted, busy])
  })

test('files read in', async ({ page }) => {
  report(['files', 'read in, ms', 'page busy at most, ms'])
  report(['---', '---', '---'])
  for (const count of [30, 1_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'inbox-'))
    const files = Array.from({ length: count }, (_, at) => join(folder, `case-${at}.json`))
    for (const [at, path] of files.entries())
      writeFileSync(path, JSON.stringify({ ...whole, caseId: `read-${count}-${at}` }))
    await visit(page, '/help')
    await visit(page, '/inbox')
    await watchLongTasks(page)
    const read = await inTime(async () => {
      await page.locator('input[type=file]').first().setInputFiles(files)
      await page
        .locator('.progress')
        .waitFor({ timeout: 60_000 })
        .catch(() => {})
      await expect(page.locator('.progress')).toHaveCount(0, { timeout: 60_000 })
    })
    report([count, read, await longestTask(page)])
    rmSync(folder, { recursive: true })
  }
})
