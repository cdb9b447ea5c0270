import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../platform/files.ts'
import { useOpenCase } from '../store/openCaseContext.tsx'
import { useServices } from '../store/session.tsx'
import { useNote } from '../store/useNote.ts'
import { focusOn } from '../ui/focus.ts'

type Gone = { text: string; by: 'downloaded' | 'deleted' }

/** What was written on a page that the product no longer has: it goes at the user's own press, as a file or for good. */
export function FormerText() {
  const { t } = useTranslation(['start', 'common'])
  const { clock } = useServices()
  const id = useOpenCase((state) => state.case.id)
  const { text, write, isKept } = useNote(id, 'box')
  const [gone, setGone] = useState<Gone | null>(null)

  useEffect(() => {
    if (gone !== null) focusOn('undo-former')
  }, [gone])
  if (text === null || (text.trim() === '' && gone === null)) return null

  const takeAway = (by: Gone['by']) => {
    if (by === 'downloaded')
      download(new Blob([text], { type: 'text/plain;charset=utf-8' }), `private-${clock.today()}.txt`)
    setGone({ text, by })
    write('')
  }
  return (
    <section className="inset" aria-label={t('formerText.label')}>
      {gone === null ? (
        <>
          <p id="former" tabIndex={-1}>
            {t('formerText.text')}
          </p>
          <div className="row-actions">
            <button type="button" className="link-button" onClick={() => takeAway('downloaded')}>
              {t('formerText.download')}
            </button>
            <button type="button" className="link-button" onClick={() => takeAway('deleted')}>
              {t('formerText.delete')}
            </button>
          </div>
        </>
      ) : (
        <p>
          {t(`formerText.${gone.by}`)}{' '}
          <button
            type="button"
            className="link-button"
            id="undo-former"
            onClick={() => {
              write(gone.text)
              setGone(null)
              requestAnimationFrame(() => focusOn('former'))
            }}
          >
            {t('common:undo')}
          </button>
        </p>
      )}
      {!isKept && <p className="note">{t('common:save.error')}</p>}
    </section>
  )
}
