import type { Block } from './blocks.ts'
import { drawPromiseLine, heightOfDrawing } from './drawing.ts'
import { layText } from './layText.ts'
import { type Line, linesOf } from './lines.ts'
import { decorate, INK, type Pen, under } from './page.ts'
import type { Piece, Setting } from './pieces.ts'

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

/** The promise line, with what it shows in words for those who do not see it. */
export function layDrawing(
  { drawing, alt }: Block & { is: 'drawing' },
  { pen, width, sizes }: Setting,
): Piece {
  const height = heightOfDrawing(drawing)
  const size = sizes.small
  return {
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
}

/** A picture with its caption above it; nothing where the picture is not at hand. */
export function layPicture(
  { sha256, caption, alt }: Block & { is: 'picture' },
  setting: Setting,
): readonly Piece[] {
  const { pen, width, sizes } = setting
  const picture = pen.pictures.get(sha256)
  if (picture === undefined) return []
  const scale = Math.min(1, (width * 0.6) / picture.width, 220 / picture.height)
  const [wide, high] = [picture.width * scale, picture.height * scale]
  const said = layText(setting, 'P', caption, sizes.small).map((piece) => ({ ...piece, joined: true }))
  return [
    ...said,
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
function fitted({ faces }: Pen, text: string, width: number, size: number): Line {
  const all = linesOf([{ text }], width, size, faces)
  if (all.length <= 1) return all[0] ?? []
  const characters = [...text]
  for (let most = characters.length - 1; most > 0; most -= 1) {
    const shorter = linesOf(
      [{ text: `${characters.slice(0, most).join('').trimEnd()} …` }],
      width,
      size,
      faces,
    )
    if (shorter.length === 1) return shorter[0] ?? []
  }
  return []
}
