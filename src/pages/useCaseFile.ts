import { useCallback } from 'react'
import { type Assessment, assess } from '../domain/assessment/assess.ts'
import type { Case } from '../domain/case/case.ts'
import type { CaseFile } from '../domain/case/caseFile.ts'
import { caseFileOf, copyContent, handedOver, handOverContent } from '../domain/case/writeCaseFile.ts'
import { type VisibleAnswers, visibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { caseFileBytes, isAsMeant } from '../exchange/caseFileBytes.ts'
import { fileNameOf } from '../exchange/fileName.ts'
import { useOpened } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'

export interface MadeFile {
  file: CaseFile
  bytes: Blob
  name: string
  /** The case as it is after the file has been made. */
  next: Case
}

/** What can be seen of the open case, and what is concluded from it today. */
export function useAssessed(): () => { current: Case; visible: VisibleAnswers; assessment: Assessment } {
  const { store } = useOpened()
  const { interview, clock } = useServices()
  return useCallback(() => {
    const current = store.getState().case
    const visible = visibleAnswers(interview, current.answers)
    return { current, visible, assessment: assess(visible, clock.today(), current.language) }
  }, [store, interview, clock])
}

/** Makes the file of the open case and reads it back; null where what came out is not what was meant. */
export function useCaseFile(): (purpose: 'copy' | 'handover') => Promise<MadeFile | null> {
  const assessed = useAssessed()
  const { sha256 } = useServices()
  return useCallback(
    async (purpose) => {
      const { current, visible, assessment } = assessed()
      const content = purpose === 'copy' ? copyContent(current) : handOverContent(current, visible)
      const next = purpose === 'copy' ? current : handedOver(current, content, sha256)
      const file = caseFileOf(next, purpose, content, assessment, sha256)
      const bytes = caseFileBytes(file)
      const asMeant = await isAsMeant(bytes, file, sha256)
      return asMeant ? { file, bytes, name: fileNameOf(file, 'json'), next } : null
    },
    [assessed, sha256],
  )
}
