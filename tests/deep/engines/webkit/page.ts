import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import type { Driver, ElementId } from './driver.ts'
import { find, type Step } from './find.ts'

type Words = string | RegExp
const plain = (words: Words | undefined) =>
  words instanceof RegExp ? { source: words.source, flags: words.flags } : (words ?? null)

const UNTIL = 20_000

/** A page reads a file when it wants to, so what is given stays until the end. */
const given = mkdtempSync(join(tmpdir(), 'given-'))
process.on('exit', () => rmSync(given, { recursive: true }))

/** Asks until the answer is there; a page draws when it has time. */
async function until<T>(what: string, ask: () => Promise<T | null | false>): Promise<T> {
  const end = Date.now() + UNTIL
  let last: unknown = null
  while (Date.now() < end) {
    try {
      const answer = await ask()
      if (answer !== null && answer !== false) return answer
    } catch (error) {
      last = error
    }
    await wait(50)
  }
  throw new Error(`waited in vain for ${what}${last === null ? '' : `: ${last}`}`)
}

/** Where something is on a page: found anew for each thing that is done with it. */
class Place {
  protected readonly driver: Driver
  private readonly steps: readonly Step[]

  constructor(driver: Driver, steps: readonly Step[]) {
    this.driver = driver
    this.steps = steps
  }

  private with = (step: Step) => new Place(this.driver, [...this.steps, step])
  locator = (css: string) => this.with({ by: 'css', css })
  getByRole = (role: string, how: { name?: Words; exact?: boolean; level?: number } = {}) =>
    this.with({
      by: 'role',
      role,
      name: plain(how.name),
      exact: how.exact ?? false,
      level: how.level ?? null,
    })
  getByLabel = (text: Words, { exact = false } = {}) => this.with({ by: 'label', name: plain(text), exact })
  getByText = (text: Words, { exact = false } = {}) => this.with({ by: 'text', name: plain(text), exact })
  first = () => this.with({ by: 'nth', at: 0 })
  nth = (at: number) => this.with({ by: 'nth', at })

  private all = () => this.driver.run<ElementId[]>(find.toString(), this.steps)
  private element = () => until(JSON.stringify(this.steps.at(-1)), async () => (await this.all())[0] ?? null)
  /** What the app has put something else in the place of meanwhile is looked for again. */
  private async on<T>(work: (element: ElementId) => Promise<T>): Promise<T> {
    for (;;)
      try {
        return await work(await this.element())
      } catch (error) {
        if (!/stale element/.test(String(error))) throw error
      }
  }
  private does = <T>(script: string, ...args: readonly unknown[]) =>
    this.on((element) => this.driver.run<T>(script, element, ...args))

  count = async () => (await this.all()).length
  waitFor = () => this.element()
  text = () => this.does<string>('(element) => element.textContent.replace(/\\s+/g, " ").trim()')
  value = () => this.does<string>('(element) => element.value')
  isDisabled = () => this.does<boolean>('(element) => element.matches(":disabled")')
  /** As far as it lies inside the window and below the bar that stays there. */
  isInSight = () =>
    this.does<boolean>(`(element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top >= document.querySelector('.top-bar').getBoundingClientRect().bottom - 1 && top < innerHeight && bottom > 0
    }`)
  click = () => this.on((element) => this.driver.press(element))
  async check() {
    await this.click()
    await until('a choice', () => this.does<boolean>('(element) => element.checked || (element.click(), false)'))
  }
  /** The browser's own way of typing, all at once. */
  async fill(text: string) {
    await until('a field', async () => !(await this.isDisabled()))
    await this.does(
      `(element, text) => {
        element.focus()
        element.select()
        document.execCommand(text === '' ? 'delete' : 'insertText', false, text)
      }`,
      text,
    )
  }
  /** Key by key. */
  async pressSequentially(text: string) {
    await this.on((element) => this.driver.type(element, text))
  }
  async setInputFiles({ name, buffer }: { name: string; buffer: Buffer }) {
    const path = join(mkdtempSync(join(given, 'file-')), name)
    writeFileSync(path, buffer)
    await this.pressSequentially(path)
  }
  /** A thing that is remembered in the page, by a number. */
  elementHandle = () => this.does<number>('(element) => (window.remembered ??= []).push(element) - 1')
}

/** What `guide.ts` uses of Playwright's page, in WebKit. */
export class WebKitPage extends Place {
  private readonly base: string

  constructor(driver: Driver, base: string) {
    super(driver, [])
    this.base = base
  }

  /** The guide knows only Playwright's page, of which this is the part that it uses. */
  readonly asPage = () => this as unknown as Page

  async goto(address: string) {
    const next = new URL(address, this.base).href
    // The address alone, where nothing but the place changes: the driver would wait for a page that does not load.
    if (this.driver.at.split('#')[0] === next.split('#')[0])
      await this.driver.run('(next) => { location.href = next }', next)
    else await this.driver.post('url', { url: next })
    await this.driver.run('() => null')
  }
  reload = () => this.driver.post('refresh')
  url = () => this.driver.at
  waitForFunction = async (script: (element: unknown) => unknown, handle: number) => {
    await until('the next page', () => this.driver.run<boolean>(`(at) => (${script})(window.remembered?.[at])`, handle))
  }
  evaluate = <T, A>(script: (arg: A) => T, arg?: A) => this.driver.run<Awaited<T>>(String(script), arg)

  /** From now on what the page gives to be saved is kept: this driver saves nothing. */
  keepFiles = () =>
    this.driver.run(`() => {
      const make = URL.createObjectURL.bind(URL)
      window.made = []
      URL.createObjectURL = (file) => (window.made.push(file), make(file))
    }`)
  /** The file that was given last, of this kind. */
  async file(type: string): Promise<Buffer> {
    const base64 = await until('a file', () =>
      this.driver.run<string | null>(
        `async (type) => {
          const file = window.made.findLast((each) => each.type === type)
          if (file === undefined) return null
          const bytes = new Uint8Array(await file.arrayBuffer())
          let text = ''
          for (const byte of bytes) text += String.fromCharCode(byte)
          return btoa(text)
        }`,
        type,
      ),
    )
    return Buffer.from(base64, 'base64')
  }

  /** A second window; this driver opens none by itself, and browsers only where somebody has pressed something. */
  async openTab(): Promise<string> {
    const before = await this.driver.get<string[]>('window/handles')
    await this.driver.run(
      `() => addEventListener('click', () => window.open('about:blank'), { once: true, capture: true })`,
    )
    await this.locator('h1').click()
    return until(
      'a second window',
      async () =>
        (await this.driver.get<string[]>('window/handles')).find((handle) => !before.includes(handle)) ?? null,
    )
  }
  readonly here = () => this.driver.get<string>('window')
  async toTab(handle: string) {
    await this.driver.post('window', { handle })
    await this.driver.run('() => null')
  }
  closeTab = () => this.driver.close()
}
