import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../platform/files.ts'
import { useOpened } from '../../store/openCaseContext.tsx'
import { useServices } from '../../store/session.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'

type Made = { name: string; missing: readonly string[]; answered: boolean } | 'broken' | 'working' | null

/** Downloads a copy of everything, and notes it as downloaded only when the person has seen it arrive. */
export function CopyButton() {
  const { t } = useTranslation()
  const { store } = useOpened()
  const { interview, storage, clock } = useServices()
  const [made, setMade] = useState<Made>(null)

  const make = async () => {
    setMade('working')
    const { makeCopy } = await import('../../files/makeCaseFile.ts')
    const result = await makeCopy(store.getState().case, { interview, storage, today: clock.today() })
    if (result === null) return setMade('broken')
    download(result.bytes, result.name)
    setMade({ name: result.name, missing: result.missing.map(({ name }) => name), answered: false })
  }
  const arrived = () => {
    const isNoted = store.getState().copyDownloaded()
    setMade((before) =>
      before === null || typeof before === 'string' ? before : isNoted ? { ...before, answered: true } : null,
    )
  }
  const start = () => {
    if (made !== 'working') void make().catch(() => setMade('broken'))
  }
  return (
    <>
      <Button isOff={made === 'working'} onClick={start}>
        {t('common:download.copy')}
      </Button>
      <div role="status">
        {made === 'working' && <p className="hint">{t('common:download.working')}</p>}
        {made === 'broken' && <p className="note">{t('common:download.broken')}</p>}
        {made !== null && typeof made !== 'string' && !made.answered && (
          <>
            <p className="hint">
              {t('common:download.made', { name: made.name })} {t('common:download.arrived')}
            </p>
            {made.missing.length > 0 && (
              <p className="note">{t('common:download.missing', { list: made.missing.join(', ') })}</p>
            )}
            <div className="row-actions">
              <LinkButton onClick={arrived}>{t('common:yes')}</LinkButton>
              <LinkButton onClick={start}>{t('common:download.no')}</LinkButton>
            </div>
          </>
        )}
        {made !== null && typeof made !== 'string' && made.answered && (
          <p className="hint">{t('common:download.noted')}</p>
        )}
      </div>
    </>
  )
}
