import { OUTSIDE, ownCase, pagesOfCase } from './allPages.ts'
import { caseFile, chooseLanguage, expect, keepNote, test, visit, wordsOf } from './guide.ts'
import { withExamples } from './withExamples.ts'

const sv = wordsOf('sv')

/** These stand on every page of questions and are the same there. */
const EVERYWHERE = ['continue', 'hints.hide', 'hints.show'].map((key) => sv(`common:${key}`))

test('a private text that was deleted is followed by the way back, and undo by the offer (A-18) @deep', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  const address = await ownCase(page, caseFile('C1-sv'))
  await keepNote(page, address, 'box', 'Nu räcker det.')
  await visit(page, address)
  await page.getByRole('button', { name: sv('start:formerText.delete') }).press('Enter')
  await expect(page.getByRole('button', { name: sv('common:undo') })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(sv('start:formerText.text'))).toBeFocused()
})

test('a row that is moved to an end keeps the focus, though its button goes (A-18) @deep', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  await visit(page, `${await ownCase(page, caseFile('C1-sv'))}/scope/deliverables`)
  const second = page.locator('.rows > li').nth(1)
  const name = await second.getByRole('link').innerText()
  await second.getByRole('button', { name: sv('common:moveUp') }).press('Enter')
  await expect(page.getByRole('link', { name })).toBeFocused()
})

test('far down a long list, words are there at once; buttons come with the focus, which stays (A-18)', async ({
  page,
}) => {
  await chooseLanguage(page, 'sv')
  const file = withExamples(100)
  const list = `${await ownCase(page, JSON.stringify(file))}/examples/items`
  const [last, rows] = [file.answers.examples.items.at(-1), page.locator('.rows > li')]
  // Also where the page was opened for one answer before.
  for (const at of [`${list}?at=examples.items&from=check`, list]) {
    await visit(page, at)
    await expect(rows).toHaveCount(100)
  }
  await expect(rows.last()).toContainText(last?.title ?? '')
  await expect(rows.last()).toContainText('20 november 2026')
  await expect(rows.last().getByRole('button')).toHaveCount(0)
  await rows.last().getByRole('link').focus()
  await expect(rows.last().getByRole('button')).toHaveText(`${sv('common:remove')} ${last?.title}`)
  await expect(rows.last().getByRole('link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel(sv('examples:questions.items.title.label'))).toHaveValue(last?.title ?? '')
})

test('an answer that begins with a button goes on in its field (A-18) @deep', async ({ page }) => {
  await chooseLanguage(page, 'sv')
  await visit(page, `${await ownCase(page, caseFile('C1-sv'))}/partner/log`)
  await page.getByRole('button', { name: sv('partner:questions.solvedOn.parts.begin') }).press('Enter')
  await expect(page.getByLabel(sv('partner:questions.solvedOn.label'))).toBeFocused()
})

test('whatever button is pressed by key, the focus is somewhere afterwards (A-18) @slow', async ({ page }) => {
  test.setTimeout(600_000)
  await chooseLanguage(page, 'sv')
  await page.addInitScript(() => {
    window.print = () => {}
  })
  const address = await ownCase(page, caseFile('C1'))
  await keepNote(page, address, 'box', 'Nu räcker det.')
  const buttons = page.locator('main button:visible')
  const open = async (at: string) => {
    await page.goto('about:blank')
    await visit(page, at)
    await page.waitForLoadState('networkidle')
    await expect(page.locator('fieldset.whole:disabled')).toHaveCount(0)
  }
  const focused = () => page.evaluate(() => document.activeElement?.tagName)
  // What deletes comes last.
  const last = [`${address}/delete`, '/data']
  // Rows before their lists, on which they are removed.
  const isRow = (at: string) => /-1\/\w+$/.test(at)
  const inside = pagesOfCase(address)
  const pages = [...inside.filter(isRow), ...inside.filter((at) => !isRow(at)), ...OUTSIDE].filter(
    (at) => !last.includes(at),
  )
  for (const at of [...pages, ...last]) {
    await open(at)
    for (const [place, name] of (await buttons.allInnerTexts()).entries()) {
      if (EVERYWHERE.includes(name)) continue
      if (place > 0) await open(at)
      // What was removed by an earlier press is not there any more.
      if ((await buttons.count()) <= place) continue
      await buttons.nth(place).press('Enter')
      await page.waitForLoadState('networkidle')
      await expect.poll(focused, `${at}: ${name}`).not.toBe('BODY')
    }
  }
})
