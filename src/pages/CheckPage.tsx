import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router-dom'
import { useWords } from '../i18n/useWords.ts'
import { useOpenCase } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'
import { focusOn } from '../ui/focus.ts'
import { caseAddress } from '../wizard/addresses.ts'
import { AnswerList } from './AnswerList.tsx'
import { AssessmentView } from './AssessmentView.tsx'
import { FileList } from './evidence/FileList.tsx'
import { wholeFile } from './evidence/filesOfCase.ts'
import { PageHead } from './PageHead.tsx'
import { useReport } from './useReport.ts'

/** The outcome with its reasons, and all answers with links to change them. */
export function CheckPage() {
  const { t } = useTranslation(['assessment', 'common', 'start', 'sheet', 'evidence'])
  const words = useWords()
  const { interview, storage } = useServices()
  const current = useOpenCase((state) => state.case)
  const { id, language } = current
  const [parameters] = useSearchParams()
  const landOn = parameters.get('at')
  const report = useReport(current)

  // Whoever came from here to change an answer comes back to it.
  useEffect(() => {
    if (landOn !== null) focusOn(landOn)
  }, [landOn])

  const source = useCallback((sha256: string) => wholeFile(storage, id, sha256), [storage, id])
  const shared = { words, interview, report, language, caseId: id }
  return (
    <>
      <PageHead back={caseAddress(id)} takesFocus={landOn === null}>
        {t('heading')}
      </PageHead>
      <AssessmentView {...shared} />
      {report.assessment.outcome === 'RESOLVED' && <p>{t('resolvedNext')}</p>}
      <div className="actions">
        <Link className="button" to={caseAddress(id, 'hand-over')}>
          {t('handOver')}
        </Link>
        <Link className="button secondary" to={caseAddress(id, 'sheet')}>
          {t('sheet:link')}
        </Link>
        {report.assessment.outcome === 'RESOLVED' && (
          <Link to={caseAddress(id, 'delete')}>{t('start:tasks.delete')}</Link>
        )}
      </div>
      <h2>{t('answers')}</h2>
      <AnswerList {...shared} landOn={landOn} />
      {report.files.length > 0 && (
        <>
          <h2>{t('evidence:list.heading')}</h2>
          <FileList words={words} files={report.files} language={language} source={source} />
        </>
      )}
    </>
  )
}
