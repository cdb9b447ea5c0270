import * as z from 'zod/mini'
import { isPlainDate } from '../dates/plainDate.ts'
import type { EvidenceFile } from '../evidence/evidence.ts'
import { text } from './answer.ts'
import { type Answers, answersSchema, type ListPath, perList } from './answers.ts'
import type { CopiedFrom } from './case.ts'

export const FORMAT = 'partner-escalation-case'

/** A copy holds everything; a hand-over holds the visible answers without what was left out. */
export type Purpose = 'copy' | 'handover'

/** What the guide said on the day of the file. Rules of version 1 had an outcome; since then it is a next step. */
export interface FileResult {
  outcome?: string
  turn?: string
  next?: string
  warranted: boolean
  until: string | null
  open: readonly string[]
}
export interface CaseFile {
  format: typeof FORMAT
  formatVersion: number
  minReader: number
  purpose: Purpose
  caseId: string
  revision: number
  ancestors: readonly string[]
  copiedFrom: CopiedFrom | null
  language: string
  codes: Readonly<Record<ListPath, number>>
  answers: Answers
  evidence: readonly EvidenceFile[]
  replies: readonly unknown[]
  leftOut: readonly string[]
  rules: number
  asOf: string
  result: FileResult | null
  digest: string
}

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/))
const digest = z.string().check(z.regex(/^[0-9a-f]{64}$/))

export const MAX_COUNT = 1_000_000
const count = z.int().check(z.gte(0), z.lte(MAX_COUNT))

const evidenceFile = z.looseObject({
  id,
  name: text,
  type: text,
  size: z.int().check(z.gte(0)),
  sha256: digest,
  shows: z._default(z.nullable(text), null),
})

/** Also the source of `case.schema.json`. */
export const caseFileSchema = z.looseObject({
  format: z.literal(FORMAT),
  formatVersion: z.int().check(z.gte(1)),
  minReader: z.int().check(z.gte(1)),
  purpose: z.enum(['copy', 'handover']),
  caseId: id,
  revision: z._default(count, 0),
  ancestors: z._default(z.array(digest), []),
  copiedFrom: z._default(z.nullable(z.looseObject({ caseId: id, digest })), null),
  language: z._default(z.string().check(z.maxLength(35)), ''),
  codes: z._default(
    z.looseObject(perList(() => z._default(count, 0))),
    perList(() => 0),
  ),
  answers: answersSchema,
  evidence: z._default(z.array(evidenceFile), []),
  replies: z._default(z.array(z.unknown()), []),
  leftOut: z._default(z.array(text), []),
  rules: z._default(count, 0),
  asOf: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isPlainDate)),
  result: z._default(
    z.nullable(
      z.looseObject({
        outcome: z.optional(z.string().check(z.maxLength(40))),
        turn: z.optional(z.string().check(z.maxLength(40))),
        next: z.optional(z.string().check(z.maxLength(40))),
        warranted: z.boolean(),
        until: z.nullable(z.string().check(z.maxLength(10))),
        open: z.array(z.string().check(z.maxLength(40))),
      }),
    ),
    null,
  ),
  digest: z._default(z.string().check(z.maxLength(64)), ''),
})

export const caseFileJsonSchema = () => ({
  title: 'Partner escalation case',
  ...z.toJSONSchema(caseFileSchema, { io: 'input' }),
})
