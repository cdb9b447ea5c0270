import { createHash } from 'node:crypto'
import { deflateRawSync, deflateSync } from 'node:zlib'
import type { Locator, Page } from '@playwright/test'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import type { EvidenceFile } from '../../../src/domain/evidence/evidence.ts'
import { caseFileBytes } from '../../../src/exchange/caseFileBytes.ts'
import { bytesOfText, listed, PNG, withFiles } from '../../support/aFile.ts'
import { drawnPicture } from '../../support/aPicture.ts'
import { sealed } from '../../support/sealed.ts'
import { appIsThere, caseFile, expect, giveFile, heading, newCase, test, visit, wordsOf } from '../guide.ts'
import { onlyAbout } from '../ownHost.ts'
import { everythingKept } from './kept.ts'

const sv = wordsOf('sv')
const whole = caseFile('C1-sv')
const parsed = () => JSON.parse(whole) as CaseFile

const saved = (page: Page) => expect(page.locator('.status .on-wide')).toHaveText(sv('common:save.saved'))

/** The worked case with these files in it, whatever they claim to be, as the bytes of a file. */
const holding = (evidence: readonly EvidenceFile[], contents: readonly Uint8Array<ArrayBuffer>[]) =>
  Buffer.from(
    caseFileBytes(
      withFiles(parsed(), evidence),
      new Map(contents.map((bytes, at) => [evidence[at]?.sha256 ?? '', bytes] as const)),
    ),
  )

test('text that is encoded twice, and keys that reach into the page, are shown as they stand and not at all (F-02, F-09)', async ({
  page,
}) => {
  const twice = '&amp;lt;script&gt;alert(1)&amp;lt;/script&gt; &#60;b&#62; %3Cb%3E \\u003cb\\u003e'
  const file = parsed()
  Object.assign(file.answers.about, { company: twice })
  Object.assign(file.answers.request, { ask: twice })
  Object.assign(file.answers.scope.deliverables[0] ?? {}, { title: twice })
  const evil = JSON.stringify(file).replaceAll('{"', '{"__proto__":{"shown":"polluted"},"toString":"polluted","')
  await visit(page, '/review')
  await giveFile(page, 'underlag.json', evil)
  await expect(heading(page)).toContainText(twice)
  await expect(page.locator('.sheet')).toContainText(twice)
  expect(((await page.locator('main').textContent()) ?? '').split(twice).length).toBeGreaterThan(3)
  await expect(page.locator('body')).not.toContainText('polluted')
  expect(await page.locator('main script, main b').count()).toBe(0)
})

test('a small file that unpacks into a large one is stopped, and the own case stays as it was (F-18)', async ({
  page,
}) => {
  test.slow()
  // It is the limit of bytes that stops them here, not that of time, however busy the machine.
  await page.addInitScript(() => {
    const set = window.setTimeout
    window.setTimeout = ((work: () => void, wait = 0) => set(work, wait < 10_000 ? wait : wait * 10)) as typeof set
  })
  await newCase(page, sv)
  await page.getByLabel(sv('about:questions.company.label')).fill('Mitt eget')
  await saved(page)
  const before = await everythingKept(page)
  const zeros = new Uint8Array(64_000_000)
  const entry = (name: string, data: Uint8Array) => {
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(data.length, 18)
    head.writeUInt32LE(10, 22)
    head.writeUInt16LE(name.length, 26)
    return Buffer.concat([head, Buffer.from(name), data])
  }
  const packed = deflateSync(deflateSync(zeros))
  const pdf = Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Names << /EmbeddedFiles << /Names [(case.json) 2 0 R] >> >> >>\nendobj\n2 0 obj\n<< /UF (case.json) /EF << /F 3 0 R >> >>\nendobj\n3 0 obj\n<< /Filter [/FlateDecode /FlateDecode] /Length ${packed.length} >>\nstream\n`,
      'latin1',
    ),
    packed,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF', 'latin1'),
  ])
  const bombs = {
    'bomb.zip': entry('case.json', deflateRawSync(zeros)),
    'sida.zip': Buffer.concat([
      entry('case.json', deflateRawSync(Buffer.from(whole))),
      entry('evidence/../../../01-a.txt', deflateRawSync(zeros)),
      entry('evidence/01-a.txt', deflateRawSync(zeros)),
    ]),
    'bomb.pdf': pdf,
  }
  for (const at of ['/', '/review'])
    for (const [name, bytes] of Object.entries(bombs)) {
      await visit(page, '/help')
      await visit(page, at)
      const begun = performance.now()
      await giveFile(page, name, bytes)
      await expect(page.getByText(sv('review:notOpened', { name }))).toBeVisible({ timeout: 30_000 })
      await expect(page.getByText(sv('messages:tooComplex'))).toBeVisible()
      console.log(`${name} at ${at}: told after ${Math.round(performance.now() - begun)} ms`)
    }
  expect(await everythingKept(page)).toBe(before)
})

const NAMES = [
  ['../../x', '01-x.txt'],
  ['CON', '02-con.txt'],
  ['a\u202Egpj.exe', '03-a-gpj.txt'],
  ['.htaccess', '04-htaccess.txt'],
  [`${'lång'.repeat(1_250)}.txt`, `05-${'lang'.repeat(10)}.txt`],
] as const

test('files with dangerous names are shown for what they are, and saved under names of ours (F-19)', async ({
  page,
}) => {
  const contents = NAMES.map(([name]) => bytesOfText(`Innehållet i ${name.slice(0, 12)}`))
  const evidence = NAMES.map(([name], at) => ({
    ...listed(`f${at}`, 'a.txt', contents[at] ?? new Uint8Array()),
    name,
  }))
  await page.setViewportSize({ width: 320, height: 800 })
  await visit(page, '/review')
  await giveFile(page, 'underlag.json', holding(evidence, contents))
  const lines = page.locator('.sheet .files > .file')
  await expect(lines).toHaveCount(NAMES.length)
  // What cannot be seen of the third is marked, and what follows stands where it was written.
  await expect(lines.nth(2).locator('.odd-code').first()).toHaveText('U+202E')
  await expect(lines.nth(2).locator('.own').first()).toContainText('gpj.exe')
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(sideways).toBeLessThanOrEqual(0)
  for (const [at, [, ours]] of NAMES.entries()) {
    const downloading = page.waitForEvent('download')
    await lines.nth(at).getByRole('button').click()
    expect((await downloading).suggestedFilename()).toBe(ours)
  }
})

for (const [kind, text] of [
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="document.title=1"><script>alert(1)</script></svg>'],
  ['HTML', '<!doctype html><img src=x onerror="document.title=1"><script>alert(1)</script>'],
] as const)
  test(`${kind} that says it is PNG is told as damaged and never shown (F-20)`, async ({ page }) => {
    const bytes = bytesOfText(text)
    const good = bytesOfText('en rad')
    // Its size and its checksum are right, so that the content alone gives it away.
    const lying = {
      ...listed('f1', 'skärm.png', PNG),
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }
    await visit(page, '/review')
    await giveFile(page, 'underlag.json', holding([lying, listed('f2', 'logg.txt', good)], [bytes, good]))
    await expect(page.getByText(sv('evidence:list.damaged', { name: 'skärm.png' }))).toBeVisible()
    const [first, second] = [0, 1].map((at) => page.locator('.sheet .files > .file').nth(at))
    // The other file is at hand, and this one would be by now.
    await expect(second?.getByRole('button') as Locator).toBeVisible()
    await expect(first?.getByRole('button') as Locator).toHaveCount(0)
    expect(await page.locator('main img, main iframe, main object, main embed').count()).toBe(0)
    expect(await page.title()).not.toBe('1')
  })

/** A PNG of one colour, whose pixels would take 1.6 gigabytes and more. */
function hugePicture(side: number): Buffer {
  const table = Array.from({ length: 256 }, (_, at) => {
    let value = at
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
    return value >>> 0
  })
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
    let sum = 0xffffffff
    for (const byte of body) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length, 0)
    ends.writeUInt32BE((sum ^ 0xffffffff) >>> 0, 4)
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 1
  const rows = Buffer.alloc((1 + Math.ceil(side / 8)) * side)
  return Buffer.concat([
    PNG.subarray(0, 8),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('pictures of 40,000 by 40,000 pixels and of 10,000 by 10,000 are kept and not drawn, by the customer and by the reader (F-21)', async ({
  page,
}) => {
  // Every picture that is drawn on a canvas or unpacked by the page is counted.
  await page.addInitScript(() => {
    const seen = globalThis as unknown as { unpacked: number }
    seen.unpacked = 0
    const make = globalThis.createImageBitmap
    globalThis.createImageBitmap = ((...given: Parameters<typeof make>) => {
      seen.unpacked += 1
      return make(...given)
    }) as typeof make
  })
  // The larger one is refused by the browser itself, the other would take 400 MB of it.
  const pictures = [40_000, 10_000].map((side) => ({
    name: `${side}.png`,
    bytes: new Uint8Array(hugePicture(side)),
  }))
  const file = parsed()
  const [example] = file.answers.examples.items
  await visit(page, '/')
  await giveFile(page, 'underlag.json', whole)
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  await visit(page, `/case/${file.caseId}/examples.items/${example?.id}/example`)
  await page
    .locator('input[type=file]')
    .setInputFiles(pictures.map(({ name, bytes }) => ({ name, mimeType: 'image/png', buffer: Buffer.from(bytes) })))
  const lines = page.locator('.files > .file')
  await expect(lines.getByText(sv('evidence:notShown'))).toHaveCount(2)
  await expect(lines.locator('img')).toHaveCount(0)
  await lines
    .nth(1)
    .getByRole('button', { name: sv('evidence:cover.open') })
    .click()
  await expect(lines.locator('.cover').getByText(sv('evidence:notShown'))).toBeVisible()
  await expect(lines.locator('img')).toHaveCount(0)

  await visit(page, '/review')
  const evidence = pictures.map(({ name, bytes }, at) => listed(`f${at}`, name, bytes))
  await giveFile(
    page,
    'underlag.json',
    holding(
      evidence,
      pictures.map(({ bytes }) => bytes),
    ),
  )
  const read = page.locator('.sheet .files > .file')
  await expect(read.getByText(sv('evidence:notShown'))).toHaveCount(2)
  await expect(read.locator('img')).toHaveCount(0)
  const downloading = page.waitForEvent('download')
  await read.first().getByRole('button').click()
  expect((await downloading).suggestedFilename()).toBe('01-40000.png')
  expect(await page.evaluate(() => (globalThis as unknown as { unpacked: number }).unpacked)).toBe(0)
})

test('a file or reply of a case that is here changes nothing before a choice, and a reply comes once (F-25)', async ({
  page,
}) => {
  await visit(page, '/')
  await giveFile(page, 'underlag.json', whole)
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  const { caseId } = parsed()
  await visit(page, `/case/${caseId}/about/company`)
  await page.getByLabel(sv('about:questions.company.label')).fill('Min version')
  await saved(page)
  await visit(page, '/')
  const before = await everythingKept(page)
  const other = parsed()
  Object.assign(other.answers.about, { company: 'Deras version' })
  const reply = (about: string, replyId = 'r-1') =>
    JSON.stringify({
      format: 'partner-escalation-reply',
      formatVersion: 1,
      minReader: 1,
      replyId,
      caseId: about,
      revision: 1,
      digest: 'a'.repeat(64),
      writtenOn: '2026-11-24',
      language: 'sv',
      from: 'Karin Ek',
      verdict: 'needMore',
      reason: null,
      note: null,
      questions: [],
      nextWordBy: null,
    })

  await giveFile(page, 'underlag.json', JSON.stringify(sealed(other)))
  await expect(page.getByText(sv('start:same.heading'))).toBeVisible()
  expect(await everythingKept(page)).toBe(before)
  await giveFile(page, 'svar.json', reply('nowhere'))
  await expect(page.getByText(sv('reply:own.notHere'))).toBeVisible()
  expect(await everythingKept(page)).toBe(before)

  await giveFile(page, 'svar.json', reply(caseId))
  await expect(page.getByRole('heading', { name: sv('reply:own.from', { name: 'Karin Ek' }) })).toBeVisible()
  const placed = await everythingKept(page)
  expect(placed).not.toBe(before)
  await visit(page, '/')
  await giveFile(page, 'svar.json', reply(caseId))
  await expect(page.getByText(sv('reply:own.again'))).toBeVisible()
  expect(await everythingKept(page)).toBe(placed)
})

test('a file that is opened while the case before it is still being saved, is kept, and so is that case (F-27)', async ({
  page,
}) => {
  await newCase(page, sv)
  await saved(page)
  // Nothing is written before this is let go: a transaction of another connection is open on every store.
  await page.evaluate(async () => {
    const [{ name = '' } = {}] = await indexedDB.databases()
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(name)
      opening.onsuccess = () => resolve(opening.result)
    })
    const stores = [...database.objectStoreNames]
    const transaction = database.transaction(stores, 'readwrite')
    const window_ = globalThis as unknown as { letGo: () => void }
    let isHeld = true
    window_.letGo = () => {
      isHeld = false
    }
    const hold = () => {
      const asked = transaction.objectStore(stores[0] ?? '').count()
      asked.onsuccess = () => {
        if (isHeld) hold()
        else database.close()
      }
    }
    hold()
  })
  await page.getByLabel(sv('about:questions.company.label')).fill('Sparas ännu')
  await expect(page.locator('.status .on-wide')).toHaveText(sv('common:save.saving'))
  await page.evaluate(() => {
    window.location.hash = '#/'
  })
  await heading(page)
    .filter({ hasText: sv('start:heading') })
    .waitFor()
  await giveFile(page, 'underlag.json', whole)
  await page.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo())
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  await page.reload()
  await visit(page, '/')
  await expect(page.getByRole('link', { name: sv('start:resume', { company: 'Sparas ännu' }) })).toBeVisible()
  await expect(page.getByRole('link', { name: sv('start:resume', { company: 'Nordfjäll Friluft AB' }) })).toBeVisible()
})

test('a worker that hangs is stopped after ten seconds, while the page answers (F-29)', async ({ page }) => {
  await page.route('**/open.worker-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => { for (;;); }' }),
  )
  await page.clock.install()
  await visit(page, '/review')
  await giveFile(page, 'underlag.json', whole.slice(0, 1_000))
  await expect(page.getByText(`${sv('common:reading')} ${sv('common:cancel')}`, { exact: true })).toBeVisible()
  await page.clock.fastForward(9_000)
  await expect(page.getByText(`${sv('common:reading')} ${sv('common:cancel')}`, { exact: true })).toBeVisible()
  // The page answers meanwhile.
  await page.getByRole('link', { name: sv('inbox:link') }).focus()
  await expect(page.getByRole('link', { name: sv('inbox:link') })).toBeFocused()
  await page.clock.fastForward(2_000)
  await expect(page.getByText(sv('messages:tooLong'))).toBeVisible()
  // With a worker that works, the next file opens without a reload.
  await page.unroute('**/open.worker-*.js')
  await giveFile(page, 'underlag.json', whole)
  await expect(heading(page)).toContainText('Nordfjäll Friluft AB')
})

test('a file that takes long to read can be given up, and another one opened', async ({ page }) => {
  await page.route('**/open.worker-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => { for (;;); }' }),
  )
  for (const [address, opened] of [
    ['/review', 'Nordfjäll Friluft AB'],
    ['/', sv('start:tasks.heading')],
  ] as const) {
    await visit(page, address)
    await giveFile(page, 'underlag.json', whole.slice(0, 1_000))
    await page.getByRole('button', { name: sv('common:cancel') }).click()
    await expect(page.getByText(sv('common:reading'))).toBeHidden()
    await page.unroute('**/open.worker-*.js')
    await giveFile(page, 'underlag.json', whole)
    await expect(heading(page)).toContainText(opened)
    await page.route('**/open.worker-*.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'onmessage = () => { for (;;); }' }),
    )
  }
})

test('a picture that cannot be changed because a part of the app does not come, says so and stays as it was', async ({
  page,
  trouble,
}) => {
  const file = parsed()
  const [example] = file.answers.examples.items
  await visit(page, '/')
  await giveFile(page, 'underlag.json', whole)
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  const at = `/case/${file.caseId}/examples.items/${example?.id}/example`
  await visit(page, at)
  const picture = { name: 'order.png', mimeType: 'image/png', buffer: await drawnPicture(page, 80, 60, 'image/png') }
  await page.locator('input[type=file]').setInputFiles(picture)
  const line = page.locator('.files > .file')
  await line.getByRole('img').waitFor()
  await saved(page)
  const before = await everythingKept(page)
  await page.route('**/browserFileTools-*.js', (route) => route.abort())
  await page.reload()
  await line.getByRole('img').waitFor()
  await line.getByRole('button', { name: sv('evidence:cover.open') }).click()
  await line.getByRole('button', { name: sv('evidence:cover.add') }).click()
  await line.getByRole('button', { name: sv('evidence:cover.save') }).click()
  await expect(line.getByRole('alert')).toHaveText(sv('evidence:cover.failed'))
  await expect(line.getByRole('button', { name: sv('evidence:cover.save') })).toBeEnabled()
  expect(await everythingKept(page)).toEqual(before)
  onlyAbout(trouble, /net::ERR_FAILED/)
})

test('where nothing comes that reads files, each door says so and takes the next file', async ({ page, trouble }) => {
  // Neither the worker nor what stands in for it.
  await page.route(/\/(?:open\.worker|readIn\.worker|importCase|readIn)-[\w-]+\.js$/, (route) => route.abort())
  await visit(page, '/')
  await appIsThere(page)
  await giveFile(page, 'C1-sv.json', whole)
  const told = page.getByRole('status').filter({ hasText: sv('messages:notStarted') })
  await expect(told).toBeVisible()
  await visit(page, '/review')
  await giveFile(page, 'C1-sv.json', whole)
  await expect(told).toBeVisible()
  await visit(page, '/inbox')
  const file = { name: 'C1-sv.json', mimeType: 'application/json', buffer: Buffer.from(whole) }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await expect(page.getByText(sv('inbox:skipped_one', { count: 1 }))).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await page.unrouteAll()
  await page.locator('input[type=file]').first().setInputFiles(file)
  await expect(page.getByRole('link', { name: /Nordfjäll/ })).toBeVisible()
  onlyAbout(trouble, /net::ERR_FAILED/)
})
