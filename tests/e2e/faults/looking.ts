import type { Page } from '@playwright/test'

/** Styles of the reader's own, which the policy of the page does not forbid as it forbids those of the page. */
export const withStyles = (page: Page, styles: string) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }, styles)

/** Opens everything that can be opened. */
export const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })

/** What is cut off or hangs out of the page: nothing, where there is room for every text. */
export const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} wide`)
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      // A field of one line goes on to the side, and is read by moving in it; a preview is the top of a page on purpose.
      if (element.closest('.unseen, .on-wide, svg, .skip, select, input, [hidden], .sheet-preview') !== null) continue
      const style = getComputedStyle(element)
      // An excerpt says by its dots that it goes on, and leads to the whole.
      if (style.webkitLineClamp !== 'none') continue
      const isCut = ['hidden', 'clip'].includes(style.overflowX)
      // What scrolls by itself is not cut; a control that is narrower than its words is, whatever it is called.
      const isPressed = element.matches('button, .button, summary, label, legend')
      if ((isCut || isPressed) && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
        found.push(`too narrow: ${element.outerHTML.slice(0, 140)}`)
      if (['hidden', 'clip'].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 1)
        found.push(`too low: ${element.outerHTML.slice(0, 140)}`)
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      if (parent === null || parent.closest('.unseen, .on-wide, .skip, svg, script, noscript, option') !== null)
        continue
      // What stands in a box that scrolls by itself is reached by scrolling it.
      let box: Element | null = parent
      while (box !== null && !['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) box = box.parentElement
      if (box !== null) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const { left, right, width } of range.getClientRects())
        if (width > 0 && (left < -1 || right > root.clientWidth + 1))
          found.push(`outside: ${(node.textContent ?? '').slice(0, 60)}`)
    }
    return found
  })

/** The points of a picture of the page as the browser reads them: red, green, blue and alpha, one after the other. */
export async function pointsOf(page: Page, png: Buffer): Promise<{ width: number; points: number[] }> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
    context.drawImage(bitmap, 0, 0)
    return { width: bitmap.width, points: [...context.getImageData(0, 0, bitmap.width, bitmap.height).data] }
  }, png.toString('base64'))
}

const linear = (part: number) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)

/** How light each point is, from 0 to 1, as the contrast of WCAG counts it. */
export function lightnessOf(points: readonly number[]): number[] {
  const found: number[] = []
  for (let at = 0; at < points.length; at += 4)
    found.push(
      0.2126 * linear(points[at] ?? 0) + 0.7152 * linear(points[at + 1] ?? 0) + 0.0722 * linear(points[at + 2] ?? 0),
    )
  return found
}

/** The contrast between the lightest and the darkest point. */
export function contrastIn(points: readonly number[]): number {
  const all = lightnessOf(points)
  const [light, dark] = [Math.max(...all), Math.min(...all)]
  return (light + 0.05) / (dark + 0.05)
}
