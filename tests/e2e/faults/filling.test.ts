import type { Page } from '@playwright/test'
import { expect, newCase, test, visit, wordsOf } from '../guide.ts'

const sv = wordsOf('sv')
const ask = (page: Page) => page.getByLabel(sv('request:questions.ask.label'))
const summary = (page: Page) => page.getByLabel(sv('request:questions.summary.label'))

test('a word of one field is dragged into another, and a file beside its place is not opened (I-22)', async ({
  page,
}) => {
  const address = await newCase(page, sv)
  await visit(page, `${address}/request/ask`)
  await ask(page).fill('Exporten')
  await summary(page).fill('')
  await ask(page).dblclick({ position: { x: 30, y: 20 } })
  const from = await ask(page).boundingBox()
  const to = await summary(page).boundingBox()
  if (from === null || to === null) throw new Error('no fields')
  await page.mouse.move(from.x + 30, from.y + 20)
  await page.mouse.down()
  await page.mouse.move(from.x + 60, from.y + 40)
  await page.mouse.move(to.x + 30, to.y + 20, { steps: 5 })
  await page.mouse.up()
  await expect(summary(page)).toHaveValue(/Exporten/)
  await page.reload()
  await expect(summary(page)).toHaveValue(/Exporten/)

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
