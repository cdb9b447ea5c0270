import type { PlainDate, PlainMonth } from '../dates/plainDate.ts'

export const MESSAGE_KINDS = ['first', 'followUp', 'change', 'accept'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

export interface Sentence {
  id: string
  dates?: Readonly<Record<string, PlainDate | PlainMonth>>
  texts?: Readonly<Record<string, string>>
  /** Joined as a list: "S1, S2 and S3". */
  names?: readonly string[]
  count?: number
}

export type MessageBlock =
  | { is: 'paragraph'; sentences: readonly Sentence[] }
  | { is: 'list'; items: readonly (readonly Sentence[])[] }

export interface Message {
  kind: MessageKind
  subject: Sentence
  blocks: readonly MessageBlock[]
}

/** Nothing else of the case goes into a message. */
export interface MessageChoice {
  answerBy: PlainDate | null
  rows: ReadonlySet<string>
  withImpact: boolean
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
