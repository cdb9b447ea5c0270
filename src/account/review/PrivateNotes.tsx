import { useTranslation } from 'react-i18next'
import { notesKind } from '../../store/inboxNotes.ts'
import { deskOf } from '../../store/inboxStore.ts'
import { useServices } from '../../store/session.tsx'
import { useNote } from '../../store/useNote.ts'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'

/** The account manager's notes on a case. Nothing else reads them, so no file can contain them. */
export function PrivateNotes({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const { notes, owner } = deskOf(useServices())
  const { text, write, isKept } = useNote(owner, notesKind(caseId), notes)
  return (
    <section className="screen-only" aria-labelledby="read-notes">
      <h2 id="read-notes" tabIndex={-1}>
        {t('reply:notes.heading')}
      </h2>
      <p>{t('reply:notes.text')}</p>
      <Field id="private-notes" label={t('reply:notes.label')}>
        {(wiring) => <TextInput {...wiring} multiline value={text ?? ''} onText={write} />}
      </Field>
      {!isKept && <p className="note">{t('reply:notKept')}</p>}
    </section>
  )
}
