import { useMemo } from 'react'
import { assess } from '../domain/assessment/assess.ts'
import type { Case } from '../domain/case/case.ts'
import { visibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { buildReport, type Report } from '../domain/report/report.ts'
import { useServices } from '../store/session.tsx'
import { useToday } from '../store/useToday.ts'

/** What every output says of a case of this browser, as it stands today; nothing is left out. */
export function useReport({
  answers,
  evidence,
  replies,
  language,
}: Pick<Case, 'answers' | 'evidence' | 'replies' | 'language'>): Report {
  const { interview } = useServices()
  const today = useToday()
  return useMemo(() => {
    const visible = visibleAnswers(interview, answers)
    const assessment = assess(visible, today, language)
    return buildReport(interview, visible, assessment, { evidence, leftOut: [], replies })
  }, [interview, answers, evidence, replies, today, language])
}
