// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aCase } from '../support/aCase.ts'
import { renderApp } from '../support/renderApp.tsx'

/** A case with so many examples, each with a name and what happened. */
const withExamples = (count: number) =>
  aCase(
    {},
    {
      'examples.items': Array.from({ length: count }, (_, at) => ({
        title: `Example ${at + 1}`,
        actual: 'The order stays.',
      })),
    },
  )

/** How many elements, texts and attributes of the page change while something is done: counted, not timed. */
async function changesOf(work: () => void): Promise<number> {
  let count = 0
  const observer = new MutationObserver((changes) => {
    count += changes.length
  })
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  await act(async () => work())
  count += observer.takeRecords().length
  observer.disconnect()
  return count
}

async function workOfAKey(rows: number): Promise<number> {
  const current = withExamples(rows)
  const row = current.answers.examples.items[Math.floor(rows / 2)]
  const { unmount } = await renderApp({ at: `#/case/${current.id}/examples.items/${row?.id}/example`, current })
  const [box] = await screen.findAllByRole<HTMLTextAreaElement>('textbox')
  if (box === undefined) throw new Error('no field')
  // What comes a moment after the page, such as notes beside fields, can only add: the least of several keys is the key.
  const counts: number[] = []
  for (const value of ['a', 'ab', 'abc', 'abcd', 'abcde'])
    counts.push(await changesOf(() => fireEvent.change(box, { target: { value } })))
  unmount()
  cleanup()
  return Math.min(...counts)
}

test('a key changes as much of the page in a case of five hundred rows as in one of ten', async () => {
  const few = await workOfAKey(10)
  expect(few).toBeGreaterThan(0)
  expect(await workOfAKey(500)).toBe(few)
}, 90_000)

const rowsDrawn = () => document.querySelectorAll('main ol > li').length
const allDrawn = (rows: number) => waitFor(() => expect(rowsDrawn()).toBe(rows), { timeout: 60_000, interval: 20 })

test('a list of many rows draws the first forty at once, and the others when there is time', async () => {
  const current = withExamples(120)
  const seen: number[] = []
  const observer = new MutationObserver(() => seen.push(rowsDrawn()))
  observer.observe(document.body, { subtree: true, childList: true })
  await renderApp({ at: `#/case/${current.id}/examples/items`, current })
  await allDrawn(120)
  observer.disconnect()
  expect(seen.find((count) => count > 0)).toBe(40)
}, 90_000)

async function workOfARemoval(rows: number): Promise<number> {
  const current = withExamples(rows)
  const { unmount } = await renderApp({ at: `#/case/${current.id}/examples/items`, current })
  await allDrawn(rows)
  const remove = [...document.querySelectorAll<HTMLButtonElement>('main ol > li button')].find(({ textContent }) =>
    textContent.startsWith('Remove'),
  )
  if (remove === undefined) throw new Error('no button')
  const count = await changesOf(() => fireEvent.click(remove))
  unmount()
  cleanup()
  return count
}

test('removing a row draws that row alone again, in a list of twenty as in one of two hundred', async () => {
  // What a list draws later is there at once from the second time.
  await workOfARemoval(20)
  const few = await workOfARemoval(20)
  expect(few).toBeGreaterThan(0)
  expect(await workOfARemoval(200)).toBe(few)
}, 90_000)
