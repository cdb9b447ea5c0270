import type { PlainDate, PlainMonth } from '../dates/plainDate.ts'

export const MESSAGE_KINDS = ['first', 'followUp', 'change', 'accept'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** One sentence of a message, before it is put into words: which one, and what it mentions. */
export interface Sentence {
  /** The key of its words, below the words of messages. */
  id: string
  dates?: Readonly<Record<string, PlainDate | PlainMonth>>
  texts?: Readonly<Record<string, string>>
  /** Names that are put together as a list: "S1, S2 and S3". */
  names?: readonly string[]
  count?: number
}

/** Sentences that follow each other, or a list of which each item is some sentences. */
export type MessageBlock =
  | { is: 'paragraph'; sentences: readonly Sentence[] }
  | { is: 'list'; items: readonly (readonly Sentence[])[] }

export interface Message {
  kind: MessageKind
  subject: Sentence
  blocks: readonly MessageBlock[]
}

/** What the merchant chooses for a message. Nothing else of the case goes into it. */
export interface MessageChoice {
  /** The last day for an answer that is asked for; null for none. */
  answerBy: PlainDate | null
  /** The ids of the rows that are named: examples, deliverables and additions. */
  rows: ReadonlySet<string>
  /** Whether what it has led to is told. Off unless it is ticked. */
  withImpact: boolean
  /** Whether it says that Adobe will be asked next. Off unless it is ticked. */
  withAdobe: boolean
}

export const messageParagraph = (...sentences: readonly (Sentence | null | false)[]): readonly MessageBlock[] => {
  const said = sentences.filter((sentence) => sentence !== null && sentence !== false)
  return said.length === 0 ? [] : [{ is: 'paragraph', sentences: said }]
}

export const bulletList = (items: readonly (readonly (Sentence | null | false)[])[]): readonly MessageBlock[] => {
  const said = items
    .map((sentences) => sentences.filter((sentence) => sentence !== null && sentence !== false))
    .filter((sentences) => sentences.length > 0)
  return said.length === 0 ? [] : [{ is: 'list', items: said }]
}
