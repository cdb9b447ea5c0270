import { type KeyboardEvent, memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Passage, sentencesOf } from '../../domain/sources/documentDeliverables.ts'
import type { DocumentBlock } from '../../domain/sources/sourceDocument.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { useGrowing } from '../../ui/Growing.tsx'

/** Blocks that stand together: a table, a list, or one by itself. */
interface Chunk {
  at: number
  blocks: readonly DocumentBlock[]
}

interface DocumentTextProps {
  blocks: readonly DocumentBlock[]
  taken: ReadonlyMap<string, Passage>
  /** Sentences that a search has found. */
  found: ReadonlySet<string>
  onPress: (key: string, passage: Passage) => void
  onPressAll: (all: ReadonlyMap<string, Passage>) => void
}

const CHUNKS_AT_FIRST = 30
const CHUNKS_AT_A_TIME = 60

const keyOfSentence = (block: number, sentence: number): string => `sentence-${block}-${sentence}`

/** The passages of a block by their keys. */
export const passagesOf = (block: DocumentBlock, at: number): ReadonlyMap<string, Passage> =>
  new Map(
    sentencesOf(block).map((sentence, index) => [
      keyOfSentence(at, index),
      { block, sentence: block.kind === 'row' ? null : sentence },
    ]),
  )

function chunksOf(blocks: readonly DocumentBlock[]): readonly Chunk[] {
  const chunks: { at: number; blocks: DocumentBlock[] }[] = []
  for (const [at, block] of blocks.entries()) {
    const last = chunks.at(-1)
    const before = last?.blocks.at(-1)
    const isTogether =
      before !== undefined &&
      before.page === block.page &&
      ((block.kind === 'row' && before.kind === 'row' && before.table === block.table) ||
        (block.kind === 'item' && before.kind === 'item'))
    if (isTogether) last?.blocks.push(block)
    else chunks.push({ at, blocks: [block] })
  }
  return chunks
}

/** The arrows go from sentence to sentence, so that one stop of the tab key is enough for a whole document. */
function moveByArrow(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('.sentence')]
  const at = all.indexOf(document.activeElement as HTMLElement)
  const next = all[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  all[at]?.setAttribute('tabindex', '-1')
  next.setAttribute('tabindex', '0')
  next.focus()
}

/** A document as text to read, whose sentences and rows can be pressed. */
export function DocumentText({ blocks, taken, found, onPress, onPressAll }: DocumentTextProps) {
  const { t } = useTranslation()
  const chunks = chunksOf(blocks)
  const shown = useGrowing(chunks.length, found.size > 0 ? chunks.length : CHUNKS_AT_FIRST, CHUNKS_AT_A_TIME)
  let page: number | null = null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the sentences in it
    <div className="document" onKeyDown={moveByArrow}>
      {chunks.slice(0, shown).map((chunk, index) => {
        const own = chunk.blocks[0]?.page ?? null
        const isNewPage = own !== null && own !== page
        page = own ?? page
        return (
          <div key={chunk.at}>
            {isNewPage && <p className="page-mark">{t('sources:document.page', { page: own })}</p>}
            <ChunkView {...{ chunk, onPress, onPressAll }} isFirst={index === 0} state={stateOf(chunk, taken, found)} />
          </div>
        )
      })}
    </div>
  )
}

/** Which of its sentences are taken and found, as a text that changes only when one of them does. */
function stateOf({ at, blocks }: Chunk, taken: ReadonlyMap<string, Passage>, found: ReadonlySet<string>): string {
  if (taken.size === 0 && found.size === 0) return ''
  const keys = blocks.flatMap((block, index) => [...passagesOf(block, at + index).keys()])
  return keys.map((key) => (taken.has(key) ? `+${key}` : '') + (found.has(key) ? `?${key}` : '')).join(' ')
}

interface ChunkViewProps {
  chunk: Chunk
  state: string
  isFirst: boolean
  onPress: DocumentTextProps['onPress']
  onPressAll: DocumentTextProps['onPressAll']
}

const ChunkView = memo(
  DrawnChunk,
  (a, b) => a.chunk.blocks[0] === b.chunk.blocks[0] && a.state === b.state && a.onPress === b.onPress,
)

function DrawnChunk({ chunk: { at, blocks }, state, isFirst, onPress, onPressAll }: ChunkViewProps) {
  const { t } = useTranslation()
  const [first] = blocks
  if (first === undefined) return null
  const marked = new Set(state.split(/\s|(?=[+?])/))
  const sentence = (key: string, passage: Passage, text: ReactNode, isEntry = false) => (
    // A button cannot be broken over lines, and a sentence has to be.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      key={key}
      id={key}
      role="button"
      tabIndex={isEntry ? 0 : -1}
      className={marked.has(`?${key}`) ? 'sentence found' : 'sentence'}
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
      sentence(key, passage, passage.sentence, isFirst && index === 0 && place === 0),
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
            {blocks.map((block, index) => (
              <tr
                key={keyOfSentence(at + index, 0)}
                className={state.includes(`+${keyOfSentence(at + index, 0)}`) ? 'taken' : undefined}
              >
                {(block.cells ?? []).map((cell, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the cells of one row
                  <td key={place} className="own">
                    {place === 0
                      ? sentence(keyOfSentence(at + index, 0), { block, sentence: null }, cell || '–')
                      : cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {takeAll}
    </>
  )
}
