import type { Block, ReportDocument, Text } from './blocks.ts'

/** Every text of the document, to know which letters it needs. */
export function* textsOf({ front, behind, foot, pageOf }: ReportDocument): Generator<string> {
  yield foot
  yield pageOf
  for (const block of [...front, ...behind]) yield* textsIn(block)
}

function* textsIn(block: Block): Generator<string> {
  const spans = function* (texts: readonly Text[]) {
    for (const text of texts) for (const span of text) yield span.text
  }
  if (block.is === 'heading' || block.is === 'paragraph') yield* spans([block.text])
  if (block.is === 'picture') yield* spans([block.caption])
  if (block.is === 'list') yield* spans(block.items)
  if (block.is === 'answers')
    for (const { label, lines } of block.rows) {
      yield label
      yield* spans(lines)
    }
  if (block.is === 'table') for (const row of block.rows) yield* spans(row)
  if (block.is === 'columns')
    for (const column of block.columns) for (const inner of column) yield* textsIn(inner)
  if (block.is === 'drawing') for (const { name } of block.drawing.tracks) yield name
}
