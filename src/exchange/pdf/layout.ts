import { type Block, type Printable, printed } from '../../summary/blocks.ts'
import { heightOf, type Piece, type Setting } from './boxes.ts'
import { layDrawing, layFile, layRule } from './layFigure.ts'
import { layTable } from './layTable.ts'
import { layFacts, layHeading, layList, layText } from './layText.ts'
import { PAGE, type PagePosition } from './page.ts'

/** Lays out a block as pieces that follow each other downwards. */
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
  const lefts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width + gap, 0))
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
