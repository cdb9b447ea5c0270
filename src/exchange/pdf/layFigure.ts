import type { FileBlock } from '../../summary/blocks.ts'
import type { Drawing, Mark } from '../../summary/drawing.ts'
import { gapAfter, lazily, type Piece, type Setting } from './boxes.ts'
import { drawMark, drawPromiseLine, heightOfDrawing, type WriteLabel } from './drawPromiseLine.ts'
import { layText } from './layText.ts'
import { decorate, drawLine, type PagePosition, type Pen, under, writeRuns } from './page.ts'
import { linesOf, missingIn, type TextLine, widthOfLine } from './textLines.ts'

export function layDrawing(drawing: Drawing, setting: Setting): readonly Piece[] {
  const { pen, width, sizes } = setting
  const height = heightOfDrawing(drawing)
  const { size } = sizes.small
  const alt = drawing.strips.map(({ sentence }) => sentence).join(' ')
  const write = (left: number): WriteLabel => {
    return (text, { x, baseline, width: room, align }, color) => {
      const line = fitted(pen, text, room, size)
      const wide = widthOfLine(line)
      const begin = x - wide * SHIFT[align]
      pen.notDrawn += missingIn(line)
      const inside = Math.min(Math.max(begin, left), left + width - wide)
      writeRuns(pen, line, { x: inside, y: baseline }, size, color)
    }
  }
  const figure = layPicture(pen, alt, { width, height, below: 4 }, ({ x, y }) =>
    drawPromiseLine(pen.document, drawing, { x, y, width }, write(x)),
  )
  return [figure, ...layLegend(drawing, setting)]
}

/** The share of its width by which a text is moved left of its place. */
const SHIFT = { left: 0, middle: 0.5, right: 1 } as const

function layPicture(
  pen: Pen,
  alt: string,
  { width, height, below }: { width: number; height: number; below: number },
  draw: (place: PagePosition) => void,
): Piece {
  return {
    height: height + below,
    draw: ({ x, y }) => {
      const bbox = [x, y, x + width, y + height] as const
      under(pen, pen.root, 'Figure', { alt, bbox, placement: 'Block' })
        .add(() => draw({ x, y }))
        .end()
    },
  }
}

function layLegend({ legend }: Drawing, { pen, width, sizes }: Setting): readonly Piece[] {
  const { size, leading } = sizes.small
  const paragraph = lazily(() => under(pen, pen.root, 'P'))
  const rows: { x: number; mark: Mark; line: TextLine }[][] = [[]]
  let x = 0
  for (const { mark, text } of legend) {
    const [line = []] = linesOf([{ text: `${text} `, voice: 'quiet' }], width, size, pen.faces)
    const wide = MARK + widthOfLine(line)
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

/** Room for a shape before its text, and between entries, in points. */
const MARK = 12
const GAP = 5

/** How far shapes above or below the line are moved to the middle of the text, in points. */
const DROPS: Partial<Record<Mark['shape'], number>> = { pin: 4, dot: -4.5, silence: -5 }

export function layFile({ file, lines, alt }: FileBlock, setting: Setting): readonly Piece[] {
  const { pen, width, sizes } = setting
  const said = lines.flatMap((text) => layText(setting, 'P', text, sizes.body))
  const picture = pen.pictures.get(file.sha256)
  if (picture === undefined) return gapAfter(said, sizes.gap)
  const scale = Math.min(1, (width * 0.6) / picture.width, 220 / picture.height)
  const size = { width: picture.width * scale, height: picture.height * scale }
  return [
    ...said.map((piece) => ({ ...piece, joined: true })),
    layPicture(pen, alt, { ...size, below: sizes.gap * 2 }, ({ x, y }) => pen.document.image(picture.jpeg, x, y, size)),
  ]
}

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
