import { decorate, PAGE, type Pen, QUIET, WIDTH } from './page.ts'
import type { ReportDocument } from './reportDocument.ts'
import { linesOf } from './textLines.ts'

/** The foot of every page, once their number is known. */
export function drawFeet(pen: Pen, { pageOf, foot }: ReportDocument): void {
  const { count } = pen.document.bufferedPageRange()
  const size = { size: 8, leading: 10 }
  for (let at = 0; at < count; at += 1) {
    pen.document.switchToPage(at)
    const number = pageOf.replace('{page}', String(at + 1)).replace('{pages}', String(count))
    const y = PAGE.height - PAGE.bottom + 14
    decorate(pen, 'Pagination', () => {
      const write = (text: string, width: number, right: boolean) => {
        const [line = []] = linesOf([{ text, voice: 'quiet' }], width, size.size, pen.faces)
        const wide = line.reduce((sum, run) => sum + run.width, 0)
        for (const run of line) {
          pen.document.font(run.face, size.size).fillColor(QUIET)
          const x = (right ? PAGE.width - PAGE.right - wide : PAGE.left) + run.x
          pen.document.text(run.text, x, y + size.size, { lineBreak: false, baseline: 'alphabetic' })
        }
      }
      write(foot, WIDTH - 90, false)
      write(number, 80, true)
    })
  }
}
