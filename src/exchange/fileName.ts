import { answerOrNull } from '../domain/case/answer.ts'
import { caseCodeOf } from '../domain/case/caseCode.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'
import { folded } from '../domain/case/folded.ts'
import type { Reply } from '../domain/reply/reply.ts'

const LONGEST_NAME = 40

/** A name in letters that every file system takes; may be empty. */
export const plainName = (name: string): string =>
  folded(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-|-$/g, '')

/** Named by the case's code where the company's name has no letter that every file system takes. */
function joined(
  kind: string,
  { caseId, company }: { caseId: string; company: string | null },
  day: string,
  revision: number,
  extension: string,
) {
  const name = plainName(company ?? '') || plainName(caseCodeOf(caseId))
  return `${[kind, name, day, `r${revision}`].filter(Boolean).join('-')}.${extension}`
}

/** `case-nordfjall-friluft-ab-2026-11-24-r2.json` for a hand-over, `copy-…` for a copy. Never a reserved name. */
export function fileNameOf(file: CaseFile, extension: string, kind?: string): string {
  const { purpose, answers, caseId, asOf, revision } = file
  const prefix = kind ?? (purpose === 'handover' ? 'case' : 'copy')
  return joined(prefix, { caseId, company: answerOrNull(answers.about.company) }, asOf, revision, extension)
}

export const replyFileName = (
  { caseId, writtenOn, revision }: Reply,
  company: string | null,
  extension: string,
): string => joined('reply', { caseId, company }, writtenOn, revision, extension)
