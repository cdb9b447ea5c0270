import type { Block } from './blocks.ts'
import { layDrawing, layPicture, layRule } from './layFigure.ts'
import { layTable } from './layTable.ts'
import { layAnswers, layHeading, layList, layText } from './layText.ts'
import { PAGE, type Place } from './page.ts'
import { heightOf, type Piece, type Setting } from './pieces.ts'

/** Lays out a block as pieces that follow each other downwards. */
export function layBlock(block: Block, setting: Setting): readonly Piece[] {
  const { sizes } = setting
  switch (block.is) {
    case 'heading':
      return layHeading(block, setting)
    case 'paragraph':
      return layText(setting, 'P', block.text, block.size === undefined ? sizes.body : sizes[block.size])
    case 'list':
      return layList(block.items, setting)
    case 'answers':
      return layAnswers(block.rows, setting)
    case 'table':
      return layTable(block, setting)
    case 'columns':
      return layColumns(block.columns, setting)
    case 'drawing':
      return [layDrawing(block, setting)]
    case 'picture':
      return layPicture(block, setting)
    case 'rule':
      return [layRule(block.heavy, setting)]
  }
}

const drawAll = (pieces: readonly Piece[], { x, y }: Place) => {
  let at = y
  for (const piece of pieces) {
    piece.draw({ x, y: at })
    at += piece.height
  }
}

function layColumns(columns: readonly (readonly Block[])[], setting: Setting): readonly Piece[] {
  const gap = 16
  const width = (setting.width - gap * (columns.length - 1)) / columns.length
  const laid = columns.map((blocks) => blocks.flatMap((block) => layBlock(block, { ...setting, width })))
  const height = Math.max(...laid.map(heightOf))
  if (height > PAGE.height - PAGE.top - PAGE.bottom)
    return columns.flatMap((blocks) => blocks.flatMap((block) => layBlock(block, setting)))
  return [
    {
      height: height + setting.sizes.gap,
      draw: ({ x, y }) => {
        for (const [at, pieces] of laid.entries()) drawAll(pieces, { x: x + at * (width + gap), y })
      },
    },
  ]
}
