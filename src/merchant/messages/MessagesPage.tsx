import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { assess } from '../../domain/assessment/assess.ts'
import { visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import { MESSAGE_KINDS } from '../../domain/messages/message.ts'
import { nextMessage } from '../../domain/messages/messages.ts'
import { PageHead } from '../../frame/PageHead.tsx'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { useToday } from '../../store/useToday.ts'
import { caseAddress } from '../../wizard/addresses.ts'
import { Reminders } from './ReminderList.tsx'

/** The drafts that there are, the one that fits now first, and the days to remember. */
export function MessagesPage() {
  const { t } = useTranslation()
  const { interview } = useServices()
  const current = useOpenCase((state) => state.case)
  const today = useToday()
  const next = useMemo(() => {
    const visible = visibleAnswers(interview, current.answers)
    return nextMessage(assess(visible, today, current.language), visible)
  }, [interview, current, today])
  const kinds = [...MESSAGE_KINDS].sort((a, b) => Number(b === next) - Number(a === next))
  return (
    <>
      <PageHead back={caseAddress(current.id)}>{t('drafts:page.heading')}</PageHead>
      <p className="lead">{t('drafts:page.lead')}</p>
      <ul className="rows">
        {kinds.map((kind) => (
          <li key={kind}>
            <div className="row-head">
              <Link to={caseAddress(current.id, `message/${kind}`)}>{t(`drafts:page.kinds.${kind}`)}</Link>
              {kind === next && <span className="tag">{t('drafts:page.next')}</span>}
            </div>
            <p className="row-facts">{t(`drafts:page.when.${kind}`)}</p>
          </li>
        ))}
      </ul>
      <Reminders />
    </>
  )
}
