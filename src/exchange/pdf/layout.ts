import { type Block, type Printable, printed } from '../../summary/blocks.ts'
import type { Text } from '../../summary/spans.ts'
import { gapAfter, heightOf, keepFirstTwo, lazily, type Piece, type Setting } from './boxes.ts'
import { layDrawing, layFile } from './layFigure.ts'
import { layFacts, layHeading, layList, layText } from './layText.ts'
import { baselineAt, decorate, drawLine, drawRule, PAGE, type PagePosition, SLIP, under, writeRuns } from './page.ts'
import { linesOf, type TextLine } from './textLines.ts'

export function layBlock(block: Printable, setting: Setting): readonly Piece[] {
  switch (block.is) {
    case 'heading':
      return layHeading(block, setting)
    case 'paragraph':
      return layParagraph(block, setting)
    case 'list':
      return layList(block, setting)
    case 'facts':
      return layFacts(block, setting)
    case 'table':
      return layTable(block, setting)
    case 'columns':
      return layColumns(block, setting)
    case 'drawing':
      return layDrawing(block.drawing, setting)
    case 'files':
      return block.files.flatMap((file) => layFile(file, setting))
    case 'rule':
      return [layRule(block.heavy, setting)]
  }
}

function layParagraph({ text, size }: Printable & { is: 'paragraph' }, setting: Setting): readonly Piece[] {
  const { sizes } = setting
  if (size === 'urgent') return layUrgent(text, setting)
  if (size !== 'small') return layText(setting, 'P', text, size === undefined ? sizes.body : sizes[size])
  const quiet = text.map((span) => ({ ...span, voice: span.voice ?? ('quiet' as const) }))
  return layText(setting, 'P', quiet, sizes.small)
}

/** In a frame: seen before anything is read. */
function layUrgent(text: Text, { pen, width, sizes }: Setting): readonly Piece[] {
  const { urgent, gap } = sizes
  const inset = 6
  const spoken = text.map((span) => ({ ...span, voice: span.voice ?? ('strong' as const) }))
  const lines = linesOf(spoken, width - inset * 2, urgent.size, pen.faces)
  const height = lines.length * urgent.leading + inset
  return [
    {
      height: height + gap * 2,
      draw: ({ x, y }) => {
        decorate(pen, 'Layout', () => pen.document.lineWidth(1.6).strokeColor(SLIP).rect(x, y, width, height).stroke())
        const element = under(pen, pen.root, 'P')
        for (const [at, line] of lines.entries())
          drawLine(pen, element, line, { x: x + inset, y: y + inset / 2 + at * urgent.leading }, urgent)
      },
    },
  ]
}

function layRule(heavy: boolean, { pen, width, sizes }: Setting): Piece {
  return {
    height: heavy ? 6 : 4,
    draw: ({ x, y }) => drawRule(pen, { x, y: y + sizes.gap / 2 }, width, heavy ? 2 : 0.4),
  }
}

const leftsOf = (widths: readonly number[], gap = 0): readonly number[] =>
  widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width + gap, 0))

const layAll = (blocks: readonly Block[], setting: Setting) =>
  [...printed(blocks)].flatMap((block) => layBlock(block, setting))

/** One under the other. */
export const drawAll = (pieces: readonly Piece[], { x, y }: PagePosition) => {
  let at = y
  for (const piece of pieces) {
    piece.draw({ x, y: at })
    at += piece.height
  }
}

function layColumns({ columns }: Printable & { is: 'columns' }, setting: Setting): readonly Piece[] {
  const gap = 16
  const room = (setting.width - gap * (columns.length - 1)) / columns.length
  const widths = columns.map(() => room)
  const lefts = leftsOf(widths, gap)
  const laid = columns.map((blocks) => layAll(blocks, { ...setting, width: room }))
  const height = Math.max(...laid.map(heightOf))
  if (height > PAGE.height - PAGE.top - PAGE.bottom) return columns.flatMap((blocks) => layAll(blocks, setting))
  return [
    {
      height: height + setting.sizes.gap,
      draw: ({ x, y }) => {
        for (const [at, pieces] of laid.entries()) drawAll(pieces, { x: x + (lefts[at] ?? 0), y })
      },
    },
  ]
}

/** A longer row goes on on the next page, in lines. */
const MOST_TOGETHER = 14

function layTable(
  { caption, columns, rows }: Printable & { is: 'table' },
  { pen, width, sizes }: Setting,
): readonly Piece[] {
  const { size, leading } = sizes.small
  const table = lazily(() => under(pen, pen.root, 'Table'))
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (share / total) * width)
  const lefts = leftsOf(widths)

  const row = (cells: readonly (readonly TextLine[])[], isHead: boolean): readonly Piece[] => {
    const count = Math.max(...cells.map((lines) => lines.length), 1)
    const element = lazily(() => under(pen, table(), 'TR'))
    const cellsOf = cells.map((_, at) => {
      const scope = isHead ? 'Column' : at === 0 ? 'Row' : null
      return lazily(() => under(pen, element(), scope === null ? 'TD' : 'TH', scope === null ? {} : { scope }))
    })
    const drawCells = ({ x, y }: PagePosition, from: number, to: number) => {
      for (const [at, lines] of cells.entries()) {
        // PDF/UA: a row has its cells even if they are empty.
        const cell = cellsOf[at]?.()
        for (const [n, line] of lines.slice(from, to).entries())
          if (cell) drawLine(pen, cell, line, { x: x + (lefts[at] ?? 0), y: y + n * leading }, sizes.small)
      }
    }
    const step = count > MOST_TOGETHER ? 1 : count
    return Array.from({ length: count / step }, (_, n): Piece => {
      const [first, last] = [n === 0, (n + 1) * step === count]
      const above = first ? 2 : 0
      const height = step * leading + above + (last ? 2 : 0)
      return {
        height,
        joined: isHead || (first && !last),
        draw: ({ x, y }) => {
          drawCells({ x, y: y + above }, n * step, (n + 1) * step)
          if (last) drawRule(pen, { x, y: y + height - 1 }, width, isHead ? 0.8 : 0.4)
        },
      }
    })
  }
  const captionLines = linesOf([{ text: caption, voice: 'strong' }], width, sizes.body.size, pen.faces)
  const captionElement = lazily(() => under(pen, table(), 'Caption'))
  const cellLines = (text: Text, at: number) => linesOf(text, (widths[at] ?? 0) - 6, size, pen.faces)
  const names = columns.map(({ name }, at) => cellLines([{ text: name, voice: 'strong' }], at))
  const head = row(names, true)
  // Repeated on the next page, for the eye alone.
  const again = {
    height: heightOf(head),
    draw: ({ x, y }: PagePosition) =>
      decorate(pen, 'Layout', () => {
        for (const [at, lines] of names.entries())
          for (const [n, line] of lines.entries())
            writeRuns(pen, line, { x: x + (lefts[at] ?? 0), y: baselineAt(y + 2 + n * leading, sizes.small) }, size)
      }),
  }
  const body = keepFirstTwo(rows.map((cells) => row(cells.map(cellLines), false))).map((piece) => ({
    ...piece,
    head: again,
  }))
  return [
    ...captionLines.map((line) => ({
      height: sizes.body.leading,
      joined: true,
      draw: (place: PagePosition) => drawLine(pen, captionElement(), line, place, sizes.body),
    })),
    ...head,
    ...gapAfter(body, 10),
  ]
}
