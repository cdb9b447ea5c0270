import { fileURLToPath } from 'node:url'
import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { chooseLanguage, giveFile, test, wordsOf } from '../e2e/guide.ts'
import { dist } from '../support/host.ts'
import { median, report, typing, withExamples } from './measuring.ts'
import { startPackedHost } from './packedHost.ts'

const sv = wordsOf('sv')
const ROUNDS = Number(process.env.ROUNDS ?? 5)
const SIZES = [10, 100, 1_000]

/** A slow phone on a train: a quarter of this processor, 1.6 Mbit/s, 150 ms there and back. */
const SLOW = { latency: 150, downloadThroughput: 180_000, uploadThroughput: 90_000, offline: false }

/** One of the two that are compared: the product, and a page written by hand. */
interface Side {
  page: Page
  tools: CDPSession
  go(address: string): Promise<void>
}

const results = new Map<string, { floor: number[]; product: number[]; goal: string }>()
const note = (what: string, goal: string, side: 'floor' | 'product', value: number) => {
  const found = results.get(what) ?? { floor: [], product: [], goal }
  found[side].push(value)
  results.set(what, found)
}

/** Milliseconds from a press to the next frame in which the page is as it should be; measured in the page. */
const pressed = (page: Page, button: string, done: string) =>
  page.evaluate(
    ([press = '', wanted = '']) =>
      new Promise<number>((resolve) => {
        const isThere = new Function(`return ${wanted}`) as () => boolean
        const element = (new Function(`return ${press}`) as () => HTMLElement)()
        const begun = performance.now()
        element.click()
        const look = () =>
          isThere() ? setTimeout(() => resolve(performance.now() - begun)) : requestAnimationFrame(look)
        requestAnimationFrame(look)
      }),
    [button, done],
  )

/** What a key and everything after it, saving too, keeps the page busy with, in milliseconds. */
async function busyWithAKey({ page, tools }: Side): Promise<number> {
  const busy = async () =>
    (await tools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  await page.waitForTimeout(1_500)
  const before = await busy()
  await page.keyboard.press('b')
  await page.waitForTimeout(1_500)
  return ((await busy()) - before) * 1_000
}

async function heapOf({ tools }: Side): Promise<number> {
  await tools.send('HeapProfiler.collectGarbage')
  return (await tools.send('Runtime.getHeapUsage')).usedSize / 1_000_000
}

const sideOf = async (context: BrowserContext, address: string): Promise<Side> => {
  const page = await context.newPage()
  const tools = await page.context().newCDPSession(page)
  await tools.send('Performance.enable')
  await page.goto(address)
  return {
    page,
    tools,
    go: async (hash) => {
      await page.evaluate((next) => {
        location.hash = next
      }, hash)
    },
  }
}

/** When the page first shows something, and when something can be done on it, from a cold start. */
async function coldStart(context: BrowserContext, address: string) {
  const page = await context.newPage()
  const tools = await context.newCDPSession(page)
  await tools.send('Network.enable')
  await tools.send('Network.emulateNetworkConditions', SLOW)
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(() => {
    const seen = (name: string, isThere: () => boolean) => {
      const look = () => {
        if (!isThere()) return requestAnimationFrame(look)
        setTimeout(() => Object.assign(window, { [name]: performance.now() }))
      }
      requestAnimationFrame(look)
    }
    // The first page of the floor has a question, that of the product the button that begins.
    const first = () => document.querySelector('input[type=radio], main form button[type=submit]')
    seen('usable', () => first() !== null)
    // The product has the page drawn before its scripts come; what they draw takes the focus to its heading.
    const isFloor = location.pathname.startsWith('/floor/')
    seen('taken', () => first() !== null && (isFloor || document.activeElement?.tagName === 'H1'))
  })
  await page.goto(address)
  await page.waitForFunction(() => 'taken' in window)
  const times = await page.evaluate(() => ({
    words: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    ...(({ usable, taken }) => ({ usable, taken }))(window as unknown as { usable: number; taken: number }),
  }))
  await page.close()
  return times
}

test('against the floor', async ({ browser }) => {
  test.setTimeout(3_600_000)
  const floorFolder = fileURLToPath(new URL('floor/', import.meta.url))
  const host = await startPackedHost({ '': dist, 'floor/': floorFolder })
  const floorAddress = `${host.address}floor/`
  const fresh = async () => {
    const context = await browser.newContext({ locale: 'sv-SE', serviceWorkers: 'block' })
    const page = await context.newPage()
    await chooseLanguage(page, 'sv')
    await page.close()
    return context
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const side of ['floor', 'product'] as const) {
      const context = await fresh()
      const { words, usable, taken } = await coldStart(context, side === 'floor' ? floorAddress : host.address)
      note('slow phone: first words, ms', '1.1', side, words)
      note('slow phone: first page usable, ms', '1.5', side, usable)
      note('slow phone: scripts have taken over, ms', '–', side, taken)
      await context.close()
    }
    for (const count of SIZES) {
      const context = await fresh()
      const floor = await sideOf(context, floorAddress)
      await floor.page.waitForFunction(() => 'seed' in window)
      await floor.page.evaluate((rows) => (window as unknown as { seed(n: number): Promise<void> }).seed(rows), count)
      const product = await sideOf(context, host.address)
      const file = withExamples(count)
      await giveFile(product.page, 'underlag.json', JSON.stringify(file))
      await product.page.waitForURL(/case/)
      const base = `/case/${file.caseId}`
      const row = Math.ceil(count / 2)

      // Alternately first, so that neither always meets the warmer browser.
      const both = async (work: (which: 'floor' | 'product') => Promise<void>) => {
        const order = ['floor', 'product'] as const
        for (const which of round % 2 === 0 ? order : [...order].reverse()) {
          await (which === 'floor' ? floor : product).page.bringToFront()
          await work(which)
        }
      }
      await both(async (which) => {
        const side = which === 'floor' ? floor : product
        await side.go(which === 'floor' ? `row/${row}` : `${base}/examples.items/E-${row}/example`)
        await side.page.locator('textarea').first().waitFor()
        note(`typing, ${count} rows, ms`, '1.3', which, await typing(side.page))
        note(`a key and its saving, ${count} rows, ms busy`, '–', which, await busyWithAKey(side))
      })
      const listButton = (text: string) =>
        `[...document.querySelectorAll('button')].find((b) => b.textContent.startsWith('${text}'))`
      const openList = async (which: 'floor' | 'product') => {
        const side = which === 'floor' ? floor : product
        await side.go(which === 'floor' ? 'list' : `${base}/examples/items`)
        await side.page.locator('main ol > li').first().waitFor()
        await side.page.waitForTimeout(count * 2)
      }
      await both(async (which) => {
        const { page } = which === 'floor' ? floor : product
        await openList(which)
        note(
          `remove a row, ${count} rows, ms`,
          '2',
          which,
          await pressed(page, listButton('Ta bort'), `${listButton('Ångra')} !== undefined`),
        )
        note(
          `add a row, ${count} rows, ms`,
          '2',
          which,
          await pressed(
            page,
            which === 'floor' ? listButton('Lägg till') : listButton(sv('examples:lists.items.add')),
            `document.querySelector('main textarea, main input[type=text]') !== null`,
          ),
        )
      })
      await both(async (which) => {
        const { page } = which === 'floor' ? floor : product
        await page.evaluate(
          (hash) => {
            const link = document.createElement('a')
            link.href = `#${hash}`
            link.id = 'leads'
            document.body.append(link)
          },
          which === 'floor' ? 'check' : `${base}/check`,
        )
        const done =
          which === 'floor'
            ? `document.querySelector('.seen > section') !== null`
            : `document.querySelector('.outcome') !== null`
        note(
          `check page, what is seen, ${count} rows, ms`,
          '1',
          which,
          await pressed(page, `document.getElementById('leads')`, done),
        )
      })
      await both(async (which) => {
        const side = which === 'floor' ? floor : product
        await openList(which)
        note(`heap, ${count} rows, MB`, '–', which, await heapOf(side))
        await side.page.addInitScript(() => {
          const look = () => {
            if (document.querySelector('main ol > li') === null) return requestAnimationFrame(look)
            setTimeout(() => Object.assign(window, { listed: performance.now() }))
          }
          requestAnimationFrame(look)
        })
        await side.page.reload()
        await side.page.waitForFunction(() => 'listed' in window)
        note(
          `reload into the list, ${count} rows, ms`,
          '1.2',
          which,
          await side.page.evaluate(() => (window as unknown as { listed: number }).listed),
        )
      })
      for (const rate of [1, 4])
        await both(async (which) => {
          const side = which === 'floor' ? floor : product
          await side.go(which === 'floor' ? 'step/1' : `${base}/about/company`)
          await side.page.getByLabel('Företag').first().waitFor()
          await side.tools.send('Emulation.setCPUThrottlingRate', { rate })
          const before = await side.page.locator('h1').textContent()
          note(
            `next question${rate === 1 ? '' : ', throttled'}, ${count} rows, ms`,
            '2',
            which,
            await pressed(
              side.page,
              listButton('Fortsätt'),
              `document.querySelector('h1')?.textContent !== ${JSON.stringify(before)}`,
            ),
          )
          await side.tools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
        })
      await context.close()
    }
  }
  host.stop()
  report(['what', 'floor', 'spread', 'product', 'spread', 'ratio', 'goal'])
  report(['---', '--:', '---', '--:', '---', '--:', '--:'])
  const short = (value: number) => value.toFixed(value < 20 ? 1 : 0)
  for (const [what, { floor, product, goal }] of results) {
    const spread = (values: readonly number[]) => `${short(Math.min(...values))}–${short(Math.max(...values))}`
    const [low, high] = [median(floor), median(product)]
    report([what, short(low), spread(floor), short(high), spread(product), (high / low).toFixed(2), goal])
  }
})
