import { assess } from '../domain/assessment/assess.ts'
import { SAID_AT_THE_FIELD } from '../domain/assessment/notice.ts'
import type { Address } from '../domain/case/address.ts'
import type { Case } from '../domain/case/case.ts'
import type { Interview } from '../domain/interview/question.ts'
import { visibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { noticeWords } from '../i18n/assessmentWords.ts'
import type { Words } from '../i18n/useWords.ts'

export { afterPress } from '../ui/afterPress.ts'

/** Something worth knowing about an answer, said beside its field. */
export interface FieldNote {
  about: Address
  text: string
}

/** What the assessment has to say beside the fields of a case. */
export function fieldNotes(
  interview: Interview,
  current: Case,
  today: string,
  words: Words,
): readonly FieldNote[] {
  const { notices } = assess(visibleAnswers(interview, current.answers), today, current.language)
  return notices
    .filter(({ id }) => SAID_AT_THE_FIELD.has(id))
    .map((notice) => ({ about: notice.about, text: noticeWords(words, notice) }))
}
