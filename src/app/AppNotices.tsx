import { type FocusEvent, type ReactNode, useEffect, useReducer, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router-dom'
import { addOfflineWords } from '../i18n/offlineWords.ts'
import { activateUpdate, isOnline, opensOffline, watchOnline, watchVersions } from '../platform/offline.ts'
import { useServices } from '../store/session.tsx'
import { everythingSaved } from '../store/unsavedChanges.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { useRootMark } from '../ui/useRootClass.ts'

/** `ready`: it is not known whether everything is saved, since the user has written something. */
type Saved = 'saved' | 'notSaved' | 'ready'

type AppNotice =
  | { is: 'part'; saved: Saved | 'offline' }
  | { is: 'version'; saved: Saved }
  | { is: 'offline'; works: boolean }

type Cause = 'part' | 'version'

export function AppNotices(): ReactNode {
  const { i18n } = useTranslation()
  addOfflineWords(i18n)
  return <OneNotice />
}

function OneNotice() {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { notice, reload, close } = useAppNotice()
  const text = useText(notice)
  const before = useRef<HTMLElement | null>(null)

  useEffect(() => {
    if (text !== null) announce(text)
  }, [text, announce])

  useRootMark(notice === null ? null : 'has-notice')
  if (notice === null) return null
  const isVersion = notice.is === 'version'
  const canReload = isVersion || (notice.is === 'part' && notice.saved !== 'offline')
  const rememberBefore = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget as HTMLElement | null
  }
  const closeAndGoOn = () => {
    close()
    const place = before.current?.isConnected ? before.current : document.getElementById('main')
    place?.focus({ preventScroll: true })
  }
  return (
    <section className="notices screen-only" aria-label={t('offline:label')} onFocus={rememberBefore}>
      <div>
        <p>{text}</p>
        {canReload && (
          <button type="button" className="button" onClick={() => void reload()}>
            {t(isVersion ? 'offline:version.use' : 'offline:reload')}
          </button>
        )}
        <button type="button" className="link-button" onClick={closeAndGoOn}>
          {t(isVersion ? 'offline:version.notNow' : 'offline:close')}
        </button>
      </div>
    </section>
  )
}

function useText(notice: AppNotice | null): string | null {
  const { t } = useTranslation()
  switch (notice?.is) {
    case 'part':
      return t(`offline:part.${notice.saved}`)
    case 'version':
      return t(`offline:version.${notice.saved}`)
    case 'offline':
      return t(notice.works ? 'offline:offline.works' : 'offline:offline.partly')
    default:
      return null
  }
}

function useAppNotice() {
  const [cause, setCause] = useState<Cause | null>(null)
  const [saved, setSaved] = useState<Saved>('ready')
  const online = useSyncExternalStore(watchOnline, isOnline)
  const offline = useOfflineNotice(online)

  useEffect(() => {
    const tell = async (which: Cause) => {
      setSaved((await everythingSaved()) ? 'saved' : 'notSaved')
      setCause((before) => (before === 'part' ? before : which))
    }
    const partMissing = () => void tell('part')
    const written = () => setSaved('ready')
    const stop = watchVersions(() => void tell('version'))
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('vite:preloadError', partMissing, { signal })
    document.addEventListener('input', written, { signal })
    return () => {
      stop()
      listening.abort()
    }
  }, [])

  const reload = async () => {
    if (await everythingSaved()) {
      await activateUpdate()
      if (await everythingSaved()) return location.reload()
    }
    setSaved('notSaved')
  }

  const close = cause === null ? offline.close : () => setCause(null)
  return { notice: noticeOf(cause, saved, online) ?? offline.notice, reload, close }
}

function noticeOf(cause: Cause | null, saved: Saved, online: boolean): AppNotice | null {
  if (cause === null) return null
  return cause === 'part' ? { is: cause, saved: online ? saved : 'offline' } : { is: cause, saved }
}

/** Shown once each time the connection is lost, and again when a file is about to be sent. */
function useOfflineNotice(online: boolean) {
  const { storage } = useServices()
  const place = useLocation().pathname.endsWith('/hand-over') ? 'sending' : 'anywhere'
  const [closed, close] = useReducer(
    (before: string[], where: string | null) => (where === null ? [] : [...before, where]),
    [],
  )
  useEffect(() => {
    if (online) close(null)
  }, [online])
  const notice: AppNotice | null =
    online || closed.includes(place) ? null : { is: 'offline', works: opensOffline() && storage.keeps }
  return { notice, close: () => close(place) }
}
