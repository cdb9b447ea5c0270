import { caseFile, chooseLanguage, expect, giveFile, heading, test, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')

test('a support case in English stands under the other texts, and first once the decision sends it to support', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  await visit(page, '/review')
  await giveFile(page, 'C1.json', caseFile('C1-sv'))
  await heading(page).filter({ hasText: 'Nordfjäll' }).waitFor()
  const texts = page.getByRole('region', { name: sv('reply:texts.heading') })
  const titles = texts.getByRole('heading', { level: 3 })
  const others = ['customer', 'briefTitle', 'partnerTitle'].map((key) => sv(`reply:texts.${key}`))
  const support = sv('reply:texts.caseTitle')
  await expect(titles).toHaveText([...others, support])
  await expect(texts.locator('p[lang=en]').filter({ hasText: 'Steps to reproduce: not provided' })).toHaveCount(1)
  await page.getByLabel(sv('reply:verdicts.notOurs.label')).check()
  await expect(titles).toHaveText([support, ...others])
  await page.locator('#reason').selectOption('betweenYou')
  await expect(titles).toHaveText([...others, support])
})
