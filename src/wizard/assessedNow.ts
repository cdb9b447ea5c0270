import { type Assessment, assess } from '../domain/assessment/assess.ts'
import type { Answers } from '../domain/case/answers.ts'
import type { Case } from '../domain/case/case.ts'
import { asSettled, type ReadingContext } from '../domain/interview/commitTypedText.ts'
import type { Interview, Part } from '../domain/interview/question.ts'
import { type PartStatus, statusOf } from '../domain/interview/status.ts'
import { type VisibleAnswers, visibleAnswers } from '../domain/interview/visibleAnswers.ts'

interface Assessed {
  visible: VisibleAnswers
  assessment: Assessment
  parts: readonly { part: Part; status: PartStatus }[]
}

const known = new WeakMap<Answers, Assessed & { from: string }>()

/**
 * The answers as they will be once their pages are left, and what follows from them: for the rail and for the notes beside
 * fields, which ask for the same ones.
 */
export function assessedNow(
  interview: Interview,
  { answers, language }: Pick<Case, 'answers' | 'language'>,
  reading: ReadingContext,
): Assessed {
  const from = `${language} ${reading.language} ${reading.today}`
  const before = known.get(answers)
  if (before?.from === from) return before
  const visible = visibleAnswers(interview, asSettled(interview, answers, reading))
  const parts = interview.parts.map((part) => ({ part, status: statusOf(part, visible) }))
  const now = { visible, assessment: assess(visible, reading.today, language), parts, from }
  known.set(answers, now)
  return now
}
