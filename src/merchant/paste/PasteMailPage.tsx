import { type FormEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { mailIn } from '../../domain/areas/partner/pastedMail.ts'
import { findList } from '../../domain/interview/interviewPages.ts'
import { Opening } from '../../frame/Frame.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { OwnText } from '../../ui/UserText.tsx'
import { caseAddress, rowAddress } from '../../wizard/addresses.ts'

/** `#/case/:id/partner/paste`: a mail with its headers becomes a contact, proposed first and completed after. */
export function PasteMailPage() {
  const { t } = useTranslation()
  const { formats, language } = useWords()
  const navigate = useNavigate()
  const { store, keeper } = useOpened()
  const { clock, interview } = useServices()
  const { id, answers } = useOpenCase((state) => state.case)
  const note = useNote(id, 'pastedMail')
  const today = clock.today()
  const mail = useMemo(
    () => mailIn(note.text ?? '', answers, { language, today, past: true }),
    [note.text, answers, language, today],
  )
  if (note.text === null) return <Opening />
  const isEmpty = note.text.trim() === ''
  const add = (event: FormEvent) => {
    event.preventDefault()
    const found = findList(interview, 'partner.log')
    if (isEmpty || found === undefined) return
    const rowId = store.getState().addRow('partner.log', { ...mail })
    if (rowId === null) return
    note.write('')
    void keeper.flush()
    navigate(rowAddress(id, found.list, rowId, found.list.steps[0]?.id ?? ''))
  }
  const day = mail.date === null ? null : typeof mail.date === 'string' ? formats.date(mail.date) : mail.date.typed
  const side = mail.from === null ? t('paste:mail.sideUnknown') : t(`partner:questions.log.from.choices.${mail.from}`)
  return (
    <>
      <PageHead back={caseAddress(id, 'partner/log')}>{t('paste:mail.heading')}</PageHead>
      <p className="lead">{t('paste:mail.lead')}</p>
      <form noValidate onSubmit={add}>
        <Field id="pasted" label={t('paste:mail.label')} hint={t('paste:mail.hint')}>
          {(wiring) => <TextInput {...wiring} multiline value={note.text ?? ''} onText={note.write} />}
        </Field>
        {!note.isKept && <p className="note">{t('common:save.error')}</p>}
        {!isEmpty && (
          <dl className="summary">
            {(
              [
                ['date', day],
                ['from', side],
                ['person', mail.person],
                ['reference', mail.reference],
                ['text', mail.text],
              ] as const
            ).map(([name, said]) => (
              <div key={name}>
                <dt>{t(`partner:questions.log.${name}.label`)}</dt>
                <dd>
                  {said === null ? (
                    <p className="not-provided">{t('paste:mail.notFound')}</p>
                  ) : (
                    <OwnText text={said} lang={undefined} />
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
        <div className="actions">
          <Button type="submit" isMain aria-disabled={isEmpty}>
            {t('paste:mail.add')}
          </Button>
        </div>
      </form>
    </>
  )
}
