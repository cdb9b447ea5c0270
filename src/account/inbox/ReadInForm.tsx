import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router-dom'
import { deskOf } from '../../store/inboxStore.ts'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { type FoundInFiles, importFiles, type NotRead } from './importFiles.ts'

type State =
  | { is: 'idle' }
  | { is: 'reading'; done: number; count: number }
  | { is: 'done' | 'cancelled'; notRead: readonly NotRead[]; done: number }

/** More names than this help nobody to find what is wrong. */
const MOST_NAMED = 50

const DAMAGED: readonly string[] = [
  'truncated',
  'notJson',
  'encoding',
  'shape',
  'pdfDamaged',
  'zipDamaged',
  'empty',
  'replyChanged',
]
const TOLD_APART = ['tooBig', 'tooLong', 'unreadable', 'newer', 'isPdf', 'severalInZip'] as const

const whyKey = (reason: NotRead['reason']) =>
  reason === 'replyTooBig'
    ? 'tooBig'
    : (TOLD_APART.find((each) => each === reason) ?? (DAMAGED.includes(reason) ? 'damaged' : 'wrongFile'))

/** Where files, or a whole folder, are read in; the list grows while they are. */
export function ReadInForm() {
  const { t } = useTranslation()
  const services = useServices()
  const announce = useAnnounce()
  // Another page has read them in, and leads here.
  const before = (useLocation().state as { notRead?: readonly NotRead[] } | null)?.notRead ?? []
  const [state, setState] = useState<State>(
    before.length === 0 ? { is: 'idle' } : { is: 'done', notRead: before, done: before.length },
  )
  const cancel = useRef<AbortController | null>(null)
  /** Chosen while others were being read: they come after those. */
  const waiting = useRef<File[]>([])

  const readWaiting = async () => {
    const controller = new AbortController()
    cancel.current = controller
    const { signal } = controller
    const all: FoundInFiles[] = []
    const doneBefore = () => all.reduce((sum, { done }) => sum + done, 0)
    while (waiting.current.length > 0 && !signal.aborted) {
      const files = waiting.current.splice(0)
      const before = doneBefore()
      const onDone = (done: number) =>
        setState({
          is: 'reading',
          done: before + done,
          count: before + files.length + waiting.current.length,
        })
      onDone(0)
      all.push(await importFiles(services, files, { onDone, signal }))
    }
    waiting.current = []
    cancel.current = null
    const notRead = all.flatMap((found) => found.notRead)
    setState({ is: signal.aborted ? 'cancelled' : 'done', notRead, done: doneBefore() })
    const { cases } = deskOf(services).store.getState()
    announce(t('inbox:read', { count: new Set(cases.map(({ caseId }) => caseId)).size }))
  }
  const read = (files: readonly File[]) => {
    waiting.current.push(...files)
    if (cancel.current === null) void readWaiting()
  }
  // Whoever leaves does not wait for the rest.
  useEffect(() => () => cancel.current?.abort(), [])
  return (
    <>
      <FileChooser
        label={t('inbox:choose')}
        hint={t('inbox:accepts')}
        button={t('inbox:files')}
        folder={t('inbox:folder')}
        also={t('inbox:drop')}
        multiple
        onFiles={read}
      />
      <div role="status">
        {state.is === 'reading' && <p>{t('inbox:reading', { done: state.done, count: state.count })}</p>}
        {state.is === 'cancelled' && <p>{t('inbox:cancelled', { count: state.done })}</p>}
      </div>
      {state.is === 'reading' && (
        <>
          <progress className="progress" value={state.done} max={state.count} aria-label={t('inbox:choose')} />
          <p>
            <button type="button" className="button secondary" onClick={() => cancel.current?.abort()}>
              {t('common:cancel')}
            </button>
          </p>
        </>
      )}
      {(state.is === 'done' || state.is === 'cancelled') && state.notRead.length > 0 && (
        <Disclosure summary={t('inbox:skipped', { count: state.notRead.length })}>
          <ul>
            {state.notRead.slice(0, MOST_NAMED).map(({ name, reason }, at) => (
              // Two files of two folders may have the same name.
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={`${name} ${at}`} dir="auto">
                {reason === 'locked'
                  ? t('inbox:locked', { name })
                  : t('inbox:whyNot', { name, why: t(`inbox:why.${whyKey(reason)}`) })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}
