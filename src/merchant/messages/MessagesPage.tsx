import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { assess } from '../../domain/assessment/assess.ts'
import { visibleAnswers } from '../../domain/interview/visibleAnswers.ts'
import { MESSAGE_KINDS } from '../../domain/messages/message.ts'
import { nextMessage } from '../../domain/messages/messages.ts'
import { type Reminder, remindersOf } from '../../domain/reminders/reminders.ts'
import { PageHead } from '../../frame/PageHead.tsx'
import { reminderWords } from '../../i18n/messageWords.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase } from '../../store/openCaseContext.tsx'
import { useInterview, useServices } from '../../store/session.tsx'
import { useToday } from '../../store/useToday.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { OwnText } from '../../ui/UserText.tsx'
import { caseAddress } from '../../wizard/addresses.ts'
import { saveReminders } from './saveReminders.ts'

export function MessagesPage() {
  const { t } = useTranslation()
  const interview = useInterview()
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

/** The coming days that the case names, as calendar files. */
function Reminders() {
  const { t } = useTranslation()
  const words = useWords()
  const interview = useInterview()
  const { clock } = useServices()
  const { id, answers } = useOpenCase((state) => state.case)
  const [made, setMade] = useState<string | null>(null)
  const today = useToday()
  const reminders = remindersOf(visibleAnswers(interview, answers), today)

  const save = (chosen: readonly Reminder[]) => setMade(saveReminders(words, { id, answers }, chosen, clock))
  return (
    <section aria-labelledby="reminders">
      <h2 id="reminders" tabIndex={-1}>
        {t('drafts:reminders.heading')}
      </h2>
      {reminders.length === 0 ? (
        <p>{t('drafts:reminders.none')}</p>
      ) : (
        <>
          <ul className="days">
            {reminders.map((reminder) => {
              const said = reminderWords(words, reminder, answers)
              return (
                <li key={`${reminder.kind} ${reminder.of}`}>
                  <strong>{words.formats.date(reminder.date)}</strong> <OwnText text={said} lang={undefined} />{' '}
                  <LinkButton about={said} onClick={() => save([reminder])}>
                    {t('drafts:reminders.one')}
                  </LinkButton>
                </li>
              )
            })}
          </ul>
          <p className="hint">{t('drafts:reminders.text')}</p>
          {reminders.length > 1 && <Button onClick={() => save(reminders)}>{t('drafts:reminders.button')}</Button>}
          <p role="status">{made === null ? '' : t('drafts:reminders.made', { name: made })}</p>
        </>
      )}
    </section>
  )
}
