import { answerOrNull } from '../domain/case/answer.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'
import type { Reply } from '../domain/reply/reply.ts'

const LONGEST_NAME = 40

/** Letters that NFKD does not decompose. */
const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', ß: 'ss', đ: 'd', ł: 'l', þ: 'th', ð: 'd', œ: 'oe' }

/** A name in letters that every file system takes; may be empty. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[æøßđłþðœ]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-|-$/g, '')

const joined = (kind: string, company: string | null, day: string, revision: number, extension: string) =>
  `${[kind, plainName(company ?? ''), day, `r${revision}`].filter(Boolean).join('-')}.${extension}`

/** `case-nordfjall-friluft-ab-2026-11-24-r2.json` for a hand-over, `copy-…` for a copy. Never a reserved name. */
export function fileNameOf({ purpose, answers, asOf, revision }: CaseFile, extension: string, kind?: string): string {
  const prefix = kind ?? (purpose === 'handover' ? 'case' : 'copy')
  return joined(prefix, answerOrNull(answers.about.company), asOf, revision, extension)
}

export const replyFileName = ({ writtenOn, revision }: Reply, company: string | null, extension: string): string =>
  joined('reply', company, writtenOn, revision, extension)
