import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { remindersOf } from '../../domain/reminders/reminders.ts'
import type { Report } from '../../domain/report/report.ts'
import { useWords } from '../../i18n/useWords.ts'
import { useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { saveReminders } from '../messages/saveReminders.ts'

/** The day that is waited for, as a calendar file. */
export function CalendarButton({ report: { answers, assessment } }: { report: Report }) {
  const { t } = useTranslation()
  const words = useWords()
  const { store } = useOpened()
  const { clock } = useServices()
  const [saved, setSaved] = useState<string | null>(null)
  const all = remindersOf(answers, assessment.asOf)
  const reminder = all.find(({ date }) => date === assessment.until) ?? all[0]
  if (reminder === undefined) return null
  return (
    <>
      <Button isMain onClick={() => setSaved(saveReminders(words, store.getState().case, [reminder], clock))}>
        {t('assessment:do.calendar')}
      </Button>
      <span role="status">{saved === null ? '' : t('assessment:do.saved', { name: saved })}</span>
    </>
  )
}
