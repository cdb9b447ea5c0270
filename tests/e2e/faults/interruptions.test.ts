import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page, test as plain } from '@playwright/test'
import { launchOptions } from '../../support/browser.ts'
import { beginCase, chooseLanguage, expect, newCase, test, unfold, visit, wordsOf } from '../guide.ts'

const sv = wordsOf('sv')
const LABEL = sv('about:questions.company.label')
const SAVED = sv('common:save.saved')

/** The same numbers for the same seed, so that a run can be had again. */
function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Tells the test, outside the page, each text that the page has called saved. */
const tellWhatIsSaved = ({ label, saved }: { label: string; saved: string }) => {
  let last = ''
  setInterval(() => {
    const field = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.trim() === label)
    const input = field === undefined ? null : document.getElementById(field.htmlFor)
    const status = document.querySelector('.status .on-wide')?.textContent
    const value = (input as HTMLInputElement | null)?.value ?? ''
    if (status !== saved || value === last) return
    last = value
    console.log(`saved:${value.length}`)
  }, 20)
}

/** A browser of its own with a profile that outlives it, killed without a warning. */
class Killable {
  private readonly profile: string
  private process: ChildProcess | null = null
  private browser: Browser | null = null

  constructor(profile: string) {
    this.profile = profile
  }

  async start(baseURL: string): Promise<Page> {
    const child = spawn(
      launchOptions.executablePath,
      [
        ...launchOptions.args,
        '--headless',
        '--remote-debugging-port=0',
        `--user-data-dir=${this.profile}`,
        '--lang=sv',
        'about:blank',
      ],
      { env: launchOptions.env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    this.process = child
    const address = await new Promise<string>((resolve) => {
      let said = ''
      child.stderr?.on('data', (piece) => {
        said += piece
        const found = /ws:\/\/\S+/.exec(said)
        if (found !== null) resolve(found[0])
      })
    })
    this.browser = await chromium.connectOverCDP(address)
    const [context] = this.browser.contexts()
    if (context === undefined) throw new Error('the browser has no context')
    const page = context.pages()[0] ?? (await context.newPage())
    await page.addInitScript(tellWhatIsSaved, { label: LABEL, saved: SAVED })
    await chooseLanguage(page, 'sv')
    await page.goto(baseURL)
    return page
  }

  /** The whole group of processes at once, as a power switch would, except for the disk. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.process?.once('exit', resolve))
    process.kill(-(this.process?.pid ?? 0), 'SIGKILL')
    await ended
    await this.browser?.close().catch(() => {})
  }
}

plain(
  'a browser that is killed at thirty random moments loses nothing that was called saved (S-07)',
  async ({ baseURL: given }) => {
    const baseURL = given ?? ''
    plain.setTimeout(600_000)
    const profile = mkdtempSync(join(tmpdir(), 'killed-'))
    const next = chance(20_261_125)
    const at = (address: string) => `${baseURL}#${address}`
    let address = ''
    let typed = ''
    let lost = 0
    let saves = 0
    let behind = 0
    for (let time = 0; time < 30; time += 1) {
      const browser = new Killable(profile)
      const page = await browser.start(baseURL)
      let acknowledged = typed.length
      page.on('console', (message) => {
        const [, length] = /^saved:(\d+)$/.exec(message.text()) ?? []
        if (length === undefined) return
        acknowledged = Math.max(acknowledged, Number(length))
        saves += 1
      })
      if (address === '') address = await beginCase(page, sv)
      await page.goto(at(`${address}/about/company`))
      const field = page.getByLabel(LABEL)
      await field.waitFor()
      typed = await field.inputValue()
      acknowledged = typed.length
      await field.focus()
      await page.keyboard.press('End')
      const until = Date.now() + 300 + next(3_000)
      while (Date.now() < until) {
        const letters = 'abcdefghij'.slice(0, 1 + next(9))
        await page.keyboard.type(letters)
        typed += letters
        if (next(4) === 0) await page.waitForTimeout(next(700))
      }
      await browser.kill()
      const reader = new Killable(profile)
      const again = await reader.start(baseURL)
      await again.goto(at(`${address}/about/company`))
      const kept = await again.getByLabel(LABEL).inputValue()
      await reader.kill()
      expect(typed.startsWith(kept), `the text after kill ${time}`).toBe(true)
      lost += Math.max(0, acknowledged - kept.length)
      behind = Math.max(behind, typed.length - kept.length)
      expect(kept.length, `kill ${time}`).toBeGreaterThanOrEqual(acknowledged)
      typed = kept
    }
    console.log(
      `30 kills: ${saves} saves heard of, ${lost} characters lost after "saved", at most ${behind} typed ones not saved yet`,
    )
    rmSync(profile, { recursive: true, force: true })
  },
)

test('a week of interruptions loses no character where the page is left in any way that a page hears of (S-07, L-01)', async ({
  page: first,
  context,
}) => {
  test.setTimeout(600_000)
  const next = chance(7)
  let page = first
  const address = await newCase(page, sv)
  const place = `${address}/about/company`
  const field = () => page.getByLabel(LABEL)
  let typed = ''
  let lost = 0
  const counts: Record<string, number> = {}
  const reopened = async () => {
    const closing = page
    page = await context.newPage()
    await closing.close({ runBeforeUnload: true })
    await visit(page, place)
  }
  const ways: Record<string, () => Promise<unknown>> = {
    reload: () => page.reload(),
    'closed and opened again': reopened,
    'another page of the case and back': async () => {
      await visit(page, `${address}/check`)
      await unfold(page, sv)
      await page.goBack()
    },
    'another site and back': async () => {
      await page.goto('about:blank')
      await page.goBack()
    },
    'the start page and back by its link': async () => {
      await visit(page, '/')
      await page
        .getByRole('link', { name: /Fortsätt/ })
        .first()
        .click()
    },
    'another tab takes over and closes': async () => {
      const other = await context.newPage()
      await visit(other, place)
      await other.getByRole('button', { name: sv('keeping:reading.takeOver') }).click()
      await expect(other.getByLabel(LABEL)).toBeEnabled()
      await expect(other.getByLabel(LABEL)).toHaveValue(typed)
      await other.close()
      await expect(field()).toBeEnabled()
    },
    'the language and back': async () => {
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('button', { name: 'Svenska' }).click()
    },
    'no network for a moment': async () => {
      await context.setOffline(true)
      await field().press('End')
      await context.setOffline(false)
    },
  }
  const names = Object.keys(ways)
  for (let time = 0; time < 56; time += 1) {
    await field().focus()
    await page.keyboard.press('End')
    const letters = 'klmnopqrst'.repeat(3).slice(0, 1 + next(29))
    await page.keyboard.type(letters)
    typed += letters
    const name = names[time % names.length] ?? ''
    counts[name] = (counts[name] ?? 0) + 1
    await ways[name]?.()
    await field().waitFor()
    await expect(field()).toBeEnabled()
    const kept = await field().inputValue()
    lost += typed.length - kept.length
    expect(kept, `after ${name}`).toBe(typed)
  }
  console.log(`${typed.length} characters, ${lost} lost, after ${JSON.stringify(counts)}`)
})

test('the page that gets everything out reads what is there, changes nothing, and speaks both languages', async ({
  page,
}) => {
  await newCase(page, sv)
  await page.getByLabel(LABEL).fill('Nordfjäll')
  await expect(page.locator('.status .on-wide')).toHaveText(SAVED)
  await page.goto('./recover.html')
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: /Download everything/ }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^saved-data-\d{4}-\d\d-\d\d-1\.json$/)
  const found = JSON.parse(readFileSync(await download.path(), 'utf8'))
  expect(found.filter(({ unreadable }: { unreadable?: boolean }) => unreadable)).toEqual([])
  expect(found[0].record.content.answers.about.company).toBe('Nordfjäll')
  await expect(page.getByRole('status')).toContainText('The file has been created')
})
