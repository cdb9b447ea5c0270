import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { addOfflineWords } from '../i18n/offlineWords.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { useRootMark } from '../ui/useRootClass.ts'
import { type AppNotice, useAppNotice } from './useAppNotice.ts'

/** What is to be said about the app itself: a new version, a part that is missing, no connection. Stops nobody. */
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
  // Where somebody was: closing leads back there.
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
