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

export interface FieldNote {
  about: Address
  text: string
  /** Advice on how to be more specific, which the user can turn off. */
  isHint: boolean
}

interface NotesFrom {
  interview: Interview
  current: Case
  today: string
  withHints: boolean
}

export function fieldNotes({ interview, current, today, withHints }: NotesFrom, words: Words): readonly FieldNote[] {
  const visible = visibleAnswers(interview, current.answers)
  const { notices } = assess(visible, today, current.language)
  const noticed = notices
    .filter(({ id }) => SAID_AT_THE_FIELD.has(id))
    .map((notice) => ({ about: notice.about, text: noticeWords(words, notice), isHint: notice.id === 'vagueWord' }))
  const asked = stillAsked(visible).map(({ id, about }) => ({
    about,
    text: words.translate(`assessment:stillAsked.${id}`),
    isHint: true,
  }))
  return [...noticed, ...asked].filter(({ isHint }) => withHints || !isHint)
}
