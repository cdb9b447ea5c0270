import type { FileBlock } from '../../summary/blocks.ts'
import type { Drawing, Mark } from '../../summary/drawing.ts'
import { gapAfter, lazily, type Piece, type Setting } from './boxes.ts'
import { drawMark, drawPromiseLine, heightOfDrawing } from './drawPromiseLine.ts'
import { layText } from './layText.ts'
import { decorate, drawLine, INK, type PagePosition, type Pen, under } from './page.ts'
import { linesOf, type TextLine } from './textLines.ts'

export function layRule(heavy: boolean, { pen, width, sizes }: Setting): Piece {
  return {
    height: heavy ? 6 : 4,
    draw: ({ x, y }) =>
      decorate(pen, 'Layout', () =>
        pen.document
          .lineWidth(heavy ? 2 : 0.4)
          .strokeColor(INK)
          .moveTo(x, y + sizes.gap / 2)
          .lineTo(x + width, y + sizes.gap / 2)
          .stroke(),
      ),
  }
}

/** The promise line, with what it shows in words for those who do not see it, and what its shapes mean. */
export function layDrawing(drawing: Drawing, setting: Setting): readonly Piece[] {
  const { pen, width, sizes } = setting
  const height = heightOfDrawing(drawing)
  const size = sizes.small
  const alt = drawing.strips.map(({ sentence }) => sentence).join(' ')
  const figure: Piece = {
    height: height + 4,
    draw: ({ x, y }) => {
      const figure = under(pen, pen.root, 'Figure', {
        alt,
        bbox: [x, y, x + width, y + height],
        placement: 'Block',
      })
      figure.add(() =>
        drawPromiseLine(pen.document, drawing, { x, y, width }, (text, at, color) => {
          const line = fitted(pen, text, at.width, size.size)
          const wide = line.reduce((sum, run) => sum + run.width, 0)
          const begin = at.align === 'left' ? at.x : at.align === 'right' ? at.x - wide : at.x - wide / 2
          const x0 = Math.min(Math.max(begin, x), x + width - wide)
          for (const run of line) {
            pen.document.font(run.face, size.size).fillColor(color)
            if (run.actual !== null) pen.notDrawn += 1
            pen.document.text(run.text, x0 + run.x, at.baseline, {
              lineBreak: false,
              baseline: 'alphabetic',
            })
          }
        }),
      )
      figure.end()
    },
  }
  return [figure, ...layLegend(drawing, setting)]
}

function layLegend({ legend }: Drawing, { pen, width, sizes }: Setting): readonly Piece[] {
  const { size, leading } = sizes.small
  const paragraph = lazily(() => under(pen, pen.root, 'P'))
  const rows: { x: number; mark: Mark; line: TextLine }[][] = [[]]
  let x = 0
  for (const { mark, text } of legend) {
    const [line = []] = linesOf([{ text: `${text} `, voice: 'quiet' }], width, size, pen.faces)
    const wide = MARK + line.reduce((sum, run) => sum + run.width, 0)
    if (x + wide > width && x > 0) {
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push({ x, mark, line })
    x += wide + GAP
  }
  const pieces = rows.map((row) => ({
    height: leading,
    draw: (place: PagePosition) => {
      for (const { x: left, mark, line } of row) {
        const at = { x: place.x + left, y: place.y }
        decorate(pen, 'Layout', () =>
          drawMark(pen.document, mark, at.y + leading / 2 + (DROPS[mark.shape] ?? 0), (share) => at.x + 1 + share * 8),
        )
        drawLine(pen, paragraph(), line, { x: at.x + MARK, y: at.y }, sizes.small)
      }
    },
  }))
  return gapAfter(pieces, sizes.gap)
}

/** Room for a shape before its words, and after them, in points. */
const MARK = 12
const GAP = 5

/** How far the line is from the middle of what stands on it or hangs under it, in points. */
const DROPS: Partial<Record<Mark['shape'], number>> = { pin: 4, dot: -4.5, silence: -5 }

/** What is said of a file, and under it the picture where it is at hand. */
export function layFile({ file, lines, alt }: FileBlock, setting: Setting): readonly Piece[] {
  const { pen, width, sizes } = setting
  const said = lines.flatMap((text) => layText(setting, 'P', text, sizes.body))
  const picture = pen.pictures.get(file.sha256)
  if (picture === undefined) return gapAfter(said, sizes.gap)
  const scale = Math.min(1, (width * 0.6) / picture.width, 220 / picture.height)
  const [wide, high] = [picture.width * scale, picture.height * scale]
  return [
    ...said.map((piece) => ({ ...piece, joined: true })),
    {
      height: high + sizes.gap * 2,
      draw: ({ x, y }) => {
        const figure = under(pen, pen.root, 'Figure', {
          alt,
          bbox: [x, y, x + wide, y + high],
          placement: 'Block',
        })
        figure.add(() => pen.document.image(picture.jpeg, x, y, { width: wide, height: high }))
        figure.end()
      },
    },
  ]
}

/** As much of a text as one line has room for, with a mark where it goes on. */
function fitted({ faces }: Pen, text: string, width: number, size: number): TextLine {
  const all = linesOf([{ text }], width, size, faces)
  if (all.length <= 1) return all[0] ?? []
  const characters = [...text]
  for (let most = characters.length - 1; most > 0; most -= 1) {
    const shorter = linesOf([{ text: `${characters.slice(0, most).join('').trimEnd()} …` }], width, size, faces)
    if (shorter.length === 1) return shorter[0] ?? []
  }
  return []
}
