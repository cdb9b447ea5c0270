import type { PlainDate, PlainMonth } from '../dates/plainDate.ts'

export const MESSAGE_KINDS = ['first', 'answer', 'followUp', 'notAccepted', 'change', 'accept'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

export interface Sentence {
  /** The key below `drafts:`. */
  id: string
  dates?: Readonly<Record<string, PlainDate | PlainMonth>>
  texts?: Readonly<Record<string, string>>
  /** Joined as a list: "S1, S2 and S3". */
  names?: readonly string[]
  /** Joined as a list, too. */
  days?: readonly (PlainDate | PlainMonth)[]
  count?: number
}

export type MessageBlock =
  | { is: 'paragraph'; sentences: readonly Sentence[] }
  | { is: 'list'; items: readonly (readonly Sentence[])[] }

export interface Message {
  subject: Sentence
  blocks: readonly MessageBlock[]
}

/** Nothing else of the case goes into a message. */
export interface MessageChoice {
  /** The last day for an answer; null for none. */
  answerBy: PlainDate | null
  /** The ids of the rows that are named. */
  rows: ReadonlySet<string>
  withImpact: boolean
  withAdobe: boolean
}

export type MaybeSentence = Sentence | null | false

const said = (sentences: readonly MaybeSentence[]) => sentences.filter((each) => each !== null && each !== false)

export function messageParagraph(...sentences: readonly MaybeSentence[]): readonly MessageBlock[] {
  const kept = said(sentences)
  return kept.length === 0 ? [] : [{ is: 'paragraph', sentences: kept }]
}

export function bulletList(items: readonly (readonly MaybeSentence[])[]): readonly MessageBlock[] {
  const kept = items.map(said).filter((sentences) => sentences.length > 0)
  return kept.length === 0 ? [] : [{ is: 'list', items: kept }]
}
