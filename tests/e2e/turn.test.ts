import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { ownCase } from './allPages.ts'
import { caseFile, chooseLanguage, expect, test, unfold, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')
const en = wordsOf('en')

interface Situation {
  id: string
  language: string
  asOf: string
  answers: unknown
}
const situations: readonly Situation[] = JSON.parse(
  readFileSync(new URL('../cases/tables/situations.json', import.meta.url), 'utf8'),
)

/** A situation as one's own case, on its day. */
async function inSituation(page: Page, id: string, language: 'sv' | 'en' = 'sv') {
  const found = situations.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no situation ${id}`)
  await chooseLanguage(page, language)
  await page.clock.setFixedTime(new Date(`${found.asOf}T09:00:00+01:00`))
  const { answers, language: own, asOf } = found
  const file = { ...JSON.parse(caseFile('C1-sv')), answers, language: own, asOf, evidence: [], codes: {}, result: null }
  return ownCase(page, JSON.stringify(file))
}

const box = (page: Page) => page.locator('section.outcome')

test('what has come is accepted in the box, and with the last of it the case can be closed', async ({ page }) => {
  const address = await inSituation(page, 'W27')
  await visit(page, `${address}/check`)
  await expect(page.locator('#outcome')).toHaveText(sv('assessment:next.CHECK_DELIVERY.heading'))
  await page.getByRole('button', { name: sv('assessment:do.accept') }).click()
  await expect(page.locator('#outcome')).toHaveText(sv('assessment:next.CLOSE.heading'))
  await expect(page.locator('#outcome')).toBeFocused()
  await page.reload()
  await expect(page.locator('#outcome')).toHaveText(sv('assessment:next.CLOSE.heading'))
  await box(page)
    .getByRole('link', { name: sv('start:tasks.delete') })
    .waitFor()
})

test('where all is delivered, one press says that it is solved', async ({ page }) => {
  const address = await inSituation(page, 'N53')
  await visit(page, `${address}/check`)
  await expect(page.locator('#outcome')).toHaveText(sv('assessment:next.CONFIRM_SOLVED.heading'))
  await page.getByRole('button', { name: sv('assessment:do.solved') }).click()
  await expect(page.locator('#outcome')).toHaveText(sv('assessment:next.CLOSE.heading'))
})

test('what has come and does not work is written to the partner, and is then not as agreed', async ({ page }) => {
  const address = await inSituation(page, 'W27', 'en')
  await visit(page, `${address}/check`)
  await box(page)
    .getByRole('link', { name: en('assessment:draft.notAccepted') })
    .click()
  await expect(page.getByLabel(en('drafts:page.body'))).toHaveValue(/does not work as agreed yet\.\n\n- Order export/)
  await page.getByRole('button', { name: en('drafts:page.sent.button') }).click()
  await visit(page, `${address}/check`)
  await expect(page.locator('#outcome')).toHaveText(/^Wait for the partner’s answer until /)
  await unfold(page, en)
  await expect(page.getByText(en('scope:questions.deliverables.status.choices.unsatisfactory')).first()).toBeVisible()
})

test('what they asked for is given with a draft, and the partner’s time runs again', async ({ page }) => {
  const address = await inSituation(page, 'W04')
  await visit(page, `${address}/check`)
  await expect(page.locator('#outcome')).toHaveText(sv('assessment:next.ANSWER_PARTNER.heading'))
  await box(page)
    .getByRole('link', { name: sv('assessment:draft.answer') })
    .click()
  await page.getByRole('button', { name: sv('drafts:page.sent.button') }).click()
  await visit(page, `${address}/check`)
  await expect(page.locator('#outcome')).toHaveText(/^Vänta på partnerns svar till och med /)
})

test('a plan is accepted with a draft, unless it comes too late: then they are asked what is possible', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  await page.clock.setFixedTime(new Date('2026-11-27T09:00:00+01:00'))
  const file = JSON.parse(caseFile('C1-sv'))
  const [asked, answered] = file.answers.partner.log
  file.answers.partner.log = [asked, { ...answered, answer: 'plan', promised: '2026-12-18' }]
  const address = await ownCase(page, JSON.stringify({ ...file, result: null }))
  await visit(page, `${address}/check`)
  const accept = box(page).getByRole('link', { name: sv('assessment:draft.accept') })
  await expect(accept).toBeVisible()

  await visit(page, `${address}/request/ask`)
  await page.getByLabel(sv('request:questions.hardDate.label')).fill('2026-12-04')
  await visit(page, `${address}/check`)
  await box(page)
    .getByRole('link', { name: sv('assessment:draft.followUp') })
    .click()
  const body = page.getByLabel(sv('drafts:page.body'))
  await expect(body).toHaveValue(/\n\nDet blir för sent för oss\. Kan ni senast den 3 december 2026 berätta/)
  await expect(body).not.toHaveValue(/4 december/)
  await page.goBack()
  await expect(accept).toHaveCount(0)
})

test('an emergency leads to what to do now, and its case number back to the partner', async ({ page }) => {
  const address = await inSituation(page, 'W22')
  await visit(page, `${address}/check`)
  await box(page)
    .getByRole('link', { name: sv('assessment:do.support') })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sv('start:urgent.heading'))
  await visit(page, `${address}/problem/urgent`)
  await page.getByLabel(sv('about:questions.urgentCase.label')).fill('E-000123')
  await visit(page, `${address}/check`)
  await expect(page.locator('#outcome')).toHaveText(sv('assessment:next.HAND_OVER.heading'))
  await expect(box(page)).toContainText('E-000123')
})

test('days without a year follow their row, and the year is asked about where it may be another @deep', async ({
  page,
}) => {
  const address = await inSituation(page, 'W19')
  await page.clock.setFixedTime(new Date('2026-11-28T09:00:00+01:00'))
  await visit(page, `${address}/partner/log`)
  await page
    .getByRole('link', { name: sv('partner:lists.log.add') })
    .or(page.getByRole('button', { name: sv('partner:lists.log.add') }))
    .click()
  const field = (name: string) =>
    page.getByLabel(sv(`partner:questions.log.${name}.label` as 'partner:questions.log.date.label'))
  const group = (name: string) =>
    page.getByRole('group', { name: sv(`partner:questions.log.${name}.label` as 'partner:questions.log.date.label') })
  const readAs = (day: string) => expect(page.getByText(sv('common:dateRead', { date: day }))).toBeVisible()
  await field('date').fill('måndag 2 nov')
  await readAs('2 november 2026')
  await group('from').getByLabel(sv('partner:questions.log.from.choices.merchant')).check()
  await field('answerBy').fill('6 nov')
  await readAs('6 november 2026')
  await group('from').getByLabel(sv('partner:questions.log.from.choices.partner'), { exact: true }).check()
  await group('answer').getByLabel(sv('partner:questions.log.answer.choices.plan')).check()
  await field('promised').fill('20 nov')
  await readAs('20 november 2026')
  for (const [text, day] of [
    ['den 13:e', '13 november 2026'],
    ['slutet av november', '30 november 2026'],
    ['26-11-12', '12 november 2026'],
    ['12/11-26', '12 november 2026'],
  ] as const) {
    await field('promised').fill(text)
    await readAs(day)
  }
  await field('date').fill('29 nov')
  await page.getByRole('button', { name: sv('partner:lists.log.save'), exact: true }).click()
  // Yesterday a year ago, or tomorrow.
  await page.getByRole('button', { name: '29 november 2025' }).click()
  await expect(field('date')).toHaveValue('2025-11-29')
})
