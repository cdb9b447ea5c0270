import { readFileSync } from 'node:fs'
import { caseFile, chooseLanguage, expect, giveFile, heading, test, visit, wordsOf } from './guide.ts'

const pagesIn = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length

for (const language of ['sv', 'en'] as const) {
  const say = wordsOf(language)

  test(`the blank checklist prints on A4, ${language}`, async ({ page }) => {
    await chooseLanguage(page, language)
    await visit(page, '/checklist')
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false })
    expect(pdf.toString('latin1')).toMatch(/MediaBox\s*\[\s*0 0 59[45]\.?\d* 84[12]/)
    expect(pagesIn(pdf)).toBeGreaterThanOrEqual(2)
    expect(pagesIn(pdf)).toBeLessThanOrEqual(4)
  })

  test(`the checklist of a case carries the codes of the screens, boxes of five millimetres and lines, ${language}`, async ({
    page,
  }) => {
    await chooseLanguage(page, language)
    await visit(page, '/')
    await giveFile(page, 'C1.json', caseFile('C1'))
    await page.waitForURL(/case/)
    const address = page.url().split('#')[1] ?? ''
    await visit(page, `${address}/checklist`)
    for (const code of ['S1', 'S2', 'S3', 'A1', 'A2', 'E1', 'E2', 'E3'])
      await expect(page.locator('.paper .code').getByText(code, { exact: true })).toHaveCount(1)
    await page.emulateMedia({ media: 'print' })
    const small = await page.evaluate(() => {
      const millimetre = 96 / 25.4
      return [...document.querySelectorAll('.box')].filter(
        (box) => box.getBoundingClientRect().width < 5 * millimetre - 0.1,
      ).length
    })
    expect(small).toBe(0)
    await expect(page.getByRole('button', { name: say('checklist:print') })).toBeHidden()
    await expect(page.locator('.top-bar')).toBeHidden()
  })
}

test('the check page prints every answer, without bars and buttons', async ({ page }) => {
  const sv = wordsOf('sv')
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  await visit(page, `${page.url().split('#')[1]}/check`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('link', { name: new RegExp(`^${sv('common:change')}`) }).first()).toBeHidden()
  await expect(page.getByText('Saldot för NF-2210 följer ERP inom 5 minuter (4.2.1)').first()).toBeVisible()
  await expect(heading(page)).toBeVisible()
  const { answers } = JSON.parse(readFileSync(new URL('../cases/C1-sv.json', import.meta.url), 'utf8')) as {
    answers: { partner: { log: { text: string }[] } }
  }
  for (const { text } of answers.partner.log) await expect(page.getByText(text).first()).toBeVisible()
})
