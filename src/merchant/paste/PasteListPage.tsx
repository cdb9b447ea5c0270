import { type FormEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { deliverablesIn } from '../../domain/areas/scope/pastedList.ts'
import { Opening } from '../../frame/Frame.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { addRows } from '../../store/rowCommands.ts'
import { useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { OwnText } from '../../ui/UserText.tsx'
import { caseAddress } from '../../wizard/addresses.ts'

/** `#/case/:id/scope/paste`: a list from a document or a table becomes one deliverable for each line. */
export function PasteListPage() {
  const { t } = useTranslation()
  const { formats, language } = useWords()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const { store, keeper } = useOpened()
  const { clock, newId } = useServices()
  const { id, answers } = useOpenCase((state) => state.case)
  const note = useNote(id, 'pastedList')
  const today = clock.today()
  const found = useMemo(
    () =>
      deliverablesIn(
        note.text ?? '',
        answers.scope.deliverables.map(({ title }) => title),
        { language, today, past: false },
      ),
    [note.text, answers, language, today],
  )
  if (note.text === null) return <Opening />
  const fresh = found.filter(({ isKnown }) => !isKnown)
  const add = (event: FormEvent) => {
    event.preventDefault()
    const rows = fresh.map(({ title, promised }) => ({ title, ...(promised !== null && { promised }) }))
    if (!addRows(store, 'scope.deliverables', rows, newId)) return
    note.write('')
    void keeper.flush()
    announce(t('paste:list.added', { count: fresh.length }))
    navigate(caseAddress(id, 'scope/deliverables'))
  }
  return (
    <>
      <PageHead back={caseAddress(id, 'scope/deliverables')}>{t('paste:list.heading')}</PageHead>
      <form noValidate onSubmit={add}>
        <Field id="pasted" label={t('paste:list.label')} hint={t('paste:list.hint')}>
          {(wiring) => <TextInput {...wiring} multiline value={note.text ?? ''} onText={note.write} />}
        </Field>
        {!note.isKept && <p className="note">{t('common:save.error')}</p>}
        {found.length > 0 && (
          <>
            <p role="status">
              {fresh.length === 0 ? t('paste:list.allKnown') : t('paste:list.preview', { count: fresh.length })}
            </p>
            <ol className="files">
              {found.map(({ title, promised, isKnown }, at) => (
                // Two lines may say the same.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <li key={at}>
                  <OwnText text={title} lang={undefined} />{' '}
                  {promised !== null && <span className="meta">{formats.date(promised)}</span>}{' '}
                  {isKnown && <span className="note">{t('paste:list.known')}</span>}
                </li>
              ))}
            </ol>
          </>
        )}
        <div className="actions">
          <Button type="submit" isMain aria-disabled={fresh.length === 0}>
            {t('paste:list.add')}
          </Button>
        </div>
      </form>
    </>
  )
}
