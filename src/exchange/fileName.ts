import { answerOrNull } from '../domain/case/answer.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'
import type { Reply } from '../domain/reply/reply.ts'

const LONGEST_NAME = 40

/** Letters that do not come apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  ß: 'ss',
  đ: 'd',
  ł: 'l',
  þ: 'th',
  ð: 'd',
  œ: 'oe',
}

/** A company's name in the letters that every system takes in a file name; empty where nothing is left of it. */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[æøßđłþðœ]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-|-$/g, '')

const KINDS = { handover: 'case', copy: 'copy' } as const

/** `case-nordfjall-friluft-ab-2026-11-24-r2.json` for a hand-over, `copy-…` for a copy. Never a reserved name. */
export function fileNameOf(file: CaseFile, extension: string, kind: string = KINDS[file.purpose]): string {
  const company = plainName(answerOrNull(file.answers.about.company) ?? '')
  return `${[kind, company, file.asOf, `r${file.revision}`].filter(Boolean).join('-')}.${extension}`
}

/** `reply-nordfjall-friluft-ab-2026-11-25-r2.pdf`: what an account manager answers to a revision. */
export const replyFileName = (reply: Reply, company: string | null, extension: string): string =>
  `${['reply', plainName(company ?? ''), reply.writtenOn, `r${reply.revision}`].filter(Boolean).join('-')}.${extension}`
