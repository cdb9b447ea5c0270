import { readFileSync } from 'node:fs'
import { readPdf } from '../../src/exchange/pdf/read/readPdf.ts'
import { caseFile, expect, giveFile, heading, wordsOf } from './guide.ts'
import { goOffline, notice, openAndKeep, test } from './ownHost.ts'

const sv = wordsOf('sv')
const en = wordsOf('en')

test('after the first visit everything works without a connection, in both languages, and a PDF is made', async ({
  page,
  context,
  host,
}) => {
  await openAndKeep(page, host)
  await goOffline(context, host)
  await page.reload()
  await expect(notice(page)).toHaveText(sv('offline:offline.works'))
  await page.getByRole('button', { name: sv('offline:close') }).click()
  await expect(notice(page)).toBeHidden()

  // Written, read back, handed over.
  await giveFile(page, 'underlag.json', caseFile('C1-sv'))
  await expect(page).toHaveURL(/\/case\//)
  const address = page.url().split('#')[1]?.split('/').slice(0, 3).join('/') ?? ''
  await page.goto(`${host.address}#${address}/hand-over`)
  // Said again where somebody is about to send something.
  await expect(notice(page)).toHaveText(sv('offline:offline.works'))
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /PDF$/ }).first().click()
  const bytes = readFileSync(await (await downloading).path())
  expect(readPdf(bytes)).toMatchObject({ ok: true })

  // A page and a language that nobody has opened before.
  await page.getByRole('button', { name: 'English' }).click()
  await page.goto(`${host.address}#/help`)
  await expect(heading(page)).toHaveText(en('help:heading'))
})
