import { type Block, type Printable, printed } from '../../summary/blocks.ts'
import type { Text } from '../../summary/spans.ts'
import { gapAfter, heightOf, lazily, type Piece, type Setting } from './boxes.ts'
import { layDrawing, layFile } from './layFigure.ts'
import { layFacts, layHeading, layList, layText } from './layText.ts'
import { baselineAt, decorate, drawLine, drawRule, PAGE, type PagePosition, under, writeRuns } from './page.ts'
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
  if (size !== 'small') return layText(setting, 'P', text, size === undefined ? sizes.body : sizes[size])
  const quiet = text.map((span) => ({ ...span, voice: span.voice ?? ('quiet' as const) }))
  return layText(setting, 'P', quiet, sizes.small)
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

const drawAll = (pieces: readonly Piece[], { x, y }: PagePosition) => {
  let at = y
  for (const piece of pieces) {
    piece.draw({ x, y: at })
    at += piece.height
  }
}

function layColumns({ columns, shares }: Printable & { is: 'columns' }, setting: Setting): readonly Piece[] {
  const gap = 16
  const parts = shares ?? columns.map(() => 1)
  const room = setting.width - gap * (columns.length - 1)
  const total = parts.reduce((sum, part) => sum + part, 0)
  const widths = parts.map((part) => (part / total) * room)
  const lefts = leftsOf(widths, gap)
  const laid = columns.map((blocks, at) => layAll(blocks, { ...setting, width: widths[at] ?? room }))
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

/** Rows are never split: they hold codes, dates, numbers and a title. */
function layTable(
  { caption, columns, rows }: Printable & { is: 'table' },
  { pen, width, sizes }: Setting,
): readonly Piece[] {
  const { size, leading } = sizes.small
  const table = lazily(() => under(pen, pen.root, 'Table'))
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (share / total) * width)
  const lefts = leftsOf(widths)

  const row = (cells: readonly (readonly TextLine[])[], isHead: boolean): Piece => {
    const height = Math.max(...cells.map((lines) => lines.length), 1) * leading + 4
    return {
      height,
      joined: isHead,
      draw: ({ x, y }: PagePosition) => {
        const element = under(pen, table(), 'TR')
        for (const [at, lines] of cells.entries()) {
          const scope = isHead ? 'Column' : at === 0 ? 'Row' : null
          const cell = under(pen, element, scope === null ? 'TD' : 'TH', scope === null ? {} : { scope })
          for (const [n, line] of lines.entries())
            drawLine(pen, cell, line, { x: x + (lefts[at] ?? 0), y: y + 2 + n * leading }, sizes.small)
        }
        drawRule(pen, { x, y: y + height - 1 }, width, isHead ? 0.8 : 0.4)
      },
    }
  }
  const captionLines = linesOf([{ text: caption, voice: 'strong' }], width, sizes.body.size, pen.faces)
  const captionElement = lazily(() => under(pen, table(), 'Caption'))
  const cellLines = (text: Text, at: number) => linesOf(text, (widths[at] ?? 0) - 6, size, pen.faces)
  const names = columns.map(({ name }, at) => cellLines([{ text: name, voice: 'strong' }], at))
  const head = row(names, true)
  // Repeated on the next page, for the eye alone.
  const again = {
    height: head.height,
    draw: ({ x, y }: PagePosition) =>
      decorate(pen, 'Layout', () => {
        for (const [at, lines] of names.entries())
          for (const [n, line] of lines.entries())
            writeRuns(pen, line, { x: x + (lefts[at] ?? 0), y: baselineAt(y + 2 + n * leading, sizes.small) }, size)
      }),
  }
  const body = rows.map((cells) => ({ ...row(cells.map(cellLines), false), head: again }))
  return [
    ...captionLines.map((line) => ({
      height: sizes.body.leading,
      joined: true,
      draw: (place: PagePosition) => drawLine(pen, captionElement(), line, place, sizes.body),
    })),
    head,
    ...gapAfter(body, 10),
  ]
}
