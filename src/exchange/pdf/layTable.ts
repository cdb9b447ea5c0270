import type { Printable } from '../../summary/blocks.ts'
import { lazily, type Piece, type Setting } from './boxes.ts'
import { decorate, drawLine, INK, type PagePosition, under, writeRuns } from './page.ts'
import { linesOf, type TextLine } from './textLines.ts'

/** A table whose rows are never parted. Rows stay short: they hold codes, dates, numbers and a title. */
export function layTable(
  { caption, columns, rows }: Printable & { is: 'table' },
  { pen, width, sizes }: Setting,
): readonly Piece[] {
  const { size, leading } = sizes.small
  const table = lazily(() => under(pen, pen.root, 'Table'))
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (share / total) * width)
  const lefts = widths.map((_, at) => widths.slice(0, at).reduce((sum, each) => sum + each, 0))

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
        decorate(pen, 'Layout', () =>
          pen.document
            .lineWidth(isHead ? 0.8 : 0.4)
            .strokeColor(INK)
            .moveTo(x, y + height - 1)
            .lineTo(x + width, y + height - 1)
            .stroke(),
        )
      },
    }
  }
  const captionLines = linesOf([{ text: caption, voice: 'strong' }], width, sizes.body.size, pen.faces)
  const captionElement = lazily(() => under(pen, table(), 'Caption'))
  const cellLines = (text: Parameters<typeof linesOf>[0], at: number) =>
    linesOf(text, (widths[at] ?? 0) - 6, size, pen.faces)
  const names = columns.map(({ name }, at) => cellLines([{ text: name, voice: 'strong' }], at))
  const head = row(names, true)
  // On the next page the names stand over their columns again, for the eye alone.
  const again = {
    height: head.height,
    draw: ({ x, y }: PagePosition) =>
      decorate(pen, 'Layout', () => {
        for (const [at, lines] of names.entries())
          for (const [n, line] of lines.entries())
            writeRuns(pen, line, { x: x + (lefts[at] ?? 0), y: y + 2 + n * leading }, sizes.small)
      }),
  }
  const body = rows.map((cells) => ({ ...row(cells.map(cellLines), false), head: again }))
  const last = body.at(-1) ?? head
  return [
    ...captionLines.map((line) => ({
      height: sizes.body.leading,
      joined: true,
      draw: (place: PagePosition) => drawLine(pen, captionElement(), line, place, sizes.body),
    })),
    head,
    ...body.slice(0, -1),
    ...(body.length > 0 ? [{ ...last, height: last.height + 10 }] : []),
  ]
}
