import type { Address } from '../domain/case/address.ts'
import type { EvidenceFile } from '../domain/evidence/evidence.ts'
import type { Drawing } from './drawing.ts'
import { type SpanLike, spansOf, type Text } from './spans.ts'

/** An answer of the case, for what a reader can do next to it. */
export interface Spot {
  address: Address
  /** Of its row; null if it is in none. */
  code: string | null
  /** Accessible name of links to it. */
  about: string
}

/** A question with its answer, each line of the answer a paragraph of its own. */
export interface Fact {
  label: string
  /** After the label, on screen alone. */
  tag?: string
  lines: readonly Text[]
  spot?: Spot
  /** True if the heading says it: on screen alone, where it can be asked about. */
  isSaid?: boolean
}

/** A disclosure. On screen alone, unless it says so. */
export interface Fold {
  summary: string
  about?: string
  blocks: () => readonly Block[]
  /** Opened when the page is printed. */
  onPaper?: true
  /** Whether it has this answer, and is opened for it. */
  holds?: (address: Address) => boolean
}

export interface Item {
  text: Text
  spot?: Spot
  blocks?: readonly Block[]
  fold?: Fold
  link?: { href: string; text: string }
}

export interface Heading {
  is: 'heading'
  level: 1 | 2 | 3 | 4
  text: Text
  id?: string
}

export interface FileBlock {
  file: EvidenceFile
  /** Counted from 1. */
  number: number
  lines: readonly Text[]
  alt: string
}

interface Section {
  is: 'section'
  heading: Heading
  blocks: readonly Block[]
  look?: 'outcome' | 'asked-back' | 'removed-row' | 'landmark' | 'grows'
}

/** `run`: sentences that follow each other. */
type ListLook = 'bullets' | 'lines' | 'numbered' | 'run' | 'conclusions'

/** What every printer prints. It knows no question, no rule and no case. */
export type Printable =
  | Heading
  | { is: 'paragraph'; text: Text; size?: 'large' | 'small' | 'urgent' }
  | { is: 'list'; look: ListLook; items: readonly Item[]; from?: number }
  | { is: 'facts'; rows: readonly Fact[]; isClose?: boolean }
  | {
      is: 'table'
      caption: string
      columns: readonly { name: string; share: number }[]
      rows: readonly (readonly Text[])[]
    }
  /** Side by side if they fit on one page, else one after the other. */
  | { is: 'columns'; columns: readonly (readonly Block[])[] }
  | { is: 'drawing'; drawing: Drawing }
  /** A picture is shown if its bytes are at hand. */
  | { is: 'files'; files: readonly FileBlock[] }
  | { is: 'rule'; heavy: boolean }

export type Block =
  | Printable
  | Section
  /** On paper and as text; on screen a fold elsewhere has it. */
  | { is: 'paper'; blocks: readonly Block[] }
  | { is: 'screen'; blocks: readonly Block[] }
  | { is: 'fold'; fold: Fold }
  /** On screen alone, composed when the rest is drawn: a large case has thousands of answers. */
  | { is: 'later'; blocks: () => readonly Block[]; holds: (address: Address) => boolean }

/** Whether a block that is drawn later has this answer. */
export const holdsAnswer = (block: Block, address: Address): boolean =>
  block.is === 'screen'
    ? block.blocks.some((inner) => holdsAnswer(inner, address))
    : block.is === 'later' && block.holds(address)

/** The blocks of a document that has no screen, one after the other. */
export function* printed(blocks: readonly Block[]): Generator<Printable> {
  for (const block of blocks) {
    if (block.is === 'section') {
      yield block.heading
      yield* printed(block.blocks)
    } else if (block.is === 'paper') yield* printed(block.blocks)
    else if (block.is === 'list' && block.items.some((item) => item.blocks !== undefined)) {
      for (const [at, item] of block.items.entries()) {
        yield { ...block, items: [item], from: at + 1 }
        yield* printed(item.blocks ?? [])
      }
    } else if (block.is === 'facts') yield { ...block, rows: block.rows.filter(({ isSaid }) => isSaid !== true) }
    else if (block.is !== 'fold' && block.is !== 'later' && block.is !== 'screen') yield block
  }
}

type Optional = Block | false | null

export const blocksOf = (...blocks: readonly Optional[]): readonly Block[] =>
  blocks.filter((block) => block !== false && block !== null)

export const heading = (level: Heading['level'], text: string, id?: string): Heading => ({
  is: 'heading',
  level,
  text: [{ text }],
  ...(id !== undefined && { id }),
})
export const section = (heading: Heading, ...blocks: readonly Optional[]): Section => ({
  is: 'section',
  heading,
  blocks: blocksOf(...blocks),
})
export const paragraph = (...parts: readonly SpanLike[]): Block => ({ is: 'paragraph', text: spansOf(...parts) })
export const small = (...parts: readonly SpanLike[]): Block => ({
  is: 'paragraph',
  size: 'small',
  text: spansOf(...parts),
})
export const lines = (texts: readonly Text[]): Block => ({
  is: 'list',
  look: 'lines',
  items: texts.map((text) => ({ text })),
})
export const columns = (...all: readonly (readonly Block[])[]): Block => ({ is: 'columns', columns: all })
