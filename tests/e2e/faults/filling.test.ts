import type { Page } from '@playwright/test'
import { expect, heading, newCase, test, visit, wordsOf } from '../guide.ts'

const sv = wordsOf('sv')
const en = wordsOf('en')
const company = (page: Page) => page.getByLabel(sv('about:questions.company.label'))
const ask = (page: Page) => page.getByLabel(sv('request:questions.ask.label'))
const ourSide = (page: Page) => page.getByLabel(sv('request:questions.ourSide.label'))

test('a word of one field is dragged into another, and a file beside its place is not opened (I-22)', async ({
  page,
}) => {
  const address = await newCase(page, sv)
  // Both are in sight.
  await page.setViewportSize({ width: 1280, height: 1600 })
  await visit(page, `${address}/request/ask`)
  await ask(page).fill('Exporten')
  await ourSide(page).fill('')
  await ask(page).dblclick({ position: { x: 30, y: 20 } })
  const from = await ask(page).boundingBox()
  const to = await ourSide(page).boundingBox()
  if (from === null || to === null) throw new Error('no fields')
  await page.mouse.move(from.x + 30, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y + 40)
  await page.mouse.move(to.x + 30, to.y + 20, { steps: 5 })
  await page.mouse.up()
  await expect(ourSide(page)).toHaveValue(/Exporten/)
  await page.reload()
  await expect(ourSide(page)).toHaveValue(/Exporten/)

  const stopped = (kind: 'Files' | 'text/plain', at: string) =>
    page.evaluate(
      ([what, where]) => {
        const dataTransfer = new DataTransfer()
        if (what === 'Files') dataTransfer.items.add(new File(['x'], 'x.txt'))
        else dataTransfer.setData('text/plain', 'x')
        const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer })
        return document.querySelector(where)?.dispatchEvent(event) === false
      },
      [kind, at] as const,
    )
  expect(await stopped('text/plain', 'textarea')).toBe(false)
  expect(await stopped('Files', 'textarea')).toBe(true)
  expect(await stopped('Files', 'h1')).toBe(true)
  // Some browsers would follow a link that is dropped on the page.
  expect(await stopped('text/plain', 'h1')).toBe(true)
})

test('a place for files lights up for files alone (I-22)', async ({ page }) => {
  await visit(page, '/')
  const area = page.locator('.drop')
  const over = (what: 'Files' | 'text/plain') =>
    area.evaluate((element, kind) => {
      const dataTransfer = new DataTransfer()
      if (kind === 'Files') dataTransfer.items.add(new File(['x'], 'x.txt'))
      else dataTransfer.setData('text/plain', 'x')
      element.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer }))
    }, what)
  await over('text/plain')
  await expect(area).not.toHaveClass(/over/)
  await over('Files')
  await expect(area).toHaveClass(/over/)
})

/** Fills a field in as some programs do: its value is there, and nobody is told. */
const fillSilently = (page: Page, text: string) =>
  company(page).evaluate((field, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value)
  }, text)

const LEAVINGS: readonly [name: string, leave: (page: Page) => Promise<unknown>][] = [
  ['Back', (page) => page.getByRole('link', { name: sv('common:back'), exact: true }).click()],
  ['the name of the service', (page) => page.locator('a.service').click()],
  ['the back button of the browser', (page) => page.goBack()],
  ['another address', (page) => page.evaluate(() => location.assign('#/help'))],
  ['the overview', (page) => page.getByRole('link', { name: sv('common:overview') }).click()],
]

for (const [name, leave] of LEAVINGS)
  test(`what a program filled in without a word is kept when the page is left: ${name} (I-23)`, async ({ page }) => {
    const address = await newCase(page, sv)
    await fillSilently(page, 'Nordfjäll')
    const before = await heading(page).elementHandle()
    await leave(page)
    await page.waitForFunction((element) => element?.isConnected !== true, before)
    await visit(page, `${address}/about/company`)
    await expect(company(page)).toHaveValue('Nordfjäll')
  })

test('what a program filled in without a word stays when the language is changed (I-23)', async ({ page }) => {
  const address = await newCase(page, sv)
  await fillSilently(page, 'Nordfjäll')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByLabel(en('about:questions.company.label'))).toHaveValue('Nordfjäll')
  await visit(page, `${address}/about/company`)
  await expect(page.getByLabel(en('about:questions.company.label'))).toHaveValue('Nordfjäll')
})
