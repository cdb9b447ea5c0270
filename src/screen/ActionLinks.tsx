import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { OpenAction } from '../domain/assessment/assess.ts'
import type { VisibleAnswers } from '../domain/interview/visibleAnswers.ts'
import { messagesFor } from '../domain/messages/messages.ts'
import { caseAddress } from '../wizard/addresses.ts'

interface ActionLinksProps {
  caseId: string
  action: OpenAction
  answers: VisibleAnswers
}

/** A draft that helps, and the day for the calendar. */
export function ActionLinks({ caseId, action: { action, until }, answers }: ActionLinksProps) {
  const { t } = useTranslation()
  const kinds = messagesFor(action, answers)
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
