import { type FormEvent, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { deliverablesIn } from '../../domain/areas/scope/pastedList.ts'
import { isTyped } from '../../domain/case/answer.ts'
import { Opening } from '../../frame/Frame.tsx'
import { PageHead } from '../../frame/PageHead.tsx'
import { useWords } from '../../i18n/useWords.ts'
import { useOpenCase, useOpened } from '../../store/openCaseContext.tsx'
import { addRows } from '../../store/rowCommands.ts'
import { useServices } from '../../store/session.tsx'
import { type Note, useNote } from '../../store/useNote.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { OwnText } from '../../ui/UserText.tsx'
import { caseAddress } from '../../wizard/addresses.ts'

interface PasteFormProps {
  label: string
  hint: string
  note: Note
  /** Nothing was found that could be added. */
  isEmpty: boolean
  button: string
  onAdd: () => void
  /** What was found in the text. */
  children: ReactNode
}

function PasteForm({ label, hint, note, isEmpty, button, onAdd, children }: PasteFormProps) {
  const { t } = useTranslation()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isEmpty) onAdd()
  }
  return (
    <form noValidate onSubmit={submit}>
      <Field id="pasted" label={label} hint={hint}>
        {(wiring) => <TextInput {...wiring} multiline value={note.text ?? ''} onText={note.write} />}
      </Field>
      {!note.isKept && <p className="note">{t('common:save.error')}</p>}
      {children}
      <div className="actions">
        <Button type="submit" isMain isOff={isEmpty}>
          {button}
        </Button>
      </div>
    </form>
  )
}

/** `#/case/:id/scope/paste`: each line of a pasted list or table becomes a deliverable. */
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
  const found = useMemo(() => {
    const titles = answers.scope.deliverables.map(({ title }) => title)
    return deliverablesIn(note.text ?? '', titles, { language, today, year: 'nearest' })
  }, [note.text, answers, language, today])
  if (note.text === null) return <Opening />
  const fresh = found.filter(({ isKnown }) => !isKnown)
  const add = () => {
    const rows = fresh.map(({ title, promised }) => ({ title, ...(promised !== null && { promised }) }))
    if (!addRows(store, 'scope.deliverables', rows, newId)) return
    note.write('')
    void keeper.flush()
    announce(t('sources:list.added', { count: fresh.length }))
    navigate(caseAddress(id, 'scope/deliverables'))
  }
  return (
    <>
      <PageHead back={caseAddress(id, 'scope/deliverables')}>{t('sources:list.heading')}</PageHead>
      <PasteForm
        label={t('sources:list.label')}
        hint={t('sources:list.hint')}
        note={note}
        isEmpty={fresh.length === 0}
        button={t('sources:list.add')}
        onAdd={add}
      >
        {found.length > 0 && (
          <>
            <p role="status">
              {fresh.length === 0 ? t('sources:list.allKnown') : t('sources:list.preview', { count: fresh.length })}
            </p>
            <ol className="files">
              {found.map(({ title, promised, isKnown }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same
                <li key={at}>
                  <OwnText text={title} lang={undefined} />{' '}
                  {promised !== null && (
                    <span className="meta">
                      {isTyped(promised) ? <OwnText text={promised.typed} /> : formats.date(promised)}
                    </span>
                  )}{' '}
                  {isKnown && <span className="note">{t('sources:list.known')}</span>}
                </li>
              ))}
            </ol>
          </>
        )}
      </PasteForm>
    </>
  )
}
