import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { PageHeading } from '../ui/PageHeading.tsx'
import { Frame } from './Frame.tsx'

/** Within a case or outside it: the address leads nowhere, and the cases are one press away. */
export function NotFound() {
  const { t } = useTranslation('common')
  const heading = t('notFound.heading')
  return (
    <>
      <PageHeading title={t('titleOf', { heading, service: t('service') })}>{heading}</PageHeading>
      <p>{t('notFound.text')}</p>
      <Link className="button" to="/">
        {t('toStart')}
      </Link>
    </>
  )
}

export const NotFoundPage = () => (
  <Frame>
    <NotFound />
  </Frame>
)
