import type { Block } from '../../summary/blocks.ts'

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
