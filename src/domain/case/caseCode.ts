import { nonBlank } from './answer.ts'
import type { CaseFile } from './caseFile.ts'

/** As used on paper and over the phone. */
export const caseCodeOf = (caseId: string): string => caseId.slice(0, 8).toUpperCase()

export const caseName = ({ caseId, answers }: Pick<CaseFile, 'caseId' | 'answers'>): string =>
  [nonBlank(answers.about.company), caseCodeOf(caseId)].filter((part) => part !== null).join(' ')
