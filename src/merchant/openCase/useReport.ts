import { useMemo } from 'react'
import type { Case } from '../../domain/case/case.ts'
import { type Report, reportOf } from '../../domain/report/report.ts'
import { useInterview } from '../../store/session.tsx'
import { useToday } from '../../store/useToday.ts'

const NOTHING: readonly string[] = []

export function useReport(
  { answers, evidence, replies, language }: Pick<Case, 'answers' | 'evidence' | 'replies' | 'language'>,
  leftOut = NOTHING,
): Report {
  const interview = useInterview()
  const today = useToday()
  return useMemo(
    () => reportOf(interview, { answers, language, evidence, replies, leftOut }, today),
    [interview, answers, evidence, replies, today, language, leftOut],
  )
}
