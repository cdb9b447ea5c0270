import { expect, newCase, test, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')

test('what is pressed does not move away from under the finger when a note goes', async ({ page }) => {
  const address = await newCase(page, sv)
  await visit(page, `${address}/partner/log`)
  await page.getByRole('button', { name: sv('partner:lists.log.add') }).click()
  const date = page.getByLabel(sv('partner:questions.log.date.label'))
  await page.getByLabel(sv('partner:questions.log.text.label')).fill('Vi ringde.')
  await date.focus()
  const note = page.locator('.note').first()
  await expect(note).toBeVisible()
  await date.fill('2026-11-02')
  const choice = page.getByLabel(sv('partner:questions.log.from.choices.merchant'), { exact: true })
  await choice.scrollIntoViewIfNeeded()
  const box = await choice.boundingBox()
  if (box === null) throw new Error('the choice is not on the page')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  // The field has been left; whatever the page has to say about that has its time now.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))))
  expect(await choice.boundingBox()).toEqual(box)
  await page.mouse.up()
  await expect(choice).toBeChecked()
  await expect(note).toBeHidden()
})
