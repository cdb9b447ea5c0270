import type { Page } from '@playwright/test'
import { ownCase } from '../allPages.ts'
import { caseFile, chooseLanguage, expect, heading, test, visit, wordsOf } from '../guide.ts'

const sv = wordsOf('sv')

/** Gives a file to a place for files by dropping or pasting it, as a hand does. */
const give = (page: Page, how: 'drop' | 'paste', name: string, text: string) =>
  page.locator('.drop').evaluate(
    (area, [kind, called, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content], called))
      const init = { bubbles: true, cancelable: true }
      if (kind === 'drop') {
        area.dispatchEvent(new DragEvent('dragover', { ...init, dataTransfer: transfer }))
        area.dispatchEvent(new DragEvent('drop', { ...init, dataTransfer: transfer }))
      } else area.dispatchEvent(new ClipboardEvent('paste', { ...init, clipboardData: transfer }))
    },
    [how, name, text] as const,
  )

/** What is stored of the case: its replies and its files. */
const stored = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<[replies: number, evidence: number, bytes: number]>((resolve) => {
        const opening = indexedDB.open('case-v1')
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['cases', 'blobs'])
          const heads = transaction.objectStore('cases').getAll()
          const blobs = transaction.objectStore('blobs').count()
          transaction.oncomplete = () => {
            const [{ content }] = heads.result
            opening.result.close()
            resolve([content.replies.length, content.evidence.length, blobs.result])
          }
        }
      }),
  )

const reply = (caseId: string) =>
  JSON.stringify({
    ...{ format: 'partner-escalation-reply', formatVersion: 1, minReader: 1, replyId: 'r-1', caseId },
    ...{ revision: 1, digest: 'a'.repeat(64), writtenOn: '2026-11-24', language: 'sv', from: 'Karin Ek' },
    questions: [{ id: 'q1', at: null, code: null, answerDigest: null, text: 'Varför?' }],
  })

test('a tab that only reads takes nothing that is dropped or pasted, and says why (L-30)', async ({
  page,
  context,
}) => {
  await chooseLanguage(page, 'sv')
  const address = await ownCase(page, caseFile('C1-sv'))
  const caseId = address.split('/')[2] ?? ''
  const other = await context.newPage()
  const why = other.locator('#reading')
  const places = [
    [`${address}/reply`, 'svar.json', reply(caseId)],
    [`${address}/examples.items/E-1/example`, 'logg.txt', 'en rad'],
  ] as const
  for (const [at, name, text] of places)
    for (const how of ['drop', 'paste'] as const) {
      await visit(other, at)
      await expect(why).toHaveText(sv('keeping:reading.otherTab'))
      await give(other, how, name, text)
      await expect(why).toBeFocused()
      await expect(other.locator('.drop')).not.toHaveClass(/over/)
      await expect(other.locator('main')).not.toContainText(sv('reply:own.placed_one', { count: 1 }))
      await expect(other.locator('main')).not.toContainText(name)
    }
  // Whoever holds down a shortcut gets nothing either.
  await other.keyboard.press('Control+s')
  await other.keyboard.press('Control+Enter')
  expect(await stored(page)).toEqual([0, 0, 0])

  // The tab that writes takes the same.
  await visit(page, `${address}/reply`)
  await give(page, 'drop', 'svar.json', reply(caseId))
  await expect(page.locator('main')).toContainText(sv('reply:own.placed_one', { count: 1 }))
  await visit(page, `${address}/examples.items/E-1/example`)
  await give(page, 'paste', 'logg.txt', 'en rad')
  await expect(page.locator('.files > .file')).toHaveCount(1)
  await expect.poll(() => stored(page)).toEqual([1, 1, 1])
  await visit(other, '/help')
  await expect(heading(other)).toBeVisible()
})
