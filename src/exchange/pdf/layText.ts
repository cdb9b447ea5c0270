import type { AnswerRow, Block, Text } from './blocks.ts'
import { linesOf } from './lines.ts'
import { decorate, drawLine, INK, type Place, type Size, under } from './page.ts'
import { gapAfter, lazily, linePieces, type Piece, type Setting } from './pieces.ts'

const strong = (text: Text): Text => text.map((span) => ({ ...span, voice: span.voice ?? 'strong' }))

/** A text as an element of its own. */
export function layText(
  { pen, width, sizes }: Setting,
  type: string,
  text: Text,
  size: Size,
): readonly Piece[] {
  const element = lazily(() => under(pen, pen.root, type))
  return gapAfter(linePieces(pen, linesOf(text, width, size.size, pen.faces), size, element), sizes.gap)
}

/** A heading: it stays with what follows, and is a bookmark. */
export function layHeading(block: Block & { is: 'heading' }, setting: Setting): readonly Piece[] {
  const { pen, width, sizes, onHeading } = setting
  const { level, text } = block
  const { above, ruled, ...size } = sizes.headings[level]
  const lines = linesOf(level === 1 ? text : strong(text), width, size.size, pen.faces)
  const plain = text.map((span) => span.text).join('')
  const space: Piece = {
    height: above,
    joined: true,
    draw: ({ x, y }) => {
      if (ruled)
        decorate(pen, 'Layout', () =>
          pen.document
            .lineWidth(0.8)
            .strokeColor(INK)
            .moveTo(x, y)
            .lineTo(x + width, y)
            .stroke(),
        )
      onHeading(level, plain)
    },
  }
  const element = lazily(() => under(pen, pen.root, `H${level}`))
  return [space, ...linePieces(pen, lines, size, element).map((piece) => ({ ...piece, joined: true }))]
}

export function layList(items: readonly Text[], { pen, width, sizes }: Setting): readonly Piece[] {
  const list = lazily(() => under(pen, pen.root, 'L'))
  const indent = 9
  return items.flatMap((item) => {
    const element = lazily(() => under(pen, list(), 'LI'))
    const body = lazily(() => under(pen, element(), 'LBody'))
    const lines = linesOf(item, width - indent, sizes.body.size, pen.faces)
    const pieces = linePieces(pen, lines, sizes.body, body, indent)
    return gapAfter(pieces, sizes.gap / 2).map((piece, at) => ({
      ...piece,
      draw: (place: Place) => {
        if (at === 0) {
          const label = under(pen, element(), 'Lbl')
          drawLine(
            pen,
            label,
            linesOf([{ text: '•' }], indent, sizes.body.size, pen.faces)[0] ?? [],
            place,
            sizes.body,
          )
        }
        piece.draw(place)
      },
    }))
  })
}

/** Questions and answers: the question beside the answer, and a long answer over as many pages as it takes. */
export function layAnswers(rows: readonly AnswerRow[], { pen, width, sizes }: Setting): readonly Piece[] {
  const { size, leading } = sizes.body
  const share = width * 0.34
  const table = lazily(() => under(pen, pen.root, 'Table'))
  return rows.flatMap(({ label, lines: answer }) => {
    const labels = linesOf([{ text: label, voice: 'strong' }], share - 8, size, pen.faces)
    const values = answer.flatMap((text) => linesOf(text, width - share, size, pen.faces))
    const row = lazily(() => under(pen, table(), 'TR'))
    const head = lazily(() => under(pen, row(), 'TH', { scope: 'Row' }))
    const cell = lazily(() => under(pen, row(), 'TD'))
    const beside = Math.max(labels.length, Math.min(values.length, 2))
    const first: Piece = {
      height: beside * leading + 3,
      joined: values.length > beside,
      draw: ({ x, y }) => {
        decorate(pen, 'Layout', () =>
          pen.document
            .lineWidth(0.4)
            .strokeColor('#cbd1c9')
            .moveTo(x, y)
            .lineTo(x + width, y)
            .stroke(),
        )
        for (const [at, line] of labels.entries())
          drawLine(pen, head(), line, { x, y: y + 2 + at * leading }, sizes.body)
        // A row has a cell also where nothing is in it.
        cell()
        for (const [at, line] of values.slice(0, beside).entries())
          drawLine(pen, cell(), line, { x: x + share, y: y + 2 + at * leading }, sizes.body)
      },
    }
    const rest = values.slice(beside).map(
      (line): Piece => ({
        height: leading,
        draw: ({ x, y }) => drawLine(pen, cell(), line, { x: x + share, y }, sizes.body),
      }),
    )
    return gapAfter([first, ...rest], 3)
  })
}
