import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenCase } from '../store/openCaseContext.tsx'
import { useNote } from '../store/useNote.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Field } from '../ui/Field.tsx'
import { focusOn } from '../ui/focus.ts'
import { TextInput } from '../ui/TextInput.tsx'
import { caseAddress } from '../wizard/addresses.ts'
import { PageHead } from './PageHead.tsx'

/** A place for the anger, which is no part of the case: in no file, print, draft or log. */
export function PrivatePage() {
  const { t } = useTranslation(['start', 'common'])
  const announce = useAnnounce()
  const id = useOpenCase((state) => state.case.id)
  const { text, write, isKept } = useNote(id, 'box')
  const [gone, setGone] = useState<string | null>(null)

  useEffect(() => {
    if (gone !== null) focusOn('undo-private')
  }, [gone])
  return (
    <>
      <PageHead back={caseAddress(id)}>{t('privatePage.heading')}</PageHead>
      <p className="lead">{t('privatePage.text')}</p>
      <div className="screen-only">
        <Field id="private" label={t('privatePage.label')}>
          {(wiring) => (
            <TextInput
              {...wiring}
              multiline
              value={text ?? ''}
              onText={(next) => {
                setGone(null)
                write(next)
              }}
            />
          )}
        </Field>
        {!isKept && <p className="note">{t('common:save.error')}</p>}
        {gone === null ? (
          text !== null &&
          text !== '' && (
            <button
              type="button"
              className="button secondary"
              onClick={() => {
                setGone(text ?? '')
                write('')
                announce(t('privatePage.deleted'))
              }}
            >
              {t('privatePage.delete')}
            </button>
          )
        ) : (
          <p>
            {t('privatePage.deleted')}{' '}
            <button
              type="button"
              className="link-button"
              id="undo-private"
              onClick={() => {
                write(gone)
                setGone(null)
                focusOn('private')
              }}
            >
              {t('common:undo')}
            </button>
          </p>
        )}
      </div>
    </>
  )
}
