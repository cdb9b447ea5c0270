import type { Drawing } from './drawing.ts'

/** Text in one voice. The customer's own words carry the language that they are written in. */
export interface Span {
  text: string
  voice?: 'own' | 'strong' | 'quiet'
  /** A language tag, where it is not the language of the document. */
  language?: string
}
export type Text = readonly Span[]

/** A question with its answer, each line of the answer a paragraph of its own. */
export interface AnswerRow {
  label: string
  lines: readonly Text[]
}

/** What a page is made of, in words: the layout knows no question, no rule and no language. */
export type Block =
  | { is: 'heading'; level: 1 | 2 | 3 | 4; text: Text }
  | { is: 'paragraph'; text: Text; size?: 'large' | 'small' }
  | { is: 'list'; items: readonly Text[] }
  | { is: 'answers'; rows: readonly AnswerRow[] }
  | {
      is: 'table'
      caption: string
      columns: readonly { name: string; share: number }[]
      rows: readonly (readonly Text[])[]
    }
  /** Beside each other where they fit on one page, else one after the other. */
  | { is: 'columns'; columns: readonly (readonly Block[])[] }
  | { is: 'drawing'; drawing: Drawing; alt: string }
  /** Drawn where the picture is at hand in small; nothing stands there otherwise. */
  | { is: 'picture'; sha256: string; caption: Text; alt: string }
  | { is: 'rule'; heavy: boolean }

/** A whole document, ready to be laid out. It can be sent to a worker as it is. */
export interface ReportDocument {
  language: string
  title: string
  author: string
  subject: string
  /** One page of A4 at normal content, in small type. */
  front: readonly Block[]
  behind: readonly Block[]
  /** At the foot of every page; `{page}` and `{pages}` stand for the numbers. */
  pageOf: string
  foot: string
  /** Said at the end where characters could not be drawn; `{count}` stands for how many. */
  notDrawn: string
  /** Says what the embedded case is, for those who see it listed. */
  caseDescription: string
  /** A moment, in milliseconds. */
  madeAt: number
}

export interface Attachment {
  /** `case.json`, `reply.json` or `evidence-<sha256>.<ending>`: never a name that somebody chose. */
  name: string
  type: string
  bytes: Uint8Array
  relationship: 'Source' | 'Supplement'
  description: string
}
