import { useEffect, useReducer, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router-dom'
import { activateUpdate, isOnline, opensOffline, watchOnline, watchVersions } from '../platform/offline.ts'
import { useServices } from '../store/session.tsx'
import { everythingSaved } from '../store/unsavedChanges.ts'

/** Whether everything is saved, as far as is known: not known any more when somebody has written since. */
type Saved = 'saved' | 'notSaved' | 'ready'

export type AppNotice =
  | { is: 'part'; saved: Saved | 'offline' }
  | { is: 'version'; saved: Saved }
  | { is: 'offline'; works: boolean }

/** Something that is settled by loading the page again, once everything is saved. */
type Cause = 'part' | 'version'

/** The one thing that is to be said about the app itself, what most needs an answer first. */
export function useAppNotice() {
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
    window.addEventListener('vite:preloadError', partMissing)
    document.addEventListener('input', written)
    return () => {
      stop()
      window.removeEventListener('vite:preloadError', partMissing)
      document.removeEventListener('input', written)
    }
  }, [])

  /** Loads the page again, in the newest version that is ready; never while something is not saved. */
  const reload = async () => {
    if (await everythingSaved()) {
      await activateUpdate()
      // Somebody may have written in between.
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

/** Said once each time the connection goes, and again where a file is about to be sent. */
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
