import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { OpenAction } from '../../domain/assessment/assess.ts'
import { messagesFor } from '../../domain/messages/messages.ts'
import type { Report } from '../../domain/report/report.ts'
import { caseAddress } from '../../wizard/addresses.ts'

interface ActionLinksProps {
  caseId: string
  action: OpenAction
  report: Report
}

/** A draft that helps, and the day for the calendar. The next step has them in the box. */
export function ActionLinks({ caseId, action: { action, until }, report }: ActionLinksProps) {
  const { t } = useTranslation()
  const { assessment, answers } = report
  const kinds = action === assessment.next ? [] : messagesFor(action, answers, assessment.asOf)
  if (kinds.length === 0) return null
  return (
    <p className="action-links">
      {kinds.map((kind) => (
        <Link key={kind} to={caseAddress(caseId, `message/${kind}`)}>
          {t(`assessment:draft.${kind}`)}
        </Link>
      ))}
      {until !== null && <Link to={caseAddress(caseId, 'messages')}>{t('assessment:draft.reminder')}</Link>}
    </p>
  )
}
