import type { Page } from '@playwright/test'

/** Milliseconds from a key to the end of the frame that shows it: the middle of twenty. */
export async function typing(page: Page): Promise<number> {
  await page.locator('textarea').first().focus()
  await page.keyboard.press('End')
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { times })
    let begun = 0
    document.addEventListener(
      'keydown',
      () => {
        begun = performance.now()
      },
      { capture: true },
    )
    document.addEventListener('input', () => {
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - begun)))
    })
  })
  for (let at = 0; at < 20; at += 1) await page.keyboard.press('a', { delay: 30 })
  await page.waitForFunction(() => (window as unknown as { times: number[] }).times.length >= 20)
  return median(await page.evaluate(() => (window as unknown as { times: number[] }).times))
}

export const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Notes how long the page was kept busy at a time, from now on. */
export const watchLongTasks = (page: Page) =>
  page.evaluate(() => {
    const seen = globalThis as unknown as { longest: number }
    seen.longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
    }).observe({ type: 'longtask' })
  })

/** The longest time in which no key press would have been answered, in milliseconds; below 50 none is noted. */
export const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => Math.round((globalThis as unknown as { longest: number }).longest))

/** Adds a line to the table of this run. */
export function report(cells: readonly (string | number)[]): void {
  const line = `| ${cells.join(' | ')} |`
  console.log(line)
}

export const inTime = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return Math.round(performance.now() - begun)
}
