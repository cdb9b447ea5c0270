import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { CaseFile } from '../../src/domain/case/caseFile.ts'
import { pictureFacts } from '../../src/exchange/evidence/imageMetadata.ts'
import { openCaseFile } from '../../src/exchange/importCase.ts'
import { drawnPicture, tightlyPacked, withPosition } from '../support/aPicture.ts'
import { caseFile, expect, giveFile, heading, takeAsOwn, test, visit, wordsOf } from './guide.ts'

const sv = wordsOf('sv')
const whole = JSON.parse(caseFile('C1-sv')) as CaseFile
const [example, second] = whole.answers.examples.items
if (example === undefined || second === undefined) throw new Error('the case has no examples')

const base = `/case/${whole.caseId}`
const whenPage = `${base}/examples.items/${example.id}/example`

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

interface Chosen {
  name: string
  mimeType: string
  buffer: Buffer
}
const textFile = (name: string, text: string): Chosen => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

/** The worked case, opened as one's own, at the page of its first example that takes files. */
async function atExample(page: Page) {
  await visit(page, '/')
  await giveFile(page, 'underlag.json', JSON.stringify(whole))
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  await visit(page, whenPage)
  await page
    .getByRole('button', { name: sv('evidence:choose') })
    .or(page.getByText(sv('evidence:choose')))
    .first()
    .waitFor()
}

const choose = (page: Page, files: readonly Chosen[]) => page.locator('input[type=file]').setInputFiles([...files])

const fileLine = (page: Page, name: string) => page.locator('.files > li').filter({ hasText: name })

/** What the browser keeps of the files of the case: their checksums, and their bytes as base64 where they are few. */
const storedFiles = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ sha256: string; base64: string }[]>((resolve, reject) => {
        const opening = indexedDB.open('case-v1')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const asking = opening.result.transaction('blobs').objectStore('blobs').getAll()
          asking.onsuccess = () => {
            opening.result.close()
            const textOf = (bytes: Uint8Array) => {
              let text = ''
              if (bytes.length < 3_000_000) for (const byte of bytes) text += String.fromCharCode(byte)
              return btoa(text)
            }
            resolve(asking.result.map(({ sha256, bytes }) => ({ sha256, base64: textOf(bytes) })))
          }
        }
      }),
  )
type Stored = Awaited<ReturnType<typeof storedFiles>>[number]

const factsOf = (stored: Stored | undefined) => pictureFacts(Buffer.from(stored?.base64 ?? '', 'base64'))

/** The colour of a stored picture at a share of its width and height. */
const colourAt = (page: Page, stored: Stored | undefined, x: number, y: number) =>
  page.evaluate(
    async ([base64, across, down]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes]))
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
      const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
      context.drawImage(bitmap, 0, 0)
      return [...context.getImageData(bitmap.width * across, bitmap.height * down, 1, 1).data.slice(0, 3)]
    },
    [stored?.base64 ?? '', x, y] as const,
  )

/** A size as the page says it. */
const kilo = (bytes: number) => `${Math.round(bytes / 1000)}\u00a0kB`

/** The line that says that a picture was made smaller, with both sizes. */
const madeSmaller = (from: number, to: number) => sv('evidence:smaller', { from: kilo(from), to: kilo(to) })

test('a phone’s photograph is made smaller by itself, loses its position, and says both (F-22)', async ({ page }) => {
  await atExample(page)
  const photo = withPosition(await tightlyPacked(page, 2600, 1950))
  await choose(page, [{ name: 'kassan.jpg', mimeType: 'image/jpeg', buffer: photo }])
  const line = fileLine(page, 'kassan.jpg')
  await expect(line.getByText(sv('evidence:noPosition'))).toBeVisible()
  const [small] = await storedFiles(page)
  expect(factsOf(small)).toEqual({ width: 2000, height: 1500, hasPosition: false })
  await expect(line).toContainText(madeSmaller(photo.length, Buffer.from(small?.base64 ?? '', 'base64').length))
})

test('a small photograph keeps its size and loses its position alone (F-22) @deep', async ({ page }) => {
  await atExample(page)
  const plain = await drawnPicture(page, 800, 600, 'image/jpeg')
  await choose(page, [
    { name: 'med.jpg', mimeType: 'image/jpeg', buffer: withPosition(plain) },
    { name: 'utan.jpg', mimeType: 'image/jpeg', buffer: plain },
  ])
  await expect(fileLine(page, 'med.jpg').getByText(sv('evidence:noPosition'))).toBeVisible()
  await expect(fileLine(page, 'utan.jpg')).toHaveCount(1)
  await expect(fileLine(page, 'utan.jpg').getByText(sv('evidence:noPosition'))).toHaveCount(0)
  const stored = await storedFiles(page)
  expect(stored.map(factsOf)).toEqual([
    { width: 800, height: 600, hasPosition: false },
    { width: 800, height: 600, hasPosition: false },
  ])
  expect(stored.map(({ sha256: sum }) => sum)).toContain(sha256(plain))
})

test('an original that an earlier release kept opens as it was, and the same file fills its gap @deep', async ({
  page,
}) => {
  await visit(page, '/')
  const photo = withPosition(await drawnPicture(page, 2600, 1950, 'image/jpeg'))
  const kept = { id: 'F1', name: 'kassan.jpg', type: 'image/jpeg', size: photo.length, sha256: sha256(photo) }
  const items = whole.answers.examples.items.map((row) => (row.id === example.id ? { ...row, evidence: ['F1'] } : row))
  const earlier = {
    ...whole,
    answers: { ...whole.answers, examples: { ...whole.answers.examples, items } },
    evidence: [{ ...kept, shows: null }],
    files: {},
  }
  await giveFile(page, 'underlag.json', JSON.stringify(earlier))
  await page.getByRole('button', { name: sv('start:openFaulty') }).click()
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  await visit(page, whenPage)
  await expect(page.getByText(sv('evidence:isUnreadable', { name: 'kassan.jpg' }))).toBeVisible()
  await choose(page, [{ name: 'kassan.jpg', mimeType: 'image/jpeg', buffer: photo }])
  await expect(page.getByText(sv('evidence:isUnreadable', { name: 'kassan.jpg' }))).toHaveCount(0)
  await expect(fileLine(page, 'kassan.jpg')).toHaveCount(1)
  expect((await storedFiles(page)).map(({ sha256: sum }) => sum)).toEqual([sha256(photo)])
})

test('what is covered in a picture is gone from what is kept, by dragging and by buttons', async ({ page }) => {
  await atExample(page)
  const picture = await drawnPicture(page, 800, 600, 'image/png')
  await choose(page, [{ name: 'order.png', mimeType: 'image/png', buffer: picture }])
  const line = fileLine(page, 'order.png')
  await line.getByRole('img').waitFor()
  const before = (await storedFiles(page))[0]
  expect(await colourAt(page, before, 0.1, 0.8)).toEqual([204, 0, 0])

  await line.getByRole('button', { name: sv('evidence:cover.open') }).click()
  // The page comes to rest with the focus on the heading of the picture.
  await expect(line.locator('.cover > legend')).toBeFocused()
  await line.locator('.cover-picture img').evaluate((image) => (image as HTMLImageElement).decode())
  /** In shares of the picture. */
  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    await line.locator('.cover-picture').scrollIntoViewIfNeeded()
    const box = await line.locator('.cover-picture').boundingBox()
    if (box === null) throw new Error('no picture')
    await page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1])
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 4 })
    await page.mouse.up()
  }
  await drag([0.02, 0.7], [0.3, 0.95])
  await line.getByRole('button', { name: sv('evidence:cover.add') }).click()
  const second = line.getByRole('group', { name: sv('evidence:cover.area', { number: 2 }) })
  await expect(second.getByRole('button', { name: sv('evidence:cover.left') })).toBeFocused()
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Enter')
  // What is dragged smaller than a press makes it is no wider after one.
  await drag([0.9, 0.1], [0.91, 0.2])
  const widthOfThird = () =>
    line
      .locator('.cover-area')
      .nth(2)
      .evaluate((area: HTMLElement) => area.style.width)
  const small = await widthOfThird()
  const third = line.getByRole('group', { name: sv('evidence:cover.area', { number: 3 }) })
  await third.getByRole('button', { name: sv('evidence:cover.narrower') }).click()
  expect(await widthOfThird()).toBe(small)
  await third.getByRole('button', { name: sv('evidence:cover.wider') }).click()
  expect(Number.parseFloat(await widthOfThird())).toBeGreaterThan(Number.parseFloat(small))
  await line.getByRole('button', { name: sv('evidence:cover.save') }).click()

  await expect(page.getByText(sv('evidence:cover.saved'))).toBeAttached()
  const kept = await storedFiles(page)
  expect(kept).toHaveLength(1)
  expect(kept[0]?.sha256).not.toBe(before?.sha256)
  const after = kept[0]
  expect(await colourAt(page, after, 0.1, 0.8)).toEqual([58, 58, 58])
  expect(await colourAt(page, after, 0.4, 0.45)).toEqual([58, 58, 58])
  expect(await colourAt(page, after, 0.8, 0.8)).toEqual([0, 0, 204])
})

test('what cannot be taken is named with what to do, and the rest is added (I-16, F-20) @deep', async ({ page }) => {
  await atExample(page)
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1')])
  await choose(page, [
    textFile('anteckning.txt', 'Kassan stod still från 10 till 12.'),
    { name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: heic },
    {
      name: 'bild.png',
      mimeType: 'image/png',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    },
    textFile('tom.txt', ''),
    { name: 'stor.txt', mimeType: 'text/plain', buffer: Buffer.alloc(10_000_001, 'a') },
    textFile('samma.txt', 'Kassan stod still från 10 till 12.'),
  ])
  await expect(page.getByText(sv('evidence:notAdded_other', { count: 5 }))).toBeVisible()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(sv('evidence:why.heic', { name: 'IMG_1.HEIC' }))
  await expect(alert).toContainText(sv('evidence:why.type', { name: 'bild.png' }))
  await expect(alert).toContainText(sv('evidence:why.empty', { name: 'tom.txt' }))
  await expect(alert).toContainText(
    sv('evidence:why.file', { name: 'stor.txt', size: '10\u00a0MB', max: '10\u00a0MB' }).replaceAll('\u00a0', ' '),
  )
  await expect(alert).toContainText(sv('evidence:why.duplicate', { name: 'samma.txt' }))
  await expect(fileLine(page, 'anteckning.txt')).toHaveCount(1)
  expect((await storedFiles(page)).map(({ sha256: sum }) => sum)).toEqual([
    sha256(Buffer.from('Kassan stod still från 10 till 12.')),
  ])
})

test('a file that is removed can be put back, used elsewhere, and deleted for good @deep', async ({ page }) => {
  await atExample(page)
  await choose(page, [textFile('logg.txt', 'en rad')])
  const line = fileLine(page, 'logg.txt')
  await line.getByLabel(sv('evidence:shows')).fill('Felet i loggen')
  await line.getByRole('button', { name: sv('evidence:remove') }).click()
  await page.getByRole('button', { name: sv('common:undo') }).click()
  await expect(line.getByLabel(sv('evidence:shows'))).toHaveValue('Felet i loggen')
  await line.getByRole('button', { name: sv('evidence:remove') }).click()

  await visit(page, `${base}/examples.items/${second.id}/example`)
  await page.getByText(sv('evidence:earlier')).click()
  await page.getByRole('button', { name: `${sv('evidence:useEarlier')} logg.txt` }).click()
  await expect(fileLine(page, 'logg.txt').getByLabel(sv('evidence:shows'))).toHaveValue('Felet i loggen')
  await fileLine(page, 'logg.txt')
    .getByRole('button', { name: sv('evidence:remove') })
    .click()

  await visit(page, `${base}/removed`)
  await page.getByRole('button', { name: sv('evidence:list.deleteForGood') }).click()
  await expect(page.getByText('logg.txt', { exact: true })).toHaveCount(0)
  await expect.poll(async () => (await storedFiles(page)).length).toBe(0)
})

/** Makes the file that is handed over, and gives its name and bytes. */
async function handedOver(page: Page, button: RegExp) {
  await visit(page, `${base}/hand-over`)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).first().click()
  const download = await downloading
  await expect(heading(page)).toHaveText(sv('handOver:ready'))
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('twelve files go inside the PDF and come out of it with equal checksums @slow', async ({ page, browser }) => {
  await atExample(page)
  const files: Chosen[] = [
    { name: 'faktura.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n% not much of one') },
    {
      name: 'mejl.eml',
      mimeType: '',
      buffer: Buffer.from('From: a@b.se\r\nDate: x\r\nSubject: y\r\n\r\n<b>hej</b>'),
    },
    { name: 'rader.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\r\n=1+1;2\r\n') },
  ]
  for (let at = 0; at < 9; at += 1) {
    const type = at % 2 ? ('image/jpeg' as const) : ('image/png' as const)
    files.push({
      name: `skärmbild ${at} ”kassan”.${at % 2 ? 'jpg' : 'png'}`,
      mimeType: type,
      buffer: await drawnPicture(page, 300 + at, 200, type),
    })
  }
  await choose(page, files)
  await expect(page.locator('.files > .file')).toHaveCount(12)
  const before = (await storedFiles(page)).map(({ sha256: sum }) => sum).sort()
  expect(before).toEqual(files.map(({ buffer }) => sha256(buffer)).sort())

  const { name, bytes } = await handedOver(page, /PDF$/)
  expect(name).toMatch(/\.pdf$/)
  await expect(page.getByText(/12 bilagor\.$/)).toBeVisible()
  const read = openCaseFile(bytes)
  if (read.is !== 'case') throw new Error(JSON.stringify(read))
  expect(read.opened.troubles).toEqual([])
  expect([...read.opened.files].map(([sum, content]) => [sum, sha256(content)])).toEqual(
    read.opened.file.evidence.map(({ sha256: sum }) => [sum, sum]),
  )

  const elsewhere = await browser.newContext({ locale: 'sv-SE', baseURL: page.url().split('#')[0] ?? '' })
  const other = await elsewhere.newPage()
  await visit(other, '/review')
  await giveFile(other, name, bytes)
  await expect(other.locator('.sheet img')).toHaveCount(9)
  await visit(other, '/')
  await giveFile(other, name, bytes)
  await takeAsOwn(other, sv)
  await expect(heading(other)).toHaveText(sv('start:tasks.heading'))
  expect((await storedFiles(other)).map(({ sha256: sum }) => sum).sort()).toEqual(before)
  await elsewhere.close()
})

test('above ten megabytes the file becomes a ZIP that opens as it is, and says so before @slow', async ({ page }) => {
  await atExample(page)
  const files = [1, 2].map((at) => ({
    name: `logg ${at}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(
      Array.from({ length: 400_000 }, (_, row) => `${at} ${(row * 7919) % 1_000_003} rad`)
        .join('\n')
        .slice(0, 5_100_000),
    ),
  }))
  await choose(page, files)
  await expect(page.locator('.files > .file')).toHaveCount(2)
  await visit(page, `${base}/hand-over`)
  await expect(page.getByText(/Många e-postsystem tar emot/)).toBeVisible()
  const { name, bytes } = await handedOver(page, /zip/i)
  expect(name).toMatch(/^case-nordfjall-friluft-ab-.*\.zip$/)
  const read = openCaseFile(bytes)
  if (read.is !== 'case') throw new Error(JSON.stringify(read))
  expect([...read.opened.files.keys()]).toEqual(files.map(({ buffer }) => sha256(buffer)))
  await visit(page, '/review')
  await giveFile(page, name, bytes)
  await expect(page.getByText('logg 1.txt').first()).toBeVisible()
})

test('what is left out is marked as left out, and leads to the same conclusion @deep', async ({ page }) => {
  await page.clock.setFixedTime(new Date(`${whole.asOf}T09:00:00+01:00`))
  await atExample(page)
  await choose(page, [textFile('hemlig.txt', 'inte för alla')])
  await expect(fileLine(page, 'hemlig.txt')).toHaveCount(1)
  await visit(page, `${base}/hand-over`)
  await page.getByText(sv('handOver:leaveOut.heading')).click()
  await page.getByLabel(sv('handOver:leaveOut.groups.messages')).check()
  await page.getByLabel(/^1\. hemlig\.txt/).check()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /PDF$/ }).first().click()
  const bytes = readFileSync(await (await downloading).path())
  const read = openCaseFile(bytes)
  if (read.is !== 'case') throw new Error(JSON.stringify(read))
  const { file, files, troubles } = read.opened
  expect([file.answers.partner.log.some(({ text }) => text !== null), files.size, troubles]).toEqual([false, 0, []])
  expect(file.result?.next).toBe(whole.result?.next)
  await visit(page, '/review')
  await giveFile(page, 'utan.pdf', bytes)
  await expect(page.getByText(sv('common:leftOut')).filter({ visible: true }).first()).toBeVisible()
  await expect(page.getByText(sv('evidence:list.leftOut'))).toBeVisible()
})

test('deleting a case takes its files along, and undo brings them back @deep', async ({ page }) => {
  await atExample(page)
  await choose(page, [textFile('kvar.txt', 'finns')])
  await expect(fileLine(page, 'kvar.txt')).toHaveCount(1)
  await visit(page, `${base}/delete`)
  await page.getByRole('button', { name: sv('start:deletePage.delete') }).click()
  await page.getByRole('button', { name: sv('common:undo') }).waitFor()
  expect(await storedFiles(page)).toEqual([])
  await page.getByRole('button', { name: sv('common:undo') }).click()
  await expect.poll(async () => (await storedFiles(page)).length).toBe(1)
})

test('a file that is being added when the case is left is there when it is opened again @deep', async ({ page }) => {
  await atExample(page)
  const photo = await drawnPicture(page, 2600, 1950, 'image/jpeg')
  await choose(page, [
    textFile('först.txt', 'en'),
    { name: 'stor.jpg', mimeType: 'image/jpeg', buffer: photo },
    { name: 'IMG_1.HEIC', mimeType: '', buffer: Buffer.from('\0\0\0\x18ftypheic', 'latin1') },
  ])
  await page.evaluate(() => {
    window.location.hash = '#/'
  })
  await expect(page.getByRole('link', { name: /^Fortsätt: / })).toBeVisible()
  await page.evaluate((at) => {
    window.location.hash = at
  }, whenPage)
  await expect(fileLine(page, 'först.txt')).toHaveCount(1)
  await expect(fileLine(page, 'stor.jpg')).toHaveCount(1)
  await page.reload()
  await expect(fileLine(page, 'stor.jpg')).toHaveCount(1)
  expect(await storedFiles(page)).toHaveLength(2)
})

test('what is refused is still told when the page was left meanwhile @deep', async ({ page }) => {
  await atExample(page)
  const photo = await drawnPicture(page, 2600, 1950, 'image/jpeg')
  await choose(page, [
    { name: 'stor.jpg', mimeType: 'image/jpeg', buffer: photo },
    { name: 'IMG_1.HEIC', mimeType: '', buffer: Buffer.from('\0\0\0\x18ftypheic', 'latin1') },
  ])
  await page.getByRole('button', { name: sv('examples:lists.items.save'), exact: true }).click()
  await expect(page.locator('[aria-live=assertive]')).toContainText('IMG_1.HEIC')
  await page.goBack()
  await expect(page.getByRole('alert')).toContainText('IMG_1.HEIC')
  await expect(fileLine(page, 'stor.jpg').locator('.hint').first()).toHaveText(/^Bilden har förminskats/)
})

test('forty files are the most, also when they are chosen several at a time @deep', async ({ page }) => {
  await atExample(page)
  const some = (from: number) =>
    Array.from({ length: 21 }, (_, at) => textFile(`rad ${from + at}.txt`, `rad ${from + at}`))
  await choose(page, some(1))
  await choose(page, some(100))
  // Each of the forty is on the disk before the next is read.
  await expect(page.getByText(sv('evidence:notAdded_other', { count: 2 }))).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('.files > .file')).toHaveCount(40)
})

test('a photograph whose position cannot be taken away is not taken (F-22) @deep', async ({ page }) => {
  await atExample(page)
  const broken = withPosition(await drawnPicture(page, 400, 300, 'image/jpeg')).subarray(0, 300)
  await choose(page, [{ name: 'trasig.jpg', mimeType: 'image/jpeg', buffer: broken }])
  await expect(page.getByRole('alert')).toContainText(sv('evidence:why.position', { name: 'trasig.jpg' }))
  expect(await storedFiles(page)).toEqual([])
})

test('a file with something missing says so before it is opened as one’s own, and the same file fills the gap @deep', async ({
  page,
}) => {
  await atExample(page)
  await choose(page, [textFile('logg.txt', 'en rad')])
  await expect(fileLine(page, 'logg.txt')).toHaveCount(1)
  await visit(page, base)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: sv('common:download.copy') }).click()
  const copy = JSON.parse(readFileSync(await (await downloading).path(), 'utf8'))
  await visit(page, `${base}/delete`)
  await page.getByRole('button', { name: sv('start:deletePage.delete') }).click()
  await expect(page.getByRole('button', { name: sv('common:undo') })).toBeFocused()
  await visit(page, '/')
  await giveFile(page, 'kopia.json', JSON.stringify({ ...copy, files: {} }))
  await expect(page.getByText(sv('evidence:list.missing', { name: 'logg.txt' }))).toBeVisible()
  await page.getByRole('button', { name: sv('start:openFaulty') }).click()
  await expect(heading(page)).toHaveText(sv('start:tasks.heading'))
  await visit(page, whenPage)
  await expect(page.getByText(sv('evidence:isUnreadable', { name: 'logg.txt' }))).toBeVisible()
  await choose(page, [textFile('logg.txt', 'en rad')])
  await expect(page.getByText(sv('evidence:isUnreadable', { name: 'logg.txt' }))).toHaveCount(0)
  expect(await storedFiles(page)).toHaveLength(1)
})

/** Changes one byte of what the browser keeps of every file, as a fault of the disk would. */
const damageFiles = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('case-v1')
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('blobs', 'readwrite')
          const asking = transaction.objectStore('blobs').openCursor()
          asking.onsuccess = () => {
            const cursor = asking.result
            if (cursor === null) return
            cursor.value.bytes[3] ^= 1
            cursor.update(cursor.value)
            cursor.continue()
          }
          transaction.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
  )

test('a file that the browser has damaged is told of by its name, stops nothing, and can be chosen again (F-42) @deep', async ({
  page,
}) => {
  await atExample(page)
  await choose(page, [textFile('logg.txt', 'en rad')])
  await expect(fileLine(page, 'logg.txt')).toHaveCount(1)
  await expect.poll(async () => (await storedFiles(page)).length).toBe(1)
  await damageFiles(page)
  const told = sv('evidence:isDamaged', { name: 'logg.txt' })
  await choose(page, [textFile('ny.txt', 'en annan rad')])
  await expect(fileLine(page, 'ny.txt')).toHaveCount(1)
  await expect(page.locator('.status .on-wide')).toHaveText(sv('common:save.saved'))
  await page.reload()
  await expect(page.getByText(told)).toBeVisible()
  await visit(page, `${base}/check`)
  await expect(page.getByText(told)).toBeVisible()

  // The copy comes out without it, and says so.
  await visit(page, base)
  const copying = page.waitForEvent('download')
  await page.getByRole('button', { name: sv('common:download.copy') }).click()
  const copy = openCaseFile(readFileSync(await (await copying).path()))
  if (copy.is !== 'case') throw new Error(JSON.stringify(copy))
  expect(copy.opened.files.size).toBe(1)
  expect(copy.opened.troubles).toMatchObject([{ name: 'logg.txt', is: 'missing' }])
  await expect(page.getByText(sv('common:download.missing', { list: 'logg.txt' }))).toBeVisible()

  // So does the hand-over, which says it before, too.
  await visit(page, `${base}/hand-over`)
  const without = sv('handOver:missingFiles_one', { list: 'logg.txt' })
  await expect(page.getByText(without)).toBeVisible()
  const handing = page.waitForEvent('download')
  await page.getByRole('button', { name: /PDF/ }).first().click()
  const handed = openCaseFile(readFileSync(await (await handing).path()))
  expect(handed.is === 'case').toBe(true)
  await expect(heading(page)).toHaveText(sv('handOver:ready'))
  await expect(page.getByText(without)).toBeVisible()

  await visit(page, whenPage)
  await choose(page, [textFile('logg.txt', 'en rad')])
  await expect(page.getByText(told)).toHaveCount(0)
  await visit(page, `${base}/hand-over`)
  await expect(page.getByText(sv('handOver:lookInside'))).toBeVisible()
  await expect(page.getByText(without)).toHaveCount(0)
})

test('a photograph that is packed tightly is smaller when it is made smaller, and its size is the true one (A-21) @deep', async ({
  page,
}) => {
  await atExample(page)
  const photo = await tightlyPacked(page, 2600, 1950)
  await choose(page, [{ name: 'IMG_0043.JPG', mimeType: 'image/jpeg', buffer: photo }])
  const line = fileLine(page, 'IMG_0043.JPG')
  await expect(line).toContainText(/Bilden har förminskats/)
  const [small] = await storedFiles(page)
  const size = Buffer.from(small?.base64 ?? '', 'base64').length
  expect(size).toBeLessThan(photo.length)
  await expect(line).toContainText(madeSmaller(photo.length, size))
  await expect(line.locator('.file-name')).toContainText(`${Math.round(size / 1000)} kB`)
})
