import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page, test } from '@playwright/test'
import type { CaseFile } from '../../../src/domain/case/caseFile.ts'
import { launchOptions } from '../../support/browser.ts'
import { beginCase, caseFile, expect, giveFile, heading, unfold, wordsOf } from '../guide.ts'

/**
 * What a disk does to the files of a browser, done to the files of a browser: a disk that is full (of its own, which takes
 * the right to mount one), a file that is removed, bytes that are flipped. The browser is down while its files change.
 */
const sv = wordsOf('sv')
const whole = JSON.parse(caseFile('C1-sv')) as CaseFile
const LABEL = sv('about:questions.company.label')
const status = (page: Page) => page.locator('.status .on-wide')
const saved = (page: Page) => expect(status(page)).toHaveText(sv('common:save.saved'), { timeout: 40_000 })

/** A browser with a profile of its own, which is quit and started anew. */
class Profile {
  private readonly folder: string
  private readonly baseURL: string | undefined
  private context: BrowserContext | null = null

  constructor(folder: string, baseURL: string | undefined) {
    this.folder = folder
    this.baseURL = baseURL
  }

  async start(address = '/'): Promise<Page> {
    this.context = await chromium.launchPersistentContext(join(this.folder, 'profile'), {
      ...launchOptions,
      locale: 'sv-SE',
      viewport: { width: 1280, height: 900 },
      serviceWorkers: 'block',
    })
    const page = this.context.pages()[0] ?? (await this.context.newPage())
    page.setDefaultTimeout(15_000)
    await this.go(page, address)
    return page
  }

  async go(page: Page, address: string): Promise<void> {
    await page.goto(`${this.baseURL}#${address}`)
    await page.locator('#root:not([data-place])').waitFor()
    await heading(page).waitFor()
  }

  async quit(): Promise<void> {
    await this.context?.close()
    this.context = null
  }

  /** The files of the database that match. */
  files(which: RegExp): readonly string[] {
    const folder = join(this.folder, 'profile', 'Default', 'IndexedDB')
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => which.test(file) && statSync(file).isFile())
  }
}

const folders: string[] = []
const mounted: string[] = []
test.afterEach(() => {
  for (const folder of mounted.splice(0)) execFileSync('umount', ['--lazy', folder])
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'))
  folders.push(folder)
  return folder
}

/** A small disk of its own. */
function smallDisk(): string {
  const folder = emptyFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=150m', 'tmpfs', folder])
  mounted.push(folder)
  return folder
}

/** Fills a disk to the last byte. */
function fill(folder: string): void {
  const file = openSync(join(folder, 'fill'), 'w')
  for (const size of [65_536, 1_024, 1]) {
    const bytes = Buffer.alloc(size)
    try {
      while (writeSync(file, bytes) === size);
    } catch {
      // Full for this size.
    }
  }
  closeSync(file)
}

const makeRoom = (folder: string, bytes: number) => {
  const file = join(folder, 'fill')
  truncateSync(file, Math.max(0, statSync(file).size - bytes))
}

/** The worked case as one's own, with an attachment; its address. */
async function openWorked(page: Page, profile: Profile): Promise<string> {
  const address = `/case/${whole.caseId}`
  await giveFile(page, 'C1-sv.json', caseFile('C1-sv'))
  await page.waitForURL(/case/)
  const [example] = whole.answers.examples.items
  await profile.go(page, `${address}/examples.items/${example?.id}/example`)
  await giveFile(page, 'utskrift.txt', 'lagersaldo 0')
  await expect(page.locator('.files > li').filter({ hasText: 'utskrift.txt' })).toHaveCount(1)
  await saved(page)
  return address
}

/** Waits until the second copy of a case has these words. */
const copied = (page: Page, words: string) =>
  expect
    .poll(
      () =>
        page.evaluate(async (end) => {
          const copies = await caches.open('case-copies')
          const answers = await Promise.all((await copies.keys()).map((key) => copies.match(key)))
          const texts = await Promise.all(answers.map((answer) => answer?.text()))
          return texts.some((copy) => copy?.includes(end))
        }, words),
      { timeout: 20_000 },
    )
    .toBe(true)

const company = (page: Page) => page.getByLabel(LABEL)
const ourSide = (page: Page) => page.getByLabel(sv('request:questions.ourSide.label'))

for (const room of [300_000, 30_000_000])
  test(`after a full disk "saved" is said only when it is true, and nothing of any case is gone, with ${room} bytes of room (S-21)`, async ({
    baseURL,
  }) => {
    test.setTimeout(180_000)
    const disk = smallDisk()
    const profile = new Profile(disk, baseURL)
    const page = await profile.start()
    const worked = await openWorked(page, profile)
    await profile.go(page, '/')
    const address = await beginCase(page, sv)
    await profile.go(page, `${address}/about/company`)
    await company(page).fill('Nordfjäll')
    await saved(page)

    fill(disk)
    const text = 'Nordfjäll Friluft & Söner, skrivet när disken var full'
    await company(page).fill(text)
    await expect(status(page)).toHaveText(sv('common:save.failed'))
    // The way out is offered as long as it is not known to be saved.
    await expect(page.getByRole('button', { name: sv('common:download.copy') })).toBeVisible()
    makeRoom(disk, room)
    await saved(page)
    await profile.quit()

    rmSync(join(disk, 'fill'))
    const again = await profile.start(`${address}/about/company`)
    await expect(company(again)).toHaveValue(text)
    await profile.go(again, `${worked}/check`)
    await unfold(again, sv)
    await expect(again.getByText(whole.answers.about.company ?? '', { exact: true }).first()).toBeVisible()
    const files = await again.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('case-v1')
          opening.onsuccess = () => {
            const count = opening.result.transaction('blobs').objectStore('blobs').count()
            count.onsuccess = () => resolve(count.result)
          }
        }),
    )
    expect(files).toBe(1)
    await profile.quit()
  })

test('a browser that has thrown its database away says so, and brings the case back from its copy (S-22)', async ({
  baseURL,
}) => {
  test.setTimeout(180_000)
  const profile = new Profile(emptyFolder(), baseURL)
  const page = await profile.start()
  const address = await beginCase(page, sv)
  await profile.go(page, `${address}/about/company`)
  await company(page).fill('Nordfjäll')
  await saved(page)
  await copied(page, 'Nordfjäll')
  await profile.quit()
  for (const file of profile.files(/leveldb\/.*\.(log|ldb)$/)) flip(file)
  const again = await profile.start()
  await expect(again.locator('.banner')).toContainText(sv('keeping:lost.heading'))
  await again.getByRole('button', { name: /Nordfjäll/ }).click()
  await expect(company(again)).toHaveValue('Nordfjäll')
  await profile.go(again, `${address}/about/company`)
  await expect(company(again)).toHaveValue('Nordfjäll')
  await profile.go(again, '/')
  await expect(again.getByRole('heading', { name: sv('start:cases') })).toBeVisible()
  await expect(again.locator('.banner')).toHaveCount(0)
  await profile.quit()
})

/** Changes every hundredth byte of a file, from its middle on. */
function flip(file: string): void {
  const bytes = readFileSync(file)
  for (let at = Math.floor(bytes.length / 2); at < bytes.length; at += 100) bytes[at] = (bytes[at] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
}

/** A case whose head is so long that the browser keeps it in a file of its own, beside another case. */
async function longCase(profile: Profile) {
  const page = await profile.start()
  const other = await beginCase(page, sv)
  await profile.go(page, `${other}/about/company`)
  await company(page).fill('Vadtorp')
  await saved(page)
  await profile.go(page, '/')
  const address = await beginCase(page, sv)
  await profile.go(page, `${address}/about/company`)
  await company(page).fill('Nordfjäll')
  await saved(page)
  const before = new Set(profile.files(/\.blob\//))
  await profile.go(page, `${address}/request/ask`)
  // No two words alike: the browser packs what repeats itself.
  const text = Array.from({ length: 12_000 }, (_, at) => ((at * 2_654_435_761) % 4_294_967_296).toString(36)).join(' ')
  await ourSide(page).fill(text)
  await saved(page)
  // A copy follows within five seconds.
  await copied(page, text.slice(-20))
  await profile.quit()
  const files = profile.files(/\.blob\//).filter((file) => !before.has(file))
  expect(files.length).toBeGreaterThan(0)
  return { address, other, text, files }
}

test('a record whose file is gone hides nothing else, and is mended from the history (S-23)', async ({ baseURL }) => {
  test.setTimeout(120_000)
  const profile = new Profile(emptyFolder(), baseURL)
  const { address, other, text, files } = await longCase(profile)
  // The record itself and its entry in the history are the same size; the newest is the head that is read back.
  const [head] = [...files].sort()
  if (head === undefined) throw new Error('the head has no file')
  rmSync(head)
  const page = await profile.start()
  await expect(page.getByRole('link', { name: /Vadtorp/ })).toBeVisible()
  await expect(page.locator('.rows > li')).toHaveCount(2)
  await profile.go(page, '/data')
  await expect(page.getByRole('link', { name: /Vadtorp/ })).toBeVisible()
  await profile.go(page, `${address}/request/ask`)
  expect((await ourSide(page).inputValue()) === text).toBe(true)
  await profile.go(page, `${other}/about/company`)
  await expect(company(page)).toHaveValue('Vadtorp')
  await profile.quit()
})

test('when all files of a case are gone, its copy brings it back; without one the way out is shown, and it can be deleted (S-24)', async ({
  baseURL,
}) => {
  test.setTimeout(120_000)
  const profile = new Profile(emptyFolder(), baseURL)
  const { address, text, files } = await longCase(profile)
  for (const file of files) if (existsSync(file)) rmSync(file)
  const page = await profile.start(`${address}/request/ask`)
  await expect(page.locator('.banner')).toContainText('Vi har återställt underlaget')
  expect((await ourSide(page).inputValue()) === text).toBe(true)
  // Nothing is left to put the case together from.
  await page.evaluate(async () => {
    await caches.delete('case-copies')
    await new Promise((resolve) => {
      const opening = indexedDB.open('case-v1')
      opening.onsuccess = () => {
        const transaction = opening.result.transaction(['changes', 'snapshots'], 'readwrite')
        for (const store of ['changes', 'snapshots']) transaction.objectStore(store).clear()
        transaction.oncomplete = resolve
      }
    })
  })
  await profile.quit()

  for (const file of profile.files(/\.blob\//)) rmSync(file)
  const again = await profile.start()
  await profile.go(again, `${address}/about/company`)
  await expect(again.getByRole('link', { name: sv('keeping:recover') })).toBeVisible()
  await profile.go(again, `${address}/delete`)
  await again.getByRole('button', { name: sv('start:deletePage.delete') }).click()
  await expect(again.locator('#undo-delete')).toBeFocused()
  await profile.go(again, '/')
  await expect(again.getByRole('link', { name: /Vadtorp/ })).toBeVisible()
  await expect(again.locator('.rows > li')).toHaveCount(1)
  await profile.quit()
})
