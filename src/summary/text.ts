import { type Block, type Printable, printed } from './blocks.ts'
import type { Text } from './spans.ts'

const said = (text: Text) => text.map((span) => span.text).join('')

/** Everything that blocks say, a text at a time. */
export function* textsIn(blocks: readonly Block[]): Generator<string> {
  for (const block of printed(blocks)) yield* linesOf(block)
}

function* linesOf(block: Printable): Generator<string> {
  switch (block.is) {
    case 'heading':
    case 'paragraph':
      yield said(block.text)
      return
    case 'list':
      for (const [at, { text }] of block.items.entries())
        yield `${markOf(block.look, (block.from ?? 1) + at)}${said(text)}`
      return
    case 'facts':
      for (const { label, lines } of block.rows) yield [label, ...lines.map(said)].join('\n  ')
      return
    case 'table':
      yield block.caption
      yield block.columns.map(({ name }) => name).join(' | ')
      for (const row of block.rows) yield row.map(said).join(' | ')
      return
    case 'columns':
      for (const column of block.columns) yield* textsIn(column)
      return
    case 'drawing':
      for (const { sentence } of block.drawing.strips) yield sentence
      return
    case 'files':
      for (const { lines } of block.files) yield lines.map(said).join('\n  ')
      return
    case 'rule':
      yield ''
  }
}

const markOf = (look: (Printable & { is: 'list' })['look'], number: number) =>
  look === 'numbered' ? `${number}. ` : look === 'run' ? '' : '- '

interface Parts {
  title: string
  front: readonly Block[]
  underFront: readonly Block[]
  behind: readonly Block[]
  foot: string
}

/** The case summary as plain text, to be pasted where nothing else goes. */
export function summaryText({ title, front, underFront, behind, foot }: Parts): string {
  const lines: string[] = [title, '']
  for (const block of printed([...front, ...underFront, ...behind])) {
    if (block.is === 'heading') lines.push('')
    lines.push(...[...linesOf(block)].filter(Boolean))
  }
  return `${[...lines, '', foot].join('\n').replace(/\n{3,}/g, '\n\n')}\n`
}
