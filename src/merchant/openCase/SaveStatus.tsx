import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyComponent } from '../../i18n/lazyComponent.tsx'
import { useOpenCase } from '../../store/openCaseContext.tsx'

const LINES = {
  saved: 'save.saved',
  saving: 'save.saving',
  failed: 'save.failed',
  memory: 'save.memory',
  reading: 'save.reading',
} as const

/** Always visible, always true. Not announced while all is well: it changes with every pause in typing. */
export function SaveStatusLine() {
  const { t } = useTranslation()
  const status = useOpenCase((state) => state.status)
  return (
    <span className="status">
      <span className="on-wide">{t(`common:${LINES[status.is]}`)}</span>
      <span className="on-narrow" aria-hidden="true">
        {t(`common:save.short.${status.is}`)}
      </span>
    </span>
  )
}

const SaveBanner = lazyComponent(async () => (await import('./SaveBanner.tsx')).SaveBanner, 'later')

/** What to do when something is not saved; it stays, to say when all is well again. */
export function SaveTrouble() {
  const inTrouble = useOpenCase(
    ({ status, notice }) => (status.is !== 'saved' && status.is !== 'saving') || notice !== null,
  )
  const [everInTrouble, setEver] = useState(inTrouble)
  if (inTrouble && !everInTrouble) setEver(true)
  return <Suspense fallback={null}>{everInTrouble && <SaveBanner />}</Suspense>
}
