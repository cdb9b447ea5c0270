import { ownCase } from './allPages.ts'
import { caseFile, chooseLanguage, expect, heading, test, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')
const en = wordsOf('en')

test('a finished example is looked at on the pages of a case, can be changed, and nothing of it is kept', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/')
  await page.getByRole('link', { name: sv('start:example') }).click()
  await expect(page.locator('.sheet-front')).toContainText('Nordfjäll Friluft AB')
  await expect(page.getByText(sv('keeping:example'))).toBeVisible()
  await visit(page, '/case/example/check')
  await expect(page.locator('#outcome')).toHaveText(sv('assessment:next.HAND_OVER.heading'))
  await visit(page, '/case/example/about/company')
  const company = page.getByLabel(sv('about:questions.company.label'))
  await company.fill('Ett annat bolag')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(company.or(page.getByLabel(en('about:questions.company.label')))).toHaveValue('Nordfjäll Friluft AB')
  await visit(page, '/')
  await expect(page.getByRole('heading', { name: en('start:cases') })).toHaveCount(0)
  expect(await page.evaluate(() => localStorage.getItem('cases'))).toBeNull()
})

test('whoever has cases sees whose turn it is in each of them @deep', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  await page.clock.setFixedTime(new Date('2026-11-24T09:00:00+01:00'))
  await ownCase(page, caseFile('C1-sv'))
  await visit(page, '/')
  await expect(page.locator('.rows > li')).toContainText(sv('assessment:next.HAND_OVER.heading'))
  await expect(page.getByText(sv('start:who'))).toHaveCount(0)
})

test('a summary in English can say what is asked for in English, and the first page is in sight @deep', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  const address = await ownCase(page, caseFile('C1-sv'))
  await visit(page, `${address}/hand-over`)
  const preview = page.locator('.sheet-preview')
  await expect(preview).toContainText('Nordfjäll Friluft AB')
  await expect(page.getByText(sv('handOver:inEnglish'))).toHaveCount(0)
  await page.getByLabel('English', { exact: true }).check()
  await page.getByText(sv('handOver:inEnglish')).click()
  await page.getByLabel(sv('request:questions.askEnglish.label')).fill('A three-way meeting this week.')
  await expect(preview).toContainText('A three-way meeting this week.')
  await expect(preview).toContainText(en('sheet:ask'))
  // The language is remembered with the case.
  await visit(page, `${address}/sheet`)
  await expect(page.locator('.sheet-front')).toContainText('A three-way meeting this week.')
  await page.getByLabel('Svenska', { exact: true }).check()
  await expect(page.locator('.sheet-front')).not.toContainText('A three-way meeting this week.')
  await expect(heading(page)).toHaveText(sv('sheet:heading'))
})
