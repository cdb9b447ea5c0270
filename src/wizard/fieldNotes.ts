import { assess } from '../domain/assessment/assess.ts'
import { SAID_AT_THE_FIELD } from '../domain/assessment/notice.ts'
import type { Address } from '../domain/case/address.ts'
import type { Case } from '../domain/case/case.ts'
import type { Interview } from '../domain/interview/question.ts'
import { visibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { stillAsked } from '../domain/specificity/improvementHints.ts'
import { noticeWords } from '../i18n/assessmentWords.ts'
import type { Words } from '../i18n/useWords.ts'

export { afterPress } from '../ui/afterPointerUp.ts'

/** Something worth knowing about an answer, said beside its field. */
export interface FieldNote {
  about: Address
  text: string
  /** Advice on how to be more specific, which can be turned off. */
  isHint: boolean
}

interface NotesFrom {
  interview: Interview
  current: Case
  /** A calendar day. */
  today: string
  /** False where the person wants no advice. */
  withHints: boolean
}

/** What there is to say beside the fields of a case: what the assessment noticed, and what a stranger would still ask. */
export function fieldNotes({ interview, current, today, withHints }: NotesFrom, words: Words): readonly FieldNote[] {
  const visible = visibleAnswers(interview, current.answers)
  const { notices } = assess(visible, today, current.language)
  const noticed = notices
    .filter(({ id }) => SAID_AT_THE_FIELD.has(id))
    .map((notice) => ({
      about: notice.about,
      text: noticeWords(words, notice),
      isHint: notice.id === 'vagueWord',
    }))
  const asked = stillAsked(visible).map(({ id, about }) => ({
    about,
    text: words.translate(`assessment:stillAsked.${id}`),
    isHint: true,
  }))
  return [...noticed, ...asked].filter(({ isHint }) => withHints || !isHint)
}
