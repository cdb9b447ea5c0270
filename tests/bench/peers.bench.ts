import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'
import { chooseLanguage, giveFile, test, wordsOf } from '../e2e/guide.ts'
import { withExamples } from '../e2e/withExamples.ts'
import { dist } from '../support/host.ts'
import { median, report, typing } from './measuring.ts'
import { startPackedHost } from './packedHost.ts'
import { buildPeers } from './peers/build.ts'

const sv = wordsOf('sv')
const ROUNDS = Number(process.env.ROUNDS ?? 5)
const SIZES = [10, 100, 1_000] as const

/** A slow phone on a train: a quarter of this processor, 1.6 Mbit/s, 150 ms there and back. */
const SLOW = { latency: 150, downloadThroughput: 180_000, uploadThroughput: 90_000, offline: false }
const QUARTER = { rate: 4 }

/** Nothing is waited for longer: what takes longer did not finish. In milliseconds. */
const PATIENCE = 30_000

/** The same small wizard, by the addresses of its pages and by what is on them. */
interface Tool {
  name: string
  address: string
  /** Puts so many rows in it, and gives the addresses of its pages. */
  fill(page: Page, count: number): Promise<{ list: string; row: string; check: string; step: string }>
  /** Selectors: what can be used first, each row of the list, and what shows that the summary is there. */
  start: string
  rows: string
  summary: string
  /** In the page: what opens the middle row, adds one, and switches the language, there and back. */
  open: (count: number) => string
  add: string
  language: readonly [string, string]
}

const PEER = {
  start: 'input[type=radio]',
  fill: async (page: Page, count: number) => {
    await page.waitForFunction(() => 'seed' in window)
    await page.evaluate((rows) => (window as unknown as { seed(n: number): Promise<void> }).seed(rows), count)
    return { list: 'list', row: `row/${Math.ceil(count / 2)}`, check: 'check', step: 'step/1' }
  },
  rows: 'main ol > li',
  open: (count: number) => `document.querySelector('a[href="#row/${Math.ceil(count / 2)}"]')`,
  add: "document.querySelector('#add')",
  summary: 'main section',
  language: ["document.querySelector('#language')", "document.querySelector('#language')"] as const,
}

const button = (text: string) =>
  `[...document.querySelectorAll('button')].find((each) => each.textContent.startsWith('${text}'))`

const tools = (address: string): readonly Tool[] => [
  { ...PEER, name: 'written by hand', address: `${address}peers/handWritten/` },
  { ...PEER, name: 'React Hook Form', address: `${address}peers/reactHookForm/` },
  {
    ...PEER,
    name: 'SurveyJS',
    address: `${address}peers/surveyJs/`,
    rows: '.sd-paneldynamic__panel-wrapper',
    open: (count) =>
      `document.querySelectorAll('.sd-paneldynamic__panel-wrapper .sd-title')[${Math.ceil(count / 2) - 1}]`,
    add: "document.querySelector('.sd-paneldynamic__add-btn')",
    summary: '.sd-paneldynamic__panel-wrapper textarea, .sd-paneldynamic__panel-wrapper .sd-input',
  },
  {
    name: 'this product',
    address,
    start: 'main form button[type=submit]',
    fill: async (page, count) => {
      const file = withExamples(count)
      await giveFile(page, 'underlag.json', JSON.stringify(file))
      await page.waitForURL(/case/)
      const base = `/case/${file.caseId}`
      const row = `${base}/examples.items/E-${Math.ceil(count / 2)}/example`
      return { list: `${base}/examples/items`, row, check: `${base}/check`, step: `${base}/about/company` }
    },
    rows: 'main ol.rows > li',
    open: (count) => `document.querySelector('main ol.rows a[href*="/E-${Math.ceil(count / 2)}/"]')`,
    add: button(sv('examples:lists.items.add')),
    summary: '.outcome',
    language: [button('English'), button('Svenska')],
  },
]

const results = new Map<string, Map<string, number[]>>()
const note = (what: string, { name }: Tool, value: number) => {
  const of = results.get(what) ?? new Map<string, number[]>()
  of.set(name, [...(of.get(name) ?? []), value])
  results.set(what, of)
}

/** Milliseconds from a press to the frame in which the page is as it should be; measured in the page. */
const pressed = (page: Page, press: string, done: string) =>
  page.evaluate(
    ([what = '', wanted = '', most]) =>
      new Promise<number>((resolve) => {
        const isThere = new Function(`return ${wanted}`) as () => boolean
        const element = (new Function(`return ${what}`) as () => HTMLElement)()
        const begun = performance.now()
        element.click()
        const look = () => {
          const passed = performance.now() - begun
          if (passed > Number(most)) resolve(Number.POSITIVE_INFINITY)
          else if (isThere()) setTimeout(() => resolve(performance.now() - begun))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    [press, done, String(PATIENCE)] as const,
  )

const go = (page: Page, hash: string) =>
  page.evaluate((next) => {
    location.hash = next
  }, hash)

const thereAre = (page: Page, rows: string, count: number) =>
  page.waitForFunction(([what, least]) => document.querySelectorAll(what).length >= least, [rows, count] as const, {
    timeout: PATIENCE,
  })

async function freshContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'sv-SE', serviceWorkers: 'block' })
  const page = await context.newPage()
  await chooseLanguage(page, 'sv')
  await page.close()
  return context
}

/** From a cold start on a slow phone: first words, a first question with the page free, and all bytes until it rests. */
async function coldStart(context: BrowserContext, tool: Tool) {
  const page = await context.newPage()
  await page.setViewportSize({ width: 390, height: 844 })
  const phone = await context.newCDPSession(page)
  await phone.send('Network.enable')
  await phone.send('Network.emulateNetworkConditions', SLOW)
  await phone.send('Emulation.setCPUThrottlingRate', QUARTER)
  await page.addInitScript((start) => {
    const seen = { usable: 0, busyUntil: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) seen.busyUntil = startTime + duration
    }).observe({ type: 'longtask' })
    const look = () => {
      if (document.querySelector(start) === null) return requestAnimationFrame(look)
      setTimeout(() => Object.assign(seen, { usable: performance.now() }))
    }
    requestAnimationFrame(look)
  }, tool.start)
  await page.goto(tool.address)
  // A second in which nothing comes and nothing keeps the page busy.
  await page.waitForFunction(() => {
    const { seen } = window as unknown as { seen: { usable: number; busyUntil: number } }
    const last = Math.max(
      ...performance.getEntriesByType('resource').map((each) => (each as PerformanceResourceTiming).responseEnd),
      0,
    )
    return seen.usable > 0 && performance.now() - Math.max(seen.usable, seen.busyUntil, last) > 1_000
  })
  const [words, { usable, busyUntil }, bytes] = await page.evaluate(
    () =>
      [
        performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
        (window as unknown as { seen: { usable: number; busyUntil: number } }).seen,
        [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
          .map((each) => (each as PerformanceResourceTiming).encodedBodySize)
          .reduce((sum, size) => sum + size, 0),
      ] as const,
  )
  note('slow phone: first words, ms', tool, words)
  note('slow phone: first control usable and the page free, ms', tool, Math.max(usable, busyUntil))
  note('bytes until the page rests, kB', tool, bytes / 1000)
  await page.close()
}

const heapOf = async (tools: CDPSession) => {
  await tools.send('HeapProfiler.collectGarbage')
  return (await tools.send('Runtime.getHeapUsage')).usedSize / 1_000_000
}

async function withRows(context: BrowserContext, tool: Tool, count: number) {
  const page = await context.newPage()
  await page.goto(tool.address)
  const at = await tool.fill(page, count)
  const own = await context.newCDPSession(page)
  await page.goto(`${tool.address}#${at.list}`)
  await page.reload()
  await thereAre(page, tool.rows, count)

  if (count === 1_000) {
    note('heap at 1,000, MB', tool, await heapOf(own))
    await page.reload()
    await thereAre(page, tool.rows, count)
    note('reload into a list of 1,000, all rows there, ms', tool, await page.evaluate(() => performance.now()))
    note(
      'open a row at 1,000, ms',
      tool,
      await pressed(page, tool.open(count), "document.querySelector('textarea') !== null"),
    )
    await go(page, at.list)
    await thereAre(page, tool.rows, count)
  }
  if (count === 100) {
    for (const [at, press] of tool.language.entries()) {
      const words = "document.querySelector('main').innerText"
      await page.evaluate(() => Object.assign(window, { before: document.querySelector('main')?.innerText }))
      const time = await pressed(page, press, `${words} !== window.before`)
      if (at === 0) note('switch language at 100, ms', tool, time)
    }
  }
  if (count > 10) {
    const done =
      tool.name === 'SurveyJS'
        ? `document.querySelectorAll('${tool.rows}').length > ${count}`
        : "document.querySelector('textarea') !== null"
    await page.waitForFunction(`${tool.add} !== null`, undefined, { timeout: PATIENCE })
    note(`add a row at ${count}, ms`, tool, await pressed(page, tool.add, done))
  }
  await go(page, at.row)
  await page.locator('textarea').first().waitFor({ timeout: PATIENCE })
  note(`typing at ${count} rows, ms`, tool, await typing(page))
  if (count === 100) {
    await own.send('Emulation.setCPUThrottlingRate', QUARTER)
    note('typing, 100 rows, a quarter of the processor, ms', tool, await typing(page))
    await own.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  }
  if (count === 1_000) {
    await page.evaluate((hash) => {
      document.body.append(Object.assign(document.createElement('a'), { href: `#${hash}`, id: 'leads' }))
    }, at.check)
    note(
      'summary of 1,000, ms',
      tool,
      await pressed(page, "document.querySelector('#leads')", `document.querySelector('${tool.summary}') !== null`),
    )
  }
  await page.close()
}

test('beside the same small wizard made with other tools', async ({ browser }) => {
  test.setTimeout(3_600_000)
  const built = await buildPeers(['reactHookForm', 'surveyJs'])
  const folders = Object.fromEntries(Object.entries(built).map(([name, folder]) => [`peers/${name}/`, folder]))
  const host = await startPackedHost({ '': dist, ...folders })
  const all = tools(host.address)
  const unfinished = new Set<string>()
  for (let round = 0; round < ROUNDS; round += 1) {
    // Each begins as often as the others, so that none always meets the warmer browser.
    const order = all.map((_, at) => all[(at + round) % all.length] as Tool)
    for (const tool of order) {
      const context = await freshContext(browser)
      await coldStart(context, tool)
      await context.close()
    }
    for (const count of SIZES)
      for (const tool of order) {
        // Whoever did not finish once is not waited for again.
        if (unfinished.has(`${tool.name} ${count}`)) continue
        const context = await freshContext(browser)
        await withRows(context, tool, count).catch((error: Error) => {
          console.log(`${tool.name}, ${count} rows: ${error.message.split('\n')[0]}`)
          unfinished.add(`${tool.name} ${count}`)
        })
        await context.close()
      }
  }
  host.stop()
  const [byHand] = all
  report(['', ...all.map(({ name }) => name), 'times the one by hand'])
  report(['---', ...all.map(() => '--:'), '--:'])
  const short = (value: number) => (Number.isFinite(value) ? value.toFixed(value < 20 ? 1 : 0) : 'dnf')
  for (const [what, of] of results) {
    const values = all.map(({ name }) => median(of.get(name) ?? [Number.POSITIVE_INFINITY]))
    const ratio = (values.at(-1) ?? Number.NaN) / median(of.get(byHand?.name ?? '') ?? [])
    report([what, ...values.map(short), ratio.toFixed(2)])
  }
})
