import type { CDPSession, Page } from '@playwright/test'
import { giveFile, heading, test, visit, wordsOf } from '../e2e/guide.ts'
import { withExamples } from '../e2e/withExamples.ts'
import { report } from './measuring.ts'

const sv = wordsOf('sv')

/** A busy quarter of an hour (C): a key a second, four pages a minute, rows, overviews and files. */
const QUARTER = { keys: 900, pages: 60, rows: 10, overviews: 4, files: 2 }

async function heapOf(tools: CDPSession): Promise<{ heap: string; elements: number }> {
  await tools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await tools.send('Runtime.getHeapUsage')
  const { nodes } = await tools.send('Memory.getDOMCounters')
  return { heap: (usedSize / 1_000_000).toFixed(1), elements: nodes }
}

async function quarterOf(page: Page, base: string) {
  const row = `${base}/examples.items/E-3/example`
  await visit(page, row)
  for (let key = 0; key < QUARTER.keys; key += 1) {
    if (key % 50 === 0) await page.locator('textarea').first().focus()
    await page.keyboard.press(key % 2 === 0 ? 'a' : 'Backspace')
  }
  const pages = ['about/company', 'scope/document', 'partner/log', 'request/ask', 'examples/items']
  for (let at = 0; at < QUARTER.pages; at += 1) await visit(page, `${base}/${pages[at % pages.length]}`)
  for (let at = 0; at < QUARTER.rows; at += 1) {
    await visit(page, `${base}/examples/items`)
    await page.getByRole('button', { name: sv('examples:lists.items.add') }).click()
    await page.locator('main textarea, main input[type=text]').first().fill(`Exempel ${at}`)
    await visit(page, `${base}/examples/items`)
    await page
      .locator('main ol > li button')
      .filter({ hasText: sv('common:remove') })
      .last()
      .click()
  }
  for (let at = 0; at < QUARTER.overviews; at += 1)
    for (const overview of ['check', 'sheet', 'hand-over']) await visit(page, `${base}/${overview}`)
  for (let at = 0; at < QUARTER.files; at += 1) {
    await visit(page, `${base}/check`)
    await visit(page, `${base}/hand-over`)
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: /PDF$/ }).first().click()
    await (await downloading).delete()
  }
}

for (const count of [10, 100])
  test(`an hour of use of a case with ${count} examples`, async ({ page, context }) => {
    test.setTimeout(240_000)
    const file = withExamples(count)
    const tools = await context.newCDPSession(page)
    await visit(page, '/')
    await giveFile(page, 'underlag.json', JSON.stringify(file))
    await heading(page)
      .filter({ hasText: sv('start:tasks.heading') })
      .waitFor()
    report(['an hour of use', 'heap, MB', 'nodes of the page'])
    report(['---', '--:', '--:'])
    for (let quarter = 0; quarter <= 4; quarter += 1) {
      if (quarter > 0) await quarterOf(page, `/case/${file.caseId}`)
      await visit(page, `/case/${file.caseId}`)
      const { heap, elements } = await heapOf(tools)
      report([`${count} examples, after ${quarter * 15} min`, heap, elements])
    }
  })
