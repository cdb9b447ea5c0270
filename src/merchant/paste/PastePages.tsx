import { type FormEvent, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router-dom'
import { mailIn } from '../../domain/areas/partner/pastedMail.ts'
import { deliverablesIn } from '../../domain/areas/scope/pastedList.ts'
import { findList } from '../../domain/interview/interviewPages.ts'
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
import { caseAddress, rowAddress } from '../../wizard/addresses.ts'

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
    announce(t('paste:list.added', { count: fresh.length }))
    navigate(caseAddress(id, 'scope/deliverables'))
  }
  return (
    <>
      <PageHead back={caseAddress(id, 'scope/deliverables')}>{t('paste:list.heading')}</PageHead>
      <PasteForm
        label={t('paste:list.label')}
        hint={t('paste:list.hint')}
        note={note}
        isEmpty={fresh.length === 0}
        button={t('paste:list.add')}
        onAdd={add}
      >
        {found.length > 0 && (
          <>
            <p role="status">
              {fresh.length === 0 ? t('paste:list.allKnown') : t('paste:list.preview', { count: fresh.length })}
            </p>
            <ol className="files">
              {found.map(({ title, promised, isKnown }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same
                <li key={at}>
                  <OwnText text={title} lang={undefined} />{' '}
                  {promised !== null && <span className="meta">{formats.date(promised)}</span>}{' '}
                  {isKnown && <span className="note">{t('paste:list.known')}</span>}
                </li>
              ))}
            </ol>
          </>
        )}
      </PasteForm>
    </>
  )
}

/** `#/case/:id/partner/paste`: a mail with its headers becomes a contact, which is shown first. */
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
    () => mailIn(note.text ?? '', answers, { language, today, year: 'past' }),
    [note.text, answers, language, today],
  )
  if (note.text === null) return <Opening />
  const isEmpty = note.text.trim() === ''
  const add = () => {
    const found = findList(interview, 'partner.log')
    if (found === undefined) return
    const rowId = store.getState().addRow('partner.log', { ...mail })
    if (rowId === null) return
    note.write('')
    void keeper.flush()
    navigate(rowAddress(id, found.list, rowId))
  }
  const { date, from, person, reference, text } = mail
  const day = typeof date === 'string' ? formats.date(date) : (date?.typed ?? null)
  const side = from === null ? t('paste:mail.sideUnknown') : t(`partner:questions.log.from.choices.${from}`)
  return (
    <>
      <PageHead back={caseAddress(id, 'partner/log')}>{t('paste:mail.heading')}</PageHead>
      <p className="lead">{t('paste:mail.lead')}</p>
      <PasteForm
        label={t('paste:mail.label')}
        hint={t('paste:mail.hint')}
        note={note}
        isEmpty={isEmpty}
        button={t('paste:mail.add')}
        onAdd={add}
      >
        {!isEmpty && (
          <dl className="summary">
            <Found of="date" text={day} />
            <Found of="from" text={side} />
            <Found of="person" text={person} />
            <Found of="reference" text={reference} />
            <Found of="text" text={text} />
          </dl>
        )}
      </PasteForm>
    </>
  )
}

function Found({ of, text }: { of: 'date' | 'from' | 'person' | 'reference' | 'text'; text: string | null }) {
  const { t } = useTranslation()
  return (
    <div>
      <dt>{t(`partner:questions.log.${of}.label`)}</dt>
      <dd>
        {text === null ? (
          <p className="not-provided">{t('paste:mail.notFound')}</p>
        ) : (
          <OwnText text={text} lang={undefined} />
        )}
      </dd>
    </div>
  )
}
