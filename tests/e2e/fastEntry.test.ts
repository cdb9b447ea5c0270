import { ownCase } from './allPages.ts'
import { caseFile, expect, giveFile, newCase, test, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')

test('a pasted list becomes deliverables, and what is there already does not come twice', async ({ page }) => {
  const address = await newCase(page, sv)
  await visit(page, `${address}/scope/deliverables`)
  await page.getByRole('link', { name: sv('scope:lists.deliverables.also.paste') }).click()
  await page.getByLabel(sv('sources:list.label')).fill('1. Kassa\t2026-03-01\n2. Lager\n- kassa\n')
  await expect(page.getByText(sv('sources:list.preview_other', { count: 2 }))).toBeVisible()
  await page.getByRole('button', { name: sv('sources:list.add') }).click()
  await expect(page.locator('.rows > li')).toHaveCount(2)
  await expect(page.locator('.rows')).toContainText('1 mars 2026')
})

test('a strong example is begun from, and says what it lacks until it is filled in', async ({ page }) => {
  const address = await newCase(page, sv)
  await visit(page, `${address}/examples/items`)
  await page.getByText(sv('pairs:summary')).click()
  await page.getByRole('button', { name: `${sv('pairs:begin')} ${sv('pairs:kinds.erp.name')}` }).click()
  await expect(page.getByLabel(sv('examples:questions.items.expected.label'))).toHaveValue(/___/)
  await visit(page, `${address}/examples/items`)
  await expect(page.locator('.row-lacks')).toBeVisible()
})

test('what was understood of a date is said before the page is left, and advice can be turned off @deep', async ({
  page,
}) => {
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  const address = page.url().split('#')[1] ?? ''
  await page.clock.setFixedTime(new Date('2026-11-25T09:00:00+01:00'))
  await visit(page, `${address}/examples.items/E-1/example`)
  const date = page.getByLabel(sv('examples:questions.items.date.label'))
  await date.fill('i fredags')
  await expect(page.getByText(sv('common:dateRead', { date: '20 november 2026' }))).toBeVisible()
  await date.fill('v. 46')
  await page.getByRole('button', { name: sv('examples:lists.items.save'), exact: true }).click()
  await page.getByRole('button', { name: '13 november 2026' }).click()
  await expect(date).toHaveValue('2026-11-13')

  await visit(page, `${address}/examples.items/E-1/example`)
  await expect(page.getByText(sv('assessment:stillAsked.agreed'))).toBeVisible()
  await page.getByRole('button', { name: sv('common:hints.hide') }).click()
  await expect(page.getByText(sv('assessment:stillAsked.agreed'))).toHaveCount(0)
  await page.reload()
  await page.getByRole('button', { name: sv('common:hints.show') }).click()
  await expect(page.getByText(sv('assessment:stillAsked.agreed'))).toBeVisible()
})

test('a date that was typed last is read when the tab goes, without anybody leaving the field @deep', async ({
  page,
}) => {
  const address = await newCase(page, sv)
  await visit(page, `${address}/request/ask`)
  const date = page.getByLabel(sv('request:questions.hardDate.label'))
  await date.fill('14 december 2026')
  await expect(page.getByText(sv('common:dateRead', { date: '14 december 2026' }))).toBeVisible()
  await page.reload()
  await expect(date).toHaveValue('2026-12-14')
})

test('deliverables that no longer count are not gone without a word @deep', async ({ page }) => {
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  const address = page.url().split('#')[1] ?? ''
  const { length } = JSON.parse(caseFile('C1-sv')).answers.scope.deliverables
  const note = page.getByText(sv('scope:hidden_other', { count: length }))
  await visit(page, `${address}/problem/what`)
  const neither = page.getByLabel(sv('scope:questions.concern.choices.none'))
  await expect(neither).toBeVisible()
  await expect(note).toHaveCount(0)
  await neither.check()
  await neither.blur()
  await expect(note).toBeVisible()
  await page.getByLabel(sv('scope:questions.concern.choices.both')).check()
  await page.getByLabel(sv('scope:questions.concern.choices.both')).blur()
  await expect(note).toHaveCount(0)
})

test('a person who is taken away comes back in the same place @deep', async ({ page }) => {
  const file = JSON.parse(caseFile('C1-sv'))
  file.answers.about.partnerPeople = ['Anna', 'Bo', 'Eva'].map((name) => ({ name, role: '' }))
  await visit(page, `${await ownCase(page, JSON.stringify(file))}/problem/what`)
  const names = page.getByLabel(sv('about:questions.partnerPeople.parts.name'), { exact: true })
  const shown = () => names.evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
  await expect.poll(shown).toEqual(['Anna', 'Bo', 'Eva'])
  await page.getByRole('button', { name: sv('about:questions.partnerPeople.parts.remove', { number: 2 }) }).click()
  await expect.poll(shown).toEqual(['Anna', 'Eva'])
  await page.getByRole('button', { name: sv('common:undo') }).click()
  await expect.poll(shown).toEqual(['Anna', 'Bo', 'Eva'])
  await expect(page.getByRole('button', { name: sv('common:undo') })).toHaveCount(0)
})

test('a calendar is beside every field for a date, and what is picked in it is typed for you @deep', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 })
  // The calendar is the browser's own: a test sees that it is asked for, and puts the day where it does.
  await page.addInitScript(() => {
    HTMLInputElement.prototype.showPicker = function () {
      this.dataset.shown = ''
    }
  })
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  const address = page.url().split('#')[1] ?? ''
  const pick = async (label: string, day: string) => {
    const field = page.getByRole('textbox', { name: label, exact: true })
    const place = page.locator('.with-calendar').filter({ has: field })
    await place.getByRole('button', { name: sv('common:calendar', { field: label }) }).click()
    await expect(place.locator('[type=date]')).toHaveAttribute('data-shown')
    await place.locator('[type=date]').fill(day)
    await expect(field).toHaveValue(day)
    const tops = await place.evaluate((element) =>
      [...element.querySelectorAll('.input, button')].map((each) => each.getBoundingClientRect().top),
    )
    expect(new Set(tops).size, label).toBe(1)
  }
  await visit(page, `${address}/scope.deliverables/S-1/deliverable`)
  await pick(sv('scope:questions.deliverables.promised.label'), '2026-09-28')
  await pick(sv('scope:questions.deliverables.moves.parts.date'), '2026-10-15')
  await pick(sv('scope:questions.deliverables.moves.parts.toldOn'), '2026-09-29')
  await visit(page, `${address}/message/followUp`)
  await pick(sv('drafts:page.answerBy'), '2026-12-24')
  await expect(page.locator('textarea')).toHaveValue(/24 december 2026/)
  await pick(sv('drafts:page.sent.date'), '2026-11-23')
  await visit(page, '/review')
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await pick(sv('reply:form.nextWord'), '2026-12-03')
})

test('the only new date of a deliverable comes back when its removal is undone, with the focus (A-18)', async ({
  page,
}) => {
  await visit(page, `${await ownCase(page, caseFile('C1-sv'))}/scope.deliverables/S-1/deliverable`)
  const part = (name: string, values = {}) => sv(`scope:questions.deliverables.moves.parts.${name}`, values)
  const date = page.getByRole('textbox', { name: part('date'), exact: true })
  const undo = page.getByRole('button', { name: sv('common:undo') })
  await expect(date).toHaveValue('2026-10-14')
  await page.getByRole('button', { name: part('remove', { number: 1 }) }).press('Enter')
  await expect(date).toHaveCount(0)
  await expect(undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(date).toHaveValue('2026-10-14')
  await expect(page.getByRole('button', { name: part('add') })).toBeFocused()
  // The next one begins in its first field; what cannot be read is kept, too.
  await page.keyboard.press('Enter')
  await expect(date.nth(1)).toBeFocused()
  await page.keyboard.type('efter semestern')
  await page.getByRole('button', { name: part('remove', { number: 2 }) }).press('Enter')
  await undo.press('Enter')
  await expect(date.nth(1)).toHaveValue('efter semestern')
})

test('an entry in which nothing was written is not left in the log, and one that was saved is @deep', async ({
  page,
}) => {
  const address = `${await ownCase(page, caseFile('C1-sv'))}/partner/log`
  await visit(page, address)
  const rows = page.locator('.rows > li')
  const before = await rows.count()
  const answer = page.getByRole('button', { name: sv('partner:lists.log.answer') }).first()
  await answer.click()
  await expect(page.getByLabel(sv('partner:questions.log.from.choices.partner'), { exact: true })).toBeChecked()
  await page.goBack()
  await expect(rows).toHaveCount(before)
  await answer.click()
  await page.getByRole('button', { name: sv('partner:lists.log.save'), exact: true }).click()
  await expect(rows).toHaveCount(before + 1)
})

test('of two entries of one day, whoever wrote them says which came first, and that decides', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-27T09:00:00+01:00'))
  const file = JSON.parse(caseFile('C1-sv'))
  const [ours, theirs] = [
    file.answers.partner.log.find(({ from }: { from: string }) => from === 'merchant'),
    file.answers.partner.log.find(({ from }: { from: string }) => from === 'partner'),
  ]
  const day = { date: '2026-11-05', about: null, answerBy: null, gave: null }
  file.answers.partner.log = [
    { ...theirs, ...day, text: 'Klart den 18 december.', answer: 'plan', promised: '2026-12-18' },
    { ...ours, ...day, text: 'Ringde: var är det?', concernStated: 'yes' },
  ]
  const address = await ownCase(page, JSON.stringify(file))
  const outcome = page.locator('#outcome')
  await visit(page, `${address}/check`)
  await expect(outcome).toHaveText(sv('assessment:next.HAND_OVER.heading'))
  await visit(page, `${address}/partner/log`)
  const rows = page.locator('.rows > li')
  await expect(rows.getByRole('button', { name: new RegExp(`^${sv('common:moveUp')}`) })).toHaveCount(1)
  await rows
    .first()
    .getByRole('button', { name: new RegExp(`^${sv('common:moveDown')}`) })
    .press('Enter')
  await expect(rows.first()).toContainText('Ringde: var är det?')
  await expect(page.getByRole('link', { name: 'Klart den 18 december.' })).toBeFocused()
  await visit(page, `${address}/check`)
  await expect(outcome).toHaveText(sv('assessment:next.FOLLOW_PLAN.heading', { date: '18 december 2026' }))
})
