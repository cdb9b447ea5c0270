import { type FocusEvent, type ReactNode, useEffect, useReducer, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router-dom'
import { addOfflineWords } from '../i18n/offlineWords.ts'
import { activateUpdate, isOnline, watchOnline, watchVersions } from '../platform/offline.ts'
import { opensOffline } from '../platform/opensOffline.ts'
import { useServices } from '../store/session.tsx'
import { everythingSaved } from '../store/unsavedChanges.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { keepFocus } from '../ui/keepFocus.ts'
import { isFromSync } from '../ui/syncAutofill.ts'
import { useRootMark } from '../ui/useRootMark.ts'
import { fetchedAhead } from './pages.tsx'

/** `ready`: it is not known whether everything is saved, since the user has written something. */
type Saved = 'saved' | 'notSaved' | 'ready'

type Cause = 'part' | 'version'

interface AppNotice {
  is: Cause | 'offline'
  text: string
  canReload: boolean
}

export interface AppNoticesProps {
  /** A part did not come, this one had yet to. */
  isPartMissing: boolean
}

export function AppNotices(props: AppNoticesProps): ReactNode {
  const { i18n } = useTranslation()
  addOfflineWords(i18n)
  // Comes with what the page fetches at rest: the first words need neither.
  useEffect(keepFocus, [])
  return <OneNotice {...props} />
}

function OneNotice({ isPartMissing }: AppNoticesProps) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { notice, reload, close } = useAppNotice(isPartMissing)
  const text = notice?.text ?? null
  const before = useRef<HTMLElement | null>(null)

  useEffect(() => {
    if (text !== null) announce(text)
  }, [text, announce])

  useRootMark(notice === null ? null : 'has-notice')
  if (notice === null) return null
  const isVersion = notice.is === 'version'
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
        {notice.canReload && (
          <Button isMain onClick={() => void reload()}>
            {t(isVersion ? 'offline:version.use' : 'offline:reload')}
          </Button>
        )}
        <LinkButton onClick={closeAndGoOn}>{t(isVersion ? 'offline:version.notNow' : 'offline:close')}</LinkButton>
      </div>
    </section>
  )
}

function useAppNotice(isPartMissing: boolean) {
  const { t } = useTranslation()
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
    if (isPartMissing) partMissing()
    const written = (event: Event) => !isFromSync(event) && setSaved('ready')
    const stop = watchVersions(() => void tell('version'))
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('vite:preloadError', partMissing, { signal })
    document.addEventListener('input', written, { signal })
    return () => {
      stop()
      listening.abort()
    }
  }, [isPartMissing])

  const reload = async () => {
    if (await everythingSaved()) {
      // A press begins it, and Chromium 153 forgets a new version that asks to take over while the old one is answering.
      await activateUpdate(fetchedAhead())
      // The user may have written in between.
      if (await everythingSaved()) return location.reload()
    }
    setSaved('notSaved')
  }

  if (cause === null) return { ...offline, reload }
  const text = cause === 'part' ? t(`offline:part.${online ? saved : 'offline'}`) : t(`offline:version.${saved}`)
  const notice: AppNotice = { is: cause, text, canReload: cause === 'version' || online }
  return { notice, reload, close: () => setCause(null) }
}

/** Shown once each time the connection is lost, and again when a file is about to be sent. */
function useOfflineNotice(online: boolean) {
  const { t } = useTranslation()
  const { storage } = useServices()
  const place = useLocation().pathname.endsWith('/hand-over') ? 'sending' : 'anywhere'
  const [closed, close] = useReducer(
    (before: string[], where: string | null) => (where === null ? [] : [...before, where]),
    [],
  )
  useEffect(() => {
    if (online) close(null)
  }, [online])
  const works = opensOffline() && storage.keeps
  const text = t(works ? 'offline:offline.works' : 'offline:offline.partly')
  const notice: AppNotice | null = online || closed.includes(place) ? null : { is: 'offline', text, canReload: false }
  return { notice, close: () => close(place) }
}
