import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { download } from '../platform/files.ts'
import { PageHeading } from '../ui/PageHeading.tsx'

/** The case of the address is not in this browser. */
export function NoCase() {
  const { t } = useTranslation('common')
  const heading = t('noCase.heading')
  return (
    <>
      <PageHeading title={t('titleOf', { heading, service: t('service') })}>{heading}</PageHeading>
      <p>{t('noCase.text')}</p>
      <Link className="button" to="/">
        {t('toStart')}
      </Link>
    </>
  )
}

/** The case is here but damaged: nothing is written over it. */
export function Unreadable({ stored }: { stored: unknown }) {
  const { t } = useTranslation('common')
  const heading = t('unreadable.heading')
  return (
    <>
      <PageHeading title={t('titleOf', { heading, service: t('service') })}>{heading}</PageHeading>
      <p>{t('unreadable.text')}</p>
      <div className="actions">
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t('unreadable.reload')}
        </button>
        <button
          type="button"
          className="button secondary"
          onClick={() => download(new Blob([JSON.stringify(stored, null, 2)]), 'stored.json')}
        >
          {t('unreadable.download')}
        </button>
      </div>
    </>
  )
}
