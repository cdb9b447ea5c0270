import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Passage } from '../../domain/sources/documentDeliverables.ts'
import type { DocumentBlock } from '../../domain/sources/sourceDocument.ts'
import { useGrowing } from '../../ui/Growing.tsx'
import { type Chunk, ChunkView, passagesOf } from './DocumentChunk.tsx'

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
  const text = useRef<HTMLDivElement>(null)
  // The one stop of the tab key: where the arrows have come to, or what comes first and can be pressed.
  useEffect(() => {
    if (text.current?.querySelector('.sentence[tabindex="0"]') == null)
      text.current?.querySelector('.sentence')?.setAttribute('tabindex', '0')
  })
  let page: number | null = null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the sentences in it
    <div className="document" ref={text} onKeyDown={moveByArrow}>
      {chunks.slice(0, shown).map((chunk) => {
        const own = chunk.blocks[0]?.page ?? null
        const isNewPage = own !== null && own !== page
        page = own ?? page
        return (
          <div key={chunk.at}>
            {isNewPage && <p className="page-mark">{t('sources:document.page', { page: own })}</p>}
            <ChunkView {...{ chunk, onPress, onPressAll }} state={stateOf(chunk, taken, found)} />
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
