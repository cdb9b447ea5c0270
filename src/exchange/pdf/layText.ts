import type { Fact, Printable } from '../../summary/blocks.ts'
import type { Text } from '../../summary/spans.ts'
import { gapAfter, keepFirstTwo, lazily, linePieces, type Piece, type Setting } from './boxes.ts'
import {
  baselineAt,
  decorate,
  drawLine,
  drawRule,
  LINE,
  type PagePosition,
  type Size,
  under,
  writeRuns,
} from './page.ts'
import { linesOf } from './textLines.ts'

const strong = (text: Text): Text => text.map((span) => ({ ...span, voice: span.voice ?? 'strong' }))

export function layText({ pen, width, sizes }: Setting, type: string, text: Text, size: Size): readonly Piece[] {
  const element = lazily(() => under(pen, pen.root, type))
  return gapAfter(linePieces(pen, linesOf(text, width, size.size, pen.faces), size, element), sizes.gap)
}

export function layHeading(block: Printable & { is: 'heading' }, setting: Setting): readonly Piece[] {
  const { pen, width, sizes, onHeading } = setting
  const { level, text } = block
  const { above, ruled, ...size } = sizes.headings[level]
  const lines = linesOf(level === 1 ? text : strong(text), width, size.size, pen.faces)
  const plain = text.map((span) => span.text).join('')
  const space: Piece = {
    height: above,
    joined: true,
    draw: ({ x, y }) => {
      if (ruled) drawRule(pen, { x, y: y + 1.5 }, width, 0.8)
      onHeading(level, plain)
    },
  }
  const element = lazily(() => under(pen, pen.root, `H${level}`))
  return [space, ...linePieces(pen, lines, size, element).map((piece) => ({ ...piece, joined: true }))]
}

export function layList({ look, items, from = 1 }: Printable & { is: 'list' }, setting: Setting): readonly Piece[] {
  const { pen, width, sizes } = setting
  if (look === 'run') {
    const sentences = items.flatMap(({ text }, at) => (at === 0 ? text : [{ text: ' ' }, ...text]))
    return layText(setting, 'P', sentences, sizes.body)
  }
  const list = lazily(() => under(pen, pen.root, 'L'))
  const indent = look === 'numbered' ? 16 : look === 'lines' ? 0 : 9
  return items.flatMap(({ text }, at) => {
    const element = lazily(() => under(pen, list(), 'LI'))
    const body = lazily(() => under(pen, element(), 'LBody'))
    const mark = look === 'numbered' ? `${from + at}.` : '•'
    const [label = []] = linesOf([{ text: mark }], indent, sizes.body.size, pen.faces)
    const lines = linesOf(text, width - indent, sizes.body.size, pen.faces)
    const pieces = linePieces(pen, lines, sizes.body, body, indent)
    return gapAfter(pieces, sizes.gap / 2).map((piece, line) => ({
      ...piece,
      draw: (place: PagePosition) => {
        if (line === 0 && indent > 0) drawLine(pen, under(pen, element(), 'Lbl'), label, place, sizes.body)
        piece.draw(place)
      },
    }))
  })
}

export function layFacts(
  { rows, isClose = false }: Printable & { is: 'facts' },
  { pen, width, sizes, continued }: Setting,
): readonly Piece[] {
  const { size, leading } = sizes.body
  const share = width * 0.34
  const [above, gap] = isClose ? [0, 0] : [2, 3]
  const table = lazily(() => under(pen, pen.root, 'Table'))
  const rowPieces = ({ label, lines: answer }: Fact) => {
    const labels = linesOf([{ text: label, voice: isClose ? 'quiet' : 'strong' }], share - 8, size, pen.faces)
    const values = answer.flatMap((text) => linesOf(text, width - share, size, pen.faces))
    const row = lazily(() => under(pen, table(), 'TR'))
    const head = lazily(() => under(pen, row(), 'TH', { scope: 'Row' }))
    const cell = lazily(() => under(pen, row(), 'TD'))
    const beside = Math.max(labels.length, Math.min(values.length, 2))
    const first: Piece = {
      height: beside * leading + gap,
      joined: values.length > beside,
      draw: ({ x, y }) => {
        if (!isClose) drawRule(pen, { x, y }, width, 0.4, LINE)
        for (const [at, line] of labels.entries())
          drawLine(pen, head(), line, { x, y: y + above + at * leading }, sizes.body)
        // PDF/UA: a row has a cell even if it is empty.
        cell()
        for (const [at, line] of values.slice(0, beside).entries())
          drawLine(pen, cell(), line, { x: x + share, y: y + above + at * leading }, sizes.body)
      },
    }
    const rest = values.slice(beside).map(
      (line): Piece => ({
        height: leading,
        draw: ({ x, y }) => drawLine(pen, cell(), line, { x: x + share, y }, sizes.body),
      }),
    )
    return gapAfter([first, ...rest], gap)
  }
  const pieces = keepFirstTwo(rows.map(rowPieces))
  if (continued === null) return pieces
  const [again = []] = linesOf([{ text: continued, voice: 'quiet' }], width, size, pen.faces)
  const head = {
    height: leading + gap,
    draw: ({ x, y }: PagePosition) =>
      decorate(pen, 'Layout', () => writeRuns(pen, again, { x, y: baselineAt(y, sizes.body) }, size)),
  }
  return pieces.map((piece) => ({ ...piece, head }))
}
