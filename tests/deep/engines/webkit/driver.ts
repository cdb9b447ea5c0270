import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** What plain WebDriver calls an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
export type ElementId = Readonly<Record<typeof ELEMENT, string>>

/** The WebKit of the distribution, driven by plain WebDriver over HTTP: no package knows how to. */
export class Driver {
  /** The address of the page, as it was when it was last asked anything. */
  at = ''

  private readonly session: string

  constructor(session: string) {
    this.session = session
  }

  static async start(port: number): Promise<{ driver: Driver; stop: () => Promise<void> }> {
    const browser = findBrowser()
    if (browser === undefined) throw new Error('MiniBrowser is missing (package webkit2gtk-driver)')
    const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const display = await new Promise<string>((resolve) => screen.stdout.once('data', (data) => resolve(String(data))))
    const server = spawn('WebKitWebDriver', [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: `:${display.trim()}`, LANG: 'C.UTF-8', TZ: 'Europe/Stockholm' },
    })
    const address = `http://127.0.0.1:${port}`
    const stopAll = () => [server, screen].forEach((child: ChildProcess) => void child.kill())
    try {
      await untilItAnswers(address)
      const { sessionId } = await send<{ sessionId: string }>('POST', `${address}/session`, {
        capabilities: {
          alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
        },
      })
      const driver = new Driver(`${address}/session/${sessionId}`)
      await driver.post('timeouts', { script: 60_000, pageLoad: 60_000 })
      await driver.post('window/rect', { width: 1300, height: 950 })
      return {
        driver,
        stop: async () => {
          await send('DELETE', `${address}/session/${sessionId}`).catch(() => {})
          stopAll()
        },
      }
    } catch (error) {
      stopAll()
      throw error
    }
  }

  readonly get = <T>(path: string) => send<T>('GET', `${this.session}/${path}`)
  readonly post = <T>(path: string, body: object = {}) => send<T>('POST', `${this.session}/${path}`, body)
  readonly close = () => send('DELETE', `${this.session}/window`)

  /** Runs a function in the page, and waits for what it promises. */
  async run<T>(script: string, ...args: readonly unknown[]): Promise<T> {
    const whole = `const done = arguments[arguments.length - 1], given = [...arguments].slice(0, -1)
      Promise.resolve().then(() => (${script})(...given))
        .then((value) => ({ value: value ?? null }), (error) => ({ error: String(error) }))
        .then((answer) => done({ ...answer, at: location.href }))`
    const { value, error, at } = await this.post<{ value: T; error?: string; at: string }>('execute/async', {
      script: whole,
      args,
    })
    this.at = at
    if (error !== undefined) throw new Error(error)
    return value
  }

  /** As a person presses it, once it rests; where the driver refuses what the page lays out late, as a program does. */
  async press(element: ElementId): Promise<void> {
    await this.run(
      `async (element) => {
        element.scrollIntoView({ block: 'center' })
        for (let [still, top] = [0, NaN]; still < 3; ) {
          await new Promise(requestAnimationFrame)
          const now = element.getBoundingClientRect().top
          still = now === top ? still + 1 : 0
          top = now
        }
      }`,
      element,
    )
    await this.post(`element/${element[ELEMENT]}/click`).catch(() => this.run('(element) => element.click()', element))
  }

  readonly type = (element: ElementId, text: string) => this.post(`element/${element[ELEMENT]}/value`, { text })
}

/** It stands among the libraries, in a folder named after the machine. */
const findBrowser = () =>
  readdirSync('/usr/lib')
    .map((folder) => join('/usr/lib', folder, 'webkit2gtk-4.1', 'MiniBrowser'))
    .find((path) => existsSync(path))

async function send<T>(method: string, address: string, body?: object): Promise<T> {
  const answer = await fetch(address, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const { value } = (await answer.json()) as { value: T & { error?: string; message?: string } }
  if (!answer.ok) throw new Error(`${value?.error}: ${value?.message} (${address.split('/').slice(5).join('/')})`)
  return value
}

async function untilItAnswers(address: string): Promise<void> {
  for (let at = 0; at < 100; at += 1) {
    if (
      await fetch(`${address}/status`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await wait(100)
  }
  throw new Error('WebKitWebDriver does not answer')
}
