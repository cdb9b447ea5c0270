import { SAID_AT_THE_FIELD } from '../domain/assessment/notice.ts'
import { type Address, findRow } from '../domain/case/address.ts'
import { nonBlank } from '../domain/case/answer.ts'
import type { Answers } from '../domain/case/answers.ts'
import type { Case } from '../domain/case/case.ts'
import { pageOf } from '../domain/interview/interviewPages.ts'
import type { Interview } from '../domain/interview/question.ts'
import { stillAsked } from '../domain/specificity/improvementHints.ts'
import { noticeWords } from '../i18n/assessmentWords.ts'
import type { Words } from '../i18n/useWords.ts'
import { assessedNow } from './assessedNow.ts'

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

/** Nobody is told what is missing in a row before anything has been written in it. */
function isBegun(interview: Interview, answers: Answers, about: Address): boolean {
  const page = pageOf(interview, about)
  if (page === null || !('list' in page)) return true
  return nonBlank(findRow(answers, page.list.path, page.rowId)?.[page.list.title]) !== null
}

/** Nothing that was written disappears without a word. */
function hiddenRows({ scope }: Answers, words: Words): readonly FieldNote[] {
  const count = scope.deliverables.length
  if (scope.concern !== 'none' || count === 0) return []
  return [{ about: 'scope.concern', text: words.translate('scope:hidden', { count }), isHint: false }]
}

export function fieldNotes({ interview, current, today, withHints }: NotesFrom, words: Words): readonly FieldNote[] {
  const { visible, assessment } = assessedNow(interview, current, { language: words.language, today })
  const noticed = assessment.notices
    .filter(({ id, about }) => SAID_AT_THE_FIELD.has(id) && isBegun(interview, current.answers, about))
    .map((notice) => ({ about: notice.about, text: noticeWords(words, notice), isHint: notice.id === 'vagueWord' }))
  const asked = stillAsked(visible).map(({ id, about }) => ({
    about,
    text: words.translate(`assessment:stillAsked.${id}`),
    isHint: true,
  }))
  return [...hiddenRows(current.answers, words), ...noticed, ...asked].filter(({ isHint }) => withHints || !isHint)
}
