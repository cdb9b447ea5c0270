import { readFileSync } from 'node:fs'
import { openCaseFile } from '../../../src/exchange/importCase.ts'
import { caseFile, expect, giveFile, heading, test, visit, wordsOf } from '../guide.ts'

const sv = wordsOf('sv')

test('a page that stays open over midnight is of the new day when somebody comes back, and a file read then counts to that day or to its own (D-05)', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2026-11-24T23:50:00+01:00') })
  await visit(page, '/')
  await giveFile(page, 'underlag.json', caseFile('C1-sv'))
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  const address = page.url().split('#')[1] ?? ''
  const copy = async () => {
    await visit(page, address)
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: sv('common:download.copy') }).click()
    const read = openCaseFile(new Uint8Array(readFileSync(await (await downloading).path())))
    if (read.is !== 'case') throw new Error(JSON.stringify(read))
    return read.opened
  }
  const made = await copy()
  expect(made.file.asOf).toBe('2026-11-24')

  await visit(page, `${address}/sheet`)
  const sheet = page.locator('.sheet')
  await expect(sheet).toContainText('24 november 2026')
  await expect(sheet).not.toContainText('25 november 2026')
  await page.clock.fastForward('20:00')
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(sheet).toContainText('25 november 2026')
  expect((await copy()).file.asOf).toBe('2026-11-25')

  // What was handed over yesterday counts to today, says so, and is shown as of yesterday on request.
  await visit(page, '/review')
  await giveFile(page, 'kopia.json', JSON.stringify(made.raw))
  await expect(
    page.getByText(sv('review:created', { date: '24 november 2026', revision: made.file.revision })),
  ).toBeVisible()
  await expect(sheet).toContainText('25 november 2026')
  await page.getByText(sv('review:tools.heading'), { exact: true }).click()
  await page.getByLabel(sv('review:tools.recount', { date: '24 november 2026' })).uncheck()
  await expect(sheet).toContainText('24 november 2026')
  await expect(sheet).not.toContainText('25 november 2026')
})

for (const [what, promised] of [
  ['no date', []],
  ['one date', ['2026-11-01']],
  ['the day itself', ['2026-11-24', '2026-11-24']],
  ['thirty years', ['1996-11-24', '2026-11-24']],
] as const)
  test(`the promise line of ${what} is drawn without a place that is none, and its names stand apart (D-09)`, async ({
    page,
  }) => {
    const file = JSON.parse(caseFile('C1-sv'))
    const [row] = file.answers.scope.deliverables
    file.answers.scope.deliverables = promised.map((date, at) => ({
      ...row,
      id: `S-${at + 1}`,
      code: at + 1,
      promised: date,
      moves: null,
      deliveredOn: null,
      evidence: null,
    }))
    file.answers.partner.log = []
    await visit(page, '/review')
    await giveFile(page, 'underlag.json', JSON.stringify(file))
    await expect(heading(page)).toContainText('Nordfjäll')
    await expect(page.locator('svg.strip.axis text')).not.toHaveCount(promised.length === 0 ? -1 : 0)
    expect(await page.locator('main').innerHTML()).not.toMatch(/NaN|Infinity|Invalid/)
    const names = await page.locator('svg.strip.axis').evaluateAll((all) =>
      all.map((axis) =>
        [...axis.querySelectorAll('text')]
          .filter((text) => getComputedStyle(text).display !== 'none')
          .map((text) => text.getBoundingClientRect())
          .map(({ left, right }) => [left, right] as const)
          .sort(([a], [b]) => a - b),
      ),
    )
    for (const axis of names)
      for (const [at, [left]] of axis.entries()) if (at > 0) expect(left).toBeGreaterThanOrEqual(axis[at - 1]?.[1] ?? 0)
  })
