import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Passage, sentencesOf } from '../../domain/sources/documentDeliverables.ts'
import type { DocumentBlock } from '../../domain/sources/sourceDocument.ts'
import { LinkButton } from '../../ui/Button.tsx'

/** Blocks that stand together: a table, a list, or one by itself. */
export interface Chunk {
  at: number
  blocks: readonly DocumentBlock[]
}

const keyOfSentence = (block: number, sentence: number): string => `sentence-${block}-${sentence}`

/** The passages of a block by their keys. */
export const passagesOf = (block: DocumentBlock, at: number): ReadonlyMap<string, Passage> =>
  new Map(
    sentencesOf(block).map((sentence, index) => [
      keyOfSentence(at, index),
      { block, sentence: block.kind === 'row' ? null : sentence },
    ]),
  )

interface ChunkViewProps {
  chunk: Chunk
  state: string
  onPress: (key: string, passage: Passage) => void
  onPressAll: (all: ReadonlyMap<string, Passage>) => void
}

export const ChunkView = memo(
  DrawnChunk,
  (a, b) => a.chunk.blocks[0] === b.chunk.blocks[0] && a.state === b.state && a.onPress === b.onPress,
)

function DrawnChunk({ chunk: { at, blocks }, state, onPress, onPressAll }: ChunkViewProps) {
  const { t } = useTranslation()
  const [first] = blocks
  if (first === undefined) return null
  const marked = new Set(state.split(/\s|(?=[+?])/))
  const sentence = (key: string, passage: Passage, text: ReactNode, name?: string) => (
    // A button cannot be broken over lines, and a sentence has to be.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      key={key}
      id={key}
      role="button"
      tabIndex={-1}
      className={marked.has(`?${key}`) ? 'sentence found' : 'sentence'}
      aria-label={name}
      aria-pressed={marked.has(`+${key}`)}
      onClick={() => onPress(key, passage)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onPress(key, passage)
      }}
    >
      {text}
    </span>
  )
  const sentences = (block: DocumentBlock, index: number) =>
    [...passagesOf(block, at + index)].map(([key, passage], place) => [
      place > 0 && ' ',
      sentence(key, passage, passage.sentence),
    ])
  const all = () => onPressAll(new Map(blocks.flatMap((block, index) => [...passagesOf(block, at + index)])))
  if (first.kind === 'heading') return <h3>{sentences(first, 0)}</h3>
  if (first.kind === 'text') return <p>{sentences(first, 0)}</p>
  const takeAll = blocks.length > 1 && (
    <p>
      <LinkButton onClick={all}>
        {t(`sources:document.${first.kind === 'row' ? 'allRows' : 'allItems'}`, { count: blocks.length })}
      </LinkButton>
    </p>
  )
  if (first.kind === 'item')
    return (
      <>
        <ul>
          {blocks.map((block, index) => (
            <li key={keyOfSentence(at + index, 0)}>{sentences(block, index)}</li>
          ))}
        </ul>
        {takeAll}
      </>
    )
  /** A date is not broken over lines. */
  const shown = (cell: string) => cell.replace(/(?<=\d)-(?=\d)/g, '\u2011')
  return (
    <>
      <div className="table-frame">
        <table>
          {first.columns !== null && (
            <thead>
              <tr>
                {first.columns.map((column, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns of one table
                  <th scope="col" key={place}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {blocks.map((block, index) => {
              const key = keyOfSentence(at + index, 0)
              const passage = { block, sentence: null }
              const cells = block.cells ?? []
              const first = cells.findIndex((cell) => /[\p{L}\d]/u.test(cell))
              return (
                // The button in its first cell is for the keyboard; a press anywhere in the row does the same.
                <tr
                  key={key}
                  className={state.includes(`+${key}`) ? 'taken' : undefined}
                  onClick={({ target }) =>
                    target instanceof Element && !target.closest('.sentence') && onPress(key, passage)
                  }
                >
                  {cells.map((cell, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the cells of one row
                    <td key={place} className="own">
                      {place === first ? sentence(key, passage, shown(cell), block.text) : shown(cell)}
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {takeAll}
    </>
  )
}
