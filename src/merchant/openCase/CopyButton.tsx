import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '../../platform/files.ts'
import { useOpened } from '../../store/openCaseContext.tsx'
import { useInterview, useServices } from '../../store/session.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'

type State =
  | { is: 'idle' | 'working' | 'broken' | 'noted' }
  /** `missing`: files that are not in the copy, by name. */
  | { is: 'made'; name: string; missing: readonly string[] }

/** Downloads a copy of everything. It counts as downloaded when the user confirms that it has arrived. */
export function CopyButton() {
  const { t } = useTranslation()
  const { store } = useOpened()
  const interview = useInterview()
  const { storage, clock } = useServices()
  const [state, setState] = useState<State>({ is: 'idle' })

  const make = async () => {
    setState({ is: 'working' })
    const { makeCopy } = await import('../../files/makeCaseFile.ts')
    const made = await makeCopy(store.getState().case, { interview, storage, today: clock.today() })
    if (made === null) return setState({ is: 'broken' })
    download(made.bytes, made.name)
    setState({ is: 'made', name: made.name, missing: made.missing.map(({ name }) => name) })
  }
  const start = () => void make().catch(() => setState({ is: 'broken' }))
  const confirm = () => setState({ is: store.getState().copyDownloaded() ? 'noted' : 'idle' })
  return (
    <>
      <Button isOff={state.is === 'working'} onClick={start}>
        {t('common:download.copy')}
      </Button>
      <div>
        <div role="status">
          {state.is === 'working' && <p className="hint">{t('common:download.working')}</p>}
          {state.is === 'broken' && <p className="note">{t('common:download.broken')}</p>}
          {state.is === 'noted' && <p className="hint">{t('common:download.noted')}</p>}
          {state.is === 'made' && (
            <p className="hint">
              {t('common:download.made', { name: state.name })} {t('common:download.arrived')}
            </p>
          )}
          {state.is === 'made' && state.missing.length > 0 && (
            <p className="note">{t('common:download.missing', { list: state.missing.join(', ') })}</p>
          )}
        </div>
        {state.is === 'made' && (
          <div className="row-actions">
            <LinkButton onClick={confirm}>{t('common:yes')}</LinkButton>
            <LinkButton onClick={start}>{t('common:download.no')}</LinkButton>
          </div>
        )}
      </div>
    </>
  )
}
