import { useCallback, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router-dom'
import { wholeFile } from '../../files/filesOfCase.ts'
import { PageHead } from '../../frame/PageHead.tsx'
import { useWords } from '../../i18n/useWords.ts'
import type { Beside } from '../../screen/leaves.tsx'
import { Printed } from '../../screen/PrintedBlocks.tsx'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useInterview, useServices } from '../../store/session.tsx'
import { answersSection } from '../../summary/answerList.ts'
import { assessmentBlocks, openId } from '../../summary/assessment.ts'
import { filesSection } from '../../summary/fileList.ts'
import { focusOn } from '../../ui/focus.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { answerAddress } from '../../wizard/answerAddress.ts'
import { useReport } from '../openCase/useReport.ts'
import { ActionLinks } from './ActionLinks.tsx'
import { NextStepButtons } from './NextStepButtons.tsx'

export function CheckPage() {
  const { t } = useTranslation()
  const words = useWords()
  const interview = useInterview()
  const { storage } = useServices()
  const current = useOpenCase((state) => state.case)
  const { id, language } = current
  const [parameters] = useSearchParams()
  const landOn = parameters.get('at')
  const report = useReport(current)

  // Back at the answer that was changed.
  useEffect(() => {
    if (landOn !== null) focusOn(landOn)
  }, [landOn])

  const source = useCallback((sha256: string) => wholeFile(storage, id, sha256), [storage, id])
  const { concluded, answered } = useMemo(() => {
    const saying = { words, language, onScreen: true }
    return {
      concluded: assessmentBlocks(saying, report, interview, 'merchant'),
      answered: [
        answersSection(saying, report, { answeredOnly: false, isFolded: true }),
        ...filesSection(saying, report.files),
      ],
    }
  }, [words, language, report, interview])
  const beside = useMemo(
    (): Beside => ({
      answer: ({ address, about }) => (
        <Link to={answerAddress(interview, id, address, 'check')}>
          {words.translate('common:change')}
          <span className="unseen"> {about}</span>
        </Link>
      ),
      point: ({ address, about }) => (
        <Link to={answerAddress(interview, id, address, 'check')}>
          {words.translate('assessment:go')}
          <span className="unseen">: {about}</span>
        </Link>
      ),
      heading: (name) => {
        const action = report.assessment.open.find((each) => openId(each) === name)
        return action && <ActionLinks caseId={id} action={action} report={report} />
      },
      next: () => <NextStepButtons report={report} />,
    }),
    [words, interview, id, report],
  )
  return (
    <>
      <PageHead back={caseAddress(id)} takesFocus={landOn === null}>
        {t('assessment:heading')}
      </PageHead>
      <Printed blocks={concluded} beside={beside} />
      <div className="actions">
        <Link className="button secondary" to={caseAddress(id, 'hand-over')}>
          {t('assessment:handOver')}
        </Link>
        <Link className="button secondary" to={caseAddress(id, 'sheet')}>
          {t('sheet:link')}
        </Link>
      </div>
      <Printed blocks={answered} beside={beside} source={source} prefix="" landOn={landOn} />
    </>
  )
}
