import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router-dom'
import { deskOf } from '../../store/inboxStore.ts'
import { useServices } from '../../store/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FileChooser } from '../../ui/FileChooser.tsx'
import { importFiles, type NotRead } from './importFiles.ts'

type State =
  | { is: 'idle' }
  | { is: 'reading'; done: number; count: number }
  | { is: 'done' | 'cancelled'; notRead: readonly NotRead[]; done: number }

/** A longer list does not help to find what is wrong. */
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

/** @param isSmall in one line: there are rows already */
export function ReadInForm({ isSmall }: { isSmall: boolean }) {
  const { t } = useTranslation()
  const services = useServices()
  const announce = useAnnounce()
  // The review page has read them in, and leads here.
  const before = (useLocation().state as { notRead?: readonly NotRead[] } | null)?.notRead ?? []
  const [state, setState] = useState<State>(
    before.length === 0 ? { is: 'idle' } : { is: 'done', notRead: before, done: before.length },
  )
  const cancel = useRef<AbortController | null>(null)
  /** Chosen while others were being read. */
  const waiting = useRef<File[]>([])

  const readWaiting = async () => {
    const controller = new AbortController()
    cancel.current = controller
    const { signal } = controller
    const notRead: NotRead[] = []
    let doneBefore = 0
    while (waiting.current.length > 0 && !signal.aborted) {
      const files = waiting.current.splice(0)
      let done = doneBefore
      const onDone = (now: number) => {
        done = doneBefore + now
        setState({ is: 'reading', done, count: doneBefore + files.length + waiting.current.length })
      }
      onDone(0)
      notRead.push(...(await importFiles(services, files, { onDone, signal })).notRead)
      doneBefore = done
    }
    waiting.current = []
    cancel.current = null
    setState({ is: signal.aborted ? 'cancelled' : 'done', notRead, done: doneBefore })
    const { cases } = deskOf(services).store.getState()
    announce(t('inbox:read', { count: new Set(cases.map(({ caseId }) => caseId)).size }))
  }
  const read = (files: readonly File[]) => {
    waiting.current.push(...files)
    if (cancel.current === null) void readWaiting()
  }
  useEffect(() => () => cancel.current?.abort(), [])
  return (
    <div className="read-in">
      <FileChooser
        label={t('inbox:choose')}
        hint={t('inbox:accepts')}
        button={t('inbox:files')}
        folder={t('inbox:folder')}
        also={t('inbox:drop')}
        multiple
        isNamedAbove={isSmall}
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
            <Button onClick={() => cancel.current?.abort()}>{t('common:cancel')}</Button>
          </p>
        </>
      )}
      {'notRead' in state && state.notRead.length > 0 && (
        <Disclosure summary={t('inbox:skipped', { count: state.notRead.length })}>
          <ul>
            {state.notRead.slice(0, MOST_NAMED).map(({ name, reason }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and names may occur twice
              <li key={`${name} ${at}`} dir="auto">
                {reason === 'locked'
                  ? t('inbox:locked', { name })
                  : t('inbox:whyNot', { name, why: t(`inbox:why.${whyKey(reason)}`) })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
