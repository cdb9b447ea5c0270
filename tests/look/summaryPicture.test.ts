import { writeFileSync } from 'node:fs'
import { chooseLanguage, expect, test, visit } from '../e2e/guide.ts'

/** A little more than the start page shows it with, in pixels. */
const SIZE = { width: 480, height: 620 }

for (const language of ['sv', 'en'] as const)
  test(`the picture of the summary on the start page is taken from the example, ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 820, height: 1400 })
    await chooseLanguage(page, language)
    await visit(page, '/case/example/sheet')
    const front = page.locator('.sheet-front')
    await expect(front).toBeVisible()
    await page.evaluate(() => document.fonts.ready)
    // As on paper, where nothing can be opened.
    await page.emulateMedia({ media: 'print' })
    const png = (await front.screenshot()).toString('base64')
    // The browser packs it: a picture of text is a tenth of its size as WebP.
    const webp = await page.evaluate(
      async ([data, width, height]) => {
        const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
        const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
        const canvas = Object.assign(document.createElement('canvas'), { width, height })
        const context = canvas.getContext('2d')
        if (context === null) throw new Error('no canvas')
        context.imageSmoothingQuality = 'high'
        // White paper with a margin around what is printed.
        const margin = 24
        const scale = (width - 2 * margin) / picture.width
        context.fillStyle = 'white'
        context.fillRect(0, 0, width, height)
        context.drawImage(picture, margin, margin, picture.width * scale, picture.height * scale)
        return canvas.toDataURL('image/webp', 0.35).split(',')[1] ?? ''
      },
      [png, SIZE.width, SIZE.height] as const,
    )
    writeFileSync(new URL(`../../public/summary-${language}.webp`, import.meta.url), Buffer.from(webp, 'base64'))
  })
