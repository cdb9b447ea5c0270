import { assess } from '../../src/domain/assessment/assess.ts'
import type { Case } from '../../src/domain/case/case.ts'
import type { CaseFile } from '../../src/domain/case/caseFile.ts'
import { caseFileOf, copyContent } from '../../src/domain/case/writeCaseFile.ts'
import { interview } from '../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../src/domain/interview/visibleAnswers.ts'
import { sha256 } from '../../src/exchange/sha256.ts'

/** The copy of a case that is made on a day. */
export const caseFileOfCase = (current: Case, asOf: string): CaseFile => {
  const assessment = assess(visibleAnswers(interview, current.answers), asOf, current.language)
  return caseFileOf(current, 'copy', copyContent(current), { assessment }, sha256)
}
