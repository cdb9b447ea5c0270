import { mkdirSync, writeFileSync } from 'node:fs'
import { caseFile, expect, test, visit, wordsOf } from '../guide.ts'

const sv = wordsOf('sv')

test('a folder that is dropped on the list of cases is read, with the folders in it (F-40)', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('ärenden')
  mkdirSync(`${folder}/inre`, { recursive: true })
  writeFileSync(`${folder}/ett.json`, caseFile('C1-sv'))
  writeFileSync(`${folder}/inre/två.json`, caseFile('C4-sv'))
  await visit(page, '/inbox')
  const box = await page.locator('.drop').boundingBox()
  if (box === null) throw new Error('no place for files')
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + 20,
      y: box.y + 20,
      data: { items: [], files: [folder], dragOperationsMask: 1 },
    })
  await expect(page.locator('tbody tr')).toHaveCount(2)
  await expect(page.getByText(sv('inbox:skipped_one', { count: 1 }))).toHaveCount(0)
})
