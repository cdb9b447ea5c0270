import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { SaveStatus } from '../store/openCase.ts'
import { useOpenCase, useOpened } from '../store/openCaseContext.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Banner } from '../ui/Banner.tsx'
import { CopyButton } from './CopyButton.tsx'

const FAILURES = {
  quota: 'save.quota',
  conflict: 'save.conflict',
  error: 'save.error',
  slow: 'save.slow',
} as const

/** What to do when something is not saved. */
export function SaveBanner() {
  const { t } = useTranslation('common')
  const announce = useAnnounce()
  const { keeper } = useOpened()
  const status = useOpenCase((state) => state.status)
  const text = textOf(status)
  const before = useRef<SaveStatus>(status)

  useEffect(() => {
    const failedBefore = before.current.is === 'failed'
    before.current = status
    if (status.is === 'failed') announce(t(FAILURES[status.why]), 'assertive')
    else if (failedBefore && status.is === 'saved') announce(t('save.recovered'))
  }, [status, announce, t])

  if (text === null) return null
  return (
    <Banner kind={status.is === 'memory' ? 'warning' : 'problem'}>
      <p>{t(text)}</p>
      <CopyButton />
      {status.is === 'failed' && status.why !== 'conflict' && (
        <button type="button" className="link-button" onClick={() => void keeper.flush()}>
          {t('save.retry')}
        </button>
      )}
    </Banner>
  )
}

function textOf(status: SaveStatus) {
  if (status.is === 'memory') return 'save.memoryOnly' as const
  return status.is === 'failed' ? FAILURES[status.why] : null
}
