import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deskOf } from '../../store/desk.ts'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { type FoundInFiles, type NotRead, readAll } from './readAll.ts'

type State =
  | { is: 'idle' }
  | { is: 'reading'; done: number; count: number }
  | { is: 'done' | 'cancelled'; found: FoundInFiles }

/** More names than this help nobody to find what is wrong. */
const MOST_NAMED = 50

const DAMAGED = new Set(['truncated', 'notJson', 'encoding', 'shape', 'pdfDamaged', 'zipDamaged', 'empty'])
const KEPT_AS = new Set(['tooBig', 'tooLong', 'unreadable', 'newer', 'isPdf'])

/** Why a file was passed over, as one of a few sentences. */
const whyKey = (reason: NotRead['reason']) =>
  KEPT_AS.has(reason) ? reason : DAMAGED.has(reason) ? 'damaged' : 'wrongFile'

/** Where files, or a whole folder, are read in; the list grows while they are. */
export function ReadInForm() {
  const { t } = useTranslation(['inbox', 'start'])
  const services = useServices()
  const announce = useAnnounce()
  const [state, setState] = useState<State>({ is: 'idle' })
  const cancel = useRef<AbortController | null>(null)

  const read = async (files: readonly File[]) => {
    cancel.current?.abort()
    const controller = new AbortController()
    cancel.current = controller
    const count = files.length
    setState({ is: 'reading', done: 0, count })
    const found = await readAll(services, files, {
      onDone: (done) => {
        if (cancel.current === controller && done < count) setState({ is: 'reading', done, count })
      },
      signal: controller.signal,
    })
    if (cancel.current !== controller) return
    const isCancelled = controller.signal.aborted
    setState({ is: isCancelled ? 'cancelled' : 'done', found })
    const { cases } = deskOf(services).store.getState()
    announce(t('read', { count: new Set(cases.map(({ caseId }) => caseId)).size }))
  }
  return (
    <>
      <FileChooser
        label={t('choose')}
        hint={t('accepts')}
        button={t('files')}
        folder={t('folder')}
        also={t('drop')}
        multiple
        onFiles={(files) => void read(files)}
      />
      <div role="status">
        {state.is === 'reading' && <p>{t('reading', { done: state.done, count: state.count })}</p>}
        {state.is === 'cancelled' && <p>{t('cancelled', { count: state.found.done })}</p>}
      </div>
      {state.is === 'reading' && (
        <>
          <progress className="progress" value={state.done} max={state.count} aria-label={t('choose')} />
          <p>
            <button type="button" className="button secondary" onClick={() => cancel.current?.abort()}>
              {t('cancel')}
            </button>
          </p>
        </>
      )}
      {(state.is === 'done' || state.is === 'cancelled') && state.found.notRead.length > 0 && (
        <Disclosure summary={t('skipped', { count: state.found.notRead.length })}>
          <ul>
            {state.found.notRead.slice(0, MOST_NAMED).map(({ name, reason }, at) => (
              // Two files of two folders may have the same name.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={`${name} ${at}`} dir="auto">
                {reason === 'locked'
                  ? t('locked', { name })
                  : t('whyNot', { name, why: t(`why.${whyKey(reason) as 'damaged'}`) })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}
