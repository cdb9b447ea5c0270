import type { Block } from '../../summary/blocks.ts'

/** Plain data, so that it can be sent to a worker. */
export interface ReportDocument {
  language: string
  title: string
  author: string
  subject: string
  /** One page at normal content, in small type. */
  front: readonly Block[]
  underFront: readonly Block[]
  behind: readonly Block[]
  pageOf: string
  foot: string
  notDrawn: string
  /** Of a row that goes on on the next page, with `{row}` for its name. */
  continued: string
  /** For attachment lists of PDF readers. */
  caseDescription: string
  /** In milliseconds. */
  madeAt: number
}

export interface Attachment {
  /** `case.json`, `reply.json` or `evidence-<sha256>.<extension>`; never a name from a user. */
  name: string
  /** In letters that every file system takes; without it readers of PDF show `name`. */
  shownName?: string
  type: string
  bytes: Uint8Array
  relationship: 'Source' | 'Supplement'
  description: string
}
