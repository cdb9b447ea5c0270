import { assess } from '../../domain/assessment/assess.ts'
import { visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import { nextHeading, resultOf } from '../../i18n/assessmentWords.ts'
import type { Words } from '../../i18n/useWords.ts'
import type { Services } from '../../store/session.tsx'

/** Whose turn it is in a kept case, with the day if there is one; null if it cannot be read. */
export async function turnOfCase({ storage, interview: fetchInterview, clock }: Services, words: Words, id: string) {
  const [result, interview] = await Promise.all([storage.load(id, 'reading'), fetchInterview()])
  if (!result.ok) return null
  const { answers, language } = result.loaded.case
  return nextHeading(words, resultOf(assess(visibleAnswers(interview, answers), clock.today(), language)))
}
