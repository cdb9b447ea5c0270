import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { giveFile, heading, test, visit, wordsOf } from '../e2e/guide.ts'
import { withExamples } from '../e2e/withExamples.ts'
import { inTime, longestTask, report, watchLongTasks } from './measuring.ts'

const sv = wordsOf('sv')

test.describe.configure({ mode: 'serial' })

test('the columns', () => {
  report([
    'examples',
    'PDF made and read back, ms',
    'page busy at most, ms',
    'kB',
    'opened in review, ms',
    'page busy at most, ms',
  ])
  report(['---', '---', '---', '---', '---', '---'])
})

for (const count of [10, 100, 1_000, 5_000])
  test(`a PDF of ${count} examples`, async ({ page }) => {
    const file = withExamples(count)
    await visit(page, '/')
    await giveFile(page, 'underlag.json', JSON.stringify(file))
    await heading(page)
      .filter({ hasText: sv('start:tasks.heading') })
      .waitFor()
    await visit(page, `/case/${file.caseId}/hand-over`)
    const button = page.getByRole('button', { name: /PDF$/ }).first()
    await button.waitFor()
    // What is fetched with the first file is not measured.
    await page.waitForLoadState('networkidle')
    await watchLongTasks(page)
    const downloading = page.waitForEvent('download', { timeout: 300_000 })
    let bytes = Buffer.alloc(0)
    const made = await inTime(async () => {
      await button.click()
      bytes = readFileSync(await (await downloading).path())
    })
    const busyMaking = await longestTask(page)
    // From disk, as a person gives it: bytes that a test puts into the page keep it busy.
    const path = join(mkdtempSync(join(tmpdir(), 'review-')), 'underlag.pdf')
    writeFileSync(path, bytes)
    await visit(page, '/review')
    await watchLongTasks(page)
    const opened = await inTime(async () => {
      await page.locator('input[type=file]').setInputFiles(path)
      await page.locator('.sheet').waitFor({ timeout: 120_000 })
    })
    report([count, made, busyMaking, Math.round(bytes.length / 1000), opened, await longestTask(page)])
  })
