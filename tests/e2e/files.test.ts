import { readFileSync } from 'node:fs'
import { replyChecksum } from '../../src/domain/reply/reply.ts'
import { readPdf } from '../../src/exchange/pdf/read/readPdf.ts'
import { sha256 } from '../../src/exchange/sha256.ts'
import { aReply } from '../support/aReply.ts'
import { withAnswers } from '../support/everyText.ts'
import { caseFile, expect, giveFile, heading, newCase, takeAsOwn, test, visit, wordsOf } from './guide.ts'
import { textOfPages } from './printed.ts'

const sv = wordsOf('sv')
const whole = caseFile('C1-sv')

const BAD_FILES: readonly [name: string, content: string | Buffer, message: string][] = [
  ['tom.json', '', 'empty'],
  ['avkortad.json', whole.slice(0, 2_000), 'truncated'],
  ['text.json', 'hej', 'wrongFile'],
  ['annat.json', '{"format":"something else"}', 'wrongFile'],
  ['trasig.json', '{"format": oj}', 'notJson'],
  ['bild.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'wrongFile'],
  ['sida.json', '<!doctype html>', 'wrongFile'],
  ['fil.pdf', '%PDF-1.7', 'isPdf'],
  ['fil.zip', Buffer.from([0x50, 0x4b, 3, 4]), 'isZip'],
  ['utf16.json', Buffer.from('\ufeff{}', 'utf16le'), 'encoding'],
  ['djup.json', `{"a":${'['.repeat(100_000)}`, 'tooComplex'],
  [
    'nyare.json',
    whole.replace(/"formatVersion": \d/, '"formatVersion": 9').replace('"minReader": 1', '"minReader": 9'),
    'newer',
  ],
  ['fel.json', whole.replace('"2026-11-12"', '"2026-02-30"'), 'shape'],
  ['typ.json', whole.replace('"Nordfjäll Friluft AB"', '{"a":1}'), 'shape'],
]

for (const [at, tag] of [
  ['/', ''],
  ['/review', ' @deep'],
] as const)
  test(`${at} says of each bad file what is wrong and what to do, and touches nothing (F-01, F-04, F-06)${tag}`, async ({
    page,
  }) => {
    test.slow()
    await newCase(page, sv)
    await page.getByLabel(sv('about:questions.company.label')).fill('Mitt eget')
    for (const [name, content, message] of BAD_FILES)
      await test.step(name, async () => {
        await visit(page, at)
        await giveFile(page, name, content)
        await expect(page.getByText(sv('review:notOpened', { name }))).toBeVisible()
        await expect(page.getByText(sv(`messages:${message}`))).toBeVisible()
      })
    await visit(page, '/')
    await expect(page.getByRole('link', { name: /^Fortsätt: / })).toHaveCount(1)
    await page.getByRole('link', { name: sv('start:resume', { company: 'Mitt eget' }) }).click()
    await expect(page.getByLabel(sv('about:questions.company.label'))).toHaveValue('Mitt eget')
  })

test('a file of 100 MB is refused without being read (F-15) @deep', async ({ page }, info) => {
  const path = info.outputPath('stor.json')
  const { open } = await import('node:fs/promises')
  const file = await open(path, 'w')
  await file.truncate(100 * 1024 * 1024)
  await file.close()
  await visit(page, '/review')
  await page.locator('input[type=file]').setInputFiles(path)
  await expect(page.getByText(sv('messages:tooBig', { max: '60\u00a0MB' }))).toBeVisible()
})

test('a folder is told from a file @deep', async ({ page }) => {
  await visit(page, '/review')
  await page.locator('.drop').evaluate((area) => {
    const transfer = new DataTransfer()
    // What a dropped folder is to a page: a file whose bytes cannot be read.
    const folder = new File([], 'mapp')
    Object.defineProperty(folder, 'arrayBuffer', {
      value: () => Promise.reject(new DOMException('', 'NotFoundError')),
    })
    transfer.items.add(folder)
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer })
    Object.defineProperty(event, 'dataTransfer', { value: { files: [folder] } })
    area.dispatchEvent(event)
  })
  await expect(page.getByText(sv('messages:unreadable', { name: 'mapp' }))).toBeVisible()
})

test('a case is opened by dropping and by pasting the file', async ({ page }) => {
  for (const kind of ['drop', 'paste'] as const) {
    await visit(page, '/help')
    await visit(page, '/review')
    await page.locator('.drop').evaluate(
      (area, given) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([given.content], 'fall.json', { type: 'application/json' }))
        const event =
          given.kind === 'drop'
            ? new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer })
            : new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: transfer })
        area.dispatchEvent(event)
      },
      { kind, content: whole },
    )
    await expect(heading(page)).toContainText('Nordfjäll Friluft AB')
  }
})

test('a file that is dropped beside the place for it does not replace the page (F-26)', async ({ page }) => {
  await visit(page, '/help')
  const stopped = await page.locator('h1').evaluate((element) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['{}'], 'x.json'))
    return !element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
  })
  expect(stopped).toBe(true)
})

test('a review keeps nothing, and a changed file says so (F-24)', async ({ page }) => {
  await visit(page, '/review')
  await giveFile(page, 'ändrad.json', whole.replace('Kvistbro', 'Grenbro'))
  await expect(page.getByText(sv('review:changed'))).toBeVisible()
  await page.getByRole('button', { name: sv('review:close') }).click()
  await expect(heading(page)).toHaveText(sv('review:heading'))
  await visit(page, '/')
  await expect(page.getByText(sv('start:cases'))).toHaveCount(0)
})

/** As a program writes it that takes UTF-8 for an older way of writing letters. */
const broken = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

test('F-31 a file that was changed on its way is told of at every door, with what can be seen of it @deep', async ({
  page,
}) => {
  const seen = sv('review:changedLetters', { text: broken('Nordfjäll Friluft AB') })
  await visit(page, '/')
  await giveFile(page, 'kopia.json', broken(whole))
  await expect(page.getByText(sv('review:changed'))).toContainText(seen)
  await expect(page.getByText(sv('start:changedOwn'))).toBeVisible()
  // Nothing is kept of it before it is asked for.
  expect(page.url()).not.toContain('/case/')
  await page.reload()
  await expect(page.getByText(sv('start:cases'))).toHaveCount(0)
  await giveFile(page, 'kopia.json', broken(whole))
  await page.getByRole('button', { name: sv('start:openFaulty') }).click()
  await page.waitForURL(/case/)

  await visit(page, '/review')
  await giveFile(page, 'kopia.json', broken(whole))
  await expect(page.getByText(sv('review:changed'))).toContainText(seen)

  await visit(page, '/inbox')
  await expect(page.locator('table.inbox')).toContainText(sv('inbox:changed'))
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'C4-sv.json',
      mimeType: 'application/json',
      buffer: Buffer.from(caseFile('C4-sv')),
    })
  await expect(page.locator('table.inbox tbody tr')).toHaveCount(2)
  await expect(page.getByText(sv('inbox:changed'))).toHaveCount(1)
})

test('F-31 a reply that was changed on its way is told of at every door, and not placed @deep', async ({ page }) => {
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', whole)
  await page.waitForURL(/case/)
  const own = page.url().split('#')[1]
  const { caseId } = JSON.parse(whole)
  const written = {
    ...aReply({ id: caseId }, { note: 'Vi hör av oss på måndag, även om det är för tidigt.' }),
  }
  const reply = JSON.stringify({ ...written, checksum: replyChecksum(written, sha256) })
  for (const door of ['/', `${own}/reply`, '/review']) {
    await visit(page, door)
    await giveFile(page, 'svar.json', broken(reply))
    await expect(page.getByText(sv('messages:replyChanged'))).toBeVisible()
  }
  await visit(page, `${own}/reply`)
  await giveFile(page, 'svar.json', reply)
  await expect(page.getByText(written.note ?? '').first()).toBeVisible()
})

test('a file of a newer version is read as far as it is known, and not taken as one’s own (F-05) @deep', async ({
  page,
}) => {
  const newer = whole
    .replace(/"formatVersion": \d/, '"formatVersion": 9')
    .replace('"minReader": 1', '"minReader": 1,\n "mood": 1')
  await visit(page, '/review')
  await giveFile(page, 'nyare.json', newer)
  await expect(page.getByText(sv('review:newer_one', { count: 1 }))).toBeVisible()
  await visit(page, '/')
  await giveFile(page, 'nyare.json', newer)
  await expect(page.getByText(sv('start:readOnly'))).toBeVisible()
})

test('a copy goes on in another browser, with everything in it', async ({ page, browser }) => {
  const address = await newCase(page, sv)
  await page.getByLabel(sv('about:questions.company.label')).fill('Nordfjäll')
  await page.getByLabel(sv('about:questions.email.label')).fill('inte en adress')
  await visit(page, address)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: sv('common:download.copy') }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^copy-nordfjall-\d{4}-\d\d-\d\d-r0\.json$/)
  await expect(page.getByText(sv('start:tasks.noCopy'))).toBeVisible()
  await page.getByRole('button', { name: sv('common:yes'), exact: true }).click()
  await expect(page.getByText(sv('start:tasks.noCopy'))).toHaveCount(0)
  const bytes = readFileSync(await download.path())

  const elsewhere = await browser.newContext({ locale: 'sv-SE', baseURL: page.url().split('#')[0] ?? '' })
  const other = await elsewhere.newPage()
  await visit(other, '/')
  await giveFile(other, 'kopia.json', bytes)
  await expect(heading(other)).toHaveText(sv('start:tasks.heading'))
  expect(other.url()).toContain(address)
  await visit(other, `${address}/about/company`)
  await expect(other.getByLabel(sv('about:questions.company.label'))).toHaveValue('Nordfjäll')
  await expect(other.getByLabel(sv('about:questions.email.label')).first()).toHaveValue('inte en adress')
  await elsewhere.close()
})

test('opening a file of a case that is here changes nothing before a choice, and loses neither after (F-25)', async ({
  page,
}) => {
  await visit(page, '/')
  await giveFile(page, 'a.json', whole)
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  const address = page.url().split('#')[1] ?? ''
  await visit(page, `${address}/about/company`)
  await page.getByLabel(sv('about:questions.company.label')).fill('Min version')
  await visit(page, '/')
  await giveFile(page, 'a.json', whole)
  await expect(page.getByText(sv('start:same.heading'))).toBeVisible()
  await expect(page.getByRole('link', { name: 'Fortsätt: Min version' })).toBeVisible()
  await page.getByRole('button', { name: sv('start:same.continue') }).click()
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  await visit(page, '/')
  await expect(page.getByRole('link', { name: 'Fortsätt: Min version' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Fortsätt: Nordfjäll Friluft AB' })).toBeVisible()
})

test('a byte that goes wrong on the way means that the file is not done @deep', async ({ page }) => {
  const address = await newCase(page, sv)
  await page.getByLabel(sv('about:questions.company.label')).fill('Nordfjäll')
  await page.evaluate(() => {
    const read = Blob.prototype.arrayBuffer
    Blob.prototype.arrayBuffer = async function (this: Blob) {
      const bytes = new Uint8Array(await read.call(this))
      const at = new TextDecoder('latin1').decode(bytes).indexOf('Nordf')
      bytes[at] = 0x4d
      return bytes.buffer
    }
  })
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `${address}/hand-over`)
  let downloads = 0
  page.on('download', () => {
    downloads += 1
  })
  await page.getByText(sv('handOver:others.heading')).click()
  await page.getByRole('button', { name: sv('handOver:plain') }).click()
  await expect(page.locator('.banner.problem')).toHaveText(sv('common:download.broken'))
  await expect(heading(page)).toHaveText(sv('handOver:heading'))
  expect(downloads).toBe(0)
})

test('a byte that goes wrong in the PDF means that the file is not done, and the revision does not rise @deep', async ({
  page,
}) => {
  const address = await newCase(page, sv)
  await page.getByLabel(sv('about:questions.company.label')).fill('Nordfjäll')
  await page.evaluate(() => {
    const read = Blob.prototype.arrayBuffer
    Blob.prototype.arrayBuffer = async function (this: Blob) {
      const bytes = new Uint8Array(await read.call(this))
      const text = new TextDecoder('latin1').decode(bytes)
      // In the middle of the embedded case, which stands first.
      if (text.startsWith('%PDF')) bytes.fill(0x58, text.indexOf('stream') + 200, text.indexOf('stream') + 201)
      return bytes.buffer
    }
  })
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `${address}/hand-over`)
  let downloads = 0
  page.on('download', () => {
    downloads += 1
  })
  await page.getByRole('button', { name: sv('handOver:anywayAs.pdf') }).click()
  await expect(page.locator('.banner.problem')).toHaveText(sv('common:download.broken'))
  expect(downloads).toBe(0)
})

test('the same case comes as plain JSON, too, and opens with the same answers @deep', async ({ page }) => {
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', whole)
  await page.waitForURL(/case/)
  await visit(page, `${page.url().split('#')[1]}/hand-over`)
  const downloading = page.waitForEvent('download')
  await page.getByText(sv('handOver:others.heading')).click()
  await page.getByRole('button', { name: sv('handOver:plain') }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^case-nordfjall-friluft-ab-[0-9-]+-r\d+\.json$/)
  const written = JSON.parse(readFileSync(await download.path(), 'utf8'))
  // Questions that are newer than the file are there without an answer.
  expect(written.answers).toMatchObject(JSON.parse(whole).answers)
})

test('what a PDF draws as boxes is said before it is made, and is whole in the file @deep', async ({ page }) => {
  const file = JSON.parse(whole)
  const hardReason = 'Sambandet med 店 och متجر 😷 ✅'
  Object.assign(file.answers.request, { hardReason })
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', JSON.stringify(withAnswers(file, file.answers)))
  await page.waitForURL(/case/)
  const address = page.url().split('#')[1]
  await visit(page, `${address}/hand-over`)
  const listed = '店 م ت ج ر 😷'
  await expect(page.getByText(sv('handOver:boxes_other', { count: 6, list: listed }))).toBeVisible()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: sv('handOver:makeAs.pdf') }).click()
  const read = readPdf(readFileSync(await (await downloading).path()))
  if (!read.ok) throw new Error(read.reason)
  expect(JSON.parse(new TextDecoder().decode(read.embedded.main)).answers.request.hardReason).toBe(hardReason)
})

test('a PDF is made in the language of its reader, whichever language the screen speaks @deep', async ({ page }) => {
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', whole)
  await page.waitForURL(/case/)
  await visit(page, `${page.url().split('#')[1]}/hand-over`)
  await page.getByRole('radio', { name: 'English' }).check()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: sv('handOver:makeAs.pdf') }).click()
  const pdf = readFileSync(await (await downloading).path())
  const [first = ''] = await textOfPages(pdf)
  expect(first).toContain(wordsOf('en')('sheet:ask'))
  expect(first).toContain(JSON.parse(whole).answers.request.ask.slice(0, 40))
  await expect(heading(page)).toHaveText(sv('handOver:ready'))
})

test('versions to read only have no case inside, and the one for the partner nothing that is not for them @deep', async ({
  page,
}) => {
  const file = JSON.parse(whole)
  Object.assign(file.answers.request, {
    ask: 'HEMLIG-ask',
    ourSide: 'HEMLIG-ours',
    hardReason: 'HEMLIG-reason',
  })
  Object.assign(file.answers.request, {
    summary: 'HEMLIG-summary',
    whyAnyway: 'HEMLIG-why',
    settledWhen: 'HEMLIG-when',
  })
  Object.assign(file.answers.about, { adobeContact: 'HEMLIG-contact', adobeProject: 'HEMLIG-project' })
  Object.assign(file.answers.examples.items[0], { impact: 'HEMLIG-impact', evidenceText: 'HEMLIG-file' })
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', JSON.stringify(withAnswers(file, file.answers)))
  await page.waitForURL(/case/)
  await visit(page, `${page.url().split('#')[1]}/hand-over`)
  await page.getByText(sv('handOver:others.heading')).click()
  for (const version of ['reading', 'partner'] as const) {
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: sv(`handOver:others.${version}`) }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(new RegExp(`^${version}-nordfjall.*\\.pdf$`))
    const bytes = readFileSync(await download.path())
    expect(readPdf(bytes)).toEqual({ ok: false, reason: 'isPdf' })
    const text = (await textOfPages(bytes)).join(' ')
    expect(text).toContain('Lagersaldo från ERP')
    expect(text).not.toContain('Revision')
    if (version === 'reading') expect(text).toContain('HEMLIG-ask')
    else expect(text).not.toContain('HEMLIG')
    await expect(page.getByText(sv('handOver:others.made', { name: download.suggestedFilename() }))).toBeVisible()
  }
})

test('a file is locked with a passphrase, says nothing from outside, and opens with it and no other', async ({
  page,
}) => {
  test.slow()
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', whole)
  await page.waitForURL(/case/)
  await visit(page, `${page.url().split('#')[1]}/hand-over`)
  await page.getByText(sv('handOver:lock.heading')).click()
  const field = page.getByLabel(sv('handOver:lock.label'))
  const offered = await field.inputValue()
  await field.fill('kort')
  await page.getByRole('button', { name: sv('handOver:lock.download') }).click()
  await expect(page.getByText(sv('handOver:lock.tooShort', { count: 12 }))).toBeVisible()
  await field.fill(offered)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: sv('handOver:lock.download') }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('case-locked.pdf')
  await expect(page.getByText(sv('handOver:lock.tell'))).toBeVisible()
  await expect(page.getByText(offered, { exact: true })).toBeVisible()
  // The mail goes with the file, and says no more than its cover.
  await expect(page.locator('.copy-text .own')).not.toContainText(/Nordfj|Kvistbro|ERP/)
  const bytes = readFileSync(await download.path())
  const carried = readPdf(bytes)
  if (!carried.ok) throw new Error(carried.reason)
  const outside = `${(await textOfPages(bytes)).join(' ')} ${new TextDecoder().decode(carried.embedded.main)}`
  expect(outside).not.toMatch(/Nordfj|Kvistbro/)

  await visit(page, '/review')
  await giveFile(page, 'case-locked.pdf', bytes)
  await page.getByLabel(sv('messages:locked.label')).fill(`${offered}x`)
  await page.getByRole('button', { name: sv('messages:locked.open') }).click()
  await expect(page.getByText(sv('messages:locked.wrong'))).toBeVisible()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('passphrase')
  await page.getByLabel(sv('messages:locked.label')).fill(offered)
  await page.getByRole('button', { name: sv('messages:locked.open') }).click()
  await expect(heading(page)).toContainText('Nordfjäll Friluft AB')
})

test('making a PDF is cancelled, and nothing comes of it @slow', async ({ page }) => {
  const file = JSON.parse(whole)
  const [example] = file.answers.examples.items
  file.answers.examples.items = Array.from({ length: 3000 }, (_, at) => ({
    ...example,
    id: `e${at}`,
    code: at + 1,
  }))
  await visit(page, '/')
  await giveFile(page, 'C1-sv.json', JSON.stringify(withAnswers(file, file.answers)))
  await page.waitForURL(/case/)
  await visit(page, `${page.url().split('#')[1]}/hand-over`)
  let downloads = 0
  page.on('download', () => {
    downloads += 1
  })
  await page.getByRole('button', { name: sv('handOver:makeAs.pdf') }).click()
  await page.getByRole('button', { name: sv('common:cancel') }).click()
  await expect(page.getByRole('button', { name: sv('handOver:makeAs.pdf') })).toBeEnabled()
  expect(downloads).toBe(0)
})

test('a PDF that was printed again says that the case is not in it', async ({ page }) => {
  await visit(page, '/checklist')
  const printed = await page.pdf()
  await visit(page, '/review')
  await giveFile(page, 'utskrift.pdf', printed)
  await expect(page.getByText(sv('messages:isPdf'))).toBeVisible()
})

test('the schema of the files is served beside the app', async ({ page, request }) => {
  const response = await request.get('case.schema.json')
  const schema = (await response.json()) as { title: string; properties: Record<string, unknown> }
  expect(schema.properties).toHaveProperty('answers')
  await visit(page, '/')
})

test.describe('a summary that was handed over, on the start page', () => {
  const given = { name: 'case.json', mimeType: 'application/json', buffer: Buffer.from(whole) }
  const { caseId } = JSON.parse(whole)

  test('asks whose it is before anything is kept, and goes on as one’s own', async ({ page }) => {
    await visit(page, '/')
    await page.locator('input[type=file]').setInputFiles(given)
    await expect(page.getByRole('heading', { name: sv('start:handedOver.heading') })).toBeFocused()
    await page.reload()
    await heading(page).waitFor()
    await expect(page.getByText(sv('start:cases'))).toHaveCount(0)
    await page.locator('input[type=file]').setInputFiles(given)
    await takeAsOwn(page, sv)
    await page.waitForURL(new RegExp(caseId))
    // Now it is here, and the question is another one.
    await visit(page, '/')
    await page.locator('input[type=file]').setInputFiles(given)
    await expect(page.getByText(sv('start:same.heading'))).toBeVisible()
  })

  test('is read by an account manager, and becomes no case of this browser', async ({ page }) => {
    await visit(page, '/')
    await page.locator('input[type=file]').setInputFiles(given)
    await page.getByRole('button', { name: sv('start:handedOver.read') }).click()
    await page.locator('.sheet-front').waitFor()
    expect(page.url()).toMatch(/#\/review$/)
    await visit(page, '/')
    await expect(page.getByText(sv('start:cases'))).toHaveCount(0)
  })

  test('is taken wherever on the page it is dropped, once @deep', async ({ page }) => {
    await visit(page, '/')
    await page.locator('.drop').waitFor()
    for (const at of ['h1', '.drop']) {
      await page.locator(at).evaluate((area, text) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([text], 'case.json', { type: 'application/json' }))
        area.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
      }, whole)
      await expect(page.getByRole('heading', { name: sv('start:handedOver.heading') })).toHaveCount(1)
      await page.reload()
      await page.locator('.drop').waitFor()
    }
  })
})
